/// Large figures that two articles of one event give the same thing, in sentences that may have
/// little else in common: "1.4 million parcels" and "as many as 1.3 million parcels".
///
/// Two long figures that are nearly the same and of the same noun are seldom of two things.
extension ValueTest: ArticleTest {
  private static let least = 1000.0
  /// The smaller figure by the larger one at least.
  private static let closest = 0.8

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard slot == .same, types.contains(.number) || types.contains(.money),
      pair.a.number != pair.b.number
    else { return [] }
    let left = figures(pair.facts.facts(pair.a.number))
    let right = figures(pair.facts.facts(pair.b.number))
    guard !left.isEmpty, !right.isEmpty else { return [] }
    return left.flatMap { first in
      right.compactMap { second in
        guard first.isComparable(with: second), isNear(first, second),
          !first.agreesWhenRetold(with: second),
          !pair.candidates.contains(where: {
            $0.aSentence == first.sentence && $0.bSentence == second.sentence
          })
        else { return nil }
        return finding(first, second, pair)
      }
    }
  }

  private func figures(_ facts: [Fact]) -> [Fact] {
    facts.indices.lazy.filter { at in
      (facts[at].type == .number || facts[at].type == .money) && types.contains(facts[at].type)
        && facts[at].isResolved
        // Few are large, and the bounds tell so before the value is read.
        && facts[at].bounds.high ?? .infinity >= Self.least / 2
    }.map { facts[$0] }.filter { Double($0.value) ?? 0 >= Self.least && $0.isPrecise }
  }

  private func isNear(_ first: Fact, _ second: Fact) -> Bool {
    guard let left = Double(first.value), let right = Double(second.value) else { return false }
    return min(left, right) >= Self.closest * max(left, right)
  }

  private func finding(_ first: Fact, _ second: Fact, _ pair: ArticlePair) -> Finding? {
    let sentences = pair.sentences(first.sentence, second.sentence)
    let binding = RetoldBinding(
      words: pair.words, aArticle: sentences.aArticle, bArticle: sentences.bArticle)
    guard
      binding.bound([first], [second], in: sentences).contains(where: { $0.match == .confirmed })
    else { return nil }
    return compared(
      first, second, meets: false, match: .confirmed, inPlace: false, left: sentences.aFacts,
      right: sentences.bFacts, sentences)
  }
}
