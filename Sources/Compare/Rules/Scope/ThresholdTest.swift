/// A limit that counts the number itself in, against one that leaves it out: "anyone 21 or older",
/// "adults over 21".
struct ThresholdTest: PairTest {
  /// Words before a number that leave it out: "over", "more than".
  let above: PhraseTable
  /// Words after a number that count it in: "or older", "and up".
  let upwards: PhraseTable
  /// Least weight and number of the terms that both sentences have, see `SharedContext`.
  private static let least = (weight: 2.5, terms: 3)
  /// Terms that are enough in passages aligned with each other, however common in the articles.
  private static let enough = 4

  var need: Need { .facts([.number, .age, .quantity]) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let (left, right) = (pair.aFacts.keeping(isNumber), pair.bFacts.keeping(isNumber))
    return left.flatMap { first in
      right.compactMap { second in
        guard first.value == second.value, let left = limit(first, pair.aTokens, pair.a),
          let right = limit(second, pair.bTokens, pair.b), left.isIn != right.isIn
        else { return nil }
        let context = SharedContext(first.tokens, second.tokens, in: pair)
        let isRare =
          context.terms.count >= Self.least.terms && context.weight >= Self.least.weight
        guard isRare || pair.candidate.isAligned && context.terms.count >= Self.enough else {
          return nil
        }
        return Finding(
          a: left.tokens, b: right.tokens, aValue: pair.a.string(left.tokens),
          bValue: pair.b.string(right.tokens), isConflict: true, match: .confirmed,
          hunk: left.tokens)
      }
    }
  }

  private func isNumber(_ fact: Fact) -> Bool {
    fact.type == .number || fact.type == .age || fact.type == .quantity
  }

  private func limit(
    _ fact: Fact, _ sentence: Range<Int>, _ document: Document
  ) -> (tokens: Range<Int>, isIn: Bool)? {
    let reach = fact.tokens.lowerBound..<min(sentence.upperBound, fact.tokens.upperBound + 4)
    if let hit = upwards.matches(document.tokens, in: reach).first,
      hit.tokens.lowerBound <= fact.tokens.upperBound + 1
    {
      let end = max(hit.tokens.upperBound, fact.tokens.upperBound)
      return (fact.tokens.lowerBound..<end, true)
    }
    let before = max(sentence.lowerBound, fact.tokens.lowerBound - 2)..<fact.tokens.upperBound
    guard let hit = above.matches(document.tokens, in: before).first else { return nil }
    return (min(hit.tokens.lowerBound, fact.tokens.lowerBound)..<fact.tokens.upperBound, false)
  }
}
