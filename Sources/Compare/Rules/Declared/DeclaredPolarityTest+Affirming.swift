// Whether a text affirms what the other denies.

extension DeclaredPolarityTest {
  /// A number of what there is none of: "had two sons" against "had no sons".
  func counted(
    _ denial: Denial, _ sides: DeclaredSides, _ pair: SentencePair
  ) -> Range<Int>? {
    guard denial.isDeterminer, sides.cover >= 0.5 || sides.coverOfEvidence >= 0.5 else {
      return nil
    }
    return sides.facts(pair).found.first { fact in
      fact.type == .number && (fact.bounds.low ?? 0) > 0
        && sides.evidenceTokens.contains(fact.tokens.upperBound)
        && sides.evidence.says(denial.predicate, at: fact.tokens.upperBound)
    }.map { $0.tokens.lowerBound..<$0.tokens.upperBound + 1 }
  }

  /// The evidence, where it tells most of what there is none of: "a woman in jeans sits on a
  /// horse" against "there is no person wearing jeans on a horse".
  func existing(_ denial: Denial, _ sides: DeclaredSides) -> Range<Int>? {
    guard denial.isOfExistence, !isReport(sides.evidence) else { return nil }
    let told = Set(denial.after + denial.adverbs + [denial.predicate])
    let count = told.intersection(sides.wideEvidence).count
    guard count >= 3, count * 3 >= told.count * 2, sides.coverOfEvidence >= 0.5,
      !words.isNegated(sides.evidenceTokens, of: sides.evidence.document),
      !words.isDoubted(sides.evidenceTokens, of: sides.evidence.document)
    else { return nil }
    return sides.evidenceTokens
  }

  /// Whether the evidence has enough of the words that go with what is denied.
  func holds(_ denial: Denial, _ sides: DeclaredSides) -> Bool {
    var found = sides.wideEvidence
    // What every place has, the place that is named has.
    if words.isUniversal(sides.evidenceTokens, of: sides.evidence.document) {
      found.formUnion(denial.names)
    }
    func share(_ concepts: [UInt64]) -> Double {
      concepts.isEmpty ? 1 : Double(concepts.count { found.contains($0) }) / Double(concepts.count)
    }
    let others = Set(denial.before + denial.after)
    let count = others.intersection(found).count
    if isReport(sides.evidence) {
      // A report spreads over several sentences what a statement says in one.
      let near = sides.neighbours
      let told = sides.claimConcepts.intersection(sides.evidence.all).count
      return Double(told) >= Self.leastOfReport * Double(sides.claimConcepts.count)
        && (count >= 1 || others.intersection(near).count >= 1 || isBare(denial, sides))
        && (denial.after.isEmpty || denial.after.contains { near.contains($0) })
    }
    // All of a short denial must be affirmed; of a long one, most.
    let after = denial.after + denial.adverbs
    let isTold = share(after) == 1 || after.count >= 4 && share(after) >= 0.6
    let isSubject =
      denial.before.last.map(found.contains) ?? true
      || denial.before.count >= 2 && count >= 4
    // "Was founded in May" leaves out by whom.
    let isByNobody = share(denial.before) == 0 && after.count >= 3 && share(after) == 1
    let isAlike =
      sides.cover >= 0.6 || sides.cover >= 0.5 && count >= 3
      || sides.coverOfEvidence >= 0.8 && sides.evidenceConcepts.count >= 3
      || others.count >= 2 && others.isSubset(of: found)
    let isEnough =
      count >= 1 || isBare(denial, sides)
      || others.isEmpty && sides.claimConcepts.count >= 3 && sides.cover >= 0.7
        && sides.coverOfEvidence >= 0.7
    return isEnough && isTold && isAlike
      && (share(denial.before) >= 0.5 && isSubject || isByNobody)
  }

  /// Whether a clause that says no more than that there is no such thing stands before a cause that
  /// the evidence has: "there is no delay because of the storm".
  private func isBare(_ denial: Denial, _ sides: DeclaredSides) -> Bool {
    let next = denial.clause.upperBound
    return denial.isOfExistence && denial.after.isEmpty && next < sides.claimTokens.upperBound
      && words.causes.contains(sides.claim.document.tokens[next].hash)
      && sides.cover >= 0.6 && sides.cover >= sides.bestCover
  }

  /// Where the evidence has the word that is denied: of several places, the one with all the words
  /// that go with it between the place before and the place after.
  func occurrence(of denial: Denial, _ sides: DeclaredSides) -> Int? {
    let evidence = sides.evidence
    let tokens = sides.evidenceTokens
    let places = tokens.filter { evidence.says(denial.predicate, at: $0) }
    guard places.count > 1, !isReport(evidence) else { return places.first }
    return places.indices.first { number in
      let lower = number > 0 ? places[number - 1] + 1 : tokens.lowerBound
      let upper = number + 1 < places.count ? places[number + 1] : tokens.upperBound
      let before = Set(evidence.concepts(lower..<places[number]))
      let after = Set(evidence.concepts(places[number]..<upper))
      return denial.before.allSatisfy(before.contains) && denial.after.allSatisfy(after.contains)
    }.map { places[$0] }
  }

  /// The sentence of a long report that tells nearly all of what the denial is about, who and what
  /// alike, in words of its own, where the report denies and doubts nothing of it.
  func undenied(_ denial: Denial, _ sides: DeclaredSides) -> Range<Int>? {
    let others = Set(denial.before + denial.after)
    let after = Set(denial.after)
    let told = sides.wideEvidence
    guard sides.cover >= sides.bestCover, isOnTopic(others, sides), after.count >= 2,
      after.intersection(told).count * 3 >= after.count * 2,
      denial.before.isEmpty || denial.before.contains(where: told.contains),
      others.intersection(told).count >= 3, !isDenied(others, in: sides.evidence),
      !isDoubtedNearby(sides)
    else { return nil }
    return sides.evidenceTokens
  }

  /// Whether a long report has enough of the words.
  func isOnTopic(_ concepts: Set<UInt64>, _ sides: DeclaredSides) -> Bool {
    sides.evidence.sentences.count >= Self.fewestOfLongReport
      && Double(concepts.intersection(sides.evidence.all).count)
        >= Self.leastOfReport * Double(concepts.count)
  }

  /// Whether a sentence with two thirds of the words denies something.
  func isDenied(_ concepts: Set<UInt64>, in evidence: DeclaredText) -> Bool {
    let fewest = max(2, (concepts.count * 2 + 2) / 3)
    return evidence.document.sentences.indices.contains { sentence in
      concepts.intersection(evidence.wide[sentence]).count >= fewest
        && words.isNegated(
          evidence.document.sentences[sentence].tokens, of: evidence.document)
    }
  }

  /// Whether the report denies or doubts anything next to what the statement is about: that may be
  /// what the statement says in words of its own ("is no longer sure" of someone who has doubts).
  func isDoubtedNearby(_ sides: DeclaredSides) -> Bool {
    let document = sides.evidence.document
    return sides.nearSentences.contains { sentence in
      let tokens = document.sentences[sentence].tokens
      return words.isNegated(tokens, of: document) || words.isDoubted(tokens, of: document)
    }
  }

  /// Whether a report that denies something tells what the statement says in another sentence, at
  /// least as much of it, and denies nothing there: then its denial is of a part, or of someone else.
  func isAffirmedElsewhere(_ denial: Denial, _ sides: DeclaredSides) -> Bool {
    let report = sides.claim
    guard isReport(report) else { return false }
    let said = sides.evidenceConcepts
    let fewest = said.intersection(report.wide[sides.claimSentence]).count
    return report.document.sentences.indices.contains { sentence in
      sentence != sides.claimSentence && said.intersection(report.wide[sentence]).count >= fewest
        && !words.isNegated(report.document.sentences[sentence].tokens, of: report.document)
    }
  }

  /// Whether another sentence of the evidence, as close to the claim, denies it too.
  func isDeniedElsewhere(
    _ denial: Denial, _ sides: DeclaredSides, _ clauses: ClauseWords
  ) -> Bool {
    let others = Set(denial.before + denial.after)
    let count = others.intersection(sides.wideEvidence).count
    let evidence = sides.evidence
    return evidence.document.sentences.indices.contains { sentence in
      guard sentence != sides.evidenceSentence else { return false }
      let found = evidence.wide[sentence]
      let tokens = evidence.document.sentences[sentence].tokens
      guard found.contains(denial.predicate), others.intersection(found).count >= count,
        let at = tokens.first(where: { evidence.says(denial.predicate, at: $0) })
      else { return false }
      let clause = clauses.clause(of: at..<at + 1, in: tokens, of: evidence.document)
      // "Denied that he had sent it": the doubt stands before the clause.
      return words.isNegated(clause, of: evidence.document)
        || words.isDoubted(tokens.lowerBound..<clause.upperBound, of: evidence.document)
    }
  }
}
