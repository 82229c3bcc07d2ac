/// Finds the sentences that speak of what a statement speaks of.
///
/// Likeness is Tversky's index ("Features of Similarity", 1977) over weighted terms: words that the
/// statement has and the sentence lacks count four times as much as the other way round, since a
/// sentence of news says more than one thing.
struct StatementSearch {
  let vocabulary: Vocabulary
  /// Weight of each term; rarer among these documents is heavier.
  private let weights: [UInt32: Float]

  private static let least: Float = 0.2

  init(_ documents: [Document], vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    var uses: [UInt32: Float] = [:]
    var total: Float = 0
    for document in documents {
      for sentence in document.sentences {
        total += 1
        for term in Self.terms(sentence, of: document, vocabulary) { uses[term, default: 0] += 1 }
      }
    }
    let sentences = total
    weights = Dictionary(
      uniqueKeysWithValues: uses.map { term, uses in
        (term, Term.isContent(term) ? Term.weight(term) + SentenceGrid.log(sentences / uses) : 0)
      })
  }

  /// A sentence of a document, against a sentence of the statement.
  struct Hit {
    let statementSentence: Int
    let sentence: Int
    /// 0 to 1.
    let similarity: Float
    /// Share of the statement's weight that the sentence has, 0 to 1.
    let share: Float
    /// Telling words that both have.
    let tellingCount: Int
  }

  /// The sentences of `document` that bear on `statement`, in their order, each against the
  /// sentence of the statement that it is most like.
  ///
  /// - Complexity: O(tokens of the document × sentences of the statement).
  func hits(_ statement: Document, in document: Document) -> [Hit] {
    let wanted = statement.sentences.map { Self.terms($0, of: statement, vocabulary) }
    return document.sentences.indices.compactMap { index in
      let terms = Self.terms(document.sentences[index], of: document, vocabulary)
      return wanted.enumerated().compactMap { hit($0.offset, $0.element, index, terms) }
        .max { ($0.similarity, $1.statementSentence) < ($1.similarity, $0.statementSentence) }
    }
  }

  private func hit(_ number: Int, _ wanted: TermSet, _ index: Int, _ terms: TermSet)
    -> Hit?
  {
    let common = wanted.intersection(terms)
    let needed = min(2, tellingCount(wanted))
    guard needed > 0, tellingCount(common) >= needed else { return nil }
    let shared = weight(common)
    let missing = weight(wanted) - shared
    let extra = weight(terms) - shared
    let similarity = shared / (shared + 0.8 * missing + 0.2 * extra)
    guard similarity >= Self.least else { return nil }
    return Hit(
      statementSentence: number, sentence: index, similarity: similarity,
      share: shared / (shared + missing), tellingCount: tellingCount(common))
  }

  private func tellingCount(_ terms: TermSet) -> Int {
    terms.count { Term.isTelling($0) }
  }

  /// Summed in the order of the terms: the same to the last bit on every run.
  private func weight(_ terms: TermSet) -> Float {
    terms.reduce(0) { $0 + (weights[$1] ?? 0) }
  }

  private static func terms(
    _ sentence: Sentence, of document: Document, _ vocabulary: Vocabulary
  ) -> TermSet {
    var terms: TermSet = []
    for at in sentence.tokens where document.tokens[at].isTerm {
      let term = vocabulary.term(document.tokens[at])
      if term != Term.none { terms.insert(term) }
    }
    return terms
  }
}
