/// Finds the passages of different documents that tell the same thing.
///
/// Pairs of documents come first, by an inverted index: those that share rare shingles (copies),
/// and those that share rare words (one event). Only their sentences are compared.
public struct Aligner: Sendable {
  let background: Background
  public init(_ lexicons: Lexicons) { background = Background(lexicons) }

  /// The words of the documents, as the alignment counts them.
  func vocabulary(of documents: [Document]) -> Vocabulary {
    Vocabulary(documents, background: background)
  }

  /// The same for any `jobs`.
  public func align(_ documents: [Document], jobs: Int) -> Alignments {
    align(documents.count, jobs: jobs, candidates: true) { documents[$0] }.aligned
  }

  /// Alignments only, of articles that need not be in memory as documents all at once: each is
  /// segmented when it is needed, those with a relation to another twice.
  ///
  /// - Parameter document: segments the article with this number, the same way each time.
  /// - Returns: the alignments, with no candidates, and for every article where its sentences are
  ///   if it has any alignment.
  func align(
    _ articles: [Article], jobs: Int, document: @Sendable (Int) -> Document
  ) -> (aligned: Alignments, outlines: [Document]) {
    let (aligned, members) = align(
      articles.count, jobs: jobs, candidates: false, document: document)
    let isNeeded = aligned.alignments.reduce(
      into: [Bool](repeating: false, count: articles.count)
    ) {
      ($0[$1.a.document], $0[$1.b.document]) = (true, true)
    }
    let outlines = articles.indices.map { number in
      Document(
        outline: articles[number], number: number,
        sentences: isNeeded[number] ? members[number]?.sentences ?? [] : [])
    }
    return (aligned, outlines)
  }

  // MARK: Steps

  private func align(
    _ count: Int, jobs: Int, candidates: Bool, document: @Sendable (Int) -> Document
  ) -> (aligned: Alignments, members: [Member?]) {
    let (related, curtailed) = relatedPairs(count, jobs: jobs, document: document)
    let involved = related.reduce(into: [Bool](repeating: false, count: count)) {
      ($0[$1.a], $0[$1.b]) = (true, true)
    }
    let (members, vocabulary) = members(
      involved.indices.filter { involved[$0] }, count: count, jobs: jobs, document: document)
    let results = Parallel.map(related.count, jobs: jobs) { number -> PairAligner.Result? in
      let pair = related[number]
      guard let a = members[pair.a], let b = members[pair.b],
        let relation = relation(pair, a, b, isFew: count <= RelatedPairs.few)
      else { return nil }
      var result = PairAligner(pair.a, a.terms, pair.b, b.terms).result(relation)
      if !candidates { result.candidates = [] }
      return result
    }
    let isCompared = zip(related, results).reduce(into: [Bool](repeating: false, count: count)) {
      if $1.1 != nil { ($0[$1.0.a], $0[$1.0.b]) = (true, true) }
    }
    let found = results.lazy.compactMap(\.self)
    let aligned = Alignments(
      alignments: found.flatMap(\.alignments), candidates: found.flatMap(\.candidates),
      curtailed: curtailed.union(found.flatMap(\.curtailed)), isCompared: isCompared,
      vocabulary: vocabulary)
    return (aligned, members)
  }

  private func relatedPairs(
    _ count: Int, jobs: Int, document: @Sendable (Int) -> Document
  ) -> (pairs: [RelatedPair], curtailed: Set<Int>) {
    let shingles = Shingles()
    let keys = Parallel.map(count, jobs: jobs) {
      DocumentKeys(document($0), shingles: shingles, background: background)
    }
    return RelatedPairs.find(keys, jobs: jobs)
  }

  /// A document that is compared with others: one object, since each pair looks at two.
  private final class Member: Sendable {
    let terms: SentenceTerms
    let sentences: [Sentence]
    let published: PublicationDate?

    init(_ document: Document, reader: inout TermReader) {
      terms = SentenceTerms(document, reader: &reader)
      // A copy without the room to grow.
      sentences = document.sentences.map { $0 }
      published = document.article.published
    }
  }

  /// The documents with these numbers, by number, and their words.
  private func members(
    _ numbers: [Int], count: Int, jobs: Int, document: @Sendable (Int) -> Document
  ) -> (members: [Member?], vocabulary: Vocabulary) {
    let (members, vocabularies) = Parallel.map(
      numbers.count, jobs: jobs, state: { TermReader(background) }, finish: { $0.vocabulary }
    ) { reader, number -> Member in
      Member(document(numbers[number]), reader: &reader)
    }
    var byDocument = [Member?](repeating: nil, count: count)
    for (number, member) in zip(numbers, members) { byDocument[number] = member }
    return (byDocument, Vocabulary().union(vocabularies))
  }

  /// What two documents are to each other; `nil` when there is nothing to compare.
  private func relation(
    _ pair: RelatedPair, _ a: Member, _ b: Member, isFew: Bool
  ) -> PairAligner.Relation? {
    if pair.mayBeSameEvent {
      // Long texts share rare words by chance.
      let sentences = Float(a.terms.sentenceCount) * Float(b.terms.sentenceCount)
      let length = 0.3 * SentenceGrid.log(max(1, sentences.squareRoot() / 40))
      if Likeness.cosine(a.terms, b.terms) >= Self.leastLikeness(a.published, b.published) + length
      {
        return .sameEvent
      }
    }
    return isFew ? .any : pair.isCopy ? .copy : nil
  }

  /// Least cosine of two articles on one event: the less their days of publication speak for it,
  /// the more their words must.
  private static func leastLikeness(_ a: PublicationDate?, _ b: PublicationDate?) -> Float {
    guard let a, let b else { return 0.3 }
    return abs(a.day.serial - b.day.serial) > 14 ? 0.5 : 0.2
  }
}
