extension Fact {
  /// Whether it is a bare year.
  fileprivate var isYear: Bool { type == .date && value.utf8.count == 4 }
}

/// A deed that one article denies and the other tells as done, in other words: "no charges have been
/// filed", "Orr was charged with fraud".
struct DeedTest: PairTest {
  /// Words for deeds, as nouns and as participles, with the deed.
  private let acts: [UInt64: String]
  /// Deeds that one does oneself, `conceded: concession`; `base` for a form that tells of it only
  /// where it is denied ("refused to concede").
  private let own: [UInt64: String]
  private let pronouns: WordSet
  /// Words that leave open whether it was done: "could", "expected".
  private let open: WordSet
  private let negations: PhraseTable
  private let functionWords: WordSet
  private let particles: Particles
  /// Tokens from "no" to the deed, and from the passive verb to it, at most.
  private static let reach = 3
  /// Tokens before a deed in which it may be denied or left open.
  private static let scope = 6

  init(_ lexicons: Lexicons) {
    acts = (lexicons["deed.act"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = $1.value
    }
    own = (lexicons["deed.own"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = $1.value
    }
    pronouns = lexicons.words("deed.pronoun")
    particles = Particles(lexicons)
    open = lexicons.words("deed.open")
    negations = lexicons.phrases("negation")
    functionWords = lexicons.words("word.function")
  }

  var need: Need { .words(WordSet(Set(acts.keys).union(own.keys))) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = deeds(pair.aTokens, of: pair.a, pair.aFacts)
    guard !left.isEmpty else { return [] }
    let right = deeds(pair.bTokens, of: pair.b, pair.bFacts)
    guard !right.isEmpty, sharesName(pair) else { return [] }
    for first in left {
      for second in right
      where first.act == second.act && first.isDenied != second.isDenied
        && !isOfAnother(first, second, pair)
      {
        return [
          Finding(
            a: first.tokens, b: second.tokens, aValue: first.isDenied ? "denied" : "affirmed",
            bValue: second.isDenied ? "denied" : "affirmed", isConflict: true,
            match: isLater(pair) ? .suggested : .confirmed, isGrowth: isLater(pair),
            hunk: first.tokens)
        ]
      }
    }
    return []
  }

  private struct Deed {
    let tokens: Range<Int>
    let act: String
    let isDenied: Bool
  }

  private func deeds(
    _ sentence: Range<Int>, of document: Document, _ facts: [Fact]
  ) -> [Deed] {
    sentence.compactMap { at -> Deed? in
      let token = document.tokens[at]
      if let act = own[token.hash] { return ownDeed(at, act, in: sentence, of: document) }
      guard token.kind == .word, let act = acts[token.hash] else { return nil }
      let near = max(sentence.lowerBound, at - Self.reach)..<at
      if let none = near.last(where: { particles.none.contains(document.tokens[$0].hash) }) {
        return Deed(tokens: none..<at + 1, act: act, isDenied: true)
      }
      guard let verb = near.last(where: { particles.passive.contains(document.tokens[$0].hash) })
      else { return nil }
      let before = max(sentence.lowerBound, at - Self.scope)..<at
      guard !before.contains(where: { open.contains(document.tokens[$0].hash) }) else {
        return nil
      }
      // "Was arrested in 2009" is another story.
      let end = at + 1 + Self.scope
      guard !facts.contains(where: { $0.isYear && (at..<end).contains($0.tokens.lowerBound) })
      else { return nil }
      let denial = negations.matches(document.tokens, in: before).last
      return Deed(
        tokens: min(verb, denial?.tokens.lowerBound ?? verb)..<at + 1, act: act,
        isDenied: denial != nil)
    }
  }

  /// Tokens behind a deed of one's own that say of what: "resign as head of the party".
  private static let behind = 5

  /// Whether a deed of one's own is denied of something that the other sentence does not speak of.
  private func isOfAnother(_ first: Deed, _ second: Deed, _ pair: SentencePair) -> Bool {
    let (denied, document, sentence, other, tokens) =
      first.isDenied
      ? (first, pair.a, pair.aTokens, pair.b, pair.bTokens)
      : (second, pair.b, pair.bTokens, pair.a, pair.aTokens)
    guard own[document.tokens[denied.tokens.upperBound - 1].hash] != nil else { return false }
    let end = min(sentence.upperBound, denied.tokens.upperBound + Self.behind)
    let after = (denied.tokens.upperBound..<end).prefix {
      let token = document.tokens[$0]
      return token.kind == .word
        // "Testified before the senate": here it parts no clauses.
        && (particles.before.contains(token.hash) || !pair.words.boundaries.contains(token.hash))
    }
    guard
      let of = after.lazy.compactMap({
        pair.words.terms(CollectionOfOne($0), of: document).first
      }).first
    else { return false }
    return !pair.words.terms(tokens, of: other).contains(of)
  }

  /// "He has not conceded", "she refused to resign", "he conceded late on Sunday"; who "conceded that"
  /// only said so.
  private func ownDeed(
    _ at: Int, _ value: String, in sentence: Range<Int>, of document: Document
  ) -> Deed? {
    let parts = value.split(separator: " ")
    guard let act = parts.first.map(String.init),
      !document.quotations.contains(where: { $0.inner.contains(at) })
    else { return nil }
    let before = max(sentence.lowerBound, at - Self.scope)..<at
    if let denial = negations.matches(document.tokens, in: before).last,
      at - denial.tokens.upperBound <= 1
    {
      return Deed(tokens: denial.tokens.lowerBound..<at + 1, act: act, isDenied: true)
    }
    guard parts.count == 1, !before.contains(where: { open.contains(document.tokens[$0].hash) }),
      negations.matches(document.tokens, in: before).isEmpty,
      at + 1 >= sentence.upperBound || !particles.that.contains(document.tokens[at + 1].hash)
    else { return nil }
    return Deed(tokens: at..<at + 1, act: act, isDenied: false)
  }

  /// Whether both sentences name one person or place, wherever in them.
  private func sharesName(_ pair: SentencePair) -> Bool {
    !names(pair.candidate.aSentence, of: pair.a, pair.words)
      .isDisjoint(with: names(pair.candidate.bSentence, of: pair.b, pair.words))
  }

  /// The names in a sentence; where a pronoun stands for them, those of its neighbours in the
  /// paragraph.
  private func names(
    _ sentence: Int, of document: Document, _ words: ClauseWords
  ) -> TermSet {
    func own(_ index: Int) -> TermSet {
      words.terms(
        document.sentences[index].tokens.filter {
          document.tokens[$0].flags.contains(.capitalised)
            && !functionWords.contains(document.tokens[$0].hash)
        }, of: document)
    }
    let names = own(sentence)
    guard names.isEmpty,
      document.sentences[sentence].tokens.contains(where: {
        pronouns.contains(document.tokens[$0].hash)
      })
    else { return names }
    return [sentence - 1, sentence + 1].filter {
      document.sentences.indices.contains($0)
        && document.sentences[$0].paragraph == document.sentences[sentence].paragraph
    }.reduce(into: []) { $0.formUnion(own($1)) }
  }

  /// Whether the articles appeared on different days: what was not yet done may have been done.
  private func isLater(_ pair: SentencePair) -> Bool {
    guard let left = pair.a.article.published, let right = pair.b.article.published else {
      return false
    }
    return left.order != right.order
  }
}
