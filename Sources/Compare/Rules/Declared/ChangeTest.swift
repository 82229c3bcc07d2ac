/// What rose and what fell: "a decrease in net income" against "net income rose by a third".
struct ChangeTest: DeclaredTest {
  let reader: ChangeReader

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let claims = reader.changes(sides.claimTokens, of: sides.claim)
    guard !claims.isEmpty else { return [] }
    let found = reader.changes(sides.evidenceTokens, of: sides.evidence)
    guard !found.isEmpty else { return [] }
    let all = sides.evidence.document.sentences.flatMap {
      reader.changes($0.tokens, of: sides.evidence)
    }
    let own = sides.claim.document.sentences.flatMap { reader.changes($0.tokens, of: sides.claim) }
    return claims.compactMap { claim in
      let told = all.filter { $0.isOfSame(as: claim, sides) }
      // What went both ways went so at different times.
      guard let change = found.first(where: { $0.isOfSame(as: claim, sides) }),
        told.allSatisfy({ $0.pole == change.pole }),
        !own.contains(where: {
          $0.measure == claim.measure && $0.pole == change.pole && $0.isExpected == claim.isExpected
        })
      else { return nil }
      return sides.finding(
        claim: claim.tokens, evidence: change.tokens, isConflict: change.pole != claim.pole)
    }
  }
}
