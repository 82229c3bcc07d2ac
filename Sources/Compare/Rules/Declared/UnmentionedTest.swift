/// A denial in a statement that sums up a long report, of what the report never speaks of.
///
/// Who sums up a report may leave out what it says, and has no reason to deny what it does not say:
/// such a denial was most likely put in. A statement from elsewhere may deny it and be right.
struct UnmentionedTest: DeclaredTest {
  let polarity: DeclaredPolarityTest
  /// How much less of the statement than the best one a sentence of the report may have.
  private static let tolerance = 0.2

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let words = polarity.words
    let (statement, report) = (sides.claim, sides.evidence)
    guard sides.isOfSummary, sides.cover >= sides.bestCover - Self.tolerance,
      !words.isDebunked(report.document),
      !sides.isHeadline, !polarity.isDoubtedNearby(sides)
    else { return [] }
    let denials = words.denials(sides.claimTokens, of: statement, pair.words)
    for denial in denials where !denial.isOpen && !denial.isPointed {
      let others = Set(denial.before + denial.after)
      let near = others.intersection(sides.neighbours).count
      guard denials.count(where: { $0.clause.overlaps(denial.clause) }) == 1,
        !sides.wideEvidence.contains(denial.predicate),
        polarity.isOnTopic(others, sides), near >= 1, near * 3 >= others.count,
        !polarity.isDenied(others, in: report)
      else { continue }
      return [
        sides.finding(
          claim: DeclaredPolarityTest.trimmed(denial.clause, statement.document),
          evidence: DeclaredPolarityTest.trimmed(sides.evidenceTokens, report.document),
          values: ("denied", "not denied"), isConflict: true)
      ]
    }
    return []
  }
}
