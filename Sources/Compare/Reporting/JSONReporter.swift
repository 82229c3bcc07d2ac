/// `check --format json`: one object with conflicts, disputes and coverage.
public struct JSONReporter: Reporter {
  let version: String

  public init(version: String) { self.version = version }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    var fields: [(String, JSONValue)] = [
      ("schema", .integer(1)),
      ("tool", .object(["name": .string("compare"), "version": .string(version)])),
      ("conflicts", .array(findings.conflicts.map { .conflict($0, in: findings.documents) })),
      ("disputes", .array(findings.disputes.map { .dispute($0, in: findings.documents) })),
      ("coverage", .coverage(findings.coverage)),
    ]
    if let summary = findings.baseline { fields.append(("baseline", .baseline(summary))) }
    JSONValue.fields(fields).write(to: &output, indent: 1)
    output.write("\n")
  }
}

/// `check --format jsonl`: a conflict a line.
public struct JSONLinesReporter: Reporter {
  public init() {}

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    for conflict in findings.conflicts {
      JSONValue.conflict(conflict, in: findings.documents).write(to: &output)
      output.write("\n")
    }
  }
}

extension JSONValue {
  static func conflict(_ conflict: Conflict, in documents: [Document]) -> JSONValue {
    var fields: [(String, JSONValue)] = [
      ("fingerprint", .string(conflict.fingerprint)),
      ("dispute", .string(conflict.dispute)),
      ("rule", .string(conflict.rule)),
      ("kind", .string(conflict.kind.rawValue)),
      ("severity", .string(conflict.severity.rawValue)),
      ("match", .string(conflict.match.rawValue)),
      ("status", .string(conflict.status.rawValue)),
      ("message", .string(conflict.message)),
      ("reason", .string(conflict.reason)),
      ("about", .string(conflict.about)),
      ("similarity", .similarity(conflict.similarity)),
      ("a", .side(conflict.a, in: documents)),
      ("b", .side(conflict.b, in: documents)),
    ]
    if conflict.acceptance != nil {
      fields.append(("accepted", .acceptance(conflict.acceptance)))
    }
    return .fields(fields)
  }

  static func baseline(_ summary: BaselineSummary) -> JSONValue {
    func leftovers(_ list: [BaselineSummary.Leftover]) -> JSONValue {
      .array(
        list.map { entry in
          .object([
            "fingerprint": .string(entry.fingerprint), "rule": .string(entry.rule),
            "description": .string(entry.description),
            "paths": .array(entry.paths.map(JSONValue.string)),
          ])
        })
    }
    return .object([
      "path": .string(summary.path),
      "today": .optional(summary.today?.description),
      "stale": leftovers(summary.stale),
      "unseen": leftovers(summary.unseen),
      "expired": .array(summary.expired.map(JSONValue.string)),
      "notes": .array(summary.notes.map(JSONValue.string)),
    ])
  }

  /// Four decimals: enough to tell two apart, and alike on every machine.
  static func similarity(_ value: Double) -> JSONValue {
    .number((value * 10_000).rounded() / 10_000)
  }

  private static func side(_ side: Side, in documents: [Document]) -> JSONValue {
    let article = documents[side.document].article
    return .fields(
      fields(of: article) + fields(of: side.range, in: article) + [
        ("value", .string(side.value)),
        ("passage", .string(article.string(side.passage))),
        ("attribution", .optional(side.attribution)),
      ])
  }

  /// Which article it is.
  static func fields(of article: Article) -> [(String, JSONValue)] {
    [
      ("document", .string(article.id)),
      ("path", .string(article.path)),
      ("outlet", .string(article.outlet)),
      ("published", .optional(article.published?.text)),
      ("title", .optional(article.title)),
      ("url", .optional(article.url)),
    ]
  }

  /// Where some words stand, and the words; offsets and columns in scalars.
  static func fields(of range: TextRange, in article: Article) -> [(String, JSONValue)] {
    let place = article.place(of: range.start)
    return [
      ("start", .integer(article.scalar(range.start))),
      ("end", .integer(article.scalar(range.end))),
      ("line", .integer(place.line)),
      ("column", .integer(place.column)),
      ("text", .string(article.string(range))),
    ]
  }

  static func dispute(_ dispute: Dispute, in documents: [Document]) -> JSONValue {
    .object([
      "id": .string(dispute.id),
      "kind": .string(dispute.kind.rawValue),
      "about": .string(dispute.about),
      "between": .string(dispute.isBetweenSources ? "sources" : "outlets"),
      "positions": .array(
        dispute.positions.map { position in
          .object([
            "value": .string(position.value),
            "outlets": .array(position.outlets.map(JSONValue.string)),
            "voices": .voices(position.voices),
            "spans": .array(position.spans.map { .span($0, in: documents) }),
          ])
        }),
    ])
  }

  /// A list of outlets for each voice: the first is the voice, all others are its copies.
  static func voices(_ voices: [Dispute.Voice]) -> JSONValue {
    .array(voices.map { .array(([$0.outlet] + $0.copies).map(JSONValue.string)) })
  }

  private static func span(_ span: Dispute.Span, in documents: [Document]) -> JSONValue {
    let article = documents[span.document].article
    return .object([
      "document": .string(article.id),
      "start": .integer(article.scalar(span.range.start)),
      "end": .integer(article.scalar(span.range.end)),
    ])
  }

  static func coverage(_ coverage: Coverage) -> JSONValue {
    .object([
      "articles": .integer(coverage.articles),
      "passages": .integer(coverage.passages),
      "alignments": .integer(coverage.alignments),
      "curtailed": .integer(coverage.curtailed),
      "facts": .integer(coverage.facts),
      "unresolved": .integer(coverage.unresolved),
      "skipped": .array(
        coverage.skipped.map { skipped in
          .object([
            "path": .string(skipped.path),
            "line": skipped.line.map(JSONValue.integer) ?? .null,
            "reason": .string(skipped.reason),
          ])
        }),
    ])
  }
}
