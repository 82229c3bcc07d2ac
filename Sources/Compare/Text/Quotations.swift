/// Finds what stands inside double quotation marks (and single curly ones, where they enclose).
enum Quotations {
  /// A closing mark is looked for to the end of the paragraph; a quotation that runs over several
  /// paragraphs opens anew in each, as is the custom.
  ///
  /// - Complexity: O(tokens).
  static func find(in tokens: [Token], sentences: [Sentence]) -> [Quotation] {
    tokens.withUnsafeBufferPointer { find(in: $0, sentences: sentences) }
  }

  private static func find(
    in tokens: UnsafeBufferPointer<Token>, sentences: [Sentence]
  ) -> [Quotation] {
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

  private static let single = Hash.of("‘")
  private static let singleClose = Hash.of("’")

  private static func pair(
    _ tokens: UnsafeBufferPointer<Token>, _ range: Range<Int>, into found: inout [Quotation]
  ) {
    var open: Int?
    func end(_ at: Int, isClosed: Bool) {
      if let begin = open, at > begin {
        found.append(Quotation(tokens: begin..<at, isClosed: isClosed))
      }
      open = nil
    }
    for at in range {
      let token = tokens[at]
      switch token.kind {
      case .openQuote:
        // Single marks inside of double ones are a quotation in the quotation.
        if open == nil { open = at }
      case .closeQuote:
        guard let begin = open else { continue }
        let isSingle = tokens[begin].hash == single
        if (token.hash == singleClose) == isSingle { end(at + 1, isClosed: true) }
      case .straightQuote:
        guard let begin = open else {
          if !closesOnly(tokens, at, range) { open = at }
          continue
        }
        if begin + 1 == at {
          // A mark typed twice.
          open = at
        } else if tokens[begin].hash == single {
          // What looked like a single mark was an apostrophe.
          open = closesOnly(tokens, at, range) ? nil : at
        } else if opensOnly(tokens, at, range) {
          // The mark before was never closed.
          end(at, isClosed: false)
          open = at
        } else {
          end(at + 1, isClosed: true)
        }
      default: break
      }
    }
    if let begin = open, tokens[begin].hash != single, begin + 1 < range.upperBound {
      end(range.upperBound, isClosed: false)
    }
  }

  /// White space before the mark and none after it.
  private static func opensOnly(
    _ tokens: UnsafeBufferPointer<Token>, _ at: Int, _ range: Range<Int>
  ) -> Bool {
    tokens[at].flags.contains(.spaceBefore) && at + 1 < range.upperBound
      && !tokens[at + 1].flags.contains(.spaceBefore)
  }

  /// None before it, and white space or the end of the paragraph after it.
  private static func closesOnly(
    _ tokens: UnsafeBufferPointer<Token>, _ at: Int, _ range: Range<Int>
  ) -> Bool {
    at > range.lowerBound && !tokens[at].flags.contains(.spaceBefore)
      && (at + 1 == range.upperBound || tokens[at + 1].flags.contains(.spaceBefore))
  }
}
