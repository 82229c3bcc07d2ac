/// Words of a scale in re-told sentences, bound by the deed that they stand beside: "was searched
/// several times", "the house has twice been searched".
struct RetoldScale: Sendable {
  let phrases: PhraseTable
  let negations: PhraseTable
  /// Tokens between the word and the deed at most.
  private static let reach = 5
  /// Least weight of what the sentences share, see `SharedContext`.
  private static let least = 1.5

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin, let left = use(pair.aTokens, of: pair.a, pair.words),
      let right = use(pair.bTokens, of: pair.b, pair.words),
      !left.deed.isDisjoint(with: right.deed), !hasOtherNames(left, right),
      SharedContext(left.tokens, right.tokens, in: pair).weight >= Self.least
    else { return [] }
    return [
      Finding(
        a: left.tokens, b: right.tokens, aValue: pair.a.string(left.tokens),
        bValue: pair.b.string(right.tokens), isConflict: !left.interval.meets(right.interval),
        match: .confirmed, hunk: left.tokens)
    ]
  }

  private struct Use {
    let tokens: Range<Int>
    let interval: ScaleInterval
    /// What was done: content words beside it that are no names.
    let deed: TermSet
    /// Names in its clause.
    let names: TermSet
  }

  /// The only word of the scale in a sentence.
  private func use(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> Use? {
    let hits = phrases.matches(document.tokens, in: sentence)
    guard hits.count == 1, let interval = ScaleInterval(hits[0].value) else { return nil }
    let hit = hits[0].tokens
    let clause = words.clause(of: hit, in: sentence, of: document)
    guard negations.matches(document.tokens, in: clause).isEmpty else { return nil }
    let from = max(clause.lowerBound, hit.lowerBound - Self.reach)
    let to = min(clause.upperBound, hit.upperBound + Self.reach)
    let deed = words.terms(
      (from..<to).filter {
        !hit.contains($0) && !document.tokens[$0].flags.contains(.capitalised)
      }, of: document)
    return Use(
      tokens: hit, interval: interval, deed: deed, names: words.names(clause, of: document))
  }

  private func hasOtherNames(_ left: Use, _ right: Use) -> Bool {
    !left.names.isEmpty && !right.names.isEmpty && left.names.isDisjoint(with: right.names)
  }
}
