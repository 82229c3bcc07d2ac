/// A measure that rose or fell.
struct Change {
  /// The word for it: "rose", "a decrease".
  let tokens: Range<Int>
  let pole: Substring
  /// Concepts of the nouns that say what is measured.
  let measure: [UInt64]

  /// Whether it is yet to come: "is expected to rise".
  let isExpected: Bool

  /// Whether this change, told by the evidence, is of the claim's measure: what the claim has before
  /// the noun stands elsewhere in the evidence's sentence ("consolidated sales", "on a consolidated
  /// basis, sales").
  func isOfSame(as claim: Change, _ sides: DeclaredSides) -> Bool {
    guard isExpected == claim.isExpected else { return false }
    guard measure != claim.measure else { return true }
    return measure.count < claim.measure.count
      && claim.measure.suffix(measure.count).elementsEqual(measure)
      && claim.measure.dropLast(measure.count).allSatisfy(sides.evidenceConcepts.contains)
  }
}

/// Finds what rose and fell.
struct ChangeReader: Sendable {
  let directions: PoleWords
  let links: WordSet
  let auxiliaries: WordSet
  let conjunctions: WordSet
  let negations: PhraseTable
  let articles: WordSet
  /// "Its", "the".
  let determiners: WordSet
  /// Words among those before a change that say when it was: "quarter".
  let periods: WordSet
  /// Words before what will change: "expect", "will".
  let expecting: WordSet
  /// Words of what is measured, at most.
  private static let longest = 3

  init(_ lexicon: Lexicon, _ lexicons: Lexicons, negations: PhraseTable) {
    directions = PoleWords(lexicon)
    links = lexicons.words("change.link")
    periods = lexicons.words("change.period")
    expecting = lexicons.words("change.expecting")
    auxiliaries = lexicons.words("word.auxiliary")
    conjunctions = lexicons.words("word.conjunction")
    self.negations = negations
    let particles = Particles(lexicons)
    articles = particles.articles
    determiners = particles.possessives.union(particles.definite)
  }

  /// In the order of the text.
  func changes(_ sentence: Range<Int>, of text: DeclaredText) -> [Change] {
    directions.hits(sentence, of: text).flatMap { hit -> [Change] in
      guard let pole = hit.poles.first?.pole, !isDenied(hit.tokens, sentence, text) else {
        return []
      }
      let isExpected = isExpected(hit.tokens, sentence, text)
      return measures(of: hit.tokens, in: sentence, text).map {
        Change(tokens: hit.tokens, pole: pole, measure: $0, isExpected: isExpected)
      }
    }
  }

  /// Tokens before a change in which a word may say that it is yet to come.
  private static let expectingReach = 10

  private func isExpected(_ hit: Range<Int>, _ sentence: Range<Int>, _ text: DeclaredText) -> Bool {
    let least = max(sentence.lowerBound, hit.lowerBound - Self.expectingReach)
    return (least..<hit.lowerBound).reversed()
      .prefix { text.document.tokens[$0].kind != .punctuation }
      .contains { expecting.contains(text.document.tokens[$0].hash) }
  }

  /// What changed: the nouns after "in" or "of", or those right before the verb.
  private func measures(
    of hit: Range<Int>, in sentence: Range<Int>, _ text: DeclaredText
  ) -> [[UInt64]] {
    let tokens = text.document.tokens
    // "A rise in prices", but not "prices rose in May".
    let before = max(sentence.lowerBound, hit.lowerBound - 3)..<hit.lowerBound
    if hit.upperBound < sentence.upperBound, links.contains(tokens[hit.upperBound].hash),
      before.contains(where: { articles.contains(tokens[$0].hash) })
    {
      return phrases((hit.upperBound + 1)..<sentence.upperBound, of: text)
    }
    var start = hit.lowerBound
    while start > sentence.lowerBound, isOfSubject(start - 1, of: text) { start -= 1 }
    return phrases(start..<hit.lowerBound, of: text) + objects(of: hit, in: sentence, text)
  }

  /// What is changed by someone: "cut its fees".
  ///
  /// Without a word that says whose it is, the nouns after a verb may say when it was.
  private func objects(
    of hit: Range<Int>, in sentence: Range<Int>, _ text: DeclaredText
  ) -> [[UInt64]] {
    let after = hit.upperBound..<sentence.upperBound
    guard let next = after.first, determiners.contains(text.document.tokens[next].hash) else {
      return []
    }
    return phrases(after, of: text)
  }

  private func isOfSubject(_ at: Int, of text: DeclaredText) -> Bool {
    let token = text.document.tokens[at]
    return token.kind == .word
      && (!expecting.contains(token.hash) || auxiliaries.contains(token.hash))
      && (text.concepts[at] != 0 || auxiliaries.contains(token.hash)
        || conjunctions.contains(token.hash))
  }

  /// The phrases of a stretch, joined by conjunctions, up to the first word that ends them.
  private func phrases(_ range: Range<Int>, of text: DeclaredText) -> [[UInt64]] {
    let tokens = text.document.tokens
    var found: [[UInt64]] = []
    var phrase: [UInt64] = []
    for at in range {
      if conjunctions.contains(tokens[at].hash) {
        found.append(phrase)
        phrase = []
      } else if periods.contains(tokens[at].hash) {
        continue
      } else if text.concepts[at] != 0, tokens[at].kind == .word, !isAdverb(at, text.document) {
        phrase.append(text.concepts[at])
      } else if tokens[at].kind != .word || !auxiliaries.contains(tokens[at].hash),
        !isAdverb(at, text.document), !determiners.contains(tokens[at].hash)
      {
        break
      }
    }
    found.append(phrase)
    return found.filter { (1...Self.longest).contains($0.count) }
  }

  private func isAdverb(_ at: Int, _ document: Document) -> Bool {
    let word = document.normalForm(at)
    return word.count > 5 && word.suffix(2).elementsEqual("ly".utf8)
  }

  private func isDenied(
    _ hit: Range<Int>, _ sentence: Range<Int>, _ text: DeclaredText
  ) -> Bool {
    let before = max(sentence.lowerBound, hit.lowerBound - 5)..<hit.lowerBound
    return !negations.matches(text.document.tokens, in: before).isEmpty
  }
}
