/// Whole sentences of one document.
public struct Passage: Hashable, Sendable {
  /// Position of the document in the input.
  public internal(set) var document: Int
  /// Indices into the document's sentences.
  public let sentences: Range<Int>

  public init(document: Int, sentences: Range<Int>) {
    self.document = document
    self.sentences = sentences
  }
}

/// How two passages tell the same thing.
public enum AlignmentKind: String, Sendable, CaseIterable {
  /// Nearly the same words in nearly the same order.
  case nearDuplicate = "near-duplicate"
  /// The same thing in other words.
  case retold
}

/// Two passages of different articles that tell the same thing; `a` stands in the earlier article.
public struct Alignment: Sendable {
  public internal(set) var a: Passage
  public internal(set) var b: Passage
  /// 0 to 1.
  public let similarity: Double
  public let kind: AlignmentKind

  public init(a: Passage, b: Passage, similarity: Double, kind: AlignmentKind) {
    (self.a, self.b, self.similarity, self.kind) = (a, b, similarity, kind)
  }
}

/// Two sentences whose facts may be compared; more of them than alignments, so that a conflict
/// need not wait for its whole sentence to align.
public struct Candidate: Sendable {
  public let aDocument: Int
  public let aSentence: Int
  public let bDocument: Int
  public let bSentence: Int
  /// 0 to 1.
  public let similarity: Double
  public let kind: AlignmentKind
  /// Whether the pair lies inside an alignment.
  public let isAligned: Bool

  public init(
    aDocument: Int, aSentence: Int, bDocument: Int, bSentence: Int, similarity: Double,
    kind: AlignmentKind, isAligned: Bool
  ) {
    (self.aDocument, self.aSentence) = (aDocument, aSentence)
    (self.bDocument, self.bSentence) = (bDocument, bSentence)
    (self.similarity, self.kind, self.isAligned) = (similarity, kind, isAligned)
  }
}

/// What the alignment stage hands on.
public struct Alignments: Sendable {
  /// Sorted by a's document, b's document, a's first sentence, b's first sentence.
  public var alignments: [Alignment]
  /// Sorted alike.
  public var candidates: [Candidate]
  /// Documents that were not looked at whole: they share so much with so many others (boilerplate)
  /// that the budget of `PairIndex` ended the search, or are too long for a `SentenceGrid`.
  public let curtailed: Set<Int>
  /// By document, whether its sentences were compared with another's.
  public let isCompared: [Bool]
  /// The words of the documents that were aligned, as numbered terms.
  let vocabulary: Vocabulary

  init(
    alignments: [Alignment], candidates: [Candidate], curtailed: Set<Int> = [],
    isCompared: [Bool] = [], vocabulary: Vocabulary
  ) {
    (self.curtailed, self.isCompared) = (curtailed, isCompared)
    self.alignments = alignments
    self.candidates = candidates
    self.vocabulary = vocabulary
  }
}
