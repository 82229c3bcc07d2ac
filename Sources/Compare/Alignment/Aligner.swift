/// Finds the passages of different documents that tell the same thing.
///
/// Pairs of documents come first, by an inverted index: those that share rare shingles (copies),
/// and those that share rare words (one event). Only their sentences are compared.
public struct Aligner: Sendable {
  private let background: Background

  public init(_ lexicons: Lexicons) { background = Background(lexicons) }

  /// The words of the documents, as the alignment counts them.
  func vocabulary(of documents: [Document]) -> Vocabulary {
    Vocabulary(documents, background: background)
  }

  /// The same for any `jobs`.
  public func align(_ documents: [Document], jobs: Int) -> Alignments {
    let shingles = Shingles()
    let keys = Parallel.map(documents.count, jobs: jobs) {
      DocumentKeys(documents[$0], shingles: shingles, background: background)
    }
    let related = RelatedPairs.find(keys, jobs: jobs)
    let involved = related.pairs.reduce(into: [Bool](repeating: false, count: documents.count)) {
      ($0[$1.a], $0[$1.b]) = (true, true)
    }
    let vocabulary = Vocabulary(
      documents.filter { involved[$0.number] }, background: background)
    let terms = Parallel.map(documents.count, jobs: jobs) { number in
      involved[number] ? SentenceTerms(documents[number], vocabulary: vocabulary) : nil
    }
    let results = Parallel.map(related.pairs.count, jobs: jobs) { number -> PairAligner.Result in
      let pair = related.pairs[number]
      guard let a = terms[pair.a], let b = terms[pair.b],
        let relation = relation(
          pair, a, b, documents, few: documents.count <= RelatedPairs.few)
      else { return PairAligner.Result() }
      return PairAligner(pair.a, a, pair.b, b, weights: vocabulary.weights).result(relation)
    }
    return Alignments(
      alignments: results.flatMap(\.alignments), candidates: results.flatMap(\.candidates),
      vocabulary: vocabulary)
  }

  /// What two documents are to each other; `nil` when there is nothing to compare.
  private func relation(
    _ pair: RelatedPair, _ a: SentenceTerms, _ b: SentenceTerms, _ documents: [Document],
    few: Bool
  ) -> PairAligner.Relation? {
    if pair.mayBeSameEvent {
      let days = Self.daysApart(documents[pair.a], documents[pair.b])
      // Long texts share rare words by chance.
      let length = (Float(a.sentenceCount) * Float(b.sentenceCount)).squareRoot()
      let least: Float = (days > 14 ? 0.5 : 0.2) + 0.2 * SentenceGrid.log(max(1, length / 40))
      if Likeness.cosine(a, b) >= least { return .sameEvent }
    }
    return few ? .any : pair.isCopy ? .copy : nil
  }

  /// Days between the two publications; 0 when one has no date.
  private static func daysApart(_ a: Document, _ b: Document) -> Int {
    guard let left = a.article.published, let right = b.article.published else { return 0 }
    return abs(left.day.serial - right.day.serial)
  }
}
