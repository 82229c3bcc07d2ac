/// Writes verdicts on pairs of texts, a line each, for `pairs`.
public struct PairReporter: Sendable {
  public init() {}

  public func write(_ verdict: PairVerdict, to output: inout some TextOutputStream) {
    var kinds: [String] = []
    for conflict in verdict.conflicts where !kinds.contains(conflict.kind.rawValue) {
      kinds.append(conflict.kind.rawValue)
    }
    JSONValue.object([
      "id": .string(verdict.id),
      "label": .string(verdict.label.rawValue),
      "kinds": .array(kinds.map(JSONValue.string)),
      "evidence": .array(
        verdict.conflicts.map { conflict in
          .object([
            "kind": .string(conflict.kind.rawValue),
            "rule": .string(conflict.rule),
            "match": .string(conflict.match.rawValue),
            "a": Self.side(conflict.a, of: verdict.documents),
            "b": Self.side(conflict.b, of: verdict.documents),
          ])
        }),
    ]).write(to: &output)
    output.write("\n")
  }

  private static func side(_ side: Side, of documents: [Document]) -> JSONValue {
    let article = documents[side.document].article
    return .object([
      "start": .integer(article.scalar(side.range.start)),
      "end": .integer(article.scalar(side.range.end)),
      "text": .string(article.string(side.range)),
      "value": .string(side.value),
    ])
  }
}
