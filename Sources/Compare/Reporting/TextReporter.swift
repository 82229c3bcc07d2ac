/// `check --format text`: the report that a person reads.
///
/// Dispute by dispute: who says what, then the sentences against each other with the differing
/// words marked. The last lines say what was looked at, so that silence means something.
public struct TextReporter: Reporter {
  /// Pairs of sentences shown in full for one dispute; the places of all others are listed.
  static let shownPairs = 3
  /// Inputs that could not be read.
  static let shownSkipped = 20

  let style: TextStyle

  public init(usesColor: Bool) { style = TextStyle(usesColor: usesColor) }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    let all = DisputeGroup.groups(of: findings)
    let groups = all.filter { !$0.isKnown }
    let confirmed = groups.filter { $0.match == .confirmed }
    let suggested = groups.filter { $0.match == .suggested }
    var number = 0
    for group in confirmed {
      number += 1
      write(group, number: number, of: findings, to: &output)
    }
    if !suggested.isEmpty {
      line(style.strong("Only suggested: these may be about different things."), to: &output)
      line("", to: &output)
      for group in suggested {
        number += 1
        write(group, number: number, of: findings, to: &output)
      }
    }
    writeKnown(all.filter(\.isKnown), to: &output)
    write(findings.coverage, disputes: confirmed, suggested: suggested, to: &output)
    write(findings.baseline, of: findings.conflicts, to: &output)
  }

  private func line(_ text: String, to output: inout some TextOutputStream) {
    output.write(text + "\n")
  }

  // MARK: Disputes

  private func write(
    _ group: DisputeGroup, number: Int, of findings: Findings,
    to output: inout some TextOutputStream
  ) {
    let documents = findings.documents
    let dispute = group.dispute
    let about = TerminalText.line(dispute.about)
    let title = style.strong("\(number). " + (about.isEmpty ? dispute.kind.rawValue : about))
    let mark =
      (group.match == .suggested ? ", suggested" : "") + group.sourcesText + group.statusText
    line("\(title)  \(style.severity(group.severity)), \(dispute.kind)\(mark)", to: &output)
    let positions = dispute.positions.map { position in
      (said: said(position, in: documents), who: position.who(TerminalText.line))
    }
    let column = min(44, positions.map { $0.said.unicodeScalars.count }.max() ?? 0)
    for (said, who) in positions {
      let gap = String(repeating: " ", count: max(0, column - said.unicodeScalars.count))
      line("   \(said)\(gap)   \(who)", to: &output)
    }
    line("", to: &output)
    for conflict in group.conflicts.prefix(Self.shownPairs) {
      let match = conflict.match == .suggested && group.match != .suggested ? "suggested" : nil
      let marks = [match, Self.status(conflict, in: findings)].compactMap { $0 }
      write(conflict, marks: marks, in: documents, to: &output)
    }
    let rest = group.conflicts.dropFirst(Self.shownPairs)
    if !rest.isEmpty {
      line("   The same between:", to: &output)
      for conflict in rest {
        let places = [conflict.a, conflict.b].map { side in
          documents[side.document].article.placeText(of: side.range.start)
        }
        let status = Self.status(conflict, in: findings).map { "  (\($0))" } ?? ""
        line(
          "   - \(places[0])  \(places[1])  \(Self.print(conflict))\(status)", to: &output)
      }
      line("", to: &output)
    }
  }

  /// A position in the words of the first article that holds it, and its value.
  private func said(_ position: Dispute.Position, in documents: [Document]) -> String {
    let value = Self.grouped(TerminalText.line(position.value))
    guard let span = position.spans.first else { return Self.shortened(value) }
    let words = TerminalText.line(documents[span.document].article.string(span.range))
    if words.isEmpty { return Self.shortened(value) }
    let plain = words.lowercased().replacing(",", with: "")
    let addsNothing =
      plain.contains(value.lowercased().replacing(",", with: "")) || value.count > 24
    return addsNothing ? Self.shortened(words) : "\(Self.shortened(words)) (\(value))"
  }

  /// 8700000000 as 8,700,000,000, with its unit if it has one; years stay as they are.
  private static func grouped(_ value: String) -> String {
    let figure = value.prefix { $0 != " " }
    guard figure.utf8.count > 4, figure.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return value
    }
    var grouped = ""
    for (number, digit) in figure.enumerated() {
      if number > 0, (figure.count - number) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return grouped + value[figure.endIndex...]
  }

  private static func shortened(_ text: String) -> String {
    text.unicodeScalars.count <= 60 ? text : String(text.unicodeScalars.prefix(59)) + "…"
  }

  /// Enough of the fingerprint for `--explain` and `compare baseline accept`.
  private static func print(_ conflict: Conflict) -> String {
    TerminalText.line(String(conflict.fingerprint.prefix(8)))
  }

  /// How it stands against the baseline, where there is one.
  private static func status(_ conflict: Conflict, in findings: Findings) -> String? {
    findings.baseline.map { _ in conflict.status.rawValue }
  }

  /// - Parameter marks: what to say of it behind its rule.
  private func write(
    _ conflict: Conflict, marks: [String], in documents: [Document],
    to output: inout some TextOutputStream
  ) {
    let words = DifferingWords.marks(conflict, in: documents)
    write(conflict.a, marks: words.a, in: documents, to: &output)
    write(conflict.b, marks: words.b, in: documents, to: &output)
    let doubt = marks.isEmpty ? "" : " (\(marks.joined(separator: ", ")))"
    let reason = TerminalText.line(conflict.reason.isEmpty ? conflict.message : conflict.reason)
    line(
      "   "
        + style.faint(
          "\(TerminalText.line(conflict.rule)) \(Self.print(conflict))\(doubt): \(reason)"),
      to: &output)
    line("", to: &output)
  }

  private func write(
    _ side: Side, marks: [TextStyle.Mark], in documents: [Document],
    to output: inout some TextOutputStream
  ) {
    let article = documents[side.document].article
    let source = side.attribution.map { ", citing \(TerminalText.line($0))" } ?? ""
    line(
      "   \(style.faint(article.placeText(of: side.range.start)))  \(article.sourceText)\(source)",
      to: &output)
    for text in style.lines(article, side.passage, marks: marks, indent: 6) {
      line(text, to: &output)
    }
  }

  // MARK: Coverage

  private func write(
    _ coverage: Coverage, disputes: [DisputeGroup], suggested: [DisputeGroup],
    to output: inout some TextOutputStream
  ) {
    var counts: [String] = []
    for severity in Severity.allCases.reversed() {
      let count = disputes.count { $0.severity == severity }
      if count > 0 { counts.append(Self.count(count, severity.rawValue)) }
    }
    let total =
      disputes.isEmpty
      ? "No disputes"
      : Self.count(disputes.count, "dispute") + " (\(counts.joined(separator: ", ")))"
    let maybe = suggested.isEmpty ? "" : ", and \(suggested.count) only suggested"
    line(style.strong(total + maybe + "."), to: &output)
    line(
      "Looked at \(Self.count(coverage.articles, "article")): "
        + "\(Self.count(coverage.passages, "passage")), "
        + "\(Self.count(coverage.alignments, "alignment")), "
        + "\(coverage.factsText), "
        + "\(coverage.unresolved) unresolved, \(coverage.skipped.count) skipped.", to: &output)
    if let curtailed = coverage.curtailedText { line(curtailed, to: &output) }
    // Standard error has named them all.
    for skipped in coverage.skipped.prefix(Self.shownSkipped) {
      line("Skipped \(skipped.description)", to: &output)
    }
    let left = coverage.skipped.count - Self.shownSkipped
    if left > 0 { line("Skipped \(left) more.", to: &output) }
  }

  private static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }
}
