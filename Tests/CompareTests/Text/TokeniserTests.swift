import Testing

@testable import Compare

@Suite struct TokeniserTests {
  private func words(_ text: String) -> [String] {
    let bytes = Array(text.utf8)
    return Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count)).map {
      String(decoding: bytes[$0.range.bytes], as: UTF8.self)
    }
  }

  @Test(arguments: [
    ("The U.S. said", ["The", "U.S.", "said"]),
    ("Putin’s 90-minute call", ["Putin", "’s", "90", "-", "minute", "call"]),
    ("$1,375.50 (5%)", ["$", "1,375.50", "(", "5", "%", ")"]),
    ("didn't—2nd", ["didn't", "—", "2", "nd"]),
    ("at 3 p.m. on", ["at", "3", "p.m.", "on"]),
    ("wait... no", ["wait", "...", "no"]),
  ])
  func cuts(text: String, expected: [String]) { #expect(words(text) == expected) }

  @Test(arguments: [("Café", "Cafe\u{301}"), ("U.S.", "US"), ("don’t", "don't"), ("1,375", "1375")])
  func sameNormalForm(left: String, right: String) {
    let hashes = [left, right].map { text in
      let bytes = Array(text.utf8)
      return Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count)).map(\.hash)
    }
    #expect(hashes[0] == hashes[1])
  }

  /// Words of ASCII letters take a way of their own; it must give the same tokens.
  @Test(arguments: [
    "Peace", "TREATY", "treaty’s", "treaty's", "don’t", "don't", "soft\u{AD}ware", "a\u{200D}b",
    "cafe\u{301}", "caf\u{E9}s", "end’ ", "end' ", "end—dash", "end”", "wide\u{2009}space",
  ])
  func plainWordsAreAsOthers(text: String) throws {
    func tokens(_ text: String) -> [Token] {
      let bytes = Array(text.utf8)
      return Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count))
    }
    // A combining mark on the first letter keeps its normal form, and is no plain word.
    let marked = String(text.prefix(1)) + "\u{301}" + text.dropFirst()
    for (plain, other) in zip(tokens(text), tokens(marked)) {
      #expect(plain.hash == other.hash)
      #expect(plain.kind == other.kind)
      #expect(plain.flags == other.flags)
    }
    #expect(tokens(text).count == tokens(marked).count)
  }
}
