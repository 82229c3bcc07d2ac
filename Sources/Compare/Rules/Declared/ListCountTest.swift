/// A list of names against how many there are: "met Lund, Orr and Tarsk" against "met only two
/// people".
struct ListCountTest: DeclaredTest {
  let lists: NameLists
  /// "Or".
  let choices: WordSet

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let counts = sides.facts(pair).claims.filter { $0.type == .number }
    return finding(sides, counts).map { [$0] } ?? []
  }

  private func finding(_ sides: DeclaredSides, _ counts: [Fact]) -> Finding? {
    let document = sides.claim.document
    let evidence = sides.evidence.document
    guard let first = counts.first, counts.allSatisfy({ $0.isResolved && isLimited($0, document) }),
      !document.tokens[sides.claimTokens].contains(where: { choices.contains($0.hash) }),
      let list = lists.lists(sides.evidenceTokens, of: evidence).max(by: {
        $0.members.count < $1.members.count
      }), list.members.count >= 2
    else { return nil }
    // The same subject and verb before the list and before the count.
    let said = sides.claim.concepts(sides.claimTokens.lowerBound..<first.tokens.lowerBound)
    let listed = sides.evidence.concepts(sides.evidenceTokens.lowerBound..<list.tokens.lowerBound)
    guard said.count >= 2, said == listed else { return nil }
    let number = Double(list.members.count)
    let isOut = counts.allSatisfy { count in
      count.bounds.high.map { number > $0 } ?? false
        || count.mod == .moreThan && count.bounds.low.map { number < $0 } ?? false
    }
    return sides.finding(
      claim: first.tokens, evidence: list.tokens,
      values: (first.value, String(list.members.count)), isConflict: isOut)
  }

  /// A count with an end: "only five", "more than five", "less than five".
  private func isLimited(_ fact: Fact, _ document: Document) -> Bool {
    fact.mod != nil || fact.tokens.count > 1
  }
}
