/// Where something is halted: "suspended vaccinations in schools", "will not be giving it in
/// nurseries, nor in schools".
///
/// Two articles on one event that give a list of places and a part of it can't both say all.
/// What a pronoun stands for is told by the sentence before.
struct StoppedPlacesTest: ArticleTest {
  /// "Suspended", "banned".
  private let stops: WordSet
  /// What is halted where it is denied: "not giving", "no longer sold".
  private let denied: WordSet
  private let pronouns: WordSet
  private let open: WordSet
  private let negations: PhraseTable
  private let functionWords: WordSet
  private let conjunctions: WordSet
  private let boundaries: WordSet
  private let particles: Particles
  /// Tokens from a denial to what it denies, and from a halt to its places, at most.
  private static let reach = (denial: 2, place: 6, open: 4)
  /// Words of a place at most.
  private static let longest = 3
  /// What two halts share besides the places, in nats: with less they tell of two things, and only
  /// so much makes it sure.
  private static let least: Float = 10
  private static let sure: Float = 18

  init(_ lexicons: Lexicons, _ readers: RuleReaders) {
    stops = lexicons.words("stop.word")
    denied = lexicons.words("stop.denied")
    pronouns = lexicons.words("word.pronoun")
    open = lexicons.words("deed.open")
    negations = readers.negations
    functionWords = lexicons.words("word.function")
    conjunctions = lexicons.words("word.conjunction").union(lexicons.words("stop.conjunction"))
    boundaries = lexicons.words("clause.boundary")
    particles = Particles(lexicons)
  }

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.a.number != pair.b.number else { return [] }
    let left = halts(pair.a, pair.words)
    guard !left.isEmpty else { return [] }
    let right = halts(pair.b, pair.words)
    guard !right.isEmpty else { return [] }
    return left.flatMap { first in
      right.compactMap { second in
        let isAWider = first.places.count > second.places.count
        let (wide, narrow) = isAWider ? (first, second) : (second, first)
        guard narrow.places.count < wide.places.count,
          narrow.places.allSatisfy(wide.places.contains),
          !isNamed(wide, besides: narrow, in: isAWider ? pair.b : pair.a, pair.words)
        else { return nil }
        let shared = first.context.intersection(second.context).reduce(0) { $0 + Term.weight($1) }
        guard shared >= Self.least else { return nil }
        return Finding(
          a: first.tokens, b: second.tokens, aValue: pair.a.string(first.tokens),
          bValue: pair.b.string(second.tokens), isConflict: true,
          match: shared >= Self.sure && pair.daysApart == 0 ? .confirmed : .suggested,
          hunk: first.tokens)
      }
    }
  }

  private struct Halt {
    /// The places.
    let tokens: Range<Int>
    let places: [TermSet]
    /// What else is told of it.
    let context: TermSet
    let sentence: Int
  }

  /// Whether the narrower article has another of the wider one's places near the halt.
  private func isNamed(
    _ wide: Halt, besides narrow: Halt, in document: Document, _ words: ClauseWords
  ) -> Bool {
    let near = max(0, narrow.sentence - 1)..<min(document.sentences.count, narrow.sentence + 2)
    let told = near.reduce(into: TermSet()) {
      $0.formUnion(words.terms(document.sentences[$1].tokens, of: document))
    }
    return wide.places.contains { !narrow.places.contains($0) && $0.isSubset(of: told) }
  }

  private func halts(_ document: Document, _ words: ClauseWords) -> [Halt] {
    document.sentences.indices.flatMap { index -> [Halt] in
      let sentence = document.sentences[index].tokens
      return sentence.compactMap { at -> Halt? in
        guard isHalt(at, in: sentence, document),
          let (tokens, places) = places(after: at, in: sentence, document, words)
        else { return nil }
        var context = words.terms(sentence.filter { !tokens.contains($0) }, of: document)
        if sentence.contains(where: { pronouns.contains(document.tokens[$0].hash) }), index > 0,
          document.sentences[index - 1].paragraph == document.sentences[index].paragraph
        {
          context.formUnion(words.terms(document.sentences[index - 1].tokens, of: document))
        }
        return Halt(tokens: tokens, places: places, context: context, sentence: index)
      }
    }
  }

  private func isHalt(_ at: Int, in sentence: Range<Int>, _ document: Document) -> Bool {
    let word = document.tokens[at].hash
    let isStop = stops.contains(word)
    guard isStop || denied.contains(word) else { return false }
    let near = max(sentence.lowerBound, at - Self.reach.open)..<at
    let denial = negations.matches(document.tokens, in: near).last
    if isStop {
      return denial == nil && !near.contains { open.contains(document.tokens[$0].hash) }
    }
    return denial.map { at - $0.tokens.upperBound <= Self.reach.denial } ?? false
  }

  /// The first list of places behind "in", within the clause.
  private func places(
    after stop: Int, in sentence: Range<Int>, _ document: Document, _ words: ClauseWords
  ) -> (Range<Int>, [TermSet])? {
    let clause = (stop + 1..<min(sentence.upperBound, stop + 1 + Self.reach.place)).prefix {
      document.tokens[$0].kind != .punctuation && !boundaries.contains(document.tokens[$0].hash)
    }
    guard let first = clause.first(where: { particles.inside.contains(document.tokens[$0].hash) })
    else { return nil }
    var places: [TermSet] = []
    var at = first + 1
    var end = at
    while let place = place(from: at, in: sentence, document) {
      let terms = words.terms(place, of: document)
      guard !terms.isEmpty else { break }
      places.append(terms)
      end = place.upperBound
      guard let next = member(after: end, in: sentence, document) else { break }
      at = next
    }
    return places.isEmpty ? nil : (first..<end, places)
  }

  /// A run of common nouns.
  private func place(
    from start: Int, in sentence: Range<Int>, _ document: Document
  ) -> Range<Int>? {
    var lower = start
    while lower < sentence.upperBound, particles.articles.contains(document.tokens[lower].hash) {
      lower += 1
    }
    var upper = lower
    while upper < sentence.upperBound, upper - lower < Self.longest {
      let token = document.tokens[upper]
      guard token.kind == .word, token.flags.isDisjoint(with: [.capitalised]),
        !functionWords.contains(token.hash), !conjunctions.contains(token.hash)
      else { break }
      upper += 1
    }
    return upper > lower ? lower..<upper : nil
  }

  /// Where a list goes on: ", nor in", "and in", "and".
  private func member(after end: Int, in sentence: Range<Int>, _ document: Document) -> Int? {
    var at = end
    while at < sentence.upperBound, at - end < 4 {
      let token = document.tokens[at]
      let isJoint =
        token.hash == Self.comma || conjunctions.contains(token.hash)
        || particles.inside.contains(token.hash)
      guard isJoint else { break }
      at += 1
    }
    return at > end && at < sentence.upperBound ? at : nil
  }

  private static let comma = Hash.of(",")
}
