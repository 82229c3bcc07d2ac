/// How much a measure rose or fell: "net orders edged up slightly" against "net orders increased 73%".
struct ChangeSizeTest: DeclaredTest {
  let reader: ChangeReader
  /// "Slightly", with the percentages that it allows; 100 stands for all above.
  let sizes: PhraseTable
  /// Tokens between a change and the word or the percentage that says its size, at most.
  private static let reach = 2

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let document = sides.claim.document
    let sized = reader.changes(sides.claimTokens, of: sides.claim).compactMap { change in
      size(of: change, sides).map { (change: change, size: $0) }
    }
    guard !sized.isEmpty else { return [] }
    let found = sides.facts(pair).found.filter { $0.type == .percent }
    let changes = reader.changes(sides.evidenceTokens, of: sides.evidence)
    return sized.compactMap { claim, size in
      for change in changes where change.pole == claim.pole && change.isOfSame(as: claim, sides) {
        guard let percent = found.first(where: { isSize($0.tokens, of: change.tokens) }),
          let number = Double(percent.value), let allowed = ScaleInterval(size.value)
        else { continue }
        let tokens =
          min(
            size.tokens.lowerBound, claim.tokens.lowerBound)..<max(
            size.tokens.upperBound, claim.tokens.upperBound)
        return sides.finding(
          claim: tokens, evidence: percent.tokens,
          values: (document.string(size.tokens), percent.value),
          isConflict: !(Double(allowed.low)...Double(allowed.high)).contains(min(100, number)))
      }
      return nil
    }
  }

  /// The only word beside a change that says its size.
  private func size(
    of change: Change, _ sides: DeclaredSides
  ) -> (tokens: Range<Int>, value: String)? {
    let near =
      max(
        sides.claimTokens.lowerBound, change.tokens.lowerBound - 1)..<min(
        sides.claimTokens.upperBound, change.tokens.upperBound + 1)
    let hits = sizes.matches(sides.claim.document.tokens, in: near)
    return hits.count == 1 ? hits.first : nil
  }

  /// "Increased 73%", "increased by 73%", "a 73% increase".
  private func isSize(_ percent: Range<Int>, of change: Range<Int>) -> Bool {
    let gap =
      percent.lowerBound >= change.upperBound
      ? percent.lowerBound - change.upperBound : change.lowerBound - percent.upperBound
    return (0..<Self.reach).contains(gap)
  }
}
