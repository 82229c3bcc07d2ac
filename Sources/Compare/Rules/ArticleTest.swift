/// What one sort of rule does with two articles of one event.
protocol ArticleTest: RuleTest {
  /// Every comparison that the test makes, conflicting or not, in the order of the text.
  func findings(_ pair: ArticlePair) -> [Finding]
}

extension ArticleTest {
  var asArticleTest: (any ArticleTest)? { self }
}

/// Two articles of one event, with what they say of people.
struct ArticlePair {
  let a: Document
  let b: Document
  let aPeople: People
  let bPeople: People
  let facts: FactIndex
  let words: ClauseWords
  /// Pairs of sentences of the two that are compared anyway.
  let candidates: ArraySlice<Candidate>

  /// How many days lie between the two publications; 0 where one is unknown.
  var daysApart: Int {
    guard let left = a.article.published, let right = b.article.published else { return 0 }
    return abs(left.day.serial - right.day.serial)
  }

  /// Two sentences of the articles.
  ///
  /// - Complexity: O(tokens of one × tokens of the other).
  func sentences(_ aSentence: Int, _ bSentence: Int) -> SentencePair {
    let candidate = candidates.first { $0.aSentence == aSentence && $0.bSentence == bSentence }
    return SentencePair(
      candidate
        ?? Candidate(
          aDocument: a.number, aSentence: aSentence, bDocument: b.number, bSentence: bSentence,
          similarity: 0, kind: .retold, isAligned: false),
      of: ComparedArticles(a, b, facts: facts, words: words))
  }

  /// Sentences at the beginning of an article that say what it is about, and telling terms in both
  /// openings by which two articles tell one event.
  private static let opening = 3
  private static let oneEvent = 2

  /// Whether the openings of the two articles share so much that both tell of one event.
  var tellOneEvent: Bool {
    func opening(_ document: Document) -> TermSet {
      document.sentences.prefix(Self.opening).reduce(into: []) {
        $0.formUnion(words.terms($1.tokens, of: document))
      }
    }
    let shared = opening(a).intersection(opening(b))
    return shared.count { Term.isTelling($0) && !Term.isNumber($0) } >= Self.oneEvent
  }
}
