/// Whether two different values fill one slot, by all that their sentences share.
///
/// Each sort of value needs its own evidence. A count belongs to what is counted; a sum to what it
/// is paid for; a day to the words right beside it. The nearer two large values are, the less
/// likely it is that they are of two things.
struct ContextBinding {
  let first: Fact
  let second: Fact
  let a: FactSlot
  let b: FactSlot
  let pair: SentencePair

  /// Weights of a shared context, see `SharedContext`.
  private static let strong = 10.5
  private static let fair = 3.5
  private static let slight = 2.5

  var isBound: Bool {
    // Sentences that name different people may still tell of one thing, by their other words.
    guard !a.hasOtherParticipants(than: b) || isOneThing else { return false }
    return switch first.type {
    case .number, .quantity: isOneCount
    case .money: isOneSum
    case .date, .interval: isOneDay || isOneDayWhateverElse
    default: false
    }
  }

  private var isOneThing: Bool {
    SharedContext(first.tokens, second.tokens, in: pair).terms
      .subtracting(a.names).subtracting(b.names).count >= 3
  }

  // MARK: Counts

  private var isOneCount: Bool {
    guard first.type == second.type, isClosed(first), isClosed(second) else { return false }
    let isBesideOneFigure = isHeldAgainstOneFigure
    guard isBesideOneFigure || !a.heads.isDisjoint(with: b.heads) else { return false }
    let context = SharedContext(first.tokens, second.tokens, in: pair)
    if isBesideOneFigure, context.weight >= Self.fair { return true }
    guard !a.heads.isDisjoint(with: b.heads) else { return false }
    let besides = context.terms.subtracting(a.heads.intersection(b.heads))
    if context.weight >= Self.strong, besides.count >= 3 { return true }
    return isLarge && isClose && context.weight >= Self.slight && !besides.isEmpty
  }

  /// "Down to 400,000 from 1.6 million", "520,000, a third of the 1.6 million": both sentences hold
  /// their value against one figure, and the heads do not say otherwise.
  private var isHeldAgainstOneFigure: Bool {
    guard isLarge,
      a.heads.isEmpty || b.heads.isEmpty || !a.heads.isDisjoint(with: b.heads)
        || isDated(first, pair.aFacts) || isDated(second, pair.bFacts),
      let left = otherFigure(than: first, pair.aFacts),
      let right = otherFigure(than: second, pair.bFacts)
    else { return false }
    return left.value == right.value && left.unit == right.unit && left.isPrecise
  }

  /// "400,000 last year": the words after it are no head.
  private func isDated(_ fact: Fact, _ facts: [Fact]) -> Bool {
    facts.contains { $0.isCalendar && $0.tokens.lowerBound == fact.tokens.upperBound }
  }

  /// The only other large value of the sentence.
  private func otherFigure(than fact: Fact, _ facts: [Fact]) -> Fact? {
    let others = facts.filter {
      $0.type == fact.type && $0.range != fact.range && Double($0.value) ?? 0 >= Self.large
    }
    return others.count == 1 ? others[0] : nil
  }

  // MARK: Sums

  private var isOneSum: Bool {
    guard !hasOtherPurpose, let ratio, ratio >= 0.5 else { return false }
    let context = SharedContext(first.tokens, second.tokens, in: pair)
    return context.weight >= (isClose ? Self.fair : Self.strong) && context.terms.count >= 3
  }

  /// "in funding for the wall" against "in aid for farmers".
  private var hasOtherPurpose: Bool {
    guard let left = purpose(first, pair.aTokens, pair.a),
      let right = purpose(second, pair.bTokens, pair.b), left.link == right.link
    else { return false }
    return left.terms.isDisjoint(with: right.terms)
  }

  private func purpose(
    _ fact: Fact, _ sentence: Range<Int>, _ document: Document
  ) -> (link: UInt64, terms: TermSet)? {
    let link = fact.tokens.upperBound
    guard sentence.contains(link), pair.words.particles.links.contains(document.tokens[link].hash)
    else { return nil }
    let end = min(sentence.upperBound, link + 6)
    let terms = pair.words.terms(
      (link + 1..<end).prefix { document.tokens[$0].kind != .punctuation }, of: document)
    return terms.isEmpty ? nil : (document.tokens[link].hash, terms)
  }

  // MARK: Days

  private static let leastSimilar = 0.4

  private var isOneDay: Bool {
    guard pair.candidate.isAligned, pair.candidate.similarity >= Self.leastSimilar,
      turn(first, pair.a) == turn(second, pair.b), first.unit == second.unit,
      first.value.count == second.value.count
    else { return false }
    let near = SharedContext(first.tokens, second.tokens, in: pair).near
    return near.count >= 3 && !near.isDisjoint(with: a.names.union(b.names))
      && standBeside(near)
  }

  /// Shared weight and terms of two sentences that tell one event.
  private static let oneEvent = (weight: 7.0, terms: 5, near: 2)

  /// Whether the sentences share so much that they tell one event, and the days stand beside the
  /// same words of it: "a story published Friday", "published a story earlier this week".
  ///
  /// That an article has the other side's day too says otherwise only where that stands with those
  /// words: every article names the day it appears.
  var isOneDayWhateverElse: Bool {
    guard first.type == .date, second.type == .date, first.isResolved, second.isResolved,
      turn(first, pair.a) == turn(second, pair.b), !a.hasOtherParticipants(than: b)
    else { return false }
    let near = beside(first, a, pair.a).intersection(beside(second, b, pair.b))
    guard near.count >= Self.oneEvent.near, standBeside(near) else { return false }
    let context = SharedContext(first.tokens, second.tokens, in: pair)
    guard context.weight >= Self.oneEvent.weight, context.terms.count >= Self.oneEvent.terms
    else { return false }
    func isOfThis(_ fact: Fact, _ slot: FactSlot, _ document: Document) -> Bool {
      beside(fact, slot, document).intersection(near).count * 2 >= near.count
    }
    return !pair.aArticle.contains {
      second.isRestated(by: $0) && $0.value == second.value && isOfThis($0, a, pair.a)
    }
      && !pair.bArticle.contains {
        first.isRestated(by: $0) && $0.value == first.value && isOfThis($0, b, pair.b)
      }
  }

  /// Terms near a value that are no names.
  private func beside(_ fact: Fact, _ slot: FactSlot, _ document: Document) -> TermSet {
    let sentence = document.sentences[fact.sentence].tokens
    let from = max(sentence.lowerBound, fact.tokens.lowerBound - SharedContext.nearby)
    let to = min(sentence.upperBound, fact.tokens.upperBound + SharedContext.nearby)
    return pair.words.terms((from..<to).filter { !fact.tokens.contains($0) }, of: document)
      .subtracting(slot.names)
  }

  /// Whether what happened on either day, by the word right beside it, happened near the other.
  private func standBeside(_ near: TermSet) -> Bool {
    [(first, a, pair.aTokens, pair.a), (second, b, pair.bTokens, pair.b)].allSatisfy {
      termBeside($0, $1, $2, $3).map { near.contains($0) } ?? true
    }
  }

  /// The nearest word of meaning before a day that is no name, or else after it.
  private func termBeside(
    _ fact: Fact, _ slot: FactSlot, _ sentence: Range<Int>, _ document: Document
  ) -> UInt32? {
    let from = max(sentence.lowerBound, fact.tokens.lowerBound - SharedContext.nearby)
    let to = min(sentence.upperBound, fact.tokens.upperBound + SharedContext.nearby)
    let places = (from..<fact.tokens.lowerBound).reversed() + (fact.tokens.upperBound..<to)
    return places.lazy.compactMap { pair.words.terms(CollectionOfOne($0), of: document).first }
      .first { !slot.names.contains($0) }
  }

  /// "since 2002" and "until 2002" say different things.
  private func turn(_ fact: Fact, _ document: Document) -> UInt64? {
    guard fact.tokens.lowerBound > 0 else { return nil }
    let word = document.tokens[fact.tokens.lowerBound - 1].hash
    return pair.words.particles.turns.contains(word) ? word : nil
  }

  // MARK: Values

  private func isClosed(_ fact: Fact) -> Bool {
    fact.bounds.low != nil && fact.bounds.high != nil
  }

  private var ratio: Double? { first.ratio(to: second) }

  private var isClose: Bool { (ratio ?? 0) >= 0.8 }

  private static let large = 1000.0

  /// Whether both are counts that may be held against a third one, see `isHeldAgainstOneFigure`.
  static func areFigures(_ first: Fact, _ second: Fact) -> Bool {
    first.type == .number && second.type == .number && Double(first.value) ?? 0 >= large
      && Double(second.value) ?? 0 >= large
  }

  private var isLarge: Bool {
    min(Double(first.value) ?? 0, Double(second.value) ?? 0) >= Self.large
  }
}
