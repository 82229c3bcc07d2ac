/// What a value is about, as fingerprints see it: the nearest weighty words of its sentence.
enum SlotWords {
  /// Words taken on either side.
  static let width = 2
  /// Shorter words are articles, prepositions and auxiliaries more often than not.
  static let shortest = 4

  /// Up to two words before the value and two after it, in normal form, with `…` in its place.
  static func of(_ side: Side, in document: Document) -> [String] {
    let tokens = document.tokens(in: side.passage)
    let before = tokens.reversed().lazy
      .filter { document.tokens[$0].end <= side.range.start && isWeighty($0, document) }
    let after = tokens.lazy
      .filter { Int(document.tokens[$0].start) >= side.range.end && isWeighty($0, document) }
    func words(_ tokens: some Sequence<Int>) -> [String] {
      tokens.map { NormalText.of(document.string($0..<$0 + 1)) }
    }
    return words(before.prefix(width)).reversed() + ["…"] + words(after.prefix(width))
  }

  /// Figures are left out: those of another conflict in the same sentence are not this one's slot.
  private static func isWeighty(_ token: Int, _ document: Document) -> Bool {
    let token = document.tokens[token]
    return token.kind == .word && Int(token.length) >= shortest
  }
}

/// Text without what typesetting changes: case, the kind of white space, the shape of quotation
/// marks and dashes.
enum NormalText {
  static func of(_ text: String) -> String {
    var text = text
    if let plain = text.withUTF8(ascii) { return plain }
    var normal = String.UnicodeScalarView()
    var isSpace = true
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{AD}", "\u{200B}"..."\u{200F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}":
        continue
      case "\u{2018}", "\u{2019}", "\u{201B}", "\u{2032}": normal.append("'")
      case "\u{201C}", "\u{201D}", "\u{201E}", "\u{2033}": normal.append("\"")
      case "\u{2010}"..."\u{2015}", "\u{2212}": normal.append("-")
      case _ where scalar.properties.isWhitespace:
        if !isSpace { normal.append(" ") }
        isSpace = true
        continue
      default: normal.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
      }
      isSpace = false
    }
    if isSpace, !normal.isEmpty { normal.removeLast() }
    return String(normal)
  }

  /// The same for ASCII, as most text is; `nil` for other text.
  private static func ascii(_ text: UnsafeBufferPointer<UInt8>) -> String? {
    guard text.allSatisfy({ $0 < 0x80 }) else { return nil }
    return String(unsafeUninitializedCapacity: text.count) { normal in
      var count = 0
      for byte in text {
        switch byte {
        case 0x09...0x0D, 0x20:
          guard count > 0, normal[count - 1] != 0x20 else { continue }
          normal[count] = 0x20
        case 0x41...0x5A: normal[count] = byte | 0x20
        default: normal[count] = byte
        }
        count += 1
      }
      return count > 0 && normal[count - 1] == 0x20 ? count - 1 : count
    }
  }
}
