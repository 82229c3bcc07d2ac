/// Words of a lexicon that replace each other and stand for different things: "chief executive"
/// against "chairman".
struct TermTest: PairTest {
  let phrases: PhraseTable
  /// Words by which somebody loses an office: holder before, former holder after.
  let leaving: WordSet

  var need: Need { .phrases(phrases) }

  func findings(_ pair: SentencePair) -> [Finding] {
    WordReplacement.all(in: pair, of: phrases).compactMap { a, b, hunk in
      guard !(Self.isWider(a.value, b.value) || Self.isWider(b.value, a.value)) || !isLeft(pair)
      else { return nil }
      return Finding(
        a: a.tokens, b: b.tokens, aValue: a.value, bValue: b.value,
        isConflict: a.value != b.value, match: .confirmed, hunk: hunk.a)
    }
  }

  /// "Former mayor" and "mayor": the same words with others before them.
  private static func isWider(_ first: String, _ second: String) -> Bool {
    first.hasSuffix(" " + second)
  }

  /// Whether one of the sentences tells of an end in office.
  private func isLeft(_ pair: SentencePair) -> Bool {
    pair.a.tokens[pair.aTokens].contains { leaving.contains($0.hash) }
      || pair.b.tokens[pair.bTokens].contains { leaving.contains($0.hash) }
  }
}
