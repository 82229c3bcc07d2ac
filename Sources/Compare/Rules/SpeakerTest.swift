/// The same quoted words given to another speaker.
struct SpeakerTest: PairTest {
  let attribution: Attribution

  func findings(_ pair: SentencePair) -> [Finding] {
    QuotedPair.all(in: pair).compactMap { compare($0, pair) }
  }

  private func compare(_ quoted: QuotedPair, _ pair: SentencePair) -> Finding? {
    let (a, b) = (quoted.a, quoted.b)
    guard quoted.share >= 0.8,
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
