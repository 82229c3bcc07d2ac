/// All conflicts over one slot of one event.
public struct Dispute: Sendable {
  public internal(set) var id: String
  public let kind: ConflictKind
  public let about: String
  public internal(set) var positions: [Position]
  /// Whether the positions are those of sources that the articles name, each its own: both outlets
  /// may report faithfully.
  public let isBetweenSources: Bool

  /// One value, in whatever words, with the outlets that hold it.
  public struct Position: Sendable {
    /// Of the first span.
    public let value: String
    /// Sorted by outlet; every outlet is in one of them.
    public let voices: [Voice]
    public internal(set) var spans: [Span]

    /// Sorted, each once.
    public var outlets: [String] { voices.flatMap { [$0.outlet] + $0.copies }.sorted() }

    public init(value: String, voices: [Voice], spans: [Span]) {
      (self.value, self.voices, self.spans) = (value, voices, spans)
    }

    /// Each outlet speaks for itself.
    public init(value: String, outlets: [String], spans: [Span]) {
      self.init(value: value, voices: outlets.map { Voice(outlet: $0) }, spans: spans)
    }
  }

  /// An outlet that holds a position, and those that only repeat its text: together they count
  /// once, however many print one agency's story.
  public struct Voice: Sendable, Hashable {
    /// The one that published first, as far as the articles tell; it need not be the author.
    public let outlet: String
    /// Sorted; empty for an outlet with a text of its own.
    public let copies: [String]

    public init(outlet: String, copies: [String] = []) {
      (self.outlet, self.copies) = (outlet, copies)
    }
  }

  /// Where a position is stated.
  public struct Span: Sendable, Hashable {
    public internal(set) var document: Int
    public let range: TextRange

    public init(document: Int, range: TextRange) {
      (self.document, self.range) = (document, range)
    }
  }

  public init(
    id: String, kind: ConflictKind, about: String, positions: [Position],
    isBetweenSources: Bool = false
  ) {
    (self.id, self.kind, self.about, self.positions) = (id, kind, about, positions)
    self.isBetweenSources = isBetweenSources
  }
}
