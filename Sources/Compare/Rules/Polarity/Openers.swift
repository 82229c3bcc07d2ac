/// Words close behind a negation that leave open what is denied.
struct Openers: Sendable {
  let words: WordSet
  /// Words that right behind a negation leave open how many are denied: "not one".
  let counts: WordSet
  /// Tokens behind a negation within which such a word counts.
  private static let reach = 8

  /// Whether one follows the last of the denials and is not said on the other side, too.
  func leavesOpen(
    _ denials: [Range<Int>], in sentence: Range<Int>, of document: Document,
    against other: ArraySlice<Token>
  ) -> Bool {
    guard let last = denials.map(\.upperBound).max() else { return false }
    if last < sentence.upperBound, counts.contains(document.tokens[last].hash) { return true }
    return document.tokens[last..<min(sentence.upperBound, last + Self.reach)].contains { token in
      words.contains(token.hash) && !other.contains { $0.hash == token.hash }
    }
  }
}
