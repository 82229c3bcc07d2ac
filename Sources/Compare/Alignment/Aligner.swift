/// Finds the passages of different documents that tell the same thing.
public struct Aligner: Sendable {
  public init(_ lexicons: Lexicons) {}

  /// The same for any `jobs`.
  public func align(_ documents: [Document], jobs: Int) -> Alignments {
    Alignments(alignments: [], candidates: [])
  }
}
