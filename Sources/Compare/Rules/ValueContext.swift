/// What the words around two values say of whether they are of one thing at all, where the place
/// that they stand in is the same.
///
/// "Was expected to cost $40 million" and "cost $62 million" can both be true; so can "12 of the 30
/// were destroyed" and "18 of the 30 were left", "five years, two of them suspended" and "three
/// years in prison".
struct ValueContext: Sendable {
  /// How two values are to each other.
  enum Relation {
    /// As far as the words tell, of one thing.
    case same
    /// Perhaps of two things.
    case doubtful
    /// Of two things, or a whole and its part.
    case other
  }

  /// Words near a value that say how it stands: planned, asked for, offered, told earlier.
  private let standings: PhraseTable
  /// Words of what has happened.
  private let past: WordSet
  /// Endings of such words.
  private let pastEndings: [[UInt8]]
  /// Words beside a value that make it a part of another of its sentence.
  private let parts: PhraseTable
  /// Small numbers in words; "one" alone is no value.
  private let small: [UInt64: Double]
  /// Words before a place, and words for how wide a place is.
  private let placeLeads: WordSet
  private let areas: WordSet
  /// Words between a value and what it is paid or counted for: "a month".
  private let per: WordSet
  private let notNames: WordSet
  /// Verbs by which an article names its source.
  private let reporting: WordSet
  private let functionWords: WordSet
  let particles: Particles
  /// Tokens before a value, and behind it, that say how it stands.
  private static let reach = (before: 10, after: 7)
  /// Tokens between "to" and the value behind its verb.
  private static let infinitive = 4

  init(_ lexicons: Lexicons) {
    func phrases(_ name: String) -> PhraseTable {
      PhraseTable(lexicons[name] ?? Lexicon(name: name, about: "", entries: [:]))
    }
    standings = phrases("value.standing")
    past = lexicons.words("value.past")
    pastEndings = (lexicons["value.past-ending"]?.entries ?? [:]).keys.sorted().map {
      Array($0.utf8)
    }
    parts = phrases("value.part")
    small = (lexicons["number.small"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = Double($1.value)
    }
    placeLeads = lexicons.words("value.place")
    areas = lexicons.words("value.area")
    per = lexicons.words("value.per")
    notNames = lexicons.words("word.capitalised")
    reporting = lexicons.words("verb.reporting")
    functionWords = lexicons.words("word.function")
    particles = Particles(lexicons)
  }

  /// How two values that differ are to each other.
  ///
  /// - Parameter inPlace: whether the word alignment of the sentences binds them, not only what they
  ///   are about: then small differences around them say more.
  func relation(
    _ first: Fact, _ second: Fact, _ pair: SentencePair, inPlace: Bool
  ) -> Relation {
    if first.isSum(of: second, and: pair.bFacts) || second.isSum(of: first, and: pair.aFacts)
      || isRest(first, of: second, pair.bFacts, pair.b)
      || isRest(second, of: first, pair.aFacts, pair.a) || isShortened(first, pair.bFacts, pair.b)
      || isShortened(second, pair.aFacts, pair.a)
      || areComplements(first, second, pair) || areOfOtherUnits(first, second, pair)
    {
      return .other
    }
    let standing = relationOfStandings(first, second, pair, inPlace: inPlace)
    if standing != .same { return standing }
    return isOfOtherPlaces(first, second, pair)
      || inPlace
        && (isOfOtherNames(first, second, pair) || isOfOtherRanks(first, second, pair)
          || isOfOtherThings(first, second, pair))
      ? .doubtful : .same
  }

  // MARK: Wholes and parts

  /// "Five years, two of them suspended": three are left.
  private func isRest(
    _ rest: Fact, of whole: Fact, _ facts: [Fact], _ document: Document
  ) -> Bool {
    guard !rest.isCalendar, rest.isComparable(with: whole), let left = rest.leading,
      let all = whole.leading, all > left, rest.leadingUnit == whole.leadingUnit
    else { return false }
    func isLeft(_ taken: Double) -> Bool { taken > 0 && abs(all - taken - left) <= 0.005 * all }
    let sentence = document.sentences[whole.sentence].tokens
    return facts.contains { part in
      guard part.range != whole.range,
        part.isComparable(with: whole) && part.leadingUnit == whole.leadingUnit
          || part.type == .number,
        let taken = part.leading, isLeft(taken)
      else { return false }
      return isPart(part.tokens, in: sentence, of: document)
    }
      || sentence.contains { at in
        guard !whole.tokens.contains(at), let taken = small[document.tokens[at].hash],
          isLeft(taken)
        else { return false }
        return isPart(at..<at + 1, in: sentence, of: document)
      }
  }

  /// "Two of them suspended", "of which $15 million", "two years suspended".
  private func isPart(
    _ value: Range<Int>, in sentence: Range<Int>, of document: Document
  ) -> Bool {
    let before = max(sentence.lowerBound, value.lowerBound - 3)..<value.lowerBound
    let after = value.upperBound..<min(sentence.upperBound, value.upperBound + 4)
    return !parts.matches(document.tokens, in: before).isEmpty
      || !parts.matches(document.tokens, in: after).isEmpty
  }

  /// "Will be out in seven": the other sentence has the number with no unit of its own.
  private func isShortened(_ fact: Fact, _ facts: [Fact], _ document: Document) -> Bool {
    guard fact.type == .duration || fact.type == .money, let number = fact.leading else {
      return false
    }
    return facts.contains { bare in
      guard bare.type == .number, bare.leading == number else { return false }
      let next = bare.tokens.upperBound
      guard next < document.sentences[bare.sentence].tokens.upperBound else { return true }
      let token = document.tokens[next]
      return token.isWord
        ? functionWords.contains(token.hash) && !particles.of.contains(token.hash)
        : token.kind != .symbol
    }
  }

  /// "12 of the 30 were destroyed", "18 of the 30 were left standing": two parts of one whole, of
  /// which other things are told.
  func areComplements(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard first.type == second.type, let left = first.leading, let right = second.leading else {
      return false
    }
    let sum = left + right
    switch first.type {
    case .percent:
      guard abs(sum - 100) < 0.01 else { return false }
    case .number:
      func hasTotal(_ facts: [Fact]) -> Bool {
        facts.contains { $0.type == .number && $0.leading == sum }
      }
      guard hasTotal(pair.aFacts), hasTotal(pair.bFacts) else { return false }
    default: return false
    }
    return pair.hunks.contains { hunk in
      let a = pair.words.terms(hunk.a.filter { !first.tokens.contains($0) }, of: pair.a)
      let b = pair.words.terms(hunk.b.filter { !second.tokens.contains($0) }, of: pair.b)
      return !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b)
    }
  }

  /// "$200 a month", "$2,400 a year".
  private func areOfOtherUnits(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    func unit(_ fact: Fact, _ document: Document) -> UInt64? {
      let at = fact.tokens.upperBound
      guard at + 1 < document.sentences[fact.sentence].tokens.upperBound,
        per.contains(document.tokens[at].hash), document.tokens[at + 1].kind == .word
      else { return nil }
      return document.tokens[at + 1].hash
    }
    guard first.type == .money || first.type == .number || first.type == .quantity,
      let left = unit(first, pair.a), let right = unit(second, pair.b)
    else { return false }
    return left != right
  }

  // MARK: Standing

  private enum Standing: Equatable {
    /// Told as it is; `isPast` where the words say that it has happened.
    case fact(isPast: Bool)
    /// "Agreed to pay": what is told may still be to come.
    case open
    case marked(String)
  }

  private func relationOfStandings(
    _ first: Fact, _ second: Fact, _ pair: SentencePair, inPlace: Bool
  ) -> Relation {
    // "Will", "could" say little of a sum; of a day they say that it is to come.
    let weak = !inPlace && !first.isCalendar
    let left = standing(first, pair.aFacts, pair.a, pair.words, weak: weak)
    let right = standing(second, pair.bFacts, pair.b, pair.words, weak: weak)
    switch (left, right) {
    case (.marked(let one), .marked(let other)):
      return one == other || !inPlace ? .same : .doubtful
    case (.marked, .fact(let isPast)), (.fact(let isPast), .marked):
      return isPast ? .other : .doubtful
    default: return .same
    }
  }

  /// - Parameter weak: whether "will" and "could" leave it open how the value stands.
  private func standing(
    _ fact: Fact, _ facts: [Fact], _ document: Document, _ words: ClauseWords, weak: Bool
  ) -> Standing {
    let sentence = document.sentences[fact.sentence].tokens
    func isEnd(_ at: Int) -> Bool {
      document.tokens[at].kind == .punctuation || document.tokens[at].kind == .dash
    }
    var from = fact.tokens.lowerBound
    let least = max(sentence.lowerBound, from - Self.reach.before)
    while from > least, !isEnd(from - 1) { from -= 1 }
    var to = fact.tokens.upperBound
    let most = min(sentence.upperBound, to + Self.reach.after)
    while to < most, !isEnd(to), !words.boundaries.contains(document.tokens[to].hash),
      !particles.and.contains(document.tokens[to].hash)
    {
      to += 1
    }
    let marks = standings.matches(document.tokens, in: from..<to).filter { hit in
      !facts.contains { $0.tokens.overlaps(hit.tokens) }
        // "May" is a month.
        && (hit.tokens.lowerBound == sentence.lowerBound
          || !document.tokens[hit.tokens.lowerBound].flags.contains(.capitalised))
        // "1.5 million women seeking back pay": behind a value, they tell of something else.
        && (hit.tokens.lowerBound < fact.tokens.lowerBound || hit.value == "modal"
          || hit.value == "planned")
    }
    if let mark = marks.last(where: { $0.value != "none" && $0.value != "modal" }) {
      return .marked(mark.value)
    }
    if marks.contains(where: { $0.value == "modal" }) { return weak ? .open : .marked("planned") }
    let near = max(from, fact.tokens.lowerBound - Self.infinitive)..<fact.tokens.lowerBound
    let isInfinitive = near.contains {
      particles.to.contains(document.tokens[$0].hash) && $0 + 1 < fact.tokens.lowerBound
        && document.tokens[$0 + 1].kind == .word
        && !document.tokens[$0 + 1].flags.contains(.capitalised)
        && !functionWords.contains(document.tokens[$0 + 1].hash)
    }
    if isInfinitive { return .open }
    return .fact(
      isPast: (from..<to).contains {
        !fact.tokens.contains($0)
          && (past.contains(document.tokens[$0].hash) || isPast($0, document))
      })
  }

  /// "Rejected", "opened".
  private func isPast(_ at: Int, _ document: Document) -> Bool {
    let token = document.tokens[at]
    guard token.kind == .word, token.length > 4 else { return false }
    let bytes = document.article.text[token.range.bytes]
    return pastEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }

  // MARK: Names

  /// "Lena Ott got six years", "her brother, Ivo Ott, got three": in the clause of the value one
  /// name stands in the other's place.
  private func isOfOtherNames(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard pair.candidate.aSentence == first.sentence, pair.candidate.bSentence == second.sentence
    else { return false }
    func around(_ fact: Fact, _ sentence: Range<Int>) -> Range<Int> {
      max(
        sentence.lowerBound, fact.tokens.lowerBound - Self.nameReach)..<min(
          sentence.upperBound, fact.tokens.upperBound + Self.nameReach / 2)
    }
    let (a, b) = (around(first, pair.aTokens), around(second, pair.bTokens))
    // "The union says $60 million": who says it is the source, not the thing.
    func isSource(_ hunk: Range<Int>, _ document: Document) -> Bool {
      let end = min(document.tokens.count, hunk.upperBound + Self.sourceReach)
      return (hunk.lowerBound..<end).contains { reporting.contains(document.tokens[$0].hash) }
    }
    return pair.hunks.contains { hunk in
      let left = names(hunk.a.clamped(to: a), pair.aFacts, pair.a, pair.words)
      let right = names(hunk.b.clamped(to: b), pair.bFacts, pair.b, pair.words)
      return !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
        && !isSource(hunk.a, pair.a) && !isSource(hunk.b, pair.b)
    }
  }

  /// Tokens from a name to the verb that makes it a source.
  private static let sourceReach = 3

  /// Tokens before a value in which a name says of whom it is; half as many behind it.
  private static let nameReach = 12

  /// "The museum will open on June 3", "the library will open on June 10": one word of the subject
  /// stands in another's place, the same words around.
  private func isOfOtherThings(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    pair.hunks.contains { hunk in
      guard hunk.a.count == 1, hunk.b.count == 1, hunk.a.upperBound <= first.tokens.lowerBound,
        hunk.b.upperBound <= second.tokens.lowerBound, hunk.a.lowerBound > pair.aTokens.lowerBound,
        particles.articles.contains(pair.a.tokens[hunk.a.lowerBound - 1].hash)
          || hunk.a.lowerBound == pair.aTokens.lowerBound + 2,
        !isPast(hunk.a.lowerBound, pair.a), !isPast(hunk.b.lowerBound, pair.b)
      else { return false }
      let next = hunk.a.upperBound..<min(pair.aTokens.upperBound, hunk.a.upperBound + 2)
      guard !next.contains(where: { reporting.contains(pair.a.tokens[$0].hash) }) else {
        return false
      }
      let left = pair.words.terms(hunk.a, of: pair.a)
      let right = pair.words.terms(hunk.b, of: pair.b)
      return !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
    }
  }

  /// "The first blast, at 9:10", "the second blast came at 9:25".
  private func isOfOtherRanks(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard first.type != .ordinal else { return false }
    func ranks(_ fact: Fact, _ facts: [Fact]) -> [Fact] {
      facts.filter {
        $0.type == .ordinal && $0.isResolved
          && (0...Self.nameReach).contains(fact.tokens.lowerBound - $0.tokens.upperBound)
      }
    }
    let left = ranks(first, pair.aFacts)
    let right = ranks(second, pair.bFacts)
    return !left.isEmpty && !right.isEmpty
      && !left.contains { one in right.contains { one.agrees(with: $0) } }
  }

  private func names(
    _ tokens: Range<Int>, _ facts: [Fact], _ document: Document, _ words: ClauseWords
  ) -> TermSet {
    words.terms(
      tokens.filter { at in
        let token = document.tokens[at]
        return token.kind == .word && token.flags.contains(.capitalised)
          && !token.flags.contains(.allCaps) && !functionWords.contains(token.hash)
          && !notNames.contains(token.hash) && !facts.contains { $0.tokens.contains(at) }
      }, of: document)
  }

  /// Tokens behind a value within which a place may stand, and tokens of the place at most.
  private static let placeReach = (begin: 4, end: 4)

  /// "61 percent in the capital", "54 percent across the country"; "1,200 jobs in Arden", "2,000
  /// jobs": the smaller one may be a part.
  private func isOfOtherPlaces(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard first.type == .number || first.type == .money || first.type == .percent,
      let left = first.leading, let right = second.leading
    else { return false }
    let a = place(first, pair.aFacts, pair.a, pair.words)
    let b = place(second, pair.bFacts, pair.b, pair.words)
    let (smaller, larger) = left < right ? (a, b) : (b, a)
    if let a, let b {
      return a.terms.isDisjoint(with: b.terms) && (a.isArea || a.isName) && (b.isArea || b.isName)
    }
    guard first.type != .percent, larger == nil, let smaller, smaller.isName else { return false }
    let (document, sentence) = left < right ? (pair.b, pair.bTokens) : (pair.a, pair.aTokens)
    return smaller.terms.isDisjoint(with: pair.words.terms(sentence, of: document))
  }

  /// Where, told behind a value: "in the capital".
  private func place(
    _ fact: Fact, _ facts: [Fact], _ document: Document, _ words: ClauseWords
  ) -> (terms: TermSet, isArea: Bool, isName: Bool)? {
    let sentence = document.sentences[fact.sentence].tokens
    let reach =
      fact.tokens
      .upperBound..<min(
        sentence.upperBound, fact.tokens.upperBound + Self.placeReach.begin)
    guard
      let lead = reach.prefix(while: { document.tokens[$0].kind == .word })
        .first(where: { placeLeads.contains(document.tokens[$0].hash) })
    else { return nil }
    let place = (lead + 1..<min(sentence.upperBound, lead + 1 + Self.placeReach.end)).prefix {
      at in
      let token = document.tokens[at]
      return token.kind == .word && !placeLeads.contains(token.hash)
        && !facts.contains { $0.tokens.contains(at) }
    }
    let terms = words.terms(place, of: document)
    guard !terms.isEmpty else { return nil }
    return (
      terms, place.contains { areas.contains(document.tokens[$0].hash) },
      place.contains { document.tokens[$0].flags.contains(.capitalised) }
    )
  }
}

extension Fact {
  /// The first number of a value: 5 of `P5Y`.
  fileprivate var leading: Double? {
    type == .duration
      ? Double(value.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }) : Double(value)
  }

  /// What that number counts, of a length: `Y` of `P5Y`, `TM` of `PT5M`.
  fileprivate var leadingUnit: String? {
    type == .duration ? value.filter { !$0.isNumber && $0 != "." } : unit
  }

  /// Whether both are one day of the week, a week apart, and one of them is told by its name only:
  /// "asked them to return on Friday" may mean the last one or the next.
  func isSameWeekday(as other: Fact) -> Bool {
    guard type == .date, other.type == .date, value != other.value,
      tokens.count == 1 || other.tokens.count == 1,
      let day = CivilDate(iso: value), let second = CivilDate(iso: other.value)
    else { return false }
    return abs(day.serial - second.serial) == 7
  }
}
