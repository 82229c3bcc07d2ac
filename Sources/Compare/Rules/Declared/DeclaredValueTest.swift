/// Values that can't both hold, in the same place of statements declared to be about the same
/// thing: with the same word next to them, in sentences that share most of their words.
struct DeclaredValueTest: DeclaredTest {
  let types: FactTypes
  let negations: PhraseTable
  let lists: NameLists
  /// "Another", "other".
  let another: WordSet
  let particles: Particles
  /// How far before a value a negation may stand that denies it, in tokens.
  private static let reach = 8
  /// How far behind a value a negation may stand that makes it one of those that did not.
  private static let wideReach = 12
  /// The least part of a statement that the other text must have.
  private static let leastCover = 0.6
  /// The least part, where the claim's own value stands in other sentences of the other text.
  private static let leastOfTold = 0.75
  /// The least part, where nothing but being the only values of their sort ties the two.
  private static let leastOfOnly = 0.45

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let (inClaim, inEvidence) = sides.facts(pair)
    let claims = inClaim.filter { isTaken($0, among: inClaim, sides.claim.document) }
    let found = inEvidence.filter { isTaken($0, among: inEvidence, sides.evidence.document) }
    guard !claims.isEmpty, !found.isEmpty, !isOnAnother(sides) else { return [] }
    let (allClaims, allFound) = sides.allFacts(pair)
    // Values that the other sentence has, too, are spoken for.
    let left = claims.filter { claim in !found.contains { claim.isSaid(by: $0) } }
    let right = found.filter { value in !claims.contains { value.isSaid(by: $0) } }
    return claims.flatMap { claim -> [Finding] in
      let isOpen = claim.isCalendar && DatedBound(claim, in: sides.claim.document, particles).isOpen
      guard
        isOpen || !allFound.contains(where: { claim.isSaid(by: $0) && isNear($0, claim, sides) })
          || claim.isCalendar && isToldElsewhere(claim, allFound, sides),
        !isDenied(claim.tokens, sides.claimTokens, sides.claim.document)
      else { return [] }
      let isOnly =
        left.count { $0.isComparable(with: claim) } == 1
        && right.count { $0.isComparable(with: claim) } == 1
      let slots = found.filter { isSlot($0, of: claim, isOnly: isOnly, sides, pair.words) }
      // With several values in the same place, the claim may be on any of them.
      guard slots.count == 1, let slot = slots.first, !meets(claim, slot, sides),
        !isDenied(slot.tokens, sides.evidenceTokens, sides.evidence.document),
        // "Twelve of 40 had cracks", "28 of 40 had no cracks".
        claim.type != .number
          || isDenied(after: claim.tokens, sides.claimTokens, sides.claim.document)
            == isDenied(after: slot.tokens, sides.evidenceTokens, sides.evidence.document),
        !allClaims.contains(where: { slot.isSaid(by: $0) })
      else { return [] }
      return [
        sides.finding(
          claim: claim.tokens, evidence: slot.tokens, values: (claim.value, slot.value),
          isConflict: true)
      ]
    }
  }

  /// Whether one of the sentences is on another thing of the sort: "another drug".
  private func isOnAnother(_ sides: DeclaredSides) -> Bool {
    func others(_ tokens: Range<Int>, _ document: Document) -> Set<UInt64> {
      Set(document.tokens[tokens].lazy.map(\.hash).filter(another.contains))
    }
    return others(sides.claimTokens, sides.claim.document)
      != others(sides.evidenceTokens, sides.evidence.document)
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

  /// Whether the evidence has nearly all of the claim in this sentence, and the claim's day only in
  /// sentences that tell of something else.
  private func isToldElsewhere(_ claim: Fact, _ facts: [Fact], _ sides: DeclaredSides) -> Bool {
    let told = sides.claimConcepts.subtracting(sides.claim.concepts(claim.tokens))
    guard told.count >= 4, sides.isClose(Self.leastOfTold, without: claim.tokens) else {
      return false
    }
    return facts.allSatisfy { fact in
      !claim.isSaid(by: fact)
        || told.intersection(sides.evidence.wide[fact.sentence]).count * 3 <= told.count
    }
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

  private func isDenied(
    after value: Range<Int>, _ sentence: Range<Int>, _ document: Document
  ) -> Bool {
    let after = value.upperBound..<min(sentence.upperBound, value.upperBound + Self.wideReach)
    return !negations.matches(document.tokens, in: after).isEmpty
  }

  private func isTaken(_ fact: Fact, among facts: [Fact], _ document: Document) -> Bool {
    guard types.contains(fact.type), fact.isResolved && fact.isBounded || fact.isOpenDay,
      // The ends of a stretch are no days of their own.
      !facts.contains(where: {
        $0.type == .interval && $0.tokens != fact.tokens && $0.tokens.overlaps(fact.tokens)
      })
    else { return false }
    // "Three more than last year" says how far two numbers are apart.
    let next = fact.tokens.upperBound
    return !document.tokens.indices.contains(next)
      || !particles.differences.contains(document.tokens[next].hash)
  }

  private func meets(_ claim: Fact, _ found: Fact, _ sides: DeclaredSides) -> Bool {
    guard claim.isCalendar, !claim.isOpenDay, !found.isOpenDay else {
      return claim.isSame(as: found)
    }
    return DatedBound(claim, in: sides.claim.document, particles).meets(
      DatedBound(found, in: sides.evidence.document, particles))
  }

  private func isSlot(
    _ fact: Fact, of claim: Fact, isOnly: Bool, _ sides: DeclaredSides, _ clauses: ClauseWords
  ) -> Bool {
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
      let isBound =
        frame.left.first.map { other.left.contains($0) } ?? false || frame.touches(other)
        || sides.isClose(0.8, without: claim.tokens)
          && isLinkedAlike(claim.tokens, fact.tokens, sides)
        || sides.isClose(Self.leastCover, without: claim.tokens) && claim.isOffByOnePart(from: fact)
      return isBound && tellsSameDeed(claim, sides, clauses) && !sides.isOfAnother(lists)
    default:
      return frame.touches(other)
        || isOnly
          && (sides.isClose(Self.leastOfOnly, without: claim.tokens)
            || frame.window.intersection(other.window).count >= 2
              && (frame.share(other) >= 0.4 || frame.nearlyTouches(other))
            || frame.follows(other))
    }
  }

  /// Words of a clause from which on it is a statement of its own.
  private static let fewestOfClause = 5

  /// Whether the evidence's sentence has what the claim says was done on the day, in all or in the
  /// clause of the day: all its words that are neither names nor the day, or all but one of many.
  private func tellsSameDeed(
    _ claim: Fact, _ sides: DeclaredSides, _ clauses: ClauseWords
  ) -> Bool {
    let document = sides.claim.document
    func said(_ tokens: Range<Int>) -> Set<UInt64> {
      Set(
        sides.claim.concepts(
          tokens.filter {
            !claim.tokens.contains($0) && !document.tokens[$0].flags.contains(.capitalised)
          }))
    }
    func isTold(_ said: Set<UInt64>) -> Bool {
      said.subtracting(sides.wideEvidence).count * 4 <= said.count
    }
    if isTold(said(sides.claimTokens)) { return true }
    let clause = said(clauses.clause(of: claim.tokens, in: sides.claimTokens, of: document))
    return clause.count >= Self.fewestOfClause && isTold(clause)
  }
}

extension Fact {
  /// Whether the wording allows some values only: "formerly" is true of any day in the past.
  fileprivate var isBounded: Bool { bounds.low != nil || bounds.high != nil }

  /// A day of the week, a quarter or a month of a year that is not told: "the third quarter".
  fileprivate var isOpenDay: Bool {
    guard isCalendar, !isResolved, value.hasPrefix("XXXX-") else { return false }
    return value.utf8.contains { (0x30...0x39).contains($0) }
  }

  /// Whether two days of the same form differ in one part only: the year, the quarter, the day.
  fileprivate func isOffByOnePart(from other: Fact) -> Bool {
    let parts = value.split(separator: "-")
    let others = other.value.split(separator: "-")
    return parts.count > 1 && parts.count == others.count
      && zip(parts, others).count { $0 != $1 } == 1
  }

  fileprivate func isSaid(by other: Fact) -> Bool {
    (other.isBounded || other.isOpenDay) && isComparable(with: other) && isSame(as: other)
      // "The first quarter" is not said by "2020".
      && (!isOpenDay && !other.isOpenDay || value.utf8.count == other.value.utf8.count)
  }

  /// Whether both wordings can be true: ends that only just touch ("$0.13", "$0.14", each rounded)
  /// are different values.
  fileprivate func isSame(as other: Fact) -> Bool {
    if isOpenDay || other.isOpenDay { return isSameOpenDay(as: other) }
    guard agrees(with: other) else { return false }
    guard !isCalendar, value != other.value else { return true }
    // Who writes "below 20" for "below 10" does not mean that both hold.
    if isOneSided && mod == other.mod || isStretch && other.isStretch { return ends == other.ends }
    guard let low = bounds.low, let high = bounds.high,
      let otherLow = other.bounds.low, let otherHigh = other.bounds.high
    else { return true }
    // An exact value has no width to share.
    if low == high || otherLow == otherHigh { return true }
    return min(high, otherHigh) - max(low, otherLow) > 1e-9 * max(abs(high), abs(otherHigh))
  }

  /// "Below 10", "at least 10".
  private var isOneSided: Bool {
    mod == .lessThan || mod == .moreThan || mod == .equalOrLess || mod == .equalOrMore
  }

  /// "Between 10 and 20".
  private var isStretch: Bool { ends.count == 2 }

  /// The numbers of a value as written: one, or the two ends of a stretch.
  private var ends: [Double] {
    value.split(whereSeparator: { "[]/,".contains($0) }).compactMap { Double($0) }
  }

  /// Whether two days, one of them in a week or year that is not told, may be one.
  private func isSameOpenDay(as other: Fact) -> Bool {
    guard value.utf8.count == other.value.utf8.count else { return true }
    let open = UInt8(ascii: "X")
    return zip(value.utf8, other.value.utf8).allSatisfy { $0 == $1 || $0 == open || $1 == open }
  }
}
