/// `check --format markdown`: for the comment on a pull request, or the summary of a job.
public struct MarkdownReporter: Reporter {
  /// What a comment on GitHub can hold is 65,536 characters; this leaves room.
  static let longest = 60_000

  let options: ReportOptions
  private let places: ReportPlaces

  public init(_ options: ReportOptions) {
    self.options = options
    places = ReportPlaces(working: options.workingDirectory)
  }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    let groups = DisputeGroup.groups(of: findings)
    let open = groups.filter { group in group.conflicts.contains { $0.status != .known } }
    let counting = open.filter { $0.conflicts.contains(where: options.threshold.counts) }
    let others = open.filter { group in !group.conflicts.contains(where: options.threshold.counts) }
    output.write("### compare: \(headline(counting, findings))\n\n")
    var room = Self.longest
    var left = 0
    for group in counting + others {
      let section = section(group, of: findings)
      if section.unicodeScalars.count <= room {
        room -= section.unicodeScalars.count
        output.write(section)
      } else {
        left += 1
      }
    }
    if left > 0 {
      output.write("… and \(Self.count(left, "more dispute", "more disputes")).\n\n")
    }
    write(findings, known: groups.count - open.count, to: &output)
  }

  private func headline(_ counting: [DisputeGroup], _ findings: Findings) -> String {
    guard findings.baseline != nil else {
      return counting.isEmpty
        ? "no disputes at the threshold" : Self.count(counting.count, "dispute", "disputes")
    }
    let conflicts = findings.conflicts.filter(options.threshold.counts)
    let new = conflicts.count { $0.status == .new }
    let known = findings.conflicts.count { $0.status == .known }
    return "\(new) new, \(conflicts.count - new) changed, \(known) known"
  }

  private func section(_ group: DisputeGroup, of findings: Findings) -> String {
    let dispute = group.dispute
    let about = dispute.about.isEmpty ? dispute.kind.rawValue : dispute.about
    let doubt = group.match == .suggested ? ", only suggested" : ""
    var text = "#### \(MarkdownText.line(about))\n\n"
    text +=
      "\(group.severity.rawValue), \(dispute.kind.rawValue)"
      + "\(doubt)\(group.sourcesText)\n\n"
    text += "| says | who |\n| --- | --- |\n"
    for position in dispute.positions {
      let words = position.spans.first.map {
        findings.documents[$0.document].article.string($0.range)
      }
      let who = position.who(MarkdownText.line)
      text += "| \(MarkdownText.line(Self.cut(words ?? position.value, 120))) | \(who) |\n"
    }
    text += "\n"
    let open = group.conflicts.filter { $0.status != .known }
    for conflict in open.prefix(3) { text += detail(conflict, of: findings) }
    let more = open.count - 3
    if more > 0 {
      text += "… and \(Self.count(more, "more pair of sentences", "more pairs of sentences")).\n\n"
    }
    let known = group.conflicts.count - open.count
    if known > 0 {
      text += "\(Self.count(known, "pair of sentences is", "pairs of sentences are")) known.\n\n"
    }
    return text
  }

  private func detail(_ conflict: Conflict, of findings: Findings) -> String {
    let status = findings.baseline == nil ? "" : "\(conflict.status.rawValue): "
    var text = "<details><summary>\(status)\(MarkdownText.line(conflict.reason))</summary>\n\n"
    if let note = conflict.acceptance?.note { text += "\(MarkdownText.line(note))\n\n" }
    for side in [conflict.a, conflict.b] {
      let article = findings.documents[side.document].article
      let line = places.place(side, in: findings.documents).line
      let source = side.attribution.map { ", citing \($0)" } ?? ""
      text +=
        "- **\(MarkdownText.line(article.sourceText + source))** "
        + "(\(MarkdownText.line("\(places.path(article)):\(line)")))\n\n  > "
        + "\(marked(side, in: article))\n\n"
    }
    return text + "\(MarkdownText.line(conflict.rule)), `\(conflict.fingerprint)`\n\n</details>\n\n"
  }

  /// The sentence with the words in bold.
  private func marked(_ side: Side, in article: Article) -> String {
    func part(_ start: Int, _ end: Int, isEnd: Bool = false) -> String {
      let text = TerminalText.line(article.string(TextRange(start, end)))
      return MarkdownText.line(isEnd ? Self.cut(text, 300) : text)
    }
    guard side.passage.contains(side.range) else {
      return part(side.passage.start, side.passage.end)
    }
    let before = article.string(TextRange(side.passage.start, side.range.start))
    let gap = { (text: String) in
      text.unicodeScalars.last.map { $0.properties.isWhitespace } ?? false ? " " : ""
    }
    let after = article.string(TextRange(side.range.end, side.passage.end))
    let isSpaced =
      after.unicodeScalars.first { $0.properties.isWhitespace || !TerminalText.isControl($0) }
      .map { $0.properties.isWhitespace } ?? false
    return part(side.passage.start, side.range.start) + gap(before)
      + "<b>\(part(side.range.start, side.range.end))</b>" + (isSpaced ? " " : "")
      + part(side.range.end, side.passage.end, isEnd: true)
  }

  private func write(_ findings: Findings, known: Int, to output: inout some TextOutputStream) {
    let coverage = findings.coverage
    output.write(
      "Looked at \(Self.count(coverage.articles, "article", "articles")): "
        + "\(Self.count(coverage.passages, "passage", "passages")), "
        + "\(Self.count(coverage.alignments, "alignment", "alignments")), "
        + "\(coverage.factsText), "
        + "\(coverage.unresolved) unresolved, \(coverage.skipped.count) skipped.\n")
    if let curtailed = coverage.curtailedText { output.write("\n\(curtailed)\n") }
    for skipped in coverage.skipped.prefix(20) {
      output.write("\n- not analysed: \(MarkdownText.line(skipped.description))")
    }
    if !coverage.skipped.isEmpty { output.write("\n") }
    guard let baseline = findings.baseline else { return }
    output.write(
      "\n\(Self.count(known, "known dispute", "known disputes")), "
        + "\(Self.count(baseline.stale.count, "baseline entry", "baseline entries")) gone, "
        + "\(baseline.expired.count) run out.\n")
  }

  private static func cut(_ text: String, _ length: Int) -> String {
    text.unicodeScalars.count <= length ? text : String(text.unicodeScalars.prefix(length)) + "…"
  }

  private static func count(_ number: Int, _ one: String, _ many: String) -> String {
    "\(number) \(number == 1 ? one : many)"
  }
}
