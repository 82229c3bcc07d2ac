/// One sentence of a document.
public struct Sentence: Sendable {
  /// Indices into the document's tokens.
  public let tokens: Range<Int>
  /// From its first byte to its last, closing quotes included.
  public let range: TextRange
  /// Index of the paragraph it stands in.
  public let paragraph: Int
}

/// Words inside quotation marks, the marks included.
public struct Quotation: Sendable {
  /// Indices into the document's tokens, from the opening to the closing mark.
  public let tokens: Range<Int>
  /// Whether a closing mark was found before the paragraph ended.
  public let isClosed: Bool

  /// The tokens between the marks.
  public var inner: Range<Int> {
    let last = isClosed ? tokens.upperBound - 1 : tokens.upperBound
    return tokens.lowerBound + 1..<max(tokens.lowerBound + 1, last)
  }
}
