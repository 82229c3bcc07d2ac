extension Comparison {
  /// Holds one statement against a set of articles.
  ///
  /// - Parameters:
  ///   - statement: one or more sentences; see `Article.claim`.
  ///   - articles: in input order.
  /// - Complexity: O(tokens of the articles × sentences of the statement).
  public func findings(
    on statement: Article, in articles: [Article], skipped: [Skipped] = []
  ) -> ClaimFindings {
    progress("reading")
    let documents = documents(of: [statement] + articles)
    progress("extracting facts")
    let facts = facts(of: documents)
    // Find the sentences that are about the same thing.
    progress("searching")
    let vocabulary = language.aligner.vocabulary(of: documents)
    let search = StatementSearch(documents, vocabulary: vocabulary)
    let hits = Parallel.map(articles.count, jobs: jobs) { number in
      search.hits(documents[0], in: documents[number + 1]).map { (document: number + 1, hit: $0) }
    }.flatMap { $0 }
    // Ask the rules of each; what they don't speak of may still say the same.
    progress("judging")
    let judgements = language.judge.judgements(
      documents: documents, facts: facts,
      aligned: Alignments(
        alignments: [], candidates: hits.map { Candidate($0.hit, in: $0.document) },
        vocabulary: vocabulary),
      jobs: jobs)
    let judged = Dictionary(grouping: judgements, by: \.conflict.b.passageKey)
    let support = Support(language.lexicons, vocabulary: vocabulary)
    let attribution = Attribution(language.lexicons)
    let passages = hits.map { number, hit -> ClaimPassage in
      let document = documents[number]
      let sentence = document.sentences[hit.sentence]
      let found = judged[PassageKey(document: number, range: sentence.range)] ?? []
      let conflicts = found.filter(\.isConflict).map(\.conflict)
      let supports =
        hit.tellingCount >= Support.fewestWords
        && support.holds(
          Support.Place(documents[0], hit.statementSentence, facts: facts[0]),
          in: Support.Place(document, hit.sentence, facts: facts[number]),
          share: hit.share, isAgreed: found.contains { !$0.isConflict })
      return ClaimPassage(
        bearing: !conflicts.isEmpty ? .conflicts : supports ? .supports : .related,
        document: number, range: sentence.range, similarity: Double(hit.similarity),
        attribution: attribution.source(of: sentence.tokens, in: document), conflicts: conflicts)
    }
    let order = passages.indices.sorted {
      (passages[$1].similarity, $0) < (passages[$0].similarity, $1)
    }
    var coverage = Coverage()
    coverage.articles = articles.count
    coverage.passages = documents.dropFirst().reduce(0) { $0 + $1.sentences.count }
    coverage.alignments = passages.count
    coverage.facts = facts.dropFirst().reduce(0) { $0 + $1.count }
    coverage.unresolved = facts.dropFirst().reduce(0) { $0 + $1.count { !$0.isResolved } }
    coverage.skipped = skipped
    return ClaimFindings(
      documents: documents, passages: order.map { passages[$0] }, coverage: coverage)
  }
}

/// A sentence of a document, by its place.
private struct PassageKey: Hashable {
  let document: Int
  let range: TextRange
}

extension Side {
  fileprivate var passageKey: PassageKey { PassageKey(document: document, range: passage) }
}

extension Candidate {
  fileprivate init(_ hit: StatementSearch.Hit, in document: Int) {
    self.init(
      aDocument: 0, aSentence: hit.statementSentence, bDocument: document,
      bSentence: hit.sentence, similarity: Double(hit.similarity), kind: .retold, isAligned: true)
  }
}

extension Support.Place {
  fileprivate init(_ document: Document, _ sentence: Int, facts: [Fact]) {
    self.init(
      document: document, sentence: sentence, facts: facts.filter { $0.sentence == sentence })
  }
}
