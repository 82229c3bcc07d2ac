internal import Foundation

/// Runs the examples of rules: the tests and the documentation that every rule carries.
///
/// Each runs in every variant, so that a rule can't depend on which article comes first, on line
/// ends, on how accents are encoded or on where in the text it looks.
public struct RuleExamples: Sendable {
  private let comparison: Comparison

  public init(_ language: Language) { comparison = Comparison(language: language) }

  /// How an example is changed before it is run.
  public enum Variant: String, Sendable, CaseIterable {
    case plain = "as it stands"
    case swapped
    case windows = "with CRLF line ends"
    case decomposed = "with decomposed accents"
    case emoji = "with an emoji in front"

    /// The two texts to compare.
    func texts(_ example: Rule.Example) -> (a: String, b: String) {
      switch self {
      case .plain: (example.a, example.b)
      case .swapped: (example.b, example.a)
      case .windows: ("\r\n\(example.a)\r\n", "\r\n\(example.b)\r\n")
      case .decomposed:
        (
          example.a.decomposedStringWithCanonicalMapping,
          example.b.decomposedStringWithCanonicalMapping
        )
      // Several scalars, of four bytes each.
      case .emoji: ("👩🏽‍🚒 \(example.a)", "👩🏽‍🚒 \(example.b)")
      }
    }
  }

  /// An example that came out otherwise than its rule says.
  public struct Failure: Sendable, CustomStringConvertible {
    public let rule: Rule
    public let example: Rule.Example
    /// Whether the rule was expected to report.
    public let isConflictExpected: Bool
    /// The variants in which it did not come out as it should.
    public let variants: [Variant]

    public var description: String {
      let expected =
        isConflictExpected
        ? "should conflict, and nothing was found" : "should agree, and a conflict was found"
      let how =
        variants.count == Variant.allCases.count
        ? "" : " (\(variants.map(\.rawValue).joined(separator: ", ")))"
      return """
        \(rule.path):\(example.line):\(example.column): \(rule.id): this example \(expected)\(how)
          a: \(example.a)
          b: \(example.b)
        """
    }
  }

  /// The examples of `rules` that fail in one variant or more, in their order.
  ///
  /// - Parameter jobs: threads at most; the result is the same for any number.
  public func failures(of rules: [Rule], jobs: Int = 1) -> [Failure] {
    let all = rules.flatMap { rule in
      rule.examples.conflict.map { (rule: rule, example: $0, isConflict: true) }
        + rule.examples.agree.map { (rule: rule, example: $0, isConflict: false) }
    }
    return Parallel.map(all.count, jobs: jobs) { number -> Failure? in
      let (rule, example, isConflict) = all[number]
      let failed = Variant.allCases.filter { variant in
        let (a, b) = variant.texts(example)
        return reports(rule, a: a, b: b, published: example.published) != isConflict
      }
      return failed.isEmpty
        ? nil
        : Failure(
          rule: rule, example: example, isConflictExpected: isConflict, variants: failed)
    }.compactMap { $0 }
  }

  /// How many examples `rules` have.
  public static func count(_ rules: [Rule]) -> Int {
    rules.reduce(0) { $0 + $1.examples.conflict.count + $1.examples.agree.count }
  }

  /// Whether the rule reports a conflict between two texts.
  public func reports(_ rule: Rule, a: String, b: String, published: PublicationDate?) -> Bool {
    let pair = TextPair(id: rule.id, a: a, b: b, publishedA: published, publishedB: published)
    return comparison.judgements(on: comparison.documents(of: [pair.a, pair.b]))
      .contains { $0.isConflict && $0.conflict.rule == rule.id }
  }
}
