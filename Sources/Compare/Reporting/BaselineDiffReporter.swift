/// The formats of `baseline diff`.
public enum BaselineDiffFormat: String, Sendable, CaseIterable {
  case text, jsonl
}

/// Writes how findings differ from the baseline: new, changed, known and gone, a line each.
public struct BaselineDiffReporter: Sendable {
  let format: BaselineDiffFormat
  /// Conflicts that are less sure are not the baseline's.
  let least: Match

  public init(_ format: BaselineDiffFormat, least: Match) {
    (self.format, self.least) = (format, least)
  }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    for line in lines(findings) {
      switch format {
      case .text:
        let note = line.note.map { " (\($0))" } ?? ""
        output.write(
          TerminalText.line("\(line.what) \(line.fingerprint) \(line.text)\(note)") + "\n")
      case .jsonl:
        JSONValue.object([
          "status": .string(line.what), "fingerprint": .string(line.fingerprint),
          "rule": .string(line.rule), "message": .string(line.text), "note": .optional(line.note),
        ]).write(to: &output)
        output.write("\n")
      }
    }
  }

  private struct Line {
    let what: String
    let fingerprint: String
    let rule: String
    let text: String
    let note: String?
  }

  private func lines(_ findings: Findings) -> [Line] {
    let order: [Status] = [.new, .changed, .known]
    let found = order.flatMap { status in
      findings.conflicts.filter { $0.status == status && ($0.match >= least || status == .known) }
        .map { conflict in
          Line(
            what: status.rawValue, fingerprint: conflict.fingerprint, rule: conflict.rule,
            text: conflict.message, note: conflict.acceptance?.note)
        }
    }
    guard let summary = findings.baseline else { return found }
    func leftovers(_ list: [BaselineSummary.Leftover], _ what: String) -> [Line] {
      list.map {
        Line(
          what: what, fingerprint: $0.fingerprint, rule: $0.rule, text: $0.description, note: nil)
      }
    }
    return found + leftovers(summary.stale, "gone") + leftovers(summary.unseen, "unseen")
  }
}
