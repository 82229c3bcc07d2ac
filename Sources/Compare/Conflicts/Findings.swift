/// All that a comparison found, and what it looked at.
public struct Findings: Sendable {
  public var documents: [Document]
  /// Which documents were compared with each other, one article set after the other; empty where
  /// all of them were.
  public var sets: [Range<Int>] = []
  /// Sorted by dispute, then by place.
  public var conflicts: [Conflict]
  public var disputes: [Dispute]
  public var coverage: Coverage
  /// The passages that tell the same thing, sorted by document and place.
  public var alignments: [Alignment] = []
  /// The facts of every document, in the documents' order, none for one that was compared with no
  /// other; empty where nobody asked for them.
  public var facts: [[Fact]] = []
  /// How it stands against the baseline; `nil` without one.
  public var baseline: BaselineSummary?

  public init(
    documents: [Document], conflicts: [Conflict], disputes: [Dispute], coverage: Coverage
  ) {
    self.documents = documents
    self.conflicts = conflicts
    self.disputes = disputes
    self.coverage = coverage
  }
}

/// What was looked at: green must mean "looked at everything".
public struct Coverage: Sendable {
  public var articles = 0
  public var passages = 0
  public var alignments = 0
  /// Articles that are so long, or share so much with so many others, that not all of it was looked
  /// at.
  public var curtailed = 0
  /// Facts of the articles that were compared with another.
  public var facts = 0
  /// Facts whose value could not be resolved.
  public var unresolved = 0
  public var skipped: [Skipped] = []

  public init() {}
}
