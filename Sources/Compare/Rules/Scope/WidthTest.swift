/// A list against one of its members, or against the members run together, in passages that tell
/// the same thing in other words.
struct WidthTest: PairTest {
  let reader: ScopeReader
  /// Terms that the two sentences must share besides the phrases.
  private static let fewestShared = 2

  var need: Need { .words(reader.words) }

  func findings(_ pair: SentencePair) -> [Finding] {
    let left = reader.phrases(pair.aTokens, of: pair.a, pair.words)
    let right = reader.phrases(pair.bTokens, of: pair.b, pair.words)
    return left.flatMap { first in
      right.compactMap { second in
        guard first.isWider(than: second) || second.isWider(than: first) else { return nil }
        let shared = rest(first, pair.aTokens, pair.a, pair).intersection(
          rest(second, pair.bTokens, pair.b, pair))
        return Finding(
          a: first.tokens, b: second.tokens, aValue: pair.a.string(first.tokens),
          bValue: pair.b.string(second.tokens), isConflict: true,
          match: shared.count >= Self.fewestShared ? .confirmed : .suggested,
          hunk: first.tokens)
      }
    }
  }

  private func rest(
    _ phrase: ScopePhrase, _ sentence: Range<Int>, _ document: Document, _ pair: SentencePair
  ) -> TermSet {
    pair.words.terms(sentence.filter { !phrase.tokens.contains($0) }, of: document)
  }
}
