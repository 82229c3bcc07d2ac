/// Asks the rules what cannot both be true.
public struct Judge: Sendable {
  public init(_ sources: [RuleSource], lexicons: Lexicons) throws {}

  /// Conflicts between the sentences of the candidates, in their order.
  public func conflicts(
    documents: [Document], facts: [[Fact]], candidates: [Candidate], jobs: Int
  ) -> [Conflict] { [] }
}
