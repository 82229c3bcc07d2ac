/// The same quoted words given to another speaker.
struct SpeakerTest: QuotedTest {
  let attribution: Attribution
  let names: PersonNameReader

  /// Words that two quotations must share to be one utterance, whoever spoke it.
  private static let fewestShared = 5

  func findings(_ pair: QuotedPair) -> [Finding] {
    pair.regions.compactMap { compare($0, pair) }
  }

  private func compare(_ region: QuotedRegion, _ pair: QuotedPair) -> Finding? {
    let a = pair.aText.tokens(region.a)
    let b = pair.bText.tokens(region.b)
    guard region.matching >= Self.fewestShared, region.similarity >= 0.8,
      let first = speaker(of: a, in: pair.a), let second = speaker(of: b, in: pair.b)
    else { return nil }
    let isSure = first.pronoun == nil && second.pronoun == nil
    // Two pronouns say nothing; and who is named a little before may be meant by one.
    guard first.pronoun == nil || second.pronoun == nil,
      isSure || !isMeant(first, by: second, in: pair.b) && !isMeant(second, by: first, in: pair.a)
    else { return nil }
    // "New York Magazine writer Ada Lund", "Ada Lund, a writer for New York Magazine".
    guard first.speaker.isSame(as: second.speaker) || !isNamed(first, beside: second, in: pair.b),
      first.speaker.isSame(as: second.speaker) || !isNamed(second, beside: first, in: pair.a)
    else { return nil }
    return Finding(
      a: first.shown, b: second.shown, aValue: pair.a.string(first.speaker.tokens),
      bValue: pair.b.string(second.speaker.tokens),
      isConflict: !first.speaker.isSame(as: second.speaker),
      match: isSure ? .confirmed : .suggested, hunk: a, similarity: region.similarity)
  }

  private struct Named {
    let speaker: Speaker
    /// The word that stands for the name beside the quotation.
    let pronoun: Int?

    var shown: Range<Int> { pronoun.map { $0..<$0 + 1 } ?? speaker.tokens }
  }

  /// Whether a word of the one's name stands near the other's: then the two may be one, told with
  /// an office.
  private func isNamed(_ speaker: Named, beside other: Named, in document: Document) -> Bool {
    let sentence = document.sentences[document.sentence(ofToken: other.shown.lowerBound)].tokens
    let near = (other.shown.lowerBound - Self.beside..<other.shown.upperBound + Self.beside)
      .clamped(to: sentence)
    return near.contains { at in
      document.tokens[at].flags.contains(.capitalised)
        && speaker.speaker.names.contains(document.tokens[at].hash)
    }
  }

  /// Tokens on either side of a name in which the rest of who it is may stand.
  private static let beside = 8

  /// Sentences before a pronoun in which the other article's speaker would be meant by it.
  private static let meant = 8

  private func isMeant(_ speaker: Named, by other: Named, in document: Document) -> Bool {
    guard let pronoun = other.pronoun else { return false }
    let home = document.sentence(ofToken: pronoun)
    return (max(0, home - Self.meant)...home).contains { index in
      document.sentences[index].tokens.contains { at in
        document.tokens[at].flags.contains(.capitalised)
          && speaker.speaker.names.contains(document.tokens[at].hash)
      }
    }
  }

  private func speaker(of quoted: Range<Int>, in document: Document) -> Named? {
    if let speaker = attribution.speaker(ofQuoted: quoted, in: document) {
      return speaker.isNamed ? Named(speaker: speaker, pronoun: nil) : nil
    }
    guard let pronoun = attribution.pronoun(ofQuoted: quoted, in: document) else { return nil }
    let home = document.sentence(ofToken: quoted.lowerBound)
    for index in (max(0, home - Self.before)..<home).reversed() {
      let found = names.fullNames(in: document.sentences[index].tokens, of: document)
      guard let name = found.first else { continue }
      // Of two people, either may be meant.
      guard found.allSatisfy({ $0.last == name.last }) else { return nil }
      let words = Set(name.tokens.map { document.tokens[$0].hash })
      return Named(
        speaker: Speaker(tokens: name.tokens, names: words, isNamed: true), pronoun: pronoun)
    }
    return nil
  }

  /// Sentences before the quotation in which a pronoun's name may stand.
  private static let before = 2
}
