/// Whom a sentence gives as its source: "the Kremlin said", "according to police", "she told".
struct Attribution: Sendable {
  private let verbs: WordSet
  /// Verbs whose object is who is spoken to: "told CNN".
  private let addressing: WordSet
  let functionWords: WordSet
  private let pronouns: WordSet
  private let institutions: WordSet
  /// Names of days and months: "announced Monday" names no source.
  let calendar: WordSet
  let particles: Particles
  /// "Mr.", "Senator": words before a name.
  let titles: WordSet
  /// Endings of verbs in the past.
  private let verbEndings: [[UInt8]]
  /// Words of a name at most.
  private static let longestName = 10

  init(_ lexicons: Lexicons) {
    verbs = lexicons.words("verb.reporting")
    addressing = lexicons.words("verb.addressing")
    functionWords = lexicons.words("word.function")
    pronouns = lexicons.words("word.pronoun")
    calendar = lexicons.words("word.calendar")
    institutions = lexicons.words("name.institution")
    particles = Particles(lexicons)
    titles = lexicons.words("person.affix").union(lexicons.words("word.capitalised"))
    verbEndings = (lexicons["value.past-ending"]?.entries ?? [:]).keys.sorted().map {
      Array($0.utf8)
    }
  }

  /// The source that a sentence names, as it stands there; `nil` where it names none or only a
  /// pronoun.
  func source(of sentence: Range<Int>, in document: Document) -> String? {
    guard let source = sourceTokens(of: sentence, in: document) else { return nil }
    let person =
      isOnePerson(source, document)
      ? properName(of: source, sentence: sentence, in: document) : nil
    return document.string(person ?? source)
  }

  /// Who speaks the quoted words: the source of their sentence, else of the first or the last
  /// sentence of their quotation, else of a sentence next to those in the paragraph.
  func speaker(ofQuoted tokens: Range<Int>, in document: Document) -> Speaker? {
    let home = document.sentence(ofToken: tokens.lowerBound)
    let quotation = document.quotations.first { $0.tokens.overlaps(tokens) }?.tokens ?? tokens
    let first = document.sentence(ofToken: quotation.lowerBound)
    let last = document.sentence(ofToken: quotation.upperBound - 1)
    var asked: Set<Int> = []
    for index in [home, last, first, first - 1, last + 1]
    where document.sentences.indices.contains(index) && asked.insert(index).inserted {
      let sentence = document.sentences[index]
      guard sentence.paragraph == document.sentences[home].paragraph else { continue }
      if let name = sourceTokens(of: sentence.tokens, in: document) {
        let proper =
          isOnePerson(name, document)
          ? properName(of: name, sentence: sentence.tokens, in: document) : nil
        return Speaker(
          tokens: proper ?? name, names: names(proper ?? name, in: document),
          isNamed: index == home && proper != nil)
      }
    }
    return nil
  }

  /// "He" or "she" beside the reporting verb of the sentence that the quotation begins in.
  func pronoun(ofQuoted tokens: Range<Int>, in document: Document) -> Int? {
    let sentence = document.sentences[document.sentence(ofToken: tokens.lowerBound)].tokens
    for at in sentence where verbs.contains(document.tokens[at].hash) && !isQuoted(at, document) {
      for beside in [at - 1, at + 1]
      where sentence.contains(beside) && particles.persons.contains(document.tokens[beside].hash) {
        return beside
      }
    }
    return nil
  }

  /// Neither the second of two people nor a body that speaks through someone.
  private func isOnePerson(_ source: Range<Int>, _ document: Document) -> Bool {
    let before = source.lowerBound > 0 ? document.tokens[source.lowerBound - 1].hash : 0
    return !particles.and.contains(before)
      && !source.prefix { !particles.of.contains(document.tokens[$0].hash) }
        .contains { institutions.contains(document.tokens[$0].hash) }
  }

  private func sourceTokens(of sentence: Range<Int>, in document: Document) -> Range<Int>? {
    let tokens = document.tokens
    for at in sentence {
      let token = tokens[at]
      if particles.according.contains(token.hash), at + 2 < sentence.upperBound,
        particles.to.contains(tokens[at + 1].hash),
        let name = phrase(after: at + 2, in: sentence, document)
      {
        return name
      }
      guard verbs.contains(token.hash), !isQuoted(at, document) else { continue }
      // "said Sarah Lindqvist": the subject stands behind, if it is a name.
      if at + 1 < sentence.upperBound, tokens[at + 1].flags.contains(.capitalised),
        !hasSubject(at, in: sentence, document), !calendar.contains(tokens[at + 1].hash),
        !addressing.contains(token.hash),
        let name = phrase(after: at + 1, in: sentence, document)
      {
        return name
      }
      if let name = phrase(before: at, in: sentence, document) { return name }
      // “…,” said the federal mediator.
      if at > sentence.lowerBound, isMark(tokens[at - 1]), !addressing.contains(token.hash),
        let name = commonNoun(after: at + 1, in: sentence, document)
      {
        return name
      }
    }
    return nil
  }

  /// "Anna Varga said Peter Lund would stay": a name right before the verb is its subject.
  private func hasSubject(_ verb: Int, in sentence: Range<Int>, _ document: Document) -> Bool {
    guard verb - 1 > sentence.lowerBound else { return false }
    let token = document.tokens[verb - 1]
    return token.kind == .word && token.flags.contains(.capitalised)
      && !functionWords.contains(token.hash)
  }

  private func isMark(_ token: Token) -> Bool {
    switch token.kind {
    case .closeQuote, .straightQuote, .punctuation: true
    default: false
    }
  }

  private func commonNoun(
    after start: Int, in sentence: Range<Int>, _ document: Document
  ) -> Range<Int>? {
    var begin = start
    if begin < sentence.upperBound, functionWords.contains(document.tokens[begin].hash),
      !pronouns.contains(document.tokens[begin].hash)
    {
      begin += 1
    }
    var end = begin
    while end < sentence.upperBound, end - begin < Self.longestName, isNominal(document.tokens[end])
    {
      end += 1
    }
    return end > begin ? begin..<end : nil
  }

  private func isQuoted(_ at: Int, _ document: Document) -> Bool {
    document.quotations.contains { $0.inner.contains(at) }
  }

  private func phrase(
    after start: Int, in sentence: Range<Int>, _ document: Document
  ) -> Range<Int>? {
    var end = start
    while end < sentence.upperBound, end - start < Self.longestName,
      isNominal(document.tokens[end])
    {
      end += 1
    }
    return name(start..<end, document)
  }

  private func phrase(
    before end: Int, in sentence: Range<Int>, _ document: Document
  ) -> Range<Int>? {
    var upper = end
    // "Ms. Duarte, the mayor, said": step over what stands between commas.
    if upper - 1 > sentence.lowerBound, document.tokens[upper - 1].kind == .punctuation {
      var at = upper - 2
      while at > sentence.lowerBound, document.tokens[at].kind != .punctuation { at -= 1 }
      if at > sentence.lowerBound {
        // "The mayor, Ms. Duarte, said": who speaks stands between them.
        if let inner = fullName(at + 1..<upper - 1, document) { return inner }
        upper = at
      }
    }
    var start = upper
    while start > sentence.lowerBound, upper - start < Self.longestName,
      isNominal(document.tokens[start - 1])
        || start < upper && isOfBody(start - 1, in: sentence, document)
    {
      start -= 1
    }
    return name(start..<upper, document)
  }

  private func isNominal(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.flags.contains(.capitalised) || !functionWords.contains(token.hash)
    case .fullStop, .hyphen: !token.flags.contains(.spaceBefore)
    case .possessive: true
    default: false
    }
  }

  /// Endings of words that are no nouns: "rejected claims that" names no source.
  private func isVerbal(_ at: Int, _ document: Document) -> Bool {
    let word = document.normalForm(at)
    return verbEndings.contains { word.count > $0.count && word.suffix($0.count).elementsEqual($0) }
  }

  /// The run from its first to its last word, when it holds a name.
  private func name(_ tokens: Range<Int>, _ document: Document) -> Range<Int>? {
    let words = tokens.filter { document.tokens[$0].isWord }
    guard let first = words.first, let last = words.last,
      tokens.contains(where: {
        document.tokens[$0].flags.contains(.capitalised)
          && !calendar.contains(document.tokens[$0].hash)
      }) || tokens.count == 1 && !isVerbal(first, document),
      words.contains(where: { !pronouns.contains(document.tokens[$0].hash) })
    else { return nil }
    return first..<last + 1
  }
}
