/// What a rule asks of one sentence that is held against one of the other text.
///
/// Either sentence may be the claim; the first way round that finds something counts.
protocol DeclaredTest: PairTest {
  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding]
}

extension DeclaredTest {
  var need: Need { .declaration }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard let declared = pair.declared else { return [] }
    for sides in declared.sides(pair.candidate.aSentence, pair.candidate.bSentence) {
      let found = findings(sides, pair)
      if !found.isEmpty { return found }
    }
    return []
  }
}

extension DeclaredSides {
  /// Facts of the claim's sentence, and of the evidence's.
  func facts(_ pair: SentencePair) -> (claims: [Fact], found: [Fact]) {
    isClaimA ? (pair.aFacts, pair.bFacts) : (pair.bFacts, pair.aFacts)
  }

  /// Facts of the two whole texts.
  func allFacts(_ pair: SentencePair) -> (claims: [Fact], found: [Fact]) {
    isClaimA ? (pair.aArticle, pair.bArticle) : (pair.bArticle, pair.aArticle)
  }

  /// Whether the evidence's sentence is about someone whom the claim does not begin with: "Lund's
  /// niece died in May" says nothing against "Lund died in June".
  func isOfAnother(_ lists: NameLists) -> Bool {
    guard let subject = lists.lists(claimTokens, of: claim.document).first else { return false }
    let name = claim.concepts(subject.tokens)
    func holds(_ names: Range<Int>) -> Bool {
      let found = evidence.concepts(names)
      return name.allSatisfy(found.contains)
    }
    func place(_ sentence: Int) -> Int? {
      lists.lists(evidence.document.sentences[sentence].tokens, of: evidence.document)
        .firstIndex { holds($0.tokens) }
    }
    if let at = place(evidenceSentence) { return at > 0 }
    // Who is named only later is not who "he" is.
    guard let first = evidence.document.sentences.indices.first(where: { place($0) != nil }) else {
      return isOfOneNamed(subject.tokens, lists)
    }
    return first > evidenceSentence
  }

  /// Whether both sentences begin with a name, and the two have nothing in common.
  private func isOfOneNamed(_ subject: Range<Int>, _ lists: NameLists) -> Bool {
    func begins(_ name: Range<Int>, _ sentence: Range<Int>, _ document: Document) -> Bool {
      name.count > 1
        && !document.tokens[sentence.lowerBound..<name.lowerBound].contains(where: \.isWord)
    }
    guard begins(subject, claimTokens, claim.document),
      let other = lists.lists(evidenceTokens, of: evidence.document).first,
      begins(other.tokens, evidenceTokens, evidence.document)
    else { return false }
    return Set(claim.concepts(subject)).isDisjoint(with: evidence.concepts(other.tokens))
  }
}
