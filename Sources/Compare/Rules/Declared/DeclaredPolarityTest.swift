/// A denial in one of two texts that are declared to be about the same thing, of what the other
/// says in words of its own.
///
/// What is denied is the word after the negation, with the words that go with it. The other text
/// affirms it where it has that word in a clause without a negation, and the words with it.
struct DeclaredPolarityTest: DeclaredTest {
  let words: DenialWords
  /// Sentences from which on a text is a report, and the other a statement on it.
  private static let fewestOfReport = 4

  static let fewestOfLongReport = 8
  /// The least part of a statement's words that a report on the same thing has.
  static let leastOfReport = 0.4

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    finding(sides, pair).map { [$0] } ?? []
  }

  private func finding(_ sides: DeclaredSides, _ pair: SentencePair) -> Finding? {
    let clauses = pair.words
    let document = sides.claim.document
    guard !isReport(sides.evidence) || !words.isDebunked(sides.evidence.document) else {
      return nil
    }
    let denials = words.denials(sides.claimTokens, of: sides.claim, clauses)
    for denial in denials {
      // Two denials in one clause may cancel out.
      guard !denial.isOpen, !denial.isPointed, !isQuotedOfReport(denial, sides),
        // "Wrongly said that no other country grants it".
        !words.isDoubted(
          sides.claimTokens.lowerBound..<denial.clause.lowerBound, of: document,
          besides: sides.evidence.document.tokens[sides.evidenceTokens]),
        denials.count(where: { $0.clause.overlaps(denial.clause) }) == 1,
        let said = affirmation(of: denial, sides, pair), !isAffirmedElsewhere(denial, sides)
      else { continue }
      return sides.finding(
        claim: Self.trimmed(denial.clause, document),
        evidence: Self.trimmed(said, sides.evidence.document), values: ("denied", "affirmed"),
        isConflict: true)
    }
    return nil
  }

  /// Whether a statement quotes the denial: the report has the words themselves.
  private func isQuotedOfReport(_ denial: Denial, _ sides: DeclaredSides) -> Bool {
    isReport(sides.evidence)
      && sides.claim.document.quotations.contains { $0.inner.contains(denial.negation) }
  }

  /// Where the evidence says what the denial denies; `nil` when it does not.
  private func affirmation(
    of denial: Denial, _ sides: DeclaredSides, _ pair: SentencePair
  ) -> Range<Int>? {
    let clauses = pair.words
    let evidence = sides.evidence
    let tokens = sides.evidenceTokens
    guard sides.wideEvidence.contains(denial.predicate) else {
      return existing(denial, sides) ?? undenied(denial, sides)
    }
    guard let at = occurrence(of: denial, sides) else { return nil }
    let clause = clauses.clause(of: at..<at + 1, in: tokens, of: evidence.document)
    // In a long sentence, what is denied or doubted elsewhere is another matter.
    // But "he denied that" before a clause doubts the clause.
    let near = isReport(evidence) ? tokens.lowerBound..<clause.upperBound : tokens
    // "On Friday, not on Saturday" denies the one and affirms the other.
    let said = whole(clause, in: tokens, of: evidence.document, clauses)
    guard !words.isNegated(said, of: evidence.document),
      denial.isTotal
        || !words.isPartial(clause, of: evidence.document)
          && !words.isPartial(denial.clause, of: sides.claim.document),
      !words.isDoubted(
        near, of: evidence.document, besides: sides.claim.document.tokens[sides.claimTokens]),
      holds(denial, sides),
      !isDeniedElsewhere(denial, sides, clauses)
    else { return counted(denial, sides, pair) }
    return clause
  }

  /// A clause to its ends, however long it is.
  private func whole(
    _ clause: Range<Int>, in sentence: Range<Int>, of document: Document, _ clauses: ClauseWords
  ) -> Range<Int> {
    var found = clause
    while true {
      let wider = clauses.clause(of: found, in: sentence, of: document)
      if wider == found { return found }
      found = wider
    }
  }

  func isReport(_ text: DeclaredText) -> Bool {
    text.sentences.count >= Self.fewestOfReport
  }

  static func trimmed(_ range: Range<Int>, _ document: Document) -> Range<Int> {
    let words = range.filter { document.tokens[$0].isWord }
    return (words.first ?? range.lowerBound)..<(words.last ?? range.lowerBound) + 1
  }
}
