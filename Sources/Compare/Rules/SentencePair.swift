/// Two sentences that may tell the same thing, aligned word by word.
///
/// Everything that a rule asks of a pair is answered here: which words differ, what they stand
/// next to, and which facts the alignment binds to each other.
///
/// A class, since every rule that is asked gets it, and what one has made the next one finds.
final class SentencePair {
  let candidate: Candidate
  private let articles: ComparedArticles
  /// Facts of the two sentences.
  let aFacts: [Fact]
  let bFacts: [Fact]
  let aTokens: Range<Int>
  let bTokens: Range<Int>

  /// The way from one sentence to the other, word by word; of many pairs, no rule asks for it.
  private(set) lazy var edits = EditScript.edits(a.tokens[aTokens], b.tokens[bTokens])
  /// Where the two differ, in order.
  private(set) lazy var hunks = Hunk.all(edits, a: a, b: b)
  /// The differences that are one change of one thing.
  private(set) lazy var changes = canBeHeld ? hunks.filter(\.isTight) : []
  /// The differences whose surroundings tell what was replaced, without mere omissions.
  private(set) lazy var replacements =
    canBeHeld ? hunks.filter { ($0.isTight || $0.beginsAlike) && !isElided($0) } : []
  /// Whether the two have so many words in common that these may hold a difference between them;
  /// most pairs have not, and need not be aligned to tell.
  private lazy var canBeHeld = Hunk.canBeHeld(in: a.tokens[aTokens], b.tokens[bTokens])
  /// The names in the sentences, as terms.
  private(set) lazy var aNames = words.names(aTokens, of: a)
  private(set) lazy var bNames = words.names(bTokens, of: b)

  init(_ candidate: Candidate, of articles: ComparedArticles) {
    self.candidate = candidate
    self.articles = articles
    aFacts = articles.facts.facts(candidate.aDocument, candidate.aSentence)
    bFacts = articles.facts.facts(candidate.bDocument, candidate.bSentence)
    aTokens = articles.a.sentences[candidate.aSentence].tokens
    bTokens = articles.b.sentences[candidate.bSentence].tokens
  }

  var a: Document { _read { yield articles.a } }
  var b: Document { _read { yield articles.b } }
  var words: ClauseWords { _read { yield articles.words } }
  /// The two texts, when they are declared to be about the same thing.
  var declared: DeclaredTexts? { _read { yield articles.declared } }
  /// Whether both sentences stand in one article.
  var isWithin: Bool { candidate.aDocument == candidate.bDocument }
  // Facts of the two articles. Within one article each side has the other's values by the very
  // question.
  var aArticle: [Fact] { isWithin ? aFacts : articles.facts.facts(candidate.aDocument) }
  var bArticle: [Fact] { isWithin ? bFacts : articles.facts.facts(candidate.bDocument) }

  /// Whether the two runs are the same words.
  func saysTheSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    a.tokens[first].lazy.filter(\.isWord).map(\.hash)
      .elementsEqual(b.tokens[second].lazy.filter(\.isWord).map(\.hash))
  }

  /// Whether two runs begin with the same word.
  func beginAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    a.tokens[first.lowerBound].hash == b.tokens[second.lowerBound].hash
  }

  /// Whether two runs end with the same word: "19 or older", "17 or older".
  func endAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    a.tokens[first.upperBound - 1].hash == b.tokens[second.upperBound - 1].hash
  }

  /// Whether no other word that says something was replaced together with two runs: "destroyed 12
  /// of the barns" and "left 18 of the barns" count different things.
  func areGovernedAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    hunks.allSatisfy { hunk in
      guard hunk.a.overlaps(first), hunk.b.overlaps(second) else { return true }
      let left = words.terms(hunk.a.lazy.filter { !first.contains($0) }, of: a)
      let right = words.terms(hunk.b.lazy.filter { !second.contains($0) }, of: b)
      return left.isEmpty || right.isEmpty || !left.isDisjoint(with: right)
    }
  }

  /// Whether one side of a difference only marks that something was left out: "Folks … even".
  func isElided(_ hunk: Hunk) -> Bool {
    a.tokens[hunk.a].contains { $0.kind == .ellipsis }
      != b.tokens[hunk.b].contains { $0.kind == .ellipsis }
  }

  /// The token of `b` that the alignment gives to a token of `a`, if the two are the same word.
  func counterpart(ofA token: Int) -> Int? {
    for edit in edits where edit.isMatch && edit.a.contains(token) {
      return edit.b.lowerBound + token - edit.a.lowerBound
    }
    return nil
  }
}

/// Two articles whose sentences are compared, or one with itself: what all pairs of their sentences
/// share.
final class ComparedArticles {
  let a: Document
  let b: Document
  let facts: FactIndex
  let words: ClauseWords
  /// The two texts, when they are declared to be about the same thing.
  let declared: DeclaredTexts?

  init(
    _ a: Document, _ b: Document, facts: FactIndex, words: ClauseWords,
    declared: DeclaredTexts? = nil
  ) {
    (self.a, self.b) = (a, b)
    (self.facts, self.words, self.declared) = (facts, words, declared)
  }
}
