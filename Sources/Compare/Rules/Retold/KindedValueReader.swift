/// A value told by the words beside it.
struct KindedValue {
  let fact: Fact
  /// `type/kind`, as the lexicon `value.kind` has it.
  let kind: String
  /// Terms of what is counted; empty where that is anyone.
  let heads: TermSet
  let isGrowing: Bool
}

/// Reads the values of which an article may have one of a kind.
struct KindedValueReader: Sendable {
  /// Words beside a value, with `type/kind`.
  private let kinds: PhraseTable
  /// Words near a value that leave it open or make it another's: "faces", "up to".
  private let open: WordSet
  /// Words right before a value that make it another's: "from $2".
  private let leads: WordSet
  /// The same for days, which may be of plans.
  private let openDays: WordSet
  private let leadsOfDays: WordSet
  /// Words of a change, which say nothing of a value behind "to".
  private let changes: WordSet
  /// Nouns that say no more than that people are counted: "31 people", "16 others".
  private let anyone: WordSet
  /// Words that begin an aside on a part of those counted: "including".
  private let asides: WordSet
  /// Words of counts that change while a story develops.
  private let growing: WordSet
  /// Words for none of what is counted: "no one".
  private let none: PhraseTable
  /// Words beside those that leave open whether there is any: "no other", "no immediate".
  private let noneOpen: WordSet
  private let particles: Particles
  /// Tokens to the word that tells the kind, and to one that leaves the value open.
  private static let reach = 9
  private static let openReach = 14

  init(_ lexicons: Lexicons) {
    kinds = lexicons.phrases("value.kind")
    open = lexicons.words("value.open")
    leads = lexicons.words("value.lead")
    openDays = lexicons.words("value.open-day")
    leadsOfDays = lexicons.words("value.lead-day")
    changes = lexicons.words("value.change")
    anyone = lexicons.words("value.anyone")
    asides = lexicons.words("value.aside")
    growing = lexicons.words("count.growing")
    none = lexicons.phrases("quantifier.none")
    noneOpen = lexicons.words("value.none-open")
    particles = Particles(lexicons)
  }

  /// The values of these types.
  func values(
    _ types: FactTypes, among facts: [Fact], of document: Document, _ words: ClauseWords
  ) -> [KindedValue] {
    facts.compactMap { fact in
      guard types.contains(fact.type), fact.isResolved, Self.isDefinite(fact),
        !isOpen(fact, document), let (kind, phrase) = kind(fact, among: facts, document),
        fact.isCalendar && fact.type != .time
          || !facts.filter({ $0.sentence == fact.sentence }).areLongAgo(in: document)
      else { return nil }
      let isCount = fact.type == .number
      return KindedValue(
        fact: fact, kind: kind, heads: isCount ? heads(fact, phrase, document, words) : [],
        isGrowing: isCount && phrase.contains { growing.contains(document.tokens[$0].hash) })
    }
  }

  /// Of what there is none: "no one was hurt", "there were no injuries".
  ///
  /// - Complexity: O(tokens of the article).
  func nones(besides facts: [Fact], of document: Document) -> [KindedValue] {
    document.sentences.indices.compactMap { number in
      let sentence = document.sentences[number].tokens
      let nothing = none.matches(document.tokens, in: sentence).map(\.tokens)
      guard nothing.count == 1, let none = nothing.first else { return nil }
      let near =
        none.upperBound..<min(sentence.upperBound, none.upperBound + Self.reachOfNone)
      guard !near.contains(where: { noneOpen.contains(document.tokens[$0].hash) }),
        let hit = kinds.matches(document.tokens, in: near).first,
        let kind = hit.value.split(separator: " ").first(where: { $0.hasPrefix("number/") }),
        !facts.contains(where: { $0.sentence == number && $0.type == .number })
      else { return nil }
      let fact = Fact(
        type: .number, range: document.range(none), tokens: none, value: "0",
        bounds: Bounds(exactly: 0), sentence: number)
      guard !isOpen(fact, document) else { return nil }
      return KindedValue(
        fact: fact, kind: String(kind), heads: [],
        isGrowing: hit.tokens.contains { growing.contains(document.tokens[$0].hash) })
    }
  }

  /// Tokens between "no one" and what happened to no one.
  private static let reachOfNone = 5

  /// Whether the wording gives one value: "at least 30" of a count does, "at most ten years" of a
  /// term does not.
  private static func isDefinite(_ fact: Fact) -> Bool {
    switch fact.type {
    case .time: (fact.mod == nil || fact.mod == .approx) && fact.clock != nil
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
    let aside = fact.type == .number ? aside(in: sentence, of: document) : nil
    if let aside, aside.overlaps(fact.tokens) { return nil }
    let isLed = aside.map { (0...Self.asideReach).contains($0.lowerBound - fact.tokens.upperBound) }
    let skipped = isLed == true ? aside : nil
    let window =
      max(
        sentence.lowerBound, fact.tokens.lowerBound - Self.reach)..<min(
        sentence.upperBound, fact.tokens.upperBound + Self.reach + (skipped?.count ?? 0))
    func distance(_ fact: Fact, _ phrase: Range<Int>) -> Int {
      let tokens = Self.distance(fact, phrase)
      guard let skipped, fact.tokens.upperBound <= skipped.lowerBound,
        skipped.upperBound <= phrase.lowerBound
      else { return tokens + Self.pause(fact, phrase, document) }
      return tokens - skipped.count
    }
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
      if let skipped, skipped.overlaps(hit.tokens) { continue }
      let distance = distance(fact, hit.tokens)
      if let near = best, near.distance < distance || near.kind == kind { continue }
      if let near = best, near.distance == distance { return nil }
      best = (distance, String(kind), hit.tokens)
    }
    guard let best,
      !facts.contains(where: {
        $0.sentence == fact.sentence && $0.type == fact.type && $0.range != fact.range
          && !(skipped?.overlaps($0.tokens) ?? false)
          && Self.distance($0, best.tokens) < best.distance
      })
    else { return nil }
    return (best.kind, best.tokens)
  }

  /// Tokens between a number and an aside on a part of those counted, at most.
  private static let asideReach = 4

  /// ", including two officers," before the verb that tells of all.
  private func aside(in sentence: Range<Int>, of document: Document) -> Range<Int>? {
    let tokens = document.tokens
    let inner = sentence.dropLast()
    guard
      let first = inner.first(where: {
        tokens[$0].hash == Self.comma && asides.contains(tokens[$0 + 1].hash)
      }),
      let last = inner.first(where: {
        $0 > first && tokens[$0].hash == Self.comma
          && (particles.passive.contains(tokens[$0 + 1].hash)
            || kinds.match(tokens, at: $0 + 1, end: sentence.upperBound) != nil)
      })
    else { return nil }
    return first..<last + 1
  }

  private static let comma = Hash.of(",")

  /// Tokens that a comma between a value and a word counts for.
  private static let pauseLength = 3

  private static func pause(_ fact: Fact, _ phrase: Range<Int>, _ document: Document) -> Int {
    let low = min(fact.tokens.upperBound, phrase.upperBound)
    let high = max(fact.tokens.lowerBound, phrase.lowerBound)
    guard low < high else { return 0 }
    return document.tokens[low..<high].contains { $0.kind == .punctuation } ? pauseLength : 0
  }

  /// Tokens between a value and a phrase.
  static func distance(_ fact: Fact, _ phrase: Range<Int>) -> Int {
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
    if fact.type == .number, next < sentence.upperBound,
      particles.of.contains(document.tokens[next].hash)
    {
      return true
    }
    let isDay = fact.isCalendar && fact.type != .time
    let (leads, open) = isDay ? (leadsOfDays, openDays) : (leads, open)
    if lead >= sentence.lowerBound, leads.contains(document.tokens[lead].hash) { return true }
    let isResult =
      lead >= sentence.lowerBound && particles.to.contains(document.tokens[lead].hash)
    return window.contains { at in
      // "May" is a month.
      !fact.tokens.contains(at) && open.contains(document.tokens[at].hash)
        && !(isResult && changes.contains(document.tokens[at].hash))
        && (at == sentence.lowerBound || !document.tokens[at].flags.contains(.capitalised))
    }
  }
}

extension Fact {
  /// Minutes after midnight of a time to the minute, "about" or not; `nil` for a part of the day.
  var clock: Int? {
    guard type == .time, let low = bounds.low, let high = bounds.high,
      high - low < (mod == .approx ? Self.widestClock : 60)
    else { return nil }
    return Int((low + high) / 2) / 60
  }

  /// Seconds that "about six" may stand for.
  private static let widestClock = 7201.0
}
