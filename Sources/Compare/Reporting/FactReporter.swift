/// The formats of `extract`.
public enum FactFormat: String, Sendable, CaseIterable {
  case json, jsonl
}

/// Writes the facts of documents, for `extract`.
public struct FactReporter: Sendable {
  let format: FactFormat

  public init(_ format: FactFormat) { self.format = format }

  /// - Parameter facts: a list for each document.
  public func write(
    _ documents: [Document], facts: [[Fact]], to output: inout some TextOutputStream
  ) {
    switch format {
    case .json:
      let all = zip(documents, facts).flatMap { document, facts in
        facts.map { JSONValue.fact($0, in: document) }
      }
      JSONValue.array(all).write(to: &output, indent: 1)
      output.write("\n")
    case .jsonl:
      for (document, facts) in zip(documents, facts) {
        for fact in facts {
          JSONValue.fact(fact, in: document).write(to: &output)
          output.write("\n")
        }
      }
    }
  }
}

extension JSONValue {
  static func fact(_ fact: Fact, in document: Document) -> JSONValue {
    let article = document.article
    return .object([
      "document": .string(article.id),
      "start": .integer(article.scalar(fact.range.start)),
      "end": .integer(article.scalar(fact.range.end)),
      "text": .string(article.string(fact.range)),
      "type": .string(fact.type.rawValue),
      "value": .string(fact.value),
      "mod": .optional(fact.mod?.rawValue),
      "low": bound(fact.bounds.low, of: fact.type),
      "high": bound(fact.bounds.high, of: fact.type),
      "unit": .optional(fact.unit),
      "sentence": .string(article.string(document.sentences[fact.sentence].range)),
    ])
  }

  /// Dates as ISO dates, all else as plain numbers in base units.
  private static func bound(_ value: Double?, of type: FactType) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    guard type == .date || type == .interval, abs(value) < 4_000_000 else { return .number(value) }
    return .string(CivilDate(serial: Int(value.rounded(.down))).description)
  }
}
