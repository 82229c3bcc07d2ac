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

  private static let deny = Set(["deny", "denies", "denied", "denial"].map { Hash.of($0) })

  private func hoax(_ sides: DeclaredSides) -> Int? {
    sides.claimTokens.first { hoaxes.contains(sides.claim.document.tokens[$0].hash) }
  }

  private func denied(_ sides: DeclaredSides) -> Int? {
    guard !sides.evidence.document.tokens.contains(where: { Self.deny.contains($0.hash) }) else {
      return nil
    }
    return sides.claimTokens.first { Self.deny.contains(sides.claim.document.tokens[$0].hash) }
  }

  /// A statement that tells as a fact what the report calls a hoax.
  private func told(_ sides: DeclaredSides) -> Finding? {
    let statement = sides.claim.document
    let report = sides.evidence.document
    guard statement.sentences.count <= Self.longestStatement,
      report.sentences.count >= Self.fewestOfReport,
      !words.isDebunked(statement), !words.isDoubted(sides.claimTokens, of: statement),
      !statement.tokens[sides.claimTokens].contains(where: {
        Self.questions.contains($0.hash) || $0.kind == .openQuote || $0.kind == .straightQuote
      }),
      negations.matches(statement.tokens, in: sides.claimTokens).isEmpty,
      sides.claimConcepts.count >= 3,
      let word = sides.evidenceTokens.first(where: { hoaxes.contains(report.tokens[$0].hash) }),
      negations.matches(report.tokens, in: sides.evidenceTokens).isEmpty,
      sides.claimConcepts.intersection(sides.evidence.all).count * 5
        >= sides.claimConcepts.count * 3,
      sides.claimConcepts.intersection(sides.neighbours).count >= 2
    else { return nil }
    return sides.finding(
      claim: sides.claimTokens, evidence: word..<word + 1, values: ("affirmed", "denied"),
      isConflict: true)
  }

  private static let questions = Set(["?", "report", "reportedly", "says", "video", "rumor", "rumour", "rumors"].map { Hash.of($0) })

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    if Tune[4] == 1, let told = told(sides) { return [told] }
    let statement = sides.claim.document
    guard statement.sentences.count <= Self.longestStatement,
      sides.evidence.sentences.count >= Self.fewestOfReport,
      let word = Tune[5] == 1 ? (hoax(sides) ?? denied(sides)) : hoax(sides),
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
