/// The formats of `claim`.
public enum ClaimFormat: String, Sendable, CaseIterable {
  case text, json, csv
}

/// Writes what bears on a statement, for `claim`.
public struct ClaimReporter: Sendable {
  let format: ClaimFormat
  let options: ReportOptions
  /// Related passages at most.
  let related: Int

  public init(_ format: ClaimFormat, _ options: ReportOptions, related: Int = .max) {
    (self.format, self.options, self.related) = (format, options, related)
  }

  public func write(_ findings: ClaimFindings, to output: inout some TextOutputStream) {
    let left = max(0, findings.count(.related) - related)
    let shown = Self.without(related: left, of: findings.passages)
    switch format {
    case .text: writeText(findings, shown, left: left, to: &output)
    case .json:
      JSONValue.claim(findings, shown, left: left, version: options.version)
        .write(to: &output, indent: 1)
      output.write("\n")
    case .csv: writeCSV(findings, shown, to: &output)
    }
  }

  /// The passages without the last `count` that are only related.
  private static func without(related count: Int, of passages: [ClaimPassage]) -> [ClaimPassage] {
    var left = count
    let kept = passages.reversed().filter { passage in
      guard left > 0, passage.bearing == .related else { return true }
      left -= 1
      return false
    }
    return kept.reversed()
  }

  // MARK: Text

  private func writeText(
    _ findings: ClaimFindings, _ shown: [ClaimPassage], left: Int,
    to output: inout some TextOutputStream
  ) {
    let style = TextStyle(usesColor: options.usesColor)
    let claim = findings.statement
    for line in style.lines(claim, claim.body, marks: [], indent: 0) {
      output.write(style.strong(line) + "\n")
    }
    output.write("\n")
    for bearing in Bearing.allCases {
      let passages = shown.filter { $0.bearing == bearing }
      guard !passages.isEmpty else { continue }
      output.write(style.strong(Self.heading(bearing)) + "\n\n")
      for passage in passages { writeText(passage, findings, style, to: &output) }
    }
    if left > 0 { output.write("And \(left) more that are less related.\n\n") }
    let counts = Bearing.allCases.map { Self.counted($0, findings.count($0)) }
    output.write(style.strong(counts.joined(separator: ", ") + ".") + "\n")
    let coverage = findings.coverage
    output.write(
      "Looked at \(coverage.articles) article\(coverage.articles == 1 ? "" : "s"), "
        + "\(coverage.passages) passage\(coverage.passages == 1 ? "" : "s"); \(coverage.skipped.count) skipped.\n"
    )
  }

  /// "1 conflicts" counts verbs.
  private static func counted(_ bearing: Bearing, _ count: Int) -> String {
    switch bearing {
    case .conflicts: count == 1 ? "1 passage conflicts" : "\(count) passages conflict"
    case .supports: count == 1 ? "1 supports it" : "\(count) support it"
    case .related: count == 1 ? "1 is related" : "\(count) are related"
    }
  }

  private static func heading(_ bearing: Bearing) -> String {
    switch bearing {
    case .conflicts: "Conflicts with the statement:"
    case .supports: "Supports it:"
    case .related: "Related:"
    }
  }

  private func writeText(
    _ passage: ClaimPassage, _ findings: ClaimFindings, _ style: TextStyle,
    to output: inout some TextOutputStream
  ) {
    let article = findings.documents[passage.document].article
    let offset = passage.conflicts.first?.b.range.start ?? passage.range.start
    let percent = Int((passage.similarity * 100).rounded())
    let source = passage.attribution.map { ", citing \(TerminalText.line($0))" } ?? ""
    output.write(
      "  \(percent)%  \(style.faint(article.placeText(of: offset)))  \(article.sourceText)\(source)\n"
    )
    let marks = passage.conflicts.map { TextStyle.Mark(range: $0.b.range) }
    for line in style.lines(article, passage.range, marks: marks, indent: 7) {
      output.write(line + "\n")
    }
    for conflict in passage.conflicts {
      let doubt = conflict.match == .suggested ? " (suggested)" : ""
      output.write(
        "       "
          + style.faint(TerminalText.line("\(conflict.rule)\(doubt): \(conflict.message)")) + "\n")
    }
    output.write("\n")
  }

  // MARK: CSV

  /// Only ever appended to.
  static let columns = [
    "bearing", "match", "rule", "kind", "claim_text", "claim_value", "text", "value", "outlet",
    "published", "path", "line", "column", "similarity", "passage", "attribution", "title", "url",
    "message", "tool_version",
  ]

  /// A row a passage; a passage with several conflicts has a row for each.
  private func writeCSV(
    _ findings: ClaimFindings, _ shown: [ClaimPassage], to output: inout some TextOutputStream
  ) {
    let csv = CSVReporter(version: options.version, isGuarded: options.csvGuard)
    output.write(Self.columns.joined(separator: ",") + "\r\n")
    for passage in shown {
      let article = findings.documents[passage.document].article
      for conflict in passage.conflicts.isEmpty ? [nil] : passage.conflicts.map(Optional.some) {
        let place = article.place(of: conflict?.b.range.start ?? passage.range.start)
        let cells: [CSVReporter.Value] = [
          .text(passage.bearing.rawValue), .text(conflict?.match.rawValue), .text(conflict?.rule),
          .text(conflict?.kind.rawValue),
          .text(conflict.map { findings.statement.string($0.a.range) }),
          .text(conflict?.a.value), .text(conflict.map { article.string($0.b.range) }),
          .text(conflict?.b.value), .text(article.outlet), .text(article.published?.text),
          .text(article.path), .number(String(place.line)), .number(String(place.column)),
          .number(JSONValue.similarity(passage.similarity).digits),
          .text(article.string(passage.range)), .text(passage.attribution), .text(article.title),
          .text(article.url), .text(conflict?.message), .text(options.version),
        ]
        output.write(cells.map { csv.cell($0) }.joined(separator: ",") + "\r\n")
      }
    }
  }
}

extension JSONValue {
  fileprivate var digits: String {
    var text = ""
    write(to: &text)
    return text
  }

  fileprivate static func claim(
    _ findings: ClaimFindings, _ shown: [ClaimPassage], left: Int, version: String
  ) -> JSONValue {
    .object([
      "schema": .integer(1),
      "tool": .object(["name": .string("compare"), "version": .string(version)]),
      "claim": .object([
        "text": .string(findings.statement.string(findings.statement.body)),
        "published": .optional(findings.statement.published?.text),
      ]),
      "passages": .array(shown.map { .passage($0, in: findings) }),
      "related_left_out": .integer(left),
      "coverage": .coverage(findings.coverage),
    ])
  }

  private static func passage(_ passage: ClaimPassage, in findings: ClaimFindings) -> JSONValue {
    let article = findings.documents[passage.document].article
    let bearing: [(String, JSONValue)] = [
      ("bearing", .string(passage.bearing.rawValue)),
      ("match", .optional(passage.match?.rawValue)),
      ("similarity", .similarity(passage.similarity)),
    ]
    let conflicts: [JSONValue] = passage.conflicts.map { conflict in
      .object([
        "rule": .string(conflict.rule),
        "kind": .string(conflict.kind.rawValue),
        "severity": .string(conflict.severity.rawValue),
        "match": .string(conflict.match.rawValue),
        "message": .string(conflict.message),
        "reason": .string(conflict.reason),
        "claim": .value(conflict.a, of: findings.statement),
        "passage": .value(conflict.b, of: article),
      ])
    }
    return .fields(
      bearing + fields(of: article) + fields(of: passage.range, in: article) + [
        ("attribution", .optional(passage.attribution)), ("conflicts", .array(conflicts)),
      ])
  }

  private static func value(_ side: Side, of article: Article) -> JSONValue {
    .fields(fields(of: side.range, in: article) + [("value", .string(side.value))])
  }
}
