/// The same quoted words given to another speaker.
struct SpeakerTest: QuotedTest {
  let attribution: Attribution

  /// Words that two quotations must share to be one utterance, whoever spoke it.
  private static let fewestShared = 5

  func findings(_ pair: QuotedPair) -> [Finding] {
    pair.regions.compactMap { compare($0, pair) }
  }

  private func compare(_ region: QuotedRegion, _ pair: QuotedPair) -> Finding? {
    let a = pair.aText.tokens(region.a)
    let b = pair.bText.tokens(region.b)
    guard region.matching >= Self.fewestShared, region.similarity >= 0.8,
      let first = attribution.speaker(ofQuoted: a, in: pair.a), first.isNamed,
      let second = attribution.speaker(ofQuoted: b, in: pair.b), second.isNamed
    else { return nil }
    return Finding(
      a: first.tokens, b: second.tokens, aValue: pair.a.string(first.tokens),
      bValue: pair.b.string(second.tokens), isConflict: !first.isSame(as: second),
      match: .confirmed, hunk: a, similarity: region.similarity)
  }
}
