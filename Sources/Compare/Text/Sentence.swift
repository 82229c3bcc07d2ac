/// One sentence of a document, in 20 bytes.
public struct Sentence: Sendable {
  private let firstToken: UInt32
  private let pastToken: UInt32
  private let number: UInt32
  /// From its first byte to its last, closing quotes included.
  public let range: TextRange

  init(tokens: Range<Int>, range: TextRange, paragraph: Int) {
    firstToken = UInt32(tokens.lowerBound)
    pastToken = UInt32(tokens.upperBound)
    number = UInt32(paragraph)
    self.range = range
  }

  /// Indices into the document's tokens.
  public var tokens: Range<Int> { Int(firstToken)..<Int(pastToken) }
  /// Index of the paragraph it stands in.
  public var paragraph: Int { Int(number) }
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
