/// A statement that a story is a hoax, against a report that tells it as a fact.
struct HoaxTest: DeclaredTest {
  /// Words that say of a story that it is a hoax.
  let hoaxes: Set<UInt64>
  let words: DenialWords
  let negations: PhraseTable
  /// Sentences from which on a text is a report.
  private static let fewestOfReport = 5
  private static let longestStatement = 2
  /// Sentences in which a report that doubts its story says so.
  private static let opening = 2

  private func hoax(_ sides: DeclaredSides) -> Int? {
    sides.claimTokens.first { hoaxes.contains(sides.claim.document.tokens[$0].hash) }
  }

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let statement = sides.claim.document
    guard statement.sentences.count <= Self.longestStatement,
      sides.evidence.sentences.count >= Self.fewestOfReport,
      let word = hoax(sides),
      negations.matches(statement.tokens, in: sides.claimTokens).isEmpty,
      !words.isDebunked(sides.evidence.document), !isDoubted(sides.evidence.document),
      sides.cover >= sides.bestCover
    else { return [] }
    let told = Set(sides.claim.concepts(sides.claimTokens.filter { $0 != word }))
    let shared = told.intersection(sides.evidence.all).count
    guard shared >= 2, shared * 2 >= told.count else { return [] }
    return [
      sides.finding(
        claim: sides.claimTokens, evidence: sides.evidenceTokens, values: ("denied", "affirmed"),
        isConflict: true)
    ]
  }

  /// Whether the report begins with what somebody claims.
  private func isDoubted(_ report: Document) -> Bool {
    report.sentences.prefix(Self.opening).contains { words.isDoubted($0.tokens, of: report) }
  }
}
