/// Cuts the text of a `.json` file into its top-level objects without decoding them.
///
/// An array gives its elements; anything else is one piece. Each piece knows its line, and a broken
/// one does not take the others with it.
enum JSONElements {
  struct Element: Sendable {
    let bytes: Range<Int>
    /// 1-based.
    let line: Int
  }

  /// - Complexity: O(bytes).
  static func elements(of text: [UInt8]) -> [Element] {
    var cutter = Cutter(text: text)
    return cutter.run()
  }

  private struct Cutter {
    let text: [UInt8]
    var at = 0
    var line = 1
    var elements: [Element] = []

    mutating func run() -> [Element] {
      skipSpace()
      guard at < text.count else { return [] }
      guard text[at] == UInt8(ascii: "[") else {
        return [Element(bytes: at..<text.count, line: line)]
      }
      at += 1
      skipSpace()
      while at < text.count, text[at] != UInt8(ascii: "]") {
        let start = at
        let startLine = line
        element()
        elements.append(Element(bytes: start..<at, line: startLine))
        if at < text.count, text[at] == UInt8(ascii: ",") { at += 1 }
        skipSpace()
      }
      if at >= text.count {
        // Not closed: one more piece, which no decoder will accept, tells where.
        elements.append(Element(bytes: at..<at, line: line))
      }
      return elements
    }

    private mutating func skipSpace() {
      while at < text.count, [0x20, 0x09, 0x0A, 0x0D].contains(text[at]) {
        if text[at] == 0x0A { line += 1 }
        at += 1
      }
    }

    /// Goes to the comma or bracket that ends the element.
    private mutating func element() {
      var depth = 0
      var inString = false
      while at < text.count {
        let byte = text[at]
        if byte == 0x0A { line += 1 }
        if inString {
          if byte == UInt8(ascii: "\\") {
            at += 1
          } else if byte == UInt8(ascii: "\"") {
            inString = false
          }
        } else {
          switch byte {
          case UInt8(ascii: "\""): inString = true
          case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
          case UInt8(ascii: "]") where depth == 0: return
          case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
          case UInt8(ascii: ",") where depth == 0: return
          default: break
          }
        }
        at += 1
      }
      at = min(at, text.count)
    }
  }
}
