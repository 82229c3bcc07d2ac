/// Facts of one slot whose bounds can't meet.
struct ValueTest: PairTest {
  let types: FactTypes
  let slot: Rule.Slot
  /// Words of counts that change while a story develops.
  let growing: WordSet
  /// Words by which an article says of what moment a value is: "now".
  let moving: WordSet
  /// Words before a time that say when a count was taken.
  let snapshots: WordSet
  /// Verbs by which somebody speaks to an outlet: "said".
  let statements: WordSet
  let exceptions: [Rule.Exception]
  let context: ValueContext

  var need: Need { .facts(types) }

  func findings(_ pair: SentencePair) -> [Finding] {
    let left = pair.aFacts.keeping { types.contains($0.type) && $0.isResolved }
    let right = pair.bFacts.keeping { types.contains($0.type) && $0.isResolved }
    guard !left.isEmpty, !right.isEmpty else { return [] }
    let aligned = FactBinding.bound(left, right, in: pair)
    var found = aligned.compactMap { first, second -> Finding? in
      guard !isOfOtherTime(first, second, pair), !isOfStatements(first, second, pair),
        !types.isOfClock || first.isOfDay(of: second)
      else { return nil }
      let meets = first.agreesInPlace(
        with: second,
        isHedgedAlike: pair.beginAlike(first.tokens, second.tokens)
          || pair.endAlike(first.tokens, second.tokens))
      if meets, first.isCalendar, pair.candidate.kind == .retold, slot == .same,
        !RetoldBinding.standAlike(first, second, in: pair)
      {
        return nil
      }
      return compared(
        first, second, meets: meets,
        match: pair.areGovernedAlike(first.tokens, second.tokens) ? .confirmed : .suggested,
        inPlace: true, left: left, right: right, pair)
    }
    // Of texts declared to be about the same thing, days are bound by what was done on them.
    guard slot == .same, pair.declared == nil || !types.contains(.date) else { return found }
    let retold = RetoldBinding(
      words: pair.words, aArticle: pair.aArticle, bArticle: pair.bArticle)
    let free = { (facts: [Fact], taken: [Fact]) in
      facts.keeping { fact in !taken.contains { $0.range == fact.range } }
    }
    let bound = retold.bound(free(left, aligned.map(\.0)), free(right, aligned.map(\.1)), in: pair)
    found += bound.filter {
      !isOfOtherTime($0.a, $0.b, pair) && !isOfStatements($0.a, $0.b, pair)
        && (!types.isOfClock || $0.a.isOfDay(of: $0.b))
    }.compactMap {
      compared(
        $0.a, $0.b, meets: $0.a.agreesWhenRetold(with: $0.b), match: $0.match, inPlace: false,
        left: left, right: right, pair)
    }
    return found
  }

  /// Whether each amount is told of a time of its own: "$2 billion in the first half", "$1 billion
  /// in the first quarter"; "the crash killed two", "a crash last year killed five".
  private func isOfOtherTime(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard !first.isCalendar else { return false }
    if let time = Self.time(of: first, among: pair.aFacts),
      let other = Self.time(of: second, among: pair.bFacts),
      pair.aFacts[time].isResolved == pair.bFacts[other].isResolved
    {
      return pair.aFacts[time].value != pair.bFacts[other].value
    }
    guard first.type != .duration else { return false }
    return pair.aFacts.areLongAgo(in: pair.a) != pair.bFacts.areLongAgo(in: pair.b)
  }

  /// Whether each day only says when somebody spoke to the outlet.
  ///
  /// "The mill said on Tuesday", and "on Wednesday" a day later: who is asked again says it again.
  private func isOfStatements(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard first.type == .date, second.type == .date,
      let left = pair.a.article.published?.day, let right = pair.b.article.published?.day,
      left.serial != right.serial
    else { return false }
    return isOfStatement(first, in: pair.aTokens, of: pair.a)
      && isOfStatement(second, in: pair.bTokens, of: pair.b)
  }

  /// Words between a day and the verb of reporting before it: "said", "told reporters on".
  private static let statementReach = 3

  private func isOfStatement(
    _ fact: Fact, in sentence: Range<Int>, of document: Document
  ) -> Bool {
    let from = max(sentence.lowerBound, fact.tokens.lowerBound - Self.statementReach)
    return (from..<fact.tokens.lowerBound).contains {
      statements.contains(document.tokens[$0].hash)
    }
  }

  /// Which of the facts is the date that follows an amount with one word between them.
  private static func time(of fact: Fact, among facts: [Fact]) -> Int? {
    facts.indices.first {
      (facts[$0].type == .date || facts[$0].type == .interval)
        && facts[$0].tokens.lowerBound == fact.tokens.upperBound + 1
    }
  }

  func compared(
    _ first: Fact, _ second: Fact, meets: Bool, match: Match, inPlace: Bool, left: [Fact],
    right: [Fact], _ pair: SentencePair
  ) -> Finding? {
    // The same words, resolved against two days of publication, are the same words.
    let meets =
      meets || first.unit == second.unit && pair.saysTheSame(first.tokens, second.tokens)
      || first.isSameWeekday(as: second)
    if !meets, isExcepted(first, second, left: left, right: right, pair) { return nil }
    let relation = meets ? .same : context.relation(first, second, pair, inPlace: inPlace)
    guard relation != .other else { return nil }
    let isGrowth =
      !meets
      && (exceptions.contains(.growing) && isGrowing(first, second, pair)
        || exceptions.contains(.moving) && isMoving(first, second, pair))
    // Where only the unit differs, it is what the report must show.
    let isOfUnits =
      first.unit != second.unit && (first.value == second.value || first.measure != nil)
    func value(_ fact: Fact) -> String {
      isOfUnits ? fact.unit.map { "\(fact.value) \($0)" } ?? fact.value : fact.value
    }
    var finding = Finding(
      a: first.tokens, b: second.tokens, aValue: value(first), bValue: value(second),
      isConflict: !meets, match: isGrowth || relation == .doubtful ? .suggested : match,
      isGrowth: isGrowth,
      hunk: first.tokens)
    finding.bounds = (first.bounds, second.bounds)
    return finding
  }

  /// A toll, a search, a price: published at another time, it may have been another number.
  private func isGrowing(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard let left = pair.a.article.published, let right = pair.b.article.published,
      left.order != right.order
    else { return false }
    if first.isCalendar {
      // "By 5 a.m." says when a count was taken, not when something happened.
      guard isSnapshot(first, pair.a), isSnapshot(second, pair.b) else { return false }
    }
    func holds(_ fact: Fact, _ sentence: Range<Int>, _ document: Document) -> Bool {
      pair.words.clause(of: fact.tokens, in: sentence, of: document).contains {
        growing.contains(document.tokens[$0].hash)
      }
    }
    return holds(first, pair.aTokens, pair.a) && holds(second, pair.bTokens, pair.b)
  }

  /// A demand, an offer: "now $5 million", written on another day.
  private func isMoving(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard let left = pair.a.article.published, let right = pair.b.article.published,
      left.day != right.day
    else { return false }
    return isMoving(first, in: pair.aTokens, of: pair.a)
      || isMoving(second, in: pair.bTokens, of: pair.b)
  }

  /// Tokens before a value, and behind it, in which "now" may stand.
  private static let movingReach = 10
  private static let movingBehind = 4

  private func isMoving(
    _ fact: Fact, in sentence: Range<Int>, of document: Document
  ) -> Bool {
    let from = max(sentence.lowerBound, fact.tokens.lowerBound - Self.movingReach)
    let to = min(sentence.upperBound, fact.tokens.upperBound + Self.movingBehind)
    return (from..<to).contains { moving.contains(document.tokens[$0].hash) }
  }

  private func isSnapshot(_ fact: Fact, _ document: Document) -> Bool {
    fact.tokens.lowerBound > 0
      && snapshots.contains(document.tokens[fact.tokens.lowerBound - 1].hash)
  }

  private func isExcepted(
    _ first: Fact, _ second: Fact, left: [Fact], right: [Fact], _ pair: SentencePair
  ) -> Bool {
    exceptions.contains { exception in
      switch exception {
      case .vague:
        first.bounds == Bounds(low: nil, high: nil) || second.bounds == Bounds(low: nil, high: nil)
      case .elsewhere:
        // Lists in another order: each value has its equal on the other side.
        right.contains { $0.range != second.range && first.isRestated(by: $0) }
          && left.contains { $0.range != first.range && second.isRestated(by: $0) }
          || first.isSum(of: second, and: right, besides: left)
          || second.isSum(of: first, and: left, besides: right)
      default: false
      }
    }
  }
}

/// Which facts of two aligned sentences fill the same slot.
enum FactBinding {
  /// Pairs that share a matching word, or stand against each other in one tight difference; each
  /// fact at most once.
  static func bound(_ left: [Fact], _ right: [Fact], in pair: SentencePair) -> [(Fact, Fact)] {
    var bound: [(Fact, Fact)] = []
    var isTaken = [Bool](repeating: false, count: right.count)
    for first in left {
      let matched = right.indices.first { index in
        !isTaken[index] && first.isComparable(with: right[index])
          && sharesWord(first, right[index], pair)
      }
      let replaced =
        matched
        ?? right.indices.first { index in
          !isTaken[index] && first.isComparable(with: right[index])
            && sharesHunk(first, right[index], pair)
        }
      if let index = replaced {
        isTaken[index] = true
        bound.append((first, right[index]))
      }
    }
    return bound
  }

  /// Whether a word of one is, by the alignment, a word of the other, and what differs between
  /// them is held by its surroundings.
  private static func sharesWord(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    let shares = first.tokens.contains { token in
      let word = pair.a.tokens[token]
      guard word.isWord, second.tokens.contains(where: { pair.b.tokens[$0].hash == word.hash }),
        let other = pair.counterpart(ofA: token)
      else { return false }
      return second.tokens.contains(other)
    }
    guard shares else { return false }
    return pair.hunks.allSatisfy { hunk in
      !(hunk.a.overlaps(first.tokens) || hunk.b.overlaps(second.tokens)) || hunk.isTight
    }
  }

  private static func sharesHunk(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    pair.changes.contains { hunk in
      hunk.a.overlaps(first.tokens) && hunk.b.overlaps(second.tokens)
    }
  }
}
