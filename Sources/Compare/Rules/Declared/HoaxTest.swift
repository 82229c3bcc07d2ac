/// A statement that a story is a hoax against a report that tells it as a fact, or the other way
/// round.
struct HoaxTest: DeclaredTest {
  /// Words that say of a story that it is a hoax.
  let hoaxes: WordSet
  /// Words with which a report says of a story at once that it is not so: "bogus", "is false".
  let unmasked: PhraseTable
  let words: DenialWords
  let negations: PhraseTable
  /// Sentences from which on a text is a report.
  private static let fewestOfReport = 5
  private static let longestStatement = 2
  /// Sentences in which a report that doubts its story says so.
  private static let opening = 2
  /// The least part of a statement's words that the report has, and that its opening has.
  private static let leastOfReport = 0.5
  private static let leastOfOpening = 0.3
  private static let fewestTold = 3

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    guard sides.claim.sentences.count <= Self.longestStatement,
      sides.evidence.sentences.count >= Self.fewestOfReport,
      negations.matches(sides.claim.document.tokens, in: sides.claimTokens).isEmpty
    else { return [] }
    let isHoax = sides.claimTokens.contains { hoaxes.contains(sides.hash(ofClaim: $0)) }
    return (isHoax ? hoax(sides) : debunked(sides)).map { [$0] } ?? []
  }

  /// A statement that something is a hoax, which the report tells as a fact.
  private func hoax(_ sides: DeclaredSides) -> Finding? {
    guard !words.isDebunked(sides.evidence.document), !isDoubted(sides.evidence.document),
      sides.cover >= sides.bestCover
    else { return nil }
    let told = Set(
      sides.claim.concepts(sides.claimTokens.filter { !hoaxes.contains(sides.hash(ofClaim: $0)) }))
    let shared = told.intersection(sides.evidence.all).count
    guard shared >= 2, shared * 3 >= told.count else { return nil }
    return sides.finding(
      claim: sides.claimTokens, evidence: sides.evidenceTokens, values: ("denied", "affirmed"),
      isConflict: true)
  }

  /// A statement that tells as a fact what the report begins by calling a hoax.
  private func debunked(_ sides: DeclaredSides) -> Finding? {
    let report = sides.evidence
    let told = sides.claimConcepts
    guard sides.evidenceSentence <= Self.opening, told.count >= Self.fewestTold,
      let word = unmasking(sides.evidenceTokens, of: report.document),
      share(told, of: report.all) >= Self.leastOfReport,
      share(told, of: opening(of: sides)) >= Self.leastOfOpening,
      !isHedged(sides.claimTokens, of: sides.claim.document)
    else { return nil }
    return sides.finding(
      claim: sides.claimTokens, evidence: word, values: ("affirmed", "denied"), isConflict: true)
  }

  /// What the report says up to where it calls the story a hoax.
  private func opening(of sides: DeclaredSides) -> Set<UInt64> {
    sides.evidence.wide[...sides.evidenceSentence].reduce(into: []) { $0.formUnion($1) }
  }

  private func share(_ told: Set<UInt64>, of known: Set<UInt64>) -> Double {
    Double(told.intersection(known).count) / Double(told.count)
  }

  /// The word that says that a story is made up, told as a fact: not "whether it is a hoax".
  private func unmasking(_ sentence: Range<Int>, of report: Document) -> Range<Int>? {
    guard negations.matches(report.tokens, in: sentence).isEmpty,
      !sentence.contains(where: { words.openEnded.contains(report.tokens[$0].hash) })
    else { return nil }
    return unmasked.matches(report.tokens, in: sentence).first?.tokens
  }

  /// Whether a statement leaves open what it tells: it doubts, asks or quotes.
  private func isHedged(_ sentence: Range<Int>, of statement: Document) -> Bool {
    words.isDoubted(sentence, of: statement) || words.isDebunked(statement)
      || statement.tokens[sentence].contains { words.openEnded.contains($0.hash) }
      || !words.hedges.matches(statement.tokens, in: sentence).isEmpty
  }

  /// Whether the report begins with what somebody claims.
  private func isDoubted(_ report: Document) -> Bool {
    report.sentences.prefix(Self.opening).contains { words.isDoubted($0.tokens, of: report) }
  }
}

extension DeclaredSides {
  fileprivate func hash(ofClaim token: Int) -> UInt64 { claim.document.tokens[token].hash }
}
