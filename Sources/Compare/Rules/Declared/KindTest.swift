/// What a thing is said to be: "The Long Shore is a Danish film" against "The Long Shore is a dog".
struct KindTest: DeclaredTest {
  /// Sorts of nouns, with the trade of people: `person/music`.
  let sorts: [UInt64: Pole]
  let links: WordSet
  let articles: WordSet
  let particles: Particles
  let classes: PoleWords
  let negations: PhraseTable
  private static let longestBare = 3
  /// Signs between two things that one is.
  private static let joiners = Set([",", "/"].map { Hash.of($0) })

  init(_ lexicons: Lexicons, negations: PhraseTable) {
    var sorts: [UInt64: Pole] = [:]
    for (noun, sort) in lexicons["kind.sort"]?.entries ?? [:] {
      let parts = sort.split(separator: "/")
      sorts[Hash.of(noun)] = Pole(axis: parts[0], pole: parts.count > 1 ? parts[1] : "")
    }
    self.sorts = sorts
    links = lexicons.words("kind.link")
    articles = lexicons.words("kind.article")
    self.negations = negations
    particles = Particles(lexicons)
    classes = PoleWords(
      lexicons["opposites.class"] ?? Lexicon(name: "opposites.class", about: "", entries: [:]))
  }

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    guard let claim = predicate(sides.claimTokens, of: sides.claim) else {
      return bareClash(sides).map { [$0] } ?? []
    }
    guard let found = predicate(sides.evidenceTokens, of: sides.evidence),
      isSameSubject(claim, found, sides),
      let first = claim.nouns.first, let second = found.nouns.first
    else { return [] }
    let isSame = claim.sorts.contains { sort in
      found.sorts.contains {
        $0.axis == sort.axis && ($0.pole == sort.pole || $0.pole.isEmpty || sort.pole.isEmpty)
      }
    }
    if isSame, let (one, other) = clash(claim, found, sides) {
      return [sides.finding(claim: one.tokens, evidence: other.tokens, isConflict: true)]
    }
    return [
      sides.finding(
        claim: first..<first + 1, evidence: second..<second + 1, isConflict: !isSame)
    ]
  }

  /// Members of one class in the two phrases, none of them in both: "a Danish film", "a Norwegian
  /// film".
  private func clash(
    _ claim: Predicate, _ found: Predicate, _ sides: DeclaredSides
  ) -> (PoleWords.Hit, PoleWords.Hit)? {
    let left = classes.hits(claim.phrase, of: sides.claim)
    let right = classes.hits(found.phrase, of: sides.evidence)
    for one in left {
      for pole in one.poles where !Self.trades.contains(pole.axis) {
        let others = right.filter { $0.poles.contains { $0.axis == pole.axis } }
        let own = left.filter { $0.poles.contains { $0.axis == pole.axis } }
        if let other = others.first,
          !others.contains(where: { hit in
            hit.poles.contains { pole in own.contains { $0.poles.contains(pole) } }
          })
        {
          return (one, other)
        }
      }
    }
    return nil
  }

  /// A member of a class and nothing else: "Ada Lund is Danish" against "Ada Lund is a Norwegian
  /// singer".
  private func bareClash(_ sides: DeclaredSides) -> Finding? {
    let tokens = sides.claim.document.tokens
    guard let found = predicate(sides.evidenceTokens, of: sides.evidence),
      let link = sides.claimTokens.first(where: { links.contains(tokens[$0].hash) }),
      let one = classes.hits(link + 1..<sides.claimTokens.upperBound, of: sides.claim).first
    else { return nil }
    let rest = (link + 1..<one.tokens.lowerBound).filter { sides.claim.concepts[$0] != 0 }
    let after = one.tokens.upperBound..<sides.claimTokens.upperBound
    let subject = names(in: sides.claimTokens.lowerBound..<link, of: sides.claim)
    guard rest.isEmpty, !after.contains(where: { tokens[$0].isWord }),
      isShared(subject, found.subject),
      negations.matches(tokens, in: sides.claimTokens).isEmpty
    else { return nil }
    let hits = classes.hits(found.phrase, of: sides.evidence)
    for pole in one.poles where !Self.trades.contains(pole.axis) {
      let others = hits.filter { $0.poles.contains { $0.axis == pole.axis } }
      guard let other = others.first, !others.contains(where: { $0.poles.contains(pole) }) else {
        continue
      }
      return sides.finding(claim: one.tokens, evidence: other.tokens, isConflict: true)
    }
    return nil
  }

  /// The concepts of the capitalised words of a stretch.
  private func names(in range: Range<Int>, of text: DeclaredText) -> Set<UInt64> {
    Set(text.concepts(range.filter { text.document.tokens[$0].flags.contains(.capitalised) }))
  }

  private static let trades: Set<Substring> = ["trade", "work", "country", "month", "weekday"]

  private struct Predicate {
    let subject: Set<UInt64>
    let nouns: [Int]
    let sorts: [Pole]
    /// From the article to the last noun.
    let phrase: Range<Int>
  }

  /// The subject of a sentence and the nouns that say what it is: the last of each of the phrases
  /// that "is a" introduces.
  private func predicate(_ sentence: Range<Int>, of text: DeclaredText) -> Predicate? {
    let tokens = text.document.tokens
    guard
      let link = sentence.first(where: {
        links.contains(tokens[$0].hash) && $0 + 1 < sentence.upperBound
          && (articles.contains(tokens[$0 + 1].hash) || isBare(from: $0 + 1, in: sentence, tokens))
      })
    else { return nil }
    let subject = names(in: sentence.lowerBound..<link, of: text)
    guard !subject.isEmpty,
      negations.matches(tokens, in: sentence.lowerBound..<min(sentence.upperBound, link + 3))
        .isEmpty
    else { return nil }
    var nouns: [Int] = []
    var last: Int?
    for at in link + 1..<sentence.upperBound {
      if sorts[tokens[at].hash] != nil {
        last = at
      } else if isJoiner(tokens[at].hash) {
        if let noun = last { nouns.append(noun) }
        last = nil
      } else if !isInPhrase(at, of: text) {
        break
      }
    }
    if let noun = last { nouns.append(noun) }
    return nouns.isEmpty
      ? nil
      : Predicate(
        subject: subject, nouns: nouns, sorts: nouns.compactMap { sorts[tokens[$0].hash] },
        phrase: link + 1..<(nouns.last ?? link + 1) + 1)
  }

  private func isJoiner(_ word: UInt64) -> Bool {
    Self.joiners.contains(word) || particles.and.contains(word)
  }

  /// Whether a short sentence ends with a noun of a sort: "was basketball player".
  private func isBare(from at: Int, in sentence: Range<Int>, _ tokens: [Token]) -> Bool {
    let words = (at..<sentence.upperBound).filter { tokens[$0].isWord }
    return words.count <= Self.longestBare
      && words.last.map { sorts[tokens[$0].hash] != nil } == true
  }

  /// Whether the token may stand inside a phrase: a word that says something, a number, an article.
  private func isInPhrase(_ at: Int, of text: DeclaredText) -> Bool {
    let token = text.document.tokens[at]
    return text.concepts[at] != 0 || token.kind == .hyphen || articles.contains(token.hash)
  }

  private func isSameSubject(
    _ claim: Predicate, _ found: Predicate, _ sides: DeclaredSides
  ) -> Bool {
    isShared(claim.subject, found.subject)
  }

  private func isShared(_ claim: Set<UInt64>, _ found: Set<UInt64>) -> Bool {
    let shared = claim.intersection(found).count
    return shared * 2 >= min(claim.count, found.count) && shared > 0
  }
}
