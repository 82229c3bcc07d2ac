internal import Foundation

extension Baseline {
  /// Reads the text of a baseline.
  ///
  /// Two headers, lines out of order and entries that stand twice are what a merge leaves, and are
  /// no error; anything else that is not a baseline is.
  ///
  /// - Parameter path: for messages.
  /// - Throws: `SourceErrors` with every line that is wrong; `SourceError` when the file is none
  ///   of ours.
  public init(_ text: String, path: String) throws {
    var header: Header?
    var entries: [BaselineEntry] = []
    var errors: [SourceError] = []
    var number = 0
    for line in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      guard !line.allSatisfy({ $0 <= 0x20 }) else { continue }
      let data = Data(line)
      func error(_ message: String) -> SourceError {
        SourceError(path: path, line: number, column: 1, message: message)
      }
      if let found = try? JSONDecoder().decode(Header.self, from: data) {
        guard found.format == Self.format else {
          throw error("not a baseline of compare: its format is `\(found.format)`")
        }
        guard found.version == Self.version else {
          throw error(
            "this baseline needs another version of compare: it is of version \(found.version), "
              + "this program reads \(Self.version)")
        }
        header = header ?? found
        continue
      }
      guard header != nil else {
        throw error(
          "not a baseline of compare: the first line must be its header; "
            + "`compare baseline create` writes one")
      }
      do {
        entries.append(try Line.entry(data))
      } catch let problem as Line.Problem {
        errors.append(error(problem.message))
      } catch let problem {
        errors.append(error(JSONTrouble.reason(problem)))
      }
    }
    guard let header else {
      throw SourceError(
        path: path, line: 1, column: 1, message: "not a baseline of compare: the file is empty")
    }
    guard errors.isEmpty else { throw SourceErrors(errors) }
    self.init(rules: header.rules, entries: entries)
  }

  private struct Header: Decodable {
    let format: String
    let version: Int
    let rules: String
  }

  /// An entry as it stands in the file, read strictly.
  private struct Line: Decodable {
    struct Problem: Error { let message: String }

    let fingerprint, rule, kind: String
    let decision, reason, by, until: String?
    let revision: Int
    let a, b: Side

    struct Side: Decodable {
      let article, path, outlet, value, text, slot, passage, signature: String
    }

    private static let keys = [
      "fingerprint", "decision", "reason", "by", "until", "rule", "revision", "kind", "a", "b",
    ]

    static func entry(_ data: Data) throws -> BaselineEntry {
      let fields = try JSONDecoder().decode([String: Anything?].self, from: data).keys.sorted()
      for key in fields where !keys.contains(key) {
        throw Problem(message: "unknown field `\(key)`\(Nearest.hint(key, among: keys))")
      }
      let line = try JSONDecoder().decode(Line.self, from: data)
      let isPrint =
        line.fingerprint.utf8.count == 32
        && line.fingerprint.utf8.allSatisfy {
          (0x30...0x39).contains($0) || (0x61...0x66).contains($0)
        }
      guard isPrint else {
        throw Problem(message: "`fingerprint` must be 32 hex digits in lower case")
      }
      return BaselineEntry(
        fingerprint: line.fingerprint, decision: try decision(line.decision), reason: line.reason,
        by: line.by, until: try day(line.until), rule: line.rule, revision: line.revision,
        kind: line.kind, a: side(line.a), b: side(line.b))
    }

    private static func decision(_ text: String?) throws -> Decision {
      guard let text else { return .accepted }
      if let decision = Decision(rawValue: text) { return decision }
      let known = Decision.allCases.map(\.rawValue)
      throw Problem(
        message: "`decision: \(text)` is not one of \(known.joined(separator: ", "))"
          + Nearest.hint(text, among: known))
    }

    private static func day(_ text: String?) throws -> CivilDate? {
      guard let text, !text.isEmpty else { return nil }
      guard let date = PublicationDate(text), date.minutes == nil else {
        throw Problem(message: "`until: \(text)` is no date like 2025-03-18")
      }
      return date.day
    }

    private static func side(_ side: Side) -> BaselineEntry.Side {
      BaselineEntry.Side(
        article: side.article, path: side.path, outlet: side.outlet, value: side.value,
        text: side.text, slot: side.slot.split(separator: " ").map(String.init),
        passage: side.passage, signature: side.signature)
    }
  }

  /// Any value, not looked at.
  private struct Anything: Decodable {
    init(from decoder: any Decoder) throws {}
  }
}
