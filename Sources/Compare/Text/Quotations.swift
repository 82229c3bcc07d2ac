/// Finds what stands inside double quotation marks (and single curly ones, where they enclose).
enum Quotations {
  /// A closing mark is looked for to the end of the paragraph; a quotation that runs over several
  /// paragraphs opens anew in each, as is the custom.
  ///
  /// - Complexity: O(tokens).
  static func find(in tokens: [Token], sentences: [Sentence]) -> [Quotation] {
    var found: [Quotation] = []
    var first = 0
    while first < sentences.count {
      var last = first
      while last + 1 < sentences.count,
        sentences[last + 1].paragraph == sentences[first].paragraph
      {
        last += 1
      }
      let paragraph = sentences[first].tokens.lowerBound..<sentences[last].tokens.upperBound
      pair(tokens, paragraph, into: &found)
      first = last + 1
    }
    return found
  }

  private static let double = Hash.of("“")
  private static let doubleClose = Hash.of("”")
  private static let singleClose = Hash.of("’")

  private static func pair(_ tokens: [Token], _ range: Range<Int>, into found: inout [Quotation]) {
    var open: Int?
    func close(_ at: Int) {
      if let begin = open { found.append(Quotation(tokens: begin..<at + 1, isClosed: true)) }
      open = nil
    }
    for at in range {
      let token = tokens[at]
      switch token.kind {
      case .openQuote:
        if open == nil { open = at }
      case .closeQuote:
        guard let begin = open else { continue }
        let closesDouble = token.hash == doubleClose && tokens[begin].hash == double
        let closesSingle = token.hash == singleClose && tokens[begin].kind == .openQuote
        if closesDouble || (closesSingle && tokens[begin].hash != double) { close(at) }
      // “…" opened curly and closed straight is met below; „…“ opens and closes with open marks.
      case .straightQuote:
        if let begin = open {
          if tokens[begin].kind == .straightQuote || tokens[begin].hash == double { close(at) }
        } else {
          open = at
        }
      default: break
      }
    }
    if let begin = open, tokens[begin].hash != Hash.of("‘"), begin + 1 < range.upperBound {
      found.append(Quotation(tokens: begin..<range.upperBound, isClosed: false))
    }
  }
}
