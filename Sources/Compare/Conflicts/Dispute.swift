/// All conflicts over one slot of one event.
public struct Dispute: Sendable {
  public let id: String
  public let kind: String
  public let about: String
  public let positions: [Position]

  /// One value, in whatever words, with the outlets that hold it.
  public struct Position: Sendable {
    /// Of the first span.
    public let value: String
    /// Sorted, each once.
    public let outlets: [String]
    public let spans: [Span]

    public init(value: String, outlets: [String], spans: [Span]) {
      (self.value, self.outlets, self.spans) = (value, outlets, spans)
    }
  }

  /// Where a position is stated.
  public struct Span: Sendable, Hashable {
    public let document: Int
    public let range: TextRange

    public init(document: Int, range: TextRange) {
      (self.document, self.range) = (document, range)
    }
  }

  public init(id: String, kind: String, about: String, positions: [Position]) {
    (self.id, self.kind, self.about, self.positions) = (id, kind, about, positions)
  }
}
