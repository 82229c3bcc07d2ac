/// A thing that one article says was looked into, and of which the other denies it: "the panel
/// considered the phone records", "the judges declined to open them".
///
/// What a pronoun stands for is looked for before it, in its sentence and the one before.
struct RegardTest: ArticleTest {
  /// "Considered", "look at", with the sort of deed; `base` for forms that tell of it only where it
  /// is denied.
  private let verbs: PhraseTable
  /// Words for what is looked into, with its sort.
  private let things: [UInt64: String]
  /// Words for who looks into things, with sorts of bodies.
  private let bodies: [UInt64: Set<Substring>]
  private let pronouns: WordSet
  private let open: WordSet
  private let negations: PhraseTable
  private let functionWords: WordSet
  private let boundaries: WordSet
  private let particles: Particles
  private let forms: Lazy<WordFormLexicon>
  /// Tokens from a verb to what it governs, before a verb to who did it or to what leaves it open,
  /// and of a thing's description, at most.
  private static let reach = (object: 7, actor: 9, open: 4, modifiers: 3)

  init(_ lexicons: Lexicons, _ readers: RuleReaders) {
    verbs = lexicons.phrases("regard.verb")
    things = (lexicons["regard.thing"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = $1.value
    }
    bodies = (lexicons["regard.body"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = Set($1.value.split(separator: " "))
    }
    pronouns = lexicons.words("regard.pronoun")
    open = lexicons.words("deed.open").union(lexicons.words("existence.open"))
    negations = readers.negations
    functionWords = lexicons.words("word.function").union(lexicons.words("word.conjunction"))
    boundaries = lexicons.words("clause.boundary")
    particles = Particles(lexicons)
    forms = readers.wordForms
  }

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.a.number != pair.b.number else { return [] }
    let left = claims(pair.a)
    guard !left.isEmpty else { return [] }
    let right = claims(pair.b)
    guard !right.isEmpty, pair.tellOneEvent else { return [] }
    let forms = WordForms(forms.value)
    return left.compactMap { first in
      guard let second = right.first(where: { isOpposed(first, $0, pair, forms) })
      else { return nil }
      let denied = first.isDenied ? pair.a : pair.b
      let told = first.isDenied ? pair.b : pair.a
      // What was not looked into by then may have been afterwards.
      let isLater =
        (told.article.published?.order ?? 0) > (denied.article.published?.order ?? 0)
      return Finding(
        a: first.tokens, b: second.tokens, aValue: first.isDenied ? "denied" : "affirmed",
        bValue: second.isDenied ? "denied" : "affirmed", isConflict: true,
        match: first.isSure && second.isSure && pair.daysApart == 0 ? .confirmed : .suggested,
        isGrowth: isLater, hunk: first.tokens)
    }
  }

  private struct Claim {
    let tokens: Range<Int>
    let act: Substring
    let isDenied: Bool
    /// The things that may be meant; of a pronoun, several.
    let things: [Thing]
    let isPronoun: Bool
    let actors: Set<Substring>
    /// Whether both who and what are said in so many words.
    var isSure: Bool { !isPronoun && !actors.isEmpty }
  }

  private struct Thing {
    let noun: Int
    let sort: String
    /// Tokens of the words that say which one.
    let modifiers: [Int]
  }

  private func isOpposed(
    _ first: Claim, _ second: Claim, _ pair: ArticlePair, _ forms: WordForms
  ) -> Bool {
    guard first.act == second.act, first.isDenied != second.isDenied,
      first.actors.isEmpty || second.actors.isEmpty
        || !first.actors.isDisjoint(with: second.actors)
    else { return false }
    return first.things.contains { left in
      second.things.contains { right in
        guard left.sort == right.sort else { return false }
        let described = left.modifiers.map { concept($0, pair.a, forms) }
        let other = right.modifiers.map { concept($0, pair.b, forms) }
        return described.contains(where: other.contains)
      }
    }
  }

  private func concept(_ at: Int, _ document: Document, _ forms: WordForms) -> UInt64 {
    forms.concept(document.tokens[at], in: document.article.text)
  }

  private func claims(_ document: Document) -> [Claim] {
    document.sentences.indices.flatMap { index -> [Claim] in
      let sentence = document.sentences[index].tokens
      return verbs.matches(document.tokens, in: sentence).compactMap { hit in
        claim(hit.tokens, hit.value.split(separator: " "), index, sentence, document)
      }
    }
  }

  private func claim(
    _ verb: Range<Int>, _ deed: [Substring], _ index: Int, _ sentence: Range<Int>,
    _ document: Document
  ) -> Claim? {
    guard let act = deed.first,
      !document.quotations.contains(where: { $0.inner.contains(verb.lowerBound) })
    else { return nil }
    let before = max(sentence.lowerBound, verb.lowerBound - Self.reach.actor)..<verb.lowerBound
    let denial = negations.matches(document.tokens, in: before).last {
      verb.lowerBound - $0.tokens.upperBound <= 1
    }
    let near = max(sentence.lowerBound, verb.lowerBound - Self.reach.open)..<verb.lowerBound
    if denial == nil {
      guard deed.count == 1, !near.contains(where: { open.contains(document.tokens[$0].hash) }),
        negations.matches(document.tokens, in: before).isEmpty
      else { return nil }
    }
    let lower = denial?.tokens.lowerBound ?? verb.lowerBound
    guard let (things, end, isPronoun) = object(verb, index, sentence, document) else { return nil }
    let actors = actors(before: lower, in: sentence, document)
    // "The guards declined to open them": gates, perhaps.
    guard !isPronoun || !actors.isEmpty else { return nil }
    return Claim(
      tokens: lower..<end, act: act, isDenied: denial != nil, things: things, isPronoun: isPronoun,
      actors: actors)
  }

  /// What the verb governs: behind it, or of a passive before it.
  private func object(
    _ verb: Range<Int>, _ index: Int, _ sentence: Range<Int>, _ document: Document
  ) -> (things: [Thing], end: Int, isPronoun: Bool)? {
    let next = verb.upperBound
    if next < sentence.upperBound, pronouns.contains(document.tokens[next].hash) {
      var things = things(in: sentence.lowerBound..<verb.lowerBound, document)
      if index > 0, document.sentences[index - 1].paragraph == document.sentences[index].paragraph {
        things += self.things(in: document.sentences[index - 1].tokens, document)
      }
      return things.isEmpty ? nil : (things, next + 1, true)
    }
    let last = verb.lowerBound - 1
    if last >= sentence.lowerBound, particles.passive.contains(document.tokens[last].hash) {
      let before = max(sentence.lowerBound, last - Self.reach.object)..<last
      return things(in: before, document).last.map { ([$0], verb.upperBound, false) }
    }
    let after = (next..<min(sentence.upperBound, next + Self.reach.object)).prefix {
      let token = document.tokens[$0]
      return token.kind != .punctuation && !boundaries.contains(token.hash)
    }
    return things(in: next..<next + after.count, document).first.map {
      ([$0], $0.noun + 1, false)
    }
  }

  /// The things that are named in a stretch of words, with what describes them.
  private func things(in tokens: Range<Int>, _ document: Document) -> [Thing] {
    tokens.compactMap { at in
      guard let sort = things[document.tokens[at].hash] else { return nil }
      let before = (tokens.lowerBound..<at).reversed().prefix { isContent($0, document) }
      var modifiers = Array(before.prefix(Self.reach.modifiers))
      if at + 1 < document.tokens.count, particles.links.contains(document.tokens[at + 1].hash) {
        let end = min(document.tokens.count, at + 2 + Self.reach.modifiers)
        modifiers += (at + 2..<end).filter { isContent($0, document) }
      }
      return Thing(noun: at, sort: sort, modifiers: modifiers)
    }
  }

  private func isContent(_ at: Int, _ document: Document) -> Bool {
    document.tokens[at].isWord && !functionWords.contains(document.tokens[at].hash)
  }

  /// The sorts of bodies named before the verb.
  private func actors(
    before end: Int, in sentence: Range<Int>, _ document: Document
  ) -> Set<Substring> {
    let near = max(sentence.lowerBound, end - Self.reach.actor)..<end
    return near.last { bodies[document.tokens[$0].hash] != nil }
      .flatMap { bodies[document.tokens[$0].hash] } ?? []
  }
}
