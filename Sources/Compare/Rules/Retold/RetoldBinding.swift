/// Binds facts of sentences that tell the same thing in other words, by what the values are about.
struct RetoldBinding {
  let words: ClauseWords
  /// Facts of the whole articles, for evidence that they agree after all.
  let aArticle: [Fact]
  let bArticle: [Fact]

  struct Bound {
    let a: Fact
    let b: Fact
    let match: Match
  }

  /// Least shares of the lighter clause's weight that both clauses hold.
  private static let confirmed = 0.6
  private static let suggested = 0.4

  /// Facts that fill one slot; those whose counterpart is not clear are left out.
  func bound(_ left: [Fact], _ right: [Fact], in pair: SentencePair) -> [Bound] {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    var bSlots = [FactSlot?](repeating: nil, count: right.count)
    // Most counts are of other things, which is seen at once.
    let bHeads = right.map { needsHead($0.type) ? heads(of: $0, pair.bTokens, pair.b) : nil }
    var bound: [Bound] = []
    for first in left {
      let aHeads = needsHead(first.type) ? heads(of: first, pair.aTokens, pair.a) : nil
      var aSlot: FactSlot?
      for index in right.indices where first.isComparable(with: right[index]) {
        let second = right[index]
        if let aHeads, let bHeads = bHeads[index], aHeads.isDisjoint(with: bHeads),
          !ContextBinding.areFigures(first, second)
        {
          continue
        }
        let a =
          aSlot
          ?? FactSlot(
            first, in: pair.a, sentence: pair.candidate.aSentence, words: words,
            names: pair.aNames, heads: aHeads)
        let b =
          bSlots[index]
          ?? FactSlot(
            second, in: pair.b, sentence: pair.candidate.bSentence, words: words,
            names: pair.bNames, heads: bHeads[index])
        (aSlot, bSlots[index]) = (a, b)
        if let match = match((first, a), (second, b), among: left, right, pair) {
          bound.append(Bound(a: first, b: second, match: match))
        }
      }
    }
    return bound
  }

  private func heads(
    of fact: Fact, _ sentence: Range<Int>, _ document: Document
  ) -> TermSet {
    words.heads(after: fact.tokens.upperBound, in: sentence, of: document)
  }

  private func match(
    _ left: (fact: Fact, slot: FactSlot), _ right: (fact: Fact, slot: FactSlot),
    among lefts: [Fact], _ rights: [Fact], _ pair: SentencePair
  ) -> Match? {
    let (first, a) = left
    let (second, b) = right
    let differs = !first.agreesWhenRetold(with: second)
    if differs, needsHead(first.type), a.isCompound != b.isCompound { return nil }
    // By index, for a fact is not to be copied only to be told apart by its type.
    let isOnly =
      lefts.indices.count { lefts[$0].isComparable(with: first) } == 1
      && rights.indices.count { rights[$0].isComparable(with: second) } == 1
    if differs {
      let binding = ContextBinding(first: first, second: second, a: a, b: b, pair: pair)
      // A value that the other side has elsewhere is no quarrel.
      if bArticle.contains(where: { first.isRestated(by: $0) })
        || aArticle.contains(where: { second.isRestated(by: $0) })
      {
        return isOnly && !pair.isWithin && binding.isOneDayWhateverElse ? .confirmed : nil
      }
      if !pair.isWithin, isOnly || isClosest(first, second, lefts, rights), binding.isBound {
        return .confirmed
      }
    } else if first.isCalendar, !Self.standAlike(first, second, in: pair) {
      return nil
    }
    if needsHead(first.type), a.heads.isDisjoint(with: b.heads) { return nil }
    let shared = words.containment(a.clause, b.clause)
    let common = a.clause.intersection(b.clause).count
    guard !a.hasOtherParticipants(than: b) else { return nil }
    // A day goes with any verb of a sentence; only the word alignment says with which.
    let isTelling = shared >= Self.confirmed && common >= 3 && pair.candidate.isAligned
    if isTelling, isOnly, !first.isCalendar { return .confirmed }
    if shared >= Self.suggested, common >= 2 { return .suggested }
    return nil
  }

  /// Whether no other value of the two sentences is so near to either: counts are told apart by
  /// what is counted, sums by their size.
  private func isClosest(
    _ first: Fact, _ second: Fact, _ left: [Fact], _ right: [Fact]
  ) -> Bool {
    if first.type == .number { return true }
    guard first.type == .money, let own = first.ratio(to: second) else { return false }
    return !right.contains { $0.range != second.range && $0.ratio(to: first) ?? 0 >= own }
      && !left.contains { $0.range != first.range && $0.ratio(to: second) ?? 0 >= own }
  }

  /// Whether a word that is no name stands near both days: two articles name the day they appear,
  /// each of another thing.
  static func standAlike(_ first: Fact, _ second: Fact, in pair: SentencePair) -> Bool {
    let words = pair.words
    func near(_ fact: Fact, _ sentence: Range<Int>, _ document: Document) -> TermSet {
      let from = max(sentence.lowerBound, fact.tokens.lowerBound - SharedContext.nearby)
      let to = min(sentence.upperBound, fact.tokens.upperBound + SharedContext.nearby)
      return words.terms((from..<to).filter { !fact.tokens.contains($0) }, of: document)
    }
    return !near(first, pair.aTokens, pair.a)
      .subtracting(pair.aNames)
      .isDisjoint(
        with: near(second, pair.bTokens, pair.b)
          .subtracting(pair.bNames))
  }

  private func needsHead(_ type: FactType) -> Bool {
    switch type {
    case .number, .numberRange, .ordinal: true
    default: false
    }
  }
}
