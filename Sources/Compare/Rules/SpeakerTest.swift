/// The same quoted words given to another speaker.
struct SpeakerTest: PairTest {
  /// Words that two quotations must share to be one utterance.
  private static let fewestShared = 4

  let attribution: Attribution

  func findings(_ pair: SentencePair) -> [Finding] {
    let left = pair.a.quotations.filter { $0.inner.overlaps(pair.aTokens) }
    let right = pair.b.quotations.filter { $0.inner.overlaps(pair.bTokens) }
    return left.flatMap { first in
      right.compactMap { second in
        compare(
          first.inner.clamped(to: pair.aTokens), second.inner.clamped(to: pair.bTokens), pair)
      }
    }
  }

  private func compare(_ a: Range<Int>, _ b: Range<Int>, _ pair: SentencePair) -> Finding? {
    let edits = EditScript.edits(pair.a.tokens[a], pair.b.tokens[b])
    let shared = edits.reduce(0) { $0 + ($1.isMatch ? pair.a.tokens[$1.a].count { $0.isWord } : 0) }
    let shorter = min(
      pair.a.tokens[a].count { $0.isWord }, pair.b.tokens[b].count { $0.isWord })
    guard shared >= Self.fewestShared, shared * 10 >= shorter * 8,
      let first = attribution.speaker(ofQuoted: a, in: pair.a), first.isNamed,
      let second = attribution.speaker(ofQuoted: b, in: pair.b), second.isNamed
    else { return nil }
    let isSame =
      first.isSame(as: second)
      || !pair.words.terms(first.tokens, of: pair.a).isDisjoint(
        with: pair.words.terms(second.tokens, of: pair.b))
    return Finding(
      a: first.tokens, b: second.tokens, aValue: pair.a.string(first.tokens),
      bValue: pair.b.string(second.tokens), isConflict: !isSame, match: .confirmed, hunk: a)
  }
}
