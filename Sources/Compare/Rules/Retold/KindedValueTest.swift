/// Values of which one event has one, told by the words beside them.
///
/// When the boat left, how long the prison term is, what a ride costs: the sentences may have little
/// else in common. Values that the other article has too are left for each other. Where one value of
/// a kind is left on either side, the two are held against each other.
struct KindedValueTest: ArticleTest {
  let types: Set<FactType>
  /// Words beside a value, with `type/kind`.
  let kinds: PhraseTable
  /// Words near a value that leave it open or make it another's: "faces", "up to".
  let open: WordSet
  /// Words right before a value that make it another's: "from $2".
  let leads: WordSet
  /// Nouns that say no more than that people are counted: "31 people", "16 others".
  let anyone: WordSet
  /// Words of counts that change while a story develops.
  let growing: WordSet
  /// "Of": between a number and what it is a part of.
  let of: WordSet
  let context: ValueContext
  /// The same as `open` and `leads` for days, which may be of plans.
  let openDays: WordSet
  let leadsOfDays: WordSet
  /// Words of a change, which say nothing of a value behind "to".
  let changes: WordSet
  /// Tokens to the word that tells the kind, and to one that leaves the value open.
  private static let reach = 9
  private static let openReach = 14
  /// Terms that both sentences share, for a report that is sure.
  private static let sure = 2
  /// Similarity from which on small differences between two sentences say something.
  private static let alike = 0.5

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.a.number != pair.b.number else { return [] }
    let left = values(pair.facts.facts(pair.a.number), of: pair.a, pair.words)
    guard !left.isEmpty else { return [] }
    let right = values(pair.facts.facts(pair.b.number), of: pair.b, pair.words)
    guard !right.isEmpty else { return [] }
    return Set(left.map(\.kind)).intersection(right.map(\.kind)).sorted().flatMap { kind in
      findings(left.filter { $0.kind == kind }, right.filter { $0.kind == kind }, pair)
    }
  }

  private struct Value {
    let fact: Fact
    let kind: String
    /// Terms of what is counted; empty where that is anyone.
    let heads: TermSet
    let isGrowing: Bool
  }

  private func findings(_ left: [Value], _ right: [Value], _ pair: ArticlePair) -> [Finding] {
    // What the other article says too, of whatever kind, is left for that.
    func isTold(_ value: Value, in facts: [Fact]) -> Bool {
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
  private static func countAlike(_ first: Value, _ second: Value) -> Bool {
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
        $0.isCalendar && $0.isResolved && Self.distance($0, fact.tokens) <= Self.dayReach
      }.min { Self.distance($0, fact.tokens) < Self.distance($1, fact.tokens) }
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

  private func values(
    _ facts: [Fact], of document: Document, _ words: ClauseWords
  ) -> [Value] {
    facts.compactMap { fact in
      guard types.contains(fact.type), fact.isResolved, Self.isDefinite(fact),
        !isOpen(fact, document), let (kind, phrase) = kind(fact, among: facts, document),
        fact.isCalendar && fact.type != .time
          || !facts.filter({ $0.sentence == fact.sentence }).areLongAgo(in: document)
      else { return nil }
      let isCount = fact.type == .number
      return Value(
        fact: fact, kind: kind, heads: isCount ? heads(fact, phrase, document, words) : [],
        isGrowing: isCount && phrase.contains { growing.contains(document.tokens[$0].hash) })
    }
  }

  /// Whether the wording gives one value: "at least 30" of a count does, "at most ten years" of a
  /// term does not.
  private static func isDefinite(_ fact: Fact) -> Bool {
    switch fact.type {
    case .time: fact.mod == nil && fact.clock != nil
    case .number: true
    case .date, .interval: fact.mod == nil
    // "Hours", "millions" say no more than a size.
    default:
      (fact.mod == nil || fact.mod == .approx)
        && (fact.bounds.high ?? .infinity) <= 2 * (fact.bounds.low ?? 0)
    }
  }

  /// What is counted, by the words right behind the number; empty where it is anyone.
  private func heads(
    _ fact: Fact, _ phrase: Range<Int>, _ document: Document, _ words: ClauseWords
  ) -> TermSet {
    let sentence = document.sentences[fact.sentence].tokens
    let end =
      phrase.lowerBound >= fact.tokens.upperBound ? phrase.lowerBound : sentence.upperBound
    let scope = sentence.lowerBound..<end
    let next = fact.tokens.upperBound
    if next < end, anyone.contains(document.tokens[next].hash) { return [] }
    return words.heads(after: next, in: scope, of: document)
  }

  /// The kind that the nearest word beside the value tells, if no other value stands nearer to that
  /// word; `nil` where two words are as near.
  private func kind(
    _ fact: Fact, among facts: [Fact], _ document: Document
  ) -> (String, Range<Int>)? {
    let sentence = document.sentences[fact.sentence].tokens
    let window =
      max(
        sentence.lowerBound, fact.tokens.lowerBound - Self.reach)..<min(
        sentence.upperBound, fact.tokens.upperBound + Self.reach)
    let prefix = "\(fact.type.rawValue)/"
    var best: (distance: Int, kind: String, tokens: Range<Int>)?
    for hit in kinds.matches(document.tokens, in: window) {
      guard let kind = hit.value.split(separator: " ").first(where: { $0.hasPrefix(prefix) }) else {
        continue
      }
      // "A second blast" is another one.
      let before = hit.tokens.lowerBound - 1
      if !fact.isCalendar || fact.type == .time, before >= sentence.lowerBound,
        open.contains(document.tokens[before].hash)
      {
        return nil
      }
      let distance = Self.distance(fact, hit.tokens) + Self.pause(fact, hit.tokens, document)
      if let near = best, near.distance < distance || near.kind == kind { continue }
      if let near = best, near.distance == distance { return nil }
      best = (distance, String(kind), hit.tokens)
    }
    guard let best,
      !facts.contains(where: {
        $0.sentence == fact.sentence && $0.type == fact.type && $0.range != fact.range
          && Self.distance($0, best.tokens) < best.distance
      })
    else { return nil }
    return (best.kind, best.tokens)
  }

  /// Tokens that a comma between a value and a word counts for.
  private static let pauseLength = 3

  private static func pause(_ fact: Fact, _ phrase: Range<Int>, _ document: Document) -> Int {
    let low = min(fact.tokens.upperBound, phrase.upperBound)
    let high = max(fact.tokens.lowerBound, phrase.lowerBound)
    guard low < high else { return 0 }
    return document.tokens[low..<high].contains { $0.kind == .punctuation } ? pauseLength : 0
  }

  private static func distance(_ fact: Fact, _ phrase: Range<Int>) -> Int {
    phrase.upperBound <= fact.tokens.lowerBound
      ? fact.tokens.lowerBound - phrase.upperBound
      : max(0, phrase.lowerBound - fact.tokens.upperBound)
  }

  private func isOpen(_ fact: Fact, _ document: Document) -> Bool {
    let sentence = document.sentences[fact.sentence].tokens
    let window =
      max(
        sentence.lowerBound, fact.tokens.lowerBound - Self.openReach)..<min(
        sentence.upperBound, fact.tokens.upperBound + 2)
    let lead = fact.tokens.lowerBound - 1
    // "Nine of the dead", "nine more": a part of them.
    let next = fact.tokens.upperBound
    if fact.type == .number, next < sentence.upperBound, of.contains(document.tokens[next].hash) {
      return true
    }
    let isDay = fact.isCalendar && fact.type != .time
    let (leads, open) = isDay ? (leadsOfDays, openDays) : (leads, open)
    if lead >= sentence.lowerBound, leads.contains(document.tokens[lead].hash) { return true }
    let isResult =
      lead >= sentence.lowerBound && context.particles.to.contains(document.tokens[lead].hash)
    return window.contains { at in
      // "May" is a month.
      !fact.tokens.contains(at) && open.contains(document.tokens[at].hash)
        && !(isResult && changes.contains(document.tokens[at].hash))
        && (at == sentence.lowerBound || !document.tokens[at].flags.contains(.capitalised))
    }
  }
}

extension Fact {
  /// Minutes after midnight of a time to the minute; `nil` for a part of the day.
  fileprivate var clock: Int? {
    guard type == .time, let low = bounds.low, let high = bounds.high, high - low < 60 else {
      return nil
    }
    return Int(low) / 60
  }

  /// Whether both can be one value.
  ///
  /// A time that names its zone is compared with one that names none
  /// by the quarters of an hour that zones differ by; "twenty to ten" may be in the evening.
  fileprivate func mayEqual(_ other: Fact) -> Bool {
    guard isComparable(with: other) else { return false }
    guard let minute = clock, let second = other.clock else { return agrees(with: other) }
    let cycle = unit == other.unit ? 720 : 15
    return (minute - second) % cycle == 0
  }
}
