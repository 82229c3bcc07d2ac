/// What rose and what fell: "a decrease in net income" against "net income rose by a third".
struct ChangeTest: DeclaredTest {
  let directions: PoleWords
  let links: WordSet
  let auxiliaries: WordSet
  let conjunctions: WordSet
  let negations: PhraseTable
  let articles: WordSet
  /// "Its", "the".
  let determiners: WordSet
  /// Words of what is measured, at most.
  private static let longest = 3

  init(_ lexicon: Lexicon, _ lexicons: Lexicons, negations: PhraseTable) {
    directions = PoleWords(lexicon)
    links = lexicons.words("change.link")
    auxiliaries = lexicons.words("word.auxiliary")
    conjunctions = lexicons.words("word.conjunction")
    self.negations = negations
    let particles = Particles(lexicons)
    articles = particles.articles
    determiners = particles.possessives.union(particles.definite)
  }

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let claims = changes(sides.claimTokens, of: sides.claim)
    guard !claims.isEmpty else { return [] }
    let found = changes(sides.evidenceTokens, of: sides.evidence)
    guard !found.isEmpty else { return [] }
    let all = sides.evidence.document.sentences.flatMap { changes($0.tokens, of: sides.evidence) }
    let own = sides.claim.document.sentences.flatMap { changes($0.tokens, of: sides.claim) }
    return claims.compactMap { claim in
      let told = all.filter { isSame($0.measure, claim.measure, sides) }
      // What went both ways went so at different times.
      guard let change = found.first(where: { isSame($0.measure, claim.measure, sides) }),
        told.allSatisfy({ $0.pole == change.pole }),
        !own.contains(where: { $0.measure == claim.measure && $0.pole == change.pole })
      else { return nil }
      return sides.finding(
        claim: claim.tokens, evidence: change.tokens, isConflict: change.pole != claim.pole)
    }
  }

  /// Whether both are one measure: what the one has before the noun stands elsewhere in the other's
  /// sentence ("consolidated sales", "on a consolidated basis, sales").
  private func isSame(
    _ found: [UInt64], _ claim: [UInt64], _ sides: DeclaredSides
  ) -> Bool {
    guard found != claim else { return true }
    return found.count < claim.count && claim.suffix(found.count).elementsEqual(found)
      && claim.dropLast(found.count).allSatisfy(sides.evidenceConcepts.contains)
  }

  private struct Change {
    let tokens: Range<Int>
    let pole: Substring
    let measure: [UInt64]
  }

  private func changes(_ sentence: Range<Int>, of text: DeclaredText) -> [Change] {
    directions.hits(sentence, of: text).flatMap { hit -> [Change] in
      guard let pole = hit.poles.first?.pole, !isDenied(hit.tokens, sentence, text) else {
        return []
      }
      return measures(of: hit.tokens, in: sentence, text).map {
        Change(tokens: hit.tokens, pole: pole, measure: $0)
      }
    }
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
