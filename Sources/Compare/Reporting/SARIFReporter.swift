/// `check --format sarif`: Static Analysis Results Interchange Format, version 2.1.0 (OASIS).
///
/// All rules that ran are listed. What is known stays in, as suppressed: results that come and go
/// make alerts flap; the gate is the exit status.
public struct SARIFReporter: Reporter {
  /// What GitHub takes at most.
  static let mostResults = 25_000
  /// The name of our fingerprint; `primaryLocationLineHash` is not ours to give.
  static let fingerprint = "compareConflict/v1"

  let options: ReportOptions
  private let places: ReportPlaces

  public init(_ options: ReportOptions) {
    self.options = options
    places = ReportPlaces(working: options.workingDirectory)
  }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    let conflicts = shown(findings)
    let left = findings.conflicts.count - conflicts.count
    let log: JSONValue = .object([
      "$schema": .string("https://json.schemastore.org/sarif-2.1.0.json"),
      "version": .string("2.1.0"),
      "runs": .array([
        .object([
          "tool": tool,
          "invocations": .array([invocation(findings, left: left)]),
          "columnKind": .string("unicodeCodePoints"),
          "results": .array(conflicts.map { result($0, of: findings) }),
        ])
      ]),
    ])
    log.write(to: &output, indent: 1)
    output.write("\n")
  }

  /// All, or the weightiest where there are too many, in the findings' order.
  private func shown(_ findings: Findings) -> [Conflict] {
    guard findings.conflicts.count > Self.mostResults else { return findings.conflicts }
    let kept = findings.conflicts.indices.sorted { left, right in
      let (first, second) = (findings.conflicts[left], findings.conflicts[right])
      let counts = (options.threshold.counts(first), options.threshold.counts(second))
      if counts.0 != counts.1 { return counts.0 }
      return first.severity != second.severity ? first.severity > second.severity : left < right
    }
    return kept.prefix(Self.mostResults).sorted().map { findings.conflicts[$0] }
  }

  // MARK: The run

  private var tool: JSONValue {
    .object([
      "driver": .object([
        "name": .string("compare"),
        "version": .string(options.version),
        "rules": .array(options.rules.map(rule)),
      ])
    ])
  }

  private func rule(_ rule: Rule) -> JSONValue {
    .object([
      "id": .string(rule.id),
      "shortDescription": Self.text(rule.title),
      "fullDescription": Self.text(rule.explain.isEmpty ? rule.title : rule.explain),
      "defaultConfiguration": .object(["level": .string(rule.severity.rawValue)]),
      "properties": .object([
        "kind": .string(rule.kind.rawValue), "revision": .integer(rule.revision),
        "tags": .array([.string(rule.kind.rawValue)]),
      ]),
    ])
  }

  private func invocation(_ findings: Findings, left: Int) -> JSONValue {
    var notes = findings.coverage.skipped.map { skipped in
      JSONValue.object([
        "level": .string("error"), "message": Self.text("Not analysed: \(skipped.description)"),
      ])
    }
    if let curtailed = findings.coverage.curtailedText {
      notes.append(
        .object(["level": .string("warning"), "message": Self.text(curtailed)]))
    }
    if left > 0 {
      notes.append(
        .object([
          "level": .string("warning"),
          "message": Self.text("\(left) further conflicts are left out of this file."),
        ]))
    }
    return .object([
      "executionSuccessful": .bool(findings.coverage.skipped.isEmpty),
      "toolExecutionNotifications": .array(notes),
    ])
  }

  // MARK: Results

  private func result(_ conflict: Conflict, of findings: Findings) -> JSONValue {
    let sides = OrderedSides(conflict, in: findings.documents)
    var fields: [(String, JSONValue)] = [("ruleId", .string(conflict.rule))]
    if let index = options.rules.firstIndex(where: { $0.id == conflict.rule }) {
      fields.append(("ruleIndex", .integer(index)))
    }
    let isSure = conflict.match == .confirmed
    fields += [
      ("level", .string(isSure ? conflict.severity.rawValue : Severity.note.rawValue)),
      ("message", message(conflict, other: sides.other, in: findings.documents)),
      ("locations", .array([location(sides.first, in: findings.documents)])),
      (
        "relatedLocations",
        .array([location(sides.other, id: 1, in: findings.documents)])
      ),
      ("partialFingerprints", .object([Self.fingerprint: .string(conflict.fingerprint)])),
    ]
    if findings.baseline != nil {
      fields.append(("baselineState", .string(Self.state(conflict.status))))
      fields.append(("suppressions", .array(Self.suppressions(conflict))))
    }
    fields.append(
      (
        "properties",
        .object([
          "kind": .string(conflict.kind.rawValue), "match": .string(conflict.match.rawValue),
          "dispute": .string(conflict.dispute), "similarity": .similarity(conflict.similarity),
          "a": .string(conflict.a.value), "b": .string(conflict.b.value),
        ])
      ))
    return .fields(fields)
  }

  private func message(_ conflict: Conflict, other: Side, in documents: [Document]) -> JSONValue {
    let doubt = conflict.match == .suggested ? "Only suggested: " : ""
    let outlet = documents[other.document].article.outlet
    let link = "[\(Self.plain(outlet))](1)"
    return .object([
      "text": .string(
        "\(doubt)\(Self.plain(conflict.sentences)) The other side: \(link).")
    ])
  }

  private func location(_ side: Side, id: Int? = nil, in documents: [Document]) -> JSONValue {
    let article = documents[side.document].article
    let place = places.place(side, in: documents)
    var region: [(String, JSONValue)] = [("startLine", .integer(place.line))]
    if let column = place.column, let endLine = place.endLine, let endColumn = place.endColumn {
      region += [
        ("startColumn", .integer(column)), ("endLine", .integer(endLine)),
        ("endColumn", .integer(endColumn)),
      ]
    }
    region.append(("snippet", Self.raw(TerminalText.lines(article.string(side.range)))))
    var fields: [(String, JSONValue)] = []
    if let id { fields.append(("id", .integer(id))) }
    fields += [
      (
        "physicalLocation",
        .object([
          "artifactLocation": .object(["uri": .string(places.uri(places.path(article)))]),
          "region": .fields(region),
        ])
      ),
      (
        "message",
        Self.text("\(article.sourceText): \(TerminalText.line(article.string(side.passage)))")
      ),
    ]
    return .fields(fields)
  }

  private static func state(_ status: Status) -> String {
    switch status {
    case .new: "new"
    case .known: "unchanged"
    case .changed: "updated"
    }
  }

  private static func suppressions(_ conflict: Conflict) -> [JSONValue] {
    guard conflict.status == .known, let acceptance = conflict.acceptance else { return [] }
    let words = [
      acceptance.reason, acceptance.by.map { "by \($0)" },
      acceptance.until.map { "until \($0)" }, acceptance.note,
    ].compactMap { $0 }
    return [
      .object([
        // Without a status it counts as accepted; editions of the schema differ in that name.
        "kind": .string("external"),
        "justification": .string(words.isEmpty ? "accepted" : words.joined(separator: "; ")),
      ])
    ]
  }

  // MARK: Text

  private static func text(_ text: String) -> JSONValue { .object(["text": .string(plain(text))]) }
  private static func raw(_ text: String) -> JSONValue { .object(["text": .string(text)]) }

  /// One line in which nothing is a link or a placeholder (SARIF 2.1.0, 3.11.5 and 3.11.6).
  private static func plain(_ text: String) -> String {
    var plain = ""
    for scalar in TerminalText.line(text).unicodeScalars {
      switch scalar {
      case "\\", "[", "]": plain += "\\"
      case "{": plain += "{"
      case "}": plain += "}"
      default: break
      }
      plain.unicodeScalars.append(scalar)
    }
    return plain
  }
}
