/// Of whom, of what, and of where a value is told.
extension ValueContext {
  /// "Lena Ott got six years", "her brother, Ivo Ott, got three": in the clause of the value one
  /// name stands in the other's place.
  func isOfOtherNames(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
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
  func isOfOtherThings(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
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
  func isOfOtherRanks(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
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
  func isOfOtherPlaces(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
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
