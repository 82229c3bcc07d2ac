/// Whom a sentence gives as its source: "the Kremlin said", "according to police", "she told".
struct Attribution: Sendable {
  private let verbs: WordSet
  /// Verbs whose object is who is spoken to: "told CNN".
  private let addressing: WordSet
  private let functionWords: WordSet
  private let pronouns: WordSet
  private let institutions: WordSet
  /// Names of days and months: "announced Monday" names no source.
  private let calendar: WordSet
  private let particles: Particles
  /// Words of a name at most.
  private static let longestName = 6

  init(_ lexicons: Lexicons) {
    verbs = lexicons.words("verb.reporting")
    addressing = lexicons.words("verb.addressing")
    functionWords = lexicons.words("word.function")
    pronouns = lexicons.words("word.pronoun")
    calendar = lexicons.words("word.calendar")
    institutions = lexicons.words("name.institution")
    particles = Particles(lexicons)
  }

  /// The source that a sentence names, as it stands there; `nil` where it names none or only a
  /// pronoun.
  func source(of sentence: Range<Int>, in document: Document) -> String? {
    sourceTokens(of: sentence, in: document).map { document.string($0) }
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
      && !source.contains { institutions.contains(document.tokens[$0].hash) }
  }

  /// A name of two words or more in the source or, after a comma, beside it: "said the chief
  /// negotiator, Everett Shaw".
  private func properName(
    of source: Range<Int>, sentence: Range<Int>, in document: Document
  ) -> Range<Int>? {
    func run(from start: Int, to end: Int) -> Range<Int>? {
      var best: Range<Int>?
      var at = start
      while at < end {
        let begin = at
        while at < end, document.tokens[at].kind == .word,
          document.tokens[at].flags.contains(.capitalised),
          !functionWords.contains(document.tokens[at].hash)
        {
          at += 1
        }
        if at - begin >= 2, at - begin > (best?.count ?? 0) { best = begin..<at }
        at = max(at, begin + 1)
      }
      return best
    }
    let next = source.upperBound
    if next + 2 < sentence.upperBound, document.tokens[next].kind == .punctuation,
      let beside = run(from: next + 1, to: min(sentence.upperBound, next + 5)),
      beside.lowerBound == next + 1
    {
      return beside
    }
    return run(from: source.lowerBound, to: source.upperBound)
  }

  private func names(_ tokens: Range<Int>, in document: Document) -> Set<UInt64> {
    Set(
      tokens.map { document.tokens[$0] }.filter { token in
        token.kind == .word && !functionWords.contains(token.hash)
      }.map(\.hash))
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
      if at > sentence.lowerBound, isMark(tokens[at - 1]),
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
      if at > sentence.lowerBound { upper = at }
    }
    var start = upper
    while start > sentence.lowerBound, upper - start < Self.longestName,
      isNominal(document.tokens[start - 1])
        || (start < upper && particles.of.contains(document.tokens[start - 1].hash))
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

  /// The run from its first to its last word, when it holds a name.
  private func name(_ tokens: Range<Int>, _ document: Document) -> Range<Int>? {
    let words = tokens.filter { document.tokens[$0].isWord }
    guard let first = words.first, let last = words.last,
      tokens.contains(where: { document.tokens[$0].flags.contains(.capitalised) })
        || tokens.count == 1,
      words.contains(where: { !pronouns.contains(document.tokens[$0].hash) })
    else { return nil }
    return first..<last + 1
  }
}

/// The person or body that a quotation is given to, by the words of the name.
struct Speaker: Sendable {
  /// Where the name stands.
  let tokens: Range<Int>
  let names: Set<UInt64>
  /// Whether it is a name of two words or more in the quotation's own sentence, not "the union".
  let isNamed: Bool

  /// Whether the two can be one: they share a word of the name.
  func isSame(as other: Speaker) -> Bool {
    names.isEmpty || other.names.isEmpty || !names.isDisjoint(with: other.names)
  }
}
