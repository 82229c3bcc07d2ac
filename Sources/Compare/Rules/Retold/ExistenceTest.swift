/// "No flood warning was in force" against "A flood warning had been in force": one article says that
/// there is none of what the other tells of.
struct ExistenceTest: PairTest {
  /// Words that say there is one, or are some: "a", "several".
  private let some: WordSet
  /// Words behind "no" that leave others of the kind: "no longer", "no other".
  private let restricted: WordSet
  /// Words near a noun that leave open whether there is one: "reports of", "could".
  private let open: WordSet
  /// Words behind the noun that say how it is, not how it was: "have been", "will".
  private let present: WordSet
  /// Words before "no" that make it a condition: "with no road".
  private let leads: WordSet
  /// Words of an article that debunks what it tells: "hoax".
  private let debunking: WordSet
  private let negations: PhraseTable
  private let functionWords: WordSet
  private let particles: Particles
  /// Words of the noun phrase at most.
  private static let longest = 3
  /// Tokens before and after a noun phrase that say what is told of it.
  private static let reach = (before: 4, after: 13)
  /// Tokens behind a noun in which its verb says whether it is or was.
  private static let presentReach = 4
  /// Least number of the terms that both sentences have besides the noun.
  private static let fewest = 1

  init(_ lexicons: Lexicons) {
    some = lexicons.words("existence.some")
    restricted = lexicons.words("existence.restricted")
    open = lexicons.words("existence.open")
    present = lexicons.words("existence.present")
    debunking = lexicons.words("denial.debunking")
    leads = lexicons.words("existence.lead")
    particles = Particles(lexicons)
    negations = lexicons.phrases("negation")
    functionWords = lexicons.words("word.function").union(lexicons.words("word.conjunction"))
  }

  var need: Need { .word(particles.none) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = denials(pair.aTokens, of: pair.a, pair.words)
    let right = denials(pair.bTokens, of: pair.b, pair.words)
    guard left.isEmpty != right.isEmpty else { return [] }
    if let (denied, told) = match(left, in: pair.bTokens, of: pair.b, pair) {
      return isDebunked(in: pair.b) ? [] : [finding(denied, told, isADenied: true, pair)]
    }
    if let (denied, told) = match(right, in: pair.aTokens, of: pair.a, pair) {
      return isDebunked(in: pair.a) ? [] : [finding(told, denied, isADenied: false, pair)]
    }
    return []
  }

  /// Whether an article speaks of lies and hoaxes: what it tells may be told to be denied.
  private func isDebunked(in document: Document) -> Bool {
    document.tokens.contains { debunking.contains($0.hash) }
  }

  private func finding(
    _ a: Range<Int>, _ b: Range<Int>, isADenied: Bool, _ pair: SentencePair
  ) -> Finding {
    // What there is not yet there may be later; what there was not, there was not.
    let (denied, document) = isADenied ? (a, pair.a) : (b, pair.b)
    let end = min(document.tokens.count, denied.upperBound + Self.presentReach)
    let behind = denied.upperBound..<end
    let isLater =
      pair.a.article.published?.order != pair.b.article.published?.order
      && behind.contains { present.contains(document.tokens[$0].hash) }
    return Finding(
      a: a, b: b, aValue: isADenied ? "none" : "some", bValue: isADenied ? "some" : "none",
      isConflict: true, match: isLater ? .suggested : .confirmed, isGrowth: isLater, hunk: a)
  }

  private struct Denial {
    /// From "no" to the noun.
    let tokens: Range<Int>
    let noun: UInt32
    /// The other words of the phrase.
    let modifiers: TermSet
    /// What is told of it.
    let told: TermSet
    /// What follows a preposition: "for the talks".
    let complement: TermSet
  }

  private func denials(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [Denial] {
    sentence.compactMap { at -> Denial? in
      guard particles.none.contains(document.tokens[at].hash), at + 1 < sentence.upperBound,
        !restricted.contains(document.tokens[at + 1].hash),
        at == sentence.lowerBound || !leads.contains(document.tokens[at - 1].hash),
        !document.quotations.contains(where: { $0.inner.contains(at) })
      else { return nil }
      var end = at + 1
      while end < sentence.upperBound, end - at <= Self.longest,
        document.tokens[end].kind == .word, !functionWords.contains(document.tokens[end].hash)
      {
        end += 1
      }
      let terms = (at + 1..<end).map { words.terms(CollectionOfOne($0), of: document).first }
      guard let last = terms.last, let noun = last, Term.isTelling(noun) else { return nil }
      // "No plants close" is cut into noun and verb by what the other sentence says.
      return Denial(
        tokens: at..<end, noun: noun, modifiers: TermSet(terms.dropLast().compactMap { $0 }),
        told: told(at..<end, in: sentence, of: document, words),
        complement: complement(at..<end, in: sentence, of: document, words))
    }
  }

  /// Telling terms beside a noun phrase, in its clause.
  private func told(
    _ phrase: Range<Int>, in sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> TermSet {
    // What it is for, and where, is told of many things.
    func isTold(_ at: Int) -> Bool {
      let lead = max(sentence.lowerBound, at - Self.purposeReach)..<at
      return !document.tokens[at].flags.contains(.capitalised)
        && !lead.contains { particles.purpose.contains(document.tokens[$0].hash) }
    }
    func isEnd(_ at: Int) -> Bool { words.boundaries.contains(document.tokens[at].hash) }
    let before =
      (max(sentence.lowerBound, phrase.lowerBound - Self.reach.before)..<phrase.lowerBound)
      .reversed().prefix { !isEnd($0) }
    let after =
      (phrase
      .upperBound..<min(
        sentence.upperBound, phrase.upperBound + Self.reach.after)).prefix { !isEnd($0) }
    return words.terms((Array(before) + Array(after)).filter(isTold), of: document)
      .filter(Term.isTelling)
  }

  /// Tokens behind "for" that tell what something is for.
  private static let purposeReach = 4
  /// Tokens behind a preposition at most.
  private static let longestComplement = 3

  private func isPreposition(_ word: UInt64) -> Bool {
    particles.purpose.contains(word) || particles.places.contains(word)
  }

  /// What stands behind the first preposition after a noun phrase.
  private func complement(
    _ phrase: Range<Int>, in sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> TermSet {
    let end = min(sentence.upperBound, phrase.upperBound + Self.reach.after)
    let after = (phrase.upperBound..<end).prefix {
      !words.boundaries.contains(document.tokens[$0].hash)
    }
    guard let first = after.first(where: { isPreposition(document.tokens[$0].hash) })
    else { return [] }
    let tokens = (first + 1..<min(sentence.upperBound, first + 1 + Self.longestComplement)).prefix {
      let token = document.tokens[$0]
      return token.kind == .word && !particles.of.contains(token.hash)
    }
    return words.terms(tokens, of: document)
  }

  /// "A date for the trial", "a date for the talks".
  private func isOfAnother(_ first: TermSet, _ second: TermSet) -> Bool {
    !first.isEmpty && !second.isEmpty && first.isDisjoint(with: second)
  }

  /// The denied phrase, and where the other sentence tells of such a thing.
  private func match(
    _ denials: [Denial], in sentence: Range<Int>, of document: Document, _ pair: SentencePair
  ) -> (Range<Int>, Range<Int>)? {
    for denial in denials {
      for at in sentence
      where pair.words.terms(CollectionOfOne(at), of: document).contains(denial.noun) {
        guard let begin = beginning(at, in: sentence, of: document),
          !document.quotations.contains(where: { $0.inner.contains(at) })
        else { continue }
        let phrase = begin..<at + 1
        let modifiers = pair.words.terms(phrase.dropLast(), of: document)
        let told = told(phrase, in: sentence, of: document, pair.words)
        guard denial.modifiers.isSubset(of: modifiers),
          // "A resolution condemning racism" is no racism.
          phrase.count - 2 <= denial.modifiers.count + 1,
          endsNounPhrase(at, in: sentence, of: document, denial, pair.words),
          told.intersection(denial.told).subtracting(denial.modifiers).count >= Self.fewest,
          !isOpen(phrase, in: sentence, of: document),
          !isOfAnother(
            denial.complement, complement(phrase, in: sentence, of: document, pair.words))
        else { continue }
        return (denial.tokens, phrase)
      }
    }
    return nil
  }

  /// "A Senate majority" is no senate.
  private func endsNounPhrase(
    _ noun: Int, in sentence: Range<Int>, of document: Document, _ denial: Denial,
    _ words: ClauseWords
  ) -> Bool {
    let next = noun + 1
    guard next < sentence.upperBound, document.tokens[next].kind == .word,
      !functionWords.contains(document.tokens[next].hash)
    else { return next >= sentence.upperBound || document.tokens[next].kind != .hyphen }
    return !words.terms(CollectionOfOne(next), of: document).isDisjoint(with: denial.told)
  }

  /// The article or number before a noun.
  private func beginning(
    _ noun: Int, in sentence: Range<Int>, of document: Document
  ) -> Int? {
    var at = noun - 1
    while at >= sentence.lowerBound, noun - at <= Self.longest + 1 {
      let token = document.tokens[at]
      if some.contains(token.hash) || token.kind == .number { return at }
      guard token.kind == .word, !functionWords.contains(token.hash) else { return nil }
      at -= 1
    }
    return nil
  }

  private func isOpen(
    _ phrase: Range<Int>, in sentence: Range<Int>, of document: Document
  ) -> Bool {
    let around =
      max(
        sentence.lowerBound, phrase.lowerBound - 6)..<min(
        sentence.upperBound, phrase.upperBound + 6)
    return !negations.matches(document.tokens, in: around).isEmpty
      || around.contains { open.contains(document.tokens[$0].hash) }
  }
}
