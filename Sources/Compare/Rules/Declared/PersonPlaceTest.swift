/// A name that stands for a person in one text and for a place in the other: "found in north Lund"
/// against "Mr Lund said".
struct PersonPlaceTest: DeclaredTest {
  let courtesies: WordSet
  let reporting: WordSet
  let notNames: WordSet
  let functionWords: WordSet
  let countries: PhraseTable
  let particles: Particles
  private static let comma = Hash.of(",")

  init(_ lexicons: Lexicons) {
    courtesies = lexicons.words("person.address")
    reporting = lexicons.words("verb.reporting")
    notNames = lexicons.words("word.capitalised")
    functionWords = lexicons.words("word.function")
    particles = Particles(lexicons)
    countries = lexicons.phrases("place.country")
  }

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    places(sides.claimTokens, of: sides.claim.document).compactMap { place in
      // Countries are named as speakers, too.
      guard let last = place.last,
        countries.matches(sides.claim.document.tokens, in: place).isEmpty,
        let person = person(sides.claim.document.tokens[last].hash, sides),
        isAddressed(place, sides.claim.document)
          || !isPlace(sides.claim.document.tokens[last].hash, sides.evidence.document)
      else { return nil }
      return sides.finding(
        claim: place, evidence: person, values: ("place", "person"), isConflict: true)
    }
  }

  /// The names that "in" leads to, and that the sentence goes on from without them.
  private func places(_ sentence: Range<Int>, of document: Document) -> [Range<Int>] {
    let tokens = document.tokens
    return sentence.compactMap { at in
      guard particles.inside.contains(tokens[at].hash) else { return nil }
      var start = at + 1
      while start < sentence.upperBound, start < at + 3, tokens[start].kind == .word,
        !tokens[start].flags.contains(.capitalised)
      {
        start += 1
      }
      var end = start
      // "In Mr Orr".
      if end < sentence.upperBound, courtesies.contains(tokens[end].hash) { end += 1 }
      if end < sentence.upperBound, tokens[end].kind == .fullStop, end > start { end += 1 }
      let name = end
      while end < sentence.upperBound, isName(tokens[end]) { end += 1 }
      guard name < end,
        end == sentence.upperBound || tokens[end].kind == .fullStop
          || tokens[end].hash == Self.comma || functionWords.contains(tokens[end].hash)
      else { return nil }
      return start..<end
    }
  }

  /// Whether the name has a title of its own: "in Mr Orr".
  private func isAddressed(_ name: Range<Int>, _ document: Document) -> Bool {
    courtesies.contains(document.tokens[name.lowerBound].hash)
  }

  /// Where the evidence's sentence uses the name for a person: with a title, next to a verb of
  /// saying, or as a full name that begins a sentence with such a verb.
  private func person(_ name: UInt64, _ sides: DeclaredSides) -> Range<Int>? {
    let tokens = sides.evidence.document.tokens
    let sentence = sides.evidenceTokens
    func isSaying(_ at: Int) -> Bool {
      sentence.contains(at) && reporting.contains(tokens[at].hash)
    }
    return sentence.first { at in
      guard tokens[at].hash == name, isName(tokens[at]) else { return false }
      var first = at
      while first > sentence.lowerBound, isName(tokens[first - 1]) { first -= 1 }
      if (max(sentence.lowerBound, first - 1)..<at).contains(where: {
        courtesies.contains(tokens[$0].hash)
      }) {
        return true
      }
      guard first < at else { return false }
      let isOpening =
        first == sentence.lowerBound && at + 1 < sentence.upperBound
        && tokens[at + 1].hash == Self.comma && sentence.contains(where: isSaying)
      return isSaying(at + 1) || isSaying(first - 1) || isOpening
        || isSaying(at + 3) && particles.places.contains(tokens[at + 1].hash)
    }.map { $0..<$0 + 1 }
  }

  /// Whether the text uses the name for a place, too.
  private func isPlace(_ name: UInt64, _ document: Document) -> Bool {
    document.tokens.indices.contains { at in
      guard document.tokens[at].hash == name else { return false }
      var first = at
      while first > 0, isName(document.tokens[first - 1]) { first -= 1 }
      guard first > 0 else { return false }
      // "The death of Ada Orr", but "the harbour of Orr".
      return particles.places.contains(document.tokens[first - 1].hash)
        || first == at && particles.sources.contains(document.tokens[first - 1].hash)
    }
  }

  private func isName(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalised) && !notNames.contains(token.hash)
      && !functionWords.contains(token.hash)
  }
}
