/// One deed of two sides with the sides exchanged: "Corvane bought the mill from Brandt", "the mill
/// that Brandt bought from Corvane".
struct SidesTest: PairTest {
  private let verbs: PhraseTable
  private let negations: PhraseTable
  private let functionWords: WordSet
  private let particles: Particles
  private static let ampersand = Hash.of("&")
  /// Tokens between a verb and its sides, and on to a side behind a preposition, at most.
  private static let reach = (side: 3, preposition: 10)

  init(_ lexicons: Lexicons) {
    verbs = lexicons.phrases("sides.verb")
    negations = lexicons.phrases("negation")
    functionWords = lexicons.words("word.function")
    particles = Particles(lexicons)
  }

  var need: Need { .phrases(verbs) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = deeds(pair.aTokens, of: pair.a, pair.words)
    guard !left.isEmpty else { return [] }
    let right = deeds(pair.bTokens, of: pair.b, pair.words)
    for first in left {
      for second in right where first.family == second.family && areOne(first, second, pair) {
        return [
          Finding(
            a: first.tokens, b: second.tokens, aValue: pair.a.string(first.tokens),
            bValue: pair.b.string(second.tokens), isConflict: true, match: .confirmed,
            hunk: first.tokens)
        ]
      }
    }
    return []
  }

  private struct Deed {
    /// From the first side to the verb.
    let tokens: Range<Int>
    let family: Substring
    /// Names by side.
    let sides: [Substring: TermSet]
    /// What is bought or lent.
    let things: TermSet
  }

  /// Whether the sides are exchanged and the two tell of one deed.
  ///
  /// Both are exchanged and the sentences share more than names; or one is, the thing and the day are
  /// the same, and neither names another on the other side.
  private func areOne(_ first: Deed, _ second: Deed, _ pair: SentencePair) -> Bool {
    var exchanged = 0
    for (side, names) in first.sides {
      if let same = second.sides[side], !same.isDisjoint(with: names) { return false }
      for (other, others) in second.sides where other != side && !others.isDisjoint(with: names) {
        exchanged += 1
      }
    }
    guard exchanged > 0, !differ(pair, \.isCalendar), !differ(pair, { $0.type == .ordinal })
    else { return false }
    if exchanged >= 2 {
      let sides = (Array(first.sides.values) + second.sides.values).reduce(into: TermSet()) {
        $0.formUnion($1)
      }
      return SharedContext(first.tokens, second.tokens, in: pair).terms.subtracting(sides)
        .contains(where: Term.isTelling)
    }
    return !first.things.isDisjoint(with: second.things)
      && min(first.sides.count, second.sides.count) == 1 && isOfOneDay(pair)
  }

  /// Whether both sentences have such values, and none that agree.
  private func differ(_ pair: SentencePair, _ isAsked: (Fact) -> Bool) -> Bool {
    let left = pair.aFacts.filter { isAsked($0) && $0.isResolved }
    let right = pair.bFacts.filter { isAsked($0) && $0.isResolved }
    return !left.isEmpty && !right.isEmpty
      && !left.contains { one in right.contains { one.agrees(with: $0) } }
  }

  private func isOfOneDay(_ pair: SentencePair) -> Bool {
    pair.aFacts.contains { one in
      one.isCalendar && one.isResolved
        && pair.bFacts.contains { $0.isCalendar && $0.isResolved && one.agrees(with: $0) }
    }
  }

  private func deeds(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [Deed] {
    verbs.matches(document.tokens, in: sentence).compactMap { hit -> Deed? in
      let parts = hit.value.split(separator: " ")
      guard parts.count >= 3 else { return nil }
      let near = max(sentence.lowerBound, hit.tokens.lowerBound - 4)..<hit.tokens.lowerBound
      guard negations.matches(document.tokens, in: near).isEmpty,
        let subject = name(before: hit.tokens.lowerBound, in: sentence, of: document)
      else { return nil }
      let isPassive = (subject.upperBound..<hit.tokens.lowerBound).contains {
        particles.passive.contains(document.tokens[$0].hash)
      }
      var sides: [Substring: TermSet] = [:]
      func put(_ side: Substring, _ range: Range<Int>?) {
        guard let range, side != "-" else { return }
        let terms = words.terms(range, of: document)
        if !terms.isEmpty { sides[side] = terms }
      }
      let object = name(after: hit.tokens.upperBound, in: sentence, of: document)
      if isPassive {
        // "The mill was bought by Brandt": who is bought is no side.
        put(parts[2], subject)
        put(
          parts[1], name(behind: particles.agent, hit.tokens.upperBound, in: sentence, of: document)
        )
      } else {
        put(parts[1], subject)
        put(parts[2], object)
      }
      if parts.count == 5 {
        put(
          parts[4],
          name(
            behind: WordSet([Hash.of(String(parts[3]))]), hit.tokens.upperBound, in: sentence,
            of: document))
      }
      let after =
        hit.tokens
        .upperBound..<min(
          sentence.upperBound, hit.tokens.upperBound + Self.reach.preposition)
      let things = words.terms(
        after.prefix { document.tokens[$0].kind != .punctuation }.filter {
          !document.tokens[$0].flags.contains(.capitalised)
        }, of: document
      ).filter { Term.isTelling($0) && !Term.isNumber($0) }
      return Deed(
        tokens: subject.lowerBound..<hit.tokens.upperBound, family: parts[0], sides: sides,
        things: parts[2] == "-" && !isPassive ? things : [])
    }
  }

  private func isName(_ at: Int, _ document: Document) -> Bool {
    let token = document.tokens[at]
    return token.kind == .word && token.flags.contains(.capitalised)
      && !functionWords.contains(token.hash)
  }

  /// The name that ends a few tokens before the verb, auxiliaries and adverbs between.
  private func name(
    before verb: Int, in sentence: Range<Int>, of document: Document
  ) -> Range<Int>? {
    var end = verb
    while end > sentence.lowerBound, verb - end < Self.reach.side, !isName(end - 1, document),
      document.tokens[end - 1].kind == .word
    {
      end -= 1
    }
    var start = end
    while start > sentence.lowerBound,
      isName(start - 1, document)
        || start < end && document.tokens[start - 1].hash == Self.ampersand
    {
      start -= 1
    }
    return start < end ? start..<end : nil
  }

  private func name(
    after start: Int, in sentence: Range<Int>, of document: Document
  ) -> Range<Int>? {
    var begin = start
    while begin < sentence.upperBound, begin - start < Self.reach.side, !isName(begin, document),
      document.tokens[begin].kind == .word
    {
      begin += 1
    }
    var end = begin
    while end < sentence.upperBound,
      isName(end, document) || end > begin && document.tokens[end].hash == Self.ampersand
    {
      end += 1
    }
    return begin < end ? begin..<end : nil
  }

  private func name(
    behind words: WordSet, _ start: Int, in sentence: Range<Int>, of document: Document
  ) -> Range<Int>? {
    let end = min(sentence.upperBound, start + Self.reach.preposition)
    guard let at = (start..<end).first(where: { words.contains(document.tokens[$0].hash) }) else {
      return nil
    }
    return name(after: at + 1, in: sentence, of: document)
  }
}
