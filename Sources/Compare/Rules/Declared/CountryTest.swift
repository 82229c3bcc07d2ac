/// The country that a place is in: "Tarsk is in Norway" against "Tarsk is a Danish port".
struct CountryTest: DeclaredTest {
  /// Countries, their people and their cities, with the country.
  let countries: PhraseTable
  let links: WordSet
  let seats: WordSet
  let negations: PhraseTable
  /// "In".
  let inside: WordSet

  init(_ lexicons: Lexicons, negations: PhraseTable) {
    countries = lexicons.phrases("place.country")
    links = lexicons.words("kind.link")
    seats = lexicons.words("place.seat")
    self.negations = negations
    inside = Particles(lexicons).inside
  }

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    guard let claim = seat(sides.claimTokens, of: sides.claim.document) else { return [] }
    let evidence = sides.evidence.document
    let subject = Set(
      sides.claim.concepts(sides.claimTokens.lowerBound..<claim.subject)
    )
    let found = countries.matches(evidence.tokens, in: sides.evidenceTokens)
    guard let first = found.first, !subject.isEmpty,
      subject.isSubset(
        of: Set(sides.evidence.concepts(sides.evidenceTokens.lowerBound..<first.tokens.lowerBound))),
      !countries.matches(evidence.tokens, in: evidence.tokens.startIndex..<evidence.tokens.endIndex)
        .contains(where: { $0.value == claim.country }),
      negations.matches(evidence.tokens, in: sides.evidenceTokens).isEmpty
    else { return [] }
    return [
      sides.finding(
        claim: claim.tokens, evidence: first.tokens, values: (claim.country, first.value),
        isConflict: true)
    ]
  }

  /// A whole sentence that says where its subject is: "X is in COUNTRY".
  private func seat(
    _ sentence: Range<Int>, of document: Document
  ) -> (subject: Int, tokens: Range<Int>, country: String)? {
    let tokens = document.tokens
    guard let link = sentence.first(where: { links.contains(tokens[$0].hash) }) else { return nil }
    var at = link + 1
    if at < sentence.upperBound, seats.contains(tokens[at].hash) { at += 1 }
    guard at < sentence.upperBound, inside.contains(tokens[at].hash),
      let place = countries.match(tokens, at: at + 1, end: sentence.upperBound),
      !(place.tokens.upperBound..<sentence.upperBound).contains(where: { tokens[$0].isWord })
    else { return nil }
    return (link, place.tokens, place.value)
  }
}
