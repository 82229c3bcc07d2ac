/// A denial against a statement, in other words: "There is no man on the roof" against "Two men
/// are working on the roof".
///
/// What is denied in general is denied of every case: when all content of the sentence with the
/// negation stands in the other sentence too, the two can't both be true. A negation with content
/// of its own denies something else.
struct RetoldPolarity: Sendable {
  let negations: PhraseTable
  /// Words that deny by themselves: "lacks".
  let implied: PhraseTable
  let openers: Openers
  /// Words that say that something is halted; told where the other denies it, they say the same.
  let stops: WordSet
  /// Quantifiers of a part: "some" are and "some" are not.
  let partial: WordSet
  /// Words of a sentence at most: in longer ones the negation seldom reaches all of it.
  private static let longest = 22
  private static let fewestTerms = 2

  func findings(_ pair: SentencePair) -> [Finding] {
    guard isShort(pair.aTokens, pair.a), isShort(pair.bTokens, pair.b) else { return [] }
    let left = negations.matches(pair.a.tokens, in: pair.aTokens)
    let right = negations.matches(pair.b.tokens, in: pair.bTokens)
    guard left.count + right.count == 1,
      implied.matches(pair.a.tokens, in: pair.aTokens).isEmpty,
      implied.matches(pair.b.tokens, in: pair.bTokens).isEmpty
    else { return [] }
    let negated = left.first ?? right[0]
    let isA = !left.isEmpty
    let denied = isA ? (pair.a, pair.aTokens) : (pair.b, pair.bTokens)
    let affirmed = isA ? (pair.b, pair.bTokens) : (pair.a, pair.aTokens)
    guard negated.tokens.lowerBound - denied.1.lowerBound <= 6,
      !pair.words.hasBoundary(denied.1, of: denied.0),
      !openers.leavesOpen(
        [negated.tokens], in: denied.1, of: denied.0, against: affirmed.0.tokens[affirmed.1]),
      !affirmed.1.contains(where: { partial.contains(affirmed.0.tokens[$0].hash) }),
      !isHalted(affirmed.1, of: affirmed.0, but: denied.1, of: denied.0)
    else { return [] }
    let terms = pair.words.terms(denied.1.filter { !negated.tokens.contains($0) }, of: denied.0)
    let others = pair.words.terms(affirmed.1, of: affirmed.0)
    guard terms.count >= Self.fewestTerms, terms.isSubset(of: others) else { return [] }
    let isAlike = others.count <= terms.count + max(1, terms.count / 3)
    let deniedSpan = span(denied.1, of: denied.0)
    let affirmedSpan = span(affirmed.1, of: affirmed.0)
    return [
      Finding(
        a: isA ? deniedSpan : affirmedSpan, b: isA ? affirmedSpan : deniedSpan,
        aValue: isA ? "denied" : "affirmed", bValue: isA ? "affirmed" : "denied",
        isConflict: true, match: isAlike ? .confirmed : .suggested, hunk: pair.aTokens)
    ]
  }

  /// "The ferry was suspended", where "there will be no ferry".
  private func isHalted(
    _ sentence: Range<Int>, of document: Document, but denied: Range<Int>, of other: Document
  ) -> Bool {
    sentence.contains { at in
      stops.contains(document.tokens[at].hash)
        && !denied.contains { other.tokens[$0].hash == document.tokens[at].hash }
    }
  }

  private func isShort(_ sentence: Range<Int>, _ document: Document) -> Bool {
    document.tokens[sentence].count { $0.isWord } <= Self.longest
  }

  /// The sentence from its first to its last word.
  private func span(_ sentence: Range<Int>, of document: Document) -> Range<Int> {
    let words = sentence.filter { document.tokens[$0].isWord }
    return (words.first ?? sentence.lowerBound)..<(words.last ?? sentence.lowerBound) + 1
  }
}
