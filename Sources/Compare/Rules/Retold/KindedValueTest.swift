/// Values of which one event has one, told by the words beside them.
///
/// When the boat left, how long the prison term is, what a ride costs: the sentences may have little
/// else in common. Values that the other article has too are left for each other. Where one value of
/// a kind is left on either side, the two are held against each other.
struct KindedValueTest: ArticleTest {
  let types: FactTypes
  let reader: KindedValueReader
  let context: ValueContext
  /// Terms that both sentences share, for a report that is sure.
  private static let sure = 2
  /// Similarity from which on small differences between two sentences say something.
  private static let alike = 0.5

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.a.number != pair.b.number else { return [] }
    let (aFacts, bFacts) = (pair.facts.facts(pair.a.number), pair.facts.facts(pair.b.number))
    var left = reader.values(types, among: aFacts, of: pair.a, pair.words)
    var right = reader.values(types, among: bFacts, of: pair.b, pair.words)
    // That there is none says something against a number only.
    if types.contains(.number), !left.isEmpty || !right.isEmpty {
      let (aNones, bNones) = (
        right.isEmpty ? [] : reader.nones(besides: aFacts, of: pair.a),
        left.isEmpty ? [] : reader.nones(besides: bFacts, of: pair.b)
      )
      left += aNones
      right += bNones
    }
    guard !left.isEmpty, !right.isEmpty else { return [] }
    return Set(left.map(\.kind)).intersection(right.map(\.kind)).sorted().flatMap { kind in
      findings(left.filter { $0.kind == kind }, right.filter { $0.kind == kind }, pair)
    }
  }

  private func findings(_ left: [KindedValue], _ right: [KindedValue], _ pair: ArticlePair)
    -> [Finding]
  {
    // What the other article says too, of whatever kind, is left for that.
    func isTold(_ value: KindedValue, in facts: [Fact]) -> Bool {
      facts.contains { $0.type == value.fact.type && $0.value == value.fact.value }
    }
    let aFacts = pair.facts.facts(pair.a.number)
    let bFacts = pair.facts.facts(pair.b.number)
    let aLeft = left.filter { one in
      !right.contains { one.fact.mayEqual($0.fact) } && !isTold(one, in: bFacts)
    }
    let bLeft = right.filter { one in
      !left.contains { one.fact.mayEqual($0.fact) } && !isTold(one, in: aFacts)
    }
    guard Set(aLeft.map(\.fact.value)).count == 1, Set(bLeft.map(\.fact.value)).count == 1 else {
      return []
    }
    let isOnly = Set(left.map(\.fact.value)).count == 1 && Set(right.map(\.fact.value)).count == 1
    var best: (shared: Int, isOne: Bool, a: Fact, b: Fact)?
    for one in aLeft {
      for other in bLeft where Self.countAlike(one, other) {
        let (first, second) = (one.fact, other.fact)
        let sentences = pair.sentences(first.sentence, second.sentence)
        guard first.isComparable(with: second), !isOfOtherDay(first, second, sentences),
          let shared = shared(first, second, sentences)
        else { continue }
        if shared > best?.shared ?? -1 {
          best = (shared, !namesOthers(first, second, sentences), first, second)
        }
      }
    }
    guard let best, best.shared > 0 || isOnly || pair.tellOneEvent else { return [] }
    let sentences = pair.sentences(best.a.sentence, best.b.sentence)
    let relation = context.relation(
      best.a, best.b, sentences, inPlace: sentences.candidate.similarity >= Self.alike)
    guard relation != .other else { return [] }
    let isSure =
      best.shared >= Self.sure && best.isOne
      || isOnly && best.isOne && best.a.type != .time && pair.tellOneEvent
    let isGrowth =
      (aLeft + bLeft).contains { $0.isGrowing } && Self.appearedApart(pair.a, pair.b)
    return [
      Finding(
        a: best.a.tokens, b: best.b.tokens, aValue: best.a.value, bValue: best.b.value,
        isConflict: true, match: isSure && !isGrowth && relation == .same ? .confirmed : .suggested,
        isGrowth: isGrowth, hunk: best.a.tokens)
    ]
  }

  /// Whether both count anyone, or the same sort of people or things.
  private static func countAlike(_ first: KindedValue, _ second: KindedValue) -> Bool {
    first.heads.isEmpty && second.heads.isEmpty || !first.heads.isDisjoint(with: second.heads)
  }

  private static func appearedApart(_ a: Document, _ b: Document) -> Bool {
    guard let left = a.article.published, let right = b.article.published else { return false }
    return left.order != right.order
  }

  /// Telling terms that both sentences have; `nil` where they name other people.
  private func shared(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Int? {
    let a = FactSlot(first, in: pair.a, sentence: first.sentence, words: pair.words)
    let b = FactSlot(second, in: pair.b, sentence: second.sentence, words: pair.words)
    // Who is named beside a time of day need not take part in what happened then.
    guard
      first.type == .time || !a.hasOtherParticipants(than: b)
        || isOfPronoun(first, pair.a, pair.words) || isOfPronoun(second, pair.b, pair.words)
    else { return nil }
    let terms = SharedContext(first.tokens, second.tokens, in: pair).terms
    return terms.count { Term.isTelling($0) && !Term.isNumber($0) }
  }

  /// Tokens between a measure and the day on which it was so.
  private static let dayReach = 8

  /// "Winds of 110 miles an hour on Monday", "of 125 on Sunday": what changes from day to day is
  /// compared of one day.
  private func isOfOtherDay(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard first.type == .quantity || first.type == .percent else { return false }
    func day(_ fact: Fact, _ facts: [Fact]) -> Fact? {
      facts.filter {
        $0.isCalendar && $0.isResolved
          && KindedValueReader.distance($0, fact.tokens) <= Self.dayReach
      }.min {
        KindedValueReader.distance($0, fact.tokens) < KindedValueReader.distance($1, fact.tokens)
      }
    }
    guard let left = day(first, pair.aFacts), let right = day(second, pair.bFacts) else {
      return false
    }
    return !left.agrees(with: right)
  }

  /// "The dozen years he was given": of whom the value is told, its clause leaves to another sentence.
  private func isOfPronoun(_ fact: Fact, _ document: Document, _ words: ClauseWords) -> Bool {
    let sentence = document.sentences[fact.sentence].tokens
    return words.clause(of: fact.tokens, in: sentence, of: document).contains {
      words.particles.persons.contains(document.tokens[$0].hash)
    }
  }

  /// Whether the value of either sentence is told of somebody, or of somebody's own, of whom the other
  /// sentence does not speak.
  ///
  /// When something happened is told of no one.
  private func namesOthers(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard first.type != .time else { return false }
    let words = pair.words
    func isOther(
      _ fact: Fact, _ facts: [Fact], _ document: Document, than sentence: Range<Int>,
      _ other: Document
    ) -> Bool {
      guard let name = nearestName(fact, facts, document, words) else { return false }
      return !words.terms(sentence, of: other).contains(name)
    }
    return isOther(first, pair.aFacts, pair.a, than: pair.bTokens, pair.b)
      && isOther(second, pair.bFacts, pair.b, than: pair.aTokens, pair.a)
      || isOther(first, pair.aFacts, pair.a, than: pair.bTokens, pair.b)
        && nearestName(second, pair.bFacts, pair.b, words) != nil
      || isOther(second, pair.bFacts, pair.b, than: pair.aTokens, pair.a)
        && nearestName(first, pair.aFacts, pair.a, words) != nil
      || isOfPossession(first, pair.a, words) != isOfPossession(second, pair.b, words)
  }

  /// The last name before a value in its sentence, days left out.
  private func nearestName(
    _ fact: Fact, _ facts: [Fact], _ document: Document, _ words: ClauseWords
  ) -> UInt32? {
    let sentence = document.sentences[fact.sentence].tokens
    for at in (sentence.lowerBound..<fact.tokens.lowerBound).reversed()
    where document.tokens[at].flags.contains(.capitalised)
      && !facts.contains(where: { $0.tokens.contains(at) })
    {
      if let term = words.terms(CollectionOfOne(at), of: document).first(where: Term.isTelling) {
        return term
      }
    }
    return nil
  }

  /// "Its hangar was built in 1997": of what somebody or something has.
  private func isOfPossession(_ fact: Fact, _ document: Document, _ words: ClauseWords) -> Bool {
    let sentence = document.sentences[fact.sentence].tokens
    return words.clause(of: fact.tokens, in: sentence, of: document)
      .prefix { $0 < fact.tokens.lowerBound }
      .contains { words.particles.possessives.contains(document.tokens[$0].hash) }
  }
}

extension Fact {
  /// Minutes by which two wordings of one time may differ where one says "about".
  private static let roomOfAbout = 30

  /// Whether both can be one value.
  ///
  /// A time that names its zone is compared with one that names none
  /// by the quarters of an hour that zones differ by; "twenty to ten" may be in the evening.
  fileprivate func mayEqual(_ other: Fact) -> Bool {
    guard isComparable(with: other) else { return false }
    guard let minute = clock, let second = other.clock else { return agrees(with: other) }
    let cycle = unit == other.unit ? 720 : 15
    let apart = abs(minute - second) % cycle
    let room = mod == .approx || other.mod == .approx ? Self.roomOfAbout : 0
    return min(apart, cycle - apart) <= room
  }
}
