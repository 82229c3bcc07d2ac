/// Finds the facts of a document, by the grammar that is data.
public struct FactExtractor: Sendable {
  /// - Throws: `SourceErrors` for mistakes in the pattern files.
  public init(_ sources: [RuleSource], lexicons: Lexicons) throws {}

  /// In document order.
  public func facts(in document: Document) -> [Fact] { [] }
}
