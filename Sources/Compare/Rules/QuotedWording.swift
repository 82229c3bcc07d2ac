/// Which differences of wording an honest quotation may have.
struct QuotedWording: Sendable {
  private let trivial: Set<UInt64>
  private let same: PhraseTable
  private static let brackets = Set(["[", "]", "(", ")"].map { Hash.of($0) })

  init(_ lexicons: Lexicons) {
    trivial = lexicons.words("quote.trivial")
    same = PhraseTable(
      lexicons["quote.same"] ?? Lexicon(name: "quote.same", about: "", entries: [:]))
  }

  /// Whether the tokens say that something was left out or put in.
  func marksOmission(_ tokens: ArraySlice<Token>) -> Bool {
    tokens.contains { $0.kind == .ellipsis || Self.brackets.contains($0.hash) }
  }

  /// Whether the two runs are the same words in other spellings: contractions, small numbers,
  /// words written together or apart, fillers.
  func isSame(
    _ a: Range<Int>, of first: Document, _ b: Range<Int>, of second: Document
  ) -> Bool {
    letters(a, of: first) == letters(b, of: second)
  }

  /// The letters of the words in their common form, without spaces.
  private func letters(_ range: Range<Int>, of document: Document) -> [UInt8] {
    var letters: [UInt8] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let token = document.tokens[at]
      if let hit = same.match(document.tokens, at: at, end: range.upperBound) {
        letters += hit.value.utf8.filter { $0 != 0x20 }
        at = hit.tokens.upperBound
        continue
      }
      if token.kind == .possessive {
        letters += "is".utf8
      } else if token.isWord, !trivial.contains(token.hash) {
        for byte in document.article.text[token.range.bytes] where byte != 0x2E && byte != 0x2C {
          letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        }
      }
      at += 1
    }
    return letters
  }
}
