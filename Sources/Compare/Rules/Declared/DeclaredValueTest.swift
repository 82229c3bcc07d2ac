/// Values that can't both hold, in the same place of statements declared to be about the same
/// thing: with the same word next to them, in sentences that share most of their words.
struct DeclaredValueTest: PairTest {
  let types: Set<FactType>
  let negations: PhraseTable
  /// How far before a value a negation may stand that denies it, in tokens.
  private static let reach = 8
  /// The least part of a statement that the other text must have.
  private static let leastCover = 0.6

  var need: Need { .declaration }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard let declared = pair.declared else { return [] }
    for sides in declared.sides(pair.candidate.aSentence, pair.candidate.bSentence) {
      let found = findings(sides, pair)
      if !found.isEmpty { return found }
    }
    return []
  }

  private func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let claims = (sides.isClaimA ? pair.aFacts : pair.bFacts).filter(isTaken)
    let found = (sides.isClaimA ? pair.bFacts : pair.aFacts).filter(isTaken)
    guard !claims.isEmpty, !found.isEmpty else { return [] }
    let allClaims = sides.isClaimA ? pair.aArticle : pair.bArticle
    let allFound = sides.isClaimA ? pair.bArticle : pair.aArticle
    return claims.flatMap { claim -> [Finding] in
      guard !allFound.contains(where: { claim.isSaid(by: $0) && isNear($0, claim, sides) }),
        !isDenied(claim.tokens, sides.claimTokens, sides.claim.document)
      else { return [] }
      let slots = found.filter { isSlot($0, of: claim, sides) }
      // With several values in the same place, the claim may be on any of them.
      guard slots.count == 1, let slot = slots.first, !claim.isSame(as: slot),
        !isDenied(slot.tokens, sides.evidenceTokens, sides.evidence.document),
        !allClaims.contains(where: { slot.isSaid(by: $0) })
      else { return [] }
      return [
        sides.finding(
          claim: claim.tokens, evidence: slot.tokens, values: (claim.value, slot.value),
          isConflict: true)
      ]
    }
  }

  /// Whether a value of the evidence that says the same as the claim's may be the claim's: a day
  /// wherever it stands, a number with one of the words that stand with the claim's.
  private func isNear(_ fact: Fact, _ claim: Fact, _ sides: DeclaredSides) -> Bool {
    guard !claim.isCalendar else { return true }
    let sentence = sides.evidence.document.sentences[fact.sentence].tokens
    let frame = SlotFrame(claim.tokens, in: sides.claimTokens, of: sides.claim)
    let other = SlotFrame(fact.tokens, in: sentence, of: sides.evidence)
    return !frame.window.isDisjoint(with: other.window)
  }

  /// Whether the same word introduces both: "in 1993" and "since 1992" are of different things.
  private func isLinkedAlike(
    _ claim: Range<Int>, _ value: Range<Int>, _ sides: DeclaredSides
  ) -> Bool {
    claim.lowerBound > 0 && value.lowerBound > 0
      && sides.claim.document.tokens[claim.lowerBound - 1].hash
        == sides.evidence.document.tokens[value.lowerBound - 1].hash
  }

  private func isDenied(
    _ value: Range<Int>, _ sentence: Range<Int>, _ document: Document
  ) -> Bool {
    let before = max(sentence.lowerBound, value.lowerBound - Self.reach)..<value.lowerBound
    return !negations.matches(document.tokens, in: before).isEmpty
  }

  private func isTaken(_ fact: Fact) -> Bool {
    types.contains(fact.type) && fact.isResolved && fact.isBounded
  }

  private func isSlot(_ fact: Fact, of claim: Fact, _ sides: DeclaredSides) -> Bool {
    guard claim.isComparable(with: fact) else { return false }
    let frame = SlotFrame(claim.tokens, in: sides.claimTokens, of: sides.claim)
    let other = SlotFrame(fact.tokens, in: sides.evidenceTokens, of: sides.evidence)
    let isNear =
      sides.isOnTopic(Self.leastCover, without: claim.tokens)
      && frame.window.intersection(other.window).count >= 2 && frame.share(other) >= 0.3
    guard isNear || sides.isClose(0.5, without: claim.tokens) else { return false }
    switch claim.type {
    case .number, .numberRange, .ordinal:
      // The thing counted follows the number.
      return frame.right.first.map { $0 == other.right.first } ?? false
    case .date, .time, .interval:
      return frame.left.first.map { other.left.contains($0) } ?? false || frame.touches(other)
        || sides.isClose(0.8, without: claim.tokens)
          && isLinkedAlike(claim.tokens, fact.tokens, sides)
    default:
      return frame.touches(other)
    }
  }
}

extension Fact {
  /// Whether the wording allows some values only: "formerly" is true of any day in the past.
  fileprivate var isBounded: Bool { bounds.low != nil || bounds.high != nil }

  fileprivate func isSaid(by other: Fact) -> Bool {
    other.isBounded && isComparable(with: other) && isSame(as: other)
  }

  /// Whether both wordings can be true: ends that only just touch ("$0.13", "$0.14", each rounded)
  /// are different values.
  fileprivate func isSame(as other: Fact) -> Bool {
    guard agrees(with: other) else { return false }
    guard !isCalendar, value != other.value, let low = bounds.low, let high = bounds.high,
      let otherLow = other.bounds.low, let otherHigh = other.bounds.high
    else { return true }
    // An exact value has no width to share.
    if low == high || otherLow == otherHigh { return true }
    return min(high, otherHigh) - max(low, otherLow) > 1e-9 * max(abs(high), abs(otherHigh))
  }
}
