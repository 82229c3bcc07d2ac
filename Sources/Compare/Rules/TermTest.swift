/// Words of a lexicon that replace each other and stand for different things: "chief executive"
/// against "chairman".
struct TermTest: PairTest {
  let phrases: PhraseTable

  var need: Need { .words(phrases.firstTokens) }

  func findings(_ pair: SentencePair) -> [Finding] {
    WordReplacement.all(in: pair, of: phrases).map { a, b, hunk in
      Finding(
        a: a.tokens, b: b.tokens, aValue: a.value, bValue: b.value,
        isConflict: a.value != b.value, match: .confirmed, hunk: hunk.a)
    }
  }
}
