/// Finds the passages of different documents that tell the same thing.
///
/// Pairs of documents come first, by an inverted index: those that share rare shingles (copies),
/// and those that share rare words (one event). Only their sentences are compared.
public struct Aligner: Sendable {
  private let background: Background
  /// So few documents are all compared with each other.
  private static let few = 50

  public init(_ lexicons: Lexicons) { background = Background(lexicons) }

  /// The same for any `jobs`.
  public func align(_ documents: [Document], jobs: Int) -> Alignments {
    let pairs = pairs(documents, jobs: jobs)
    let vocabulary = Vocabulary(documents, background: background)
    let terms = Parallel.map(documents.count, jobs: jobs) {
      SentenceTerms(documents[$0], vocabulary: vocabulary)
    }
    let results = Parallel.map(pairs.count, jobs: jobs) { number -> PairAligner.Result in
      let (a, b) = pairs[number]
      return PairAligner(a, terms[a], b, terms[b], weights: vocabulary.weights)
        .result(isSameEvent: true)
    }
    return Alignments(
      alignments: results.flatMap(\.alignments), candidates: results.flatMap(\.candidates))
  }

  private func pairs(_ documents: [Document], jobs: Int) -> [(Int, Int)] {
    if documents.count <= Self.few {
      return documents.indices.flatMap { a in (a + 1..<documents.count).map { (a, $0) } }
    }
    let shingles = Shingles()
    let keys = Parallel.map(documents.count, jobs: jobs) {
      shingles.fingerprints(of: documents[$0].tokens)
    }
    let index = PairIndex(least: 1) { 1 / Float($0 - 1).squareRoot() }
    return index.pairs(keys, jobs: jobs).pairs.map { ($0.a, $0.b) }
  }
}
