extension Aligner {
  /// Sentences of one document that tell nearly the same thing, the earlier one as side a.
  ///
  /// - Returns: sorted by document, then by the earlier sentence; all are `retold` but those whose
  ///   wording is nearly the same.
  /// Of documents that are `curtailed`, only the first sentences are looked at.
  ///
  /// - Complexity: O(pairs of sentences that share a term), by document.
  func candidatesWithin(_ documents: [Document], jobs: Int) -> [Candidate] {
    Parallel.map(documents.count, jobs: jobs) { number in
      WithinDocument(documents[number], background: background).candidates()
    }.flatMap { $0 }
  }

  /// Those that are too long for each sentence to be held against each.
  static func curtailedWithin(_ documents: [Document]) -> Set<Int> {
    Set(
      documents.filter { WithinDocument.room($0.sentences.count) < $0.sentences.count }.map(
        \.number))
  }
}

/// Aligns the sentences of one document with each other.
private struct WithinDocument {
  private let number: Int
  private let terms: SentenceTerms
  private let grid: SentenceGrid

  /// Least cosine of two sentences in other words.
  private static let leastCosine: Float = 0.35
  /// Least share of common words, in order, of nearly the same wording.
  private static let leastCommon: Float = 0.7
  /// Telling words that two sentences must share.
  private static let leastShared = 2

  init(_ document: Document, background: Background) {
    number = document.number
    var reader = TermReader(background)
    let all = SentenceTerms(document, reader: &reader)
    terms = all.first(Self.room(all.sentenceCount))
    grid = SentenceGrid(terms, terms)
  }

  /// How many sentences there is room for.
  static func room(_ sentences: Int) -> Int { SentenceGrid.room(sentences, sentences).rows }

  func candidates() -> [Candidate] {
    var found: [Candidate] = []
    for row in 0..<grid.rows {
      for column in row + 1..<max(row + 1, grid.columns)
      where Int(grid.sharedTerms[row * grid.columns + column]) >= Self.leastShared {
        let (left, right) = (terms.words(row), terms.words(column))
        let cosine = grid.cosine(row, column)
        guard cosine >= Self.leastCosine else { continue }
        let common = Float(WordOverlap.common(left, right))
        let alike = 2 * common / Float(max(1, left.count + right.count))
        let isNear = alike >= Self.leastCommon
        found.append(
          Candidate(
            aDocument: number, aSentence: row, bDocument: number, bSentence: column,
            similarity: Double(isNear ? alike : cosine), kind: isNear ? .nearDuplicate : .retold,
            isAligned: true))
      }
    }
    return found
  }
}
