/// Runs the examples of rules: the tests and the documentation that every rule carries.
public struct RuleExamples: Sendable {
  private let comparison: Comparison

  public init(_ language: Language) { comparison = Comparison(language: language) }

  /// An example that came out otherwise than its rule says.
  public struct Failure: Sendable, CustomStringConvertible {
    public let rule: Rule
    public let example: Rule.Example
    /// Whether the rule was expected to report.
    public let isConflictExpected: Bool
    /// How the example was changed before it was run ("swapped").
    public let transform: String

    public var description: String {
      let expected =
        isConflictExpected
        ? "should conflict, and nothing was found" : "should agree, and a conflict was found"
      return """
        \(rule.path):\(example.line):1: \(rule.id): this example \(expected) (\(transform))
          a: \(example.a)
          b: \(example.b)
        """
    }
  }

  /// The examples of `rules` that fail, forwards and swapped.
  public func failures(of rules: [Rule]) -> [Failure] {
    rules.flatMap { rule in
      failures(rule, rule.examples.conflict, isConflict: true)
        + failures(rule, rule.examples.agree, isConflict: false)
    }
  }

  /// How many examples `rules` have, each run twice.
  public static func count(_ rules: [Rule]) -> Int {
    rules.reduce(0) { $0 + $1.examples.conflict.count + $1.examples.agree.count }
  }

  private func failures(_ rule: Rule, _ examples: [Rule.Example], isConflict: Bool) -> [Failure] {
    examples.flatMap { example in
      [("as it stands", example.a, example.b), ("swapped", example.b, example.a)].compactMap {
        transform, a, b in
        reports(rule, a: a, b: b, published: example.published) == isConflict
          ? nil
          : Failure(
            rule: rule, example: example, isConflictExpected: isConflict, transform: transform)
      }
    }
  }

  /// Whether the rule reports a conflict between two texts.
  public func reports(_ rule: Rule, a: String, b: String, published: PublicationDate?) -> Bool {
    let pair = TextPair(id: rule.id, a: a, b: b, publishedA: published, publishedB: published)
    return comparison.judgements(on: comparison.documents(of: [pair.a, pair.b]))
      .contains { $0.isConflict && $0.conflict.rule == rule.id }
  }
}
