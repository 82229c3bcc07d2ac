/// Other words inside the marks of one quotation.
///
/// Two quotations are printings of one utterance when the words before and after a difference
/// match, inside the marks on both sides, and no one else is given as the speaker. Then every word
/// counts. Excerpts, ellipses, brackets, quotation marks, spelling and the cut ends of a quotation
/// are honest.
struct QuotationTest: QuotedTest {
  let wording: QuotedWording
  let attribution: Attribution
  /// Words that say a quotation was translated: another outlet may have translated otherwise.
  let translated: PhraseTable
  /// Words for the occasion of speaking, with one word for those that are one: a statement, an
  /// interview.
  let occasions: PhraseTable

  /// Words that match at least where two articles give other occasions, which often only means that
  /// they describe one differently.
  private static let sureWhateverTheOccasion = 14

  func findings(_ pair: QuotedPair) -> [Finding] {
    pair.regions.flatMap { findings(of: $0, pair) }
  }

  private func findings(of region: QuotedRegion, _ pair: QuotedPair) -> [Finding] {
    if let found = fragment(region, pair) { return found }
    guard let differences = QuotedDifference.all(in: region, pair, wording: wording) else {
      return agreement(region, pair).map { [$0] } ?? []
    }
    guard !differences.isEmpty else { return [] }
    let (a, b) = (pair.aText.tokens(region.a), pair.bText.tokens(region.b))
    guard region.matching >= Self.sureWhoeverSpeaks || !hasOtherSpeaker(a, b, pair) else {
      return []
    }
    let isSure =
      !isRearranged(region, pair) && !isTranslated(a, pair.a) && !isTranslated(b, pair.b)
      && (region.matching >= Self.sureWhateverTheOccasion || !hasOtherOccasion(a, b, pair))
    return QuotedDifference.grouped(differences).map { group in
      let left = group.shownA(pair.aText)
      let right = group.shownB(pair.bText)
      return Finding(
        a: left, b: right, aValue: pair.a.string(left), bValue: pair.b.string(right),
        isConflict: true, match: isSure && !group.isWholeSentence ? .confirmed : .suggested,
        hunk: left,
        severity: group.isLight || isSmall(group, pair) ? .note : nil, similarity: region.similarity
      )
    }
  }

  private func isSmall(_ difference: QuotedDifference, _ pair: QuotedPair) -> Bool {
    wording.isSmall(
      pair.aText.words[difference.a], of: pair.a, pair.bText.words[difference.b], of: pair.b)
  }

  /// Words that match at least for an utterance whose length rules out that two people chose it.
  private static let sureWhoeverSpeaks = 12

  /// Words of another stretch at least that stands before this one in one printing and behind it in
  /// the other.
  private static let crossing = 4

  /// Whether the two tell the same in another order: a speaker who says it again words it anew.
  private func isRearranged(_ region: QuotedRegion, _ pair: QuotedPair) -> Bool {
    func utterances(_ region: QuotedRegion) -> (Int32, Int32) {
      (
        pair.aText.utterances[region.a.lowerBound], pair.bText.utterances[region.b.lowerBound]
      )
    }
    return pair.regions.contains { other in
      other.matching >= Self.crossing && utterances(other) == utterances(region)
        && (other.a.lowerBound < region.a.lowerBound) != (other.b.lowerBound < region.b.lowerBound)
    }
  }

  /// A few words woven into a sentence, told otherwise by the other article.
  private func fragment(_ region: QuotedRegion, _ pair: QuotedPair) -> [Finding]? {
    guard let fragment = QuotedFragment(region, pair, wording: wording) else { return nil }
    let (a, b) = (pair.aText.tokens(region.a), pair.bText.tokens(region.b))
    guard !hasOtherSpeaker(a, b, pair), !isTranslated(a, pair.a), !isTranslated(b, pair.b),
      !hasOtherOccasion(a, b, pair)
    else { return nil }
    let left = attribution.speaker(ofQuoted: a, in: pair.a)
    let right = attribution.speaker(ofQuoted: b, in: pair.b)
    let isOneSpeaker = left.flatMap { left in right.map { left.isSame(as: $0) } } ?? false
    let differences = fragment.differences(isOneSpeaker: isOneSpeaker)
    guard !differences.isEmpty else { return nil }
    return QuotedDifference.grouped(differences).map { group in
      let left = group.shownA(pair.aText)
      let right = group.shownB(pair.bText)
      return Finding(
        a: left, b: right, aValue: pair.a.string(left), bValue: pair.b.string(right),
        isConflict: true, match: .confirmed, hunk: left,
        severity: isSmall(group, pair) ? .note : nil, similarity: region.similarity)
    }
  }

  /// The same words on both sides.
  private func agreement(_ region: QuotedRegion, _ pair: QuotedPair) -> Finding? {
    guard region.matching >= 4 else { return nil }
    let (a, b) = (pair.aText.tokens(region.a), pair.bText.tokens(region.b))
    return Finding(
      a: a, b: b, aValue: pair.a.string(a), bValue: pair.b.string(b), isConflict: false,
      match: .confirmed, hunk: a, similarity: region.similarity)
  }

  /// Two quotations of different people are two quotations; where either article names the
  /// other's speaker beside the quotation, it may be one.
  private func hasOtherSpeaker(_ a: Range<Int>, _ b: Range<Int>, _ pair: QuotedPair) -> Bool {
    guard let left = attribution.speaker(ofQuoted: a, in: pair.a),
      let right = attribution.speaker(ofQuoted: b, in: pair.b), !left.isSame(as: right)
    else { return false }
    return !isNamed(right, beside: a, in: pair.a) && !isNamed(left, beside: b, in: pair.b)
  }

  private func isNamed(_ speaker: Speaker, beside quoted: Range<Int>, in document: Document) -> Bool
  {
    let home = document.sentence(ofToken: quoted.lowerBound)
    let around = max(0, home - 1)...min(document.sentences.count - 1, home + 1)
    return around.contains { index in
      document.sentences[index].tokens.contains { at in
        document.tokens[at].flags.contains(.capitalised)
          && speaker.names.contains(document.tokens[at].hash)
      }
    }
  }

  /// Whether both articles say on what occasion the words were spoken, and not the same: a speaker
  /// uses a phrase again.
  private func hasOtherOccasion(_ a: Range<Int>, _ b: Range<Int>, _ pair: QuotedPair) -> Bool {
    let (left, right) = (occasions(of: a, in: pair.a), occasions(of: b, in: pair.b))
    return !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
  }

  /// The occasions that the quotation's first sentence, or the one before it in the paragraph, names
  /// outside of the marks.
  private func occasions(of quoted: Range<Int>, in document: Document) -> Set<String> {
    let home = document.sentence(ofToken: quoted.lowerBound)
    let paragraph = document.sentences[home].paragraph
    let first = home > 0 && document.sentences[home - 1].paragraph == paragraph ? home - 1 : home
    let begin = max(
      document.sentences[first].tokens.lowerBound, quoted.lowerBound - Self.occasionReach)
    let tokens = begin..<document.sentences[home].tokens.upperBound
    return Set(
      occasions.matches(document.tokens, in: tokens)
        .filter { hit in !document.quotations.contains { $0.inner.overlaps(hit.tokens) } }
        .map(\.value))
  }

  /// Tokens before a quotation in which its occasion may stand; farther off is another's.
  private static let occasionReach = 24

  /// Whether the sentences of the quotation, or the one before, say that it was translated.
  private func isTranslated(_ quoted: Range<Int>, _ document: Document) -> Bool {
    let first = max(0, document.sentence(ofToken: quoted.lowerBound) - 1)
    let last = document.sentence(ofToken: quoted.upperBound - 1)
    let tokens =
      document.sentences[first].tokens.lowerBound..<document.sentences[last].tokens.upperBound
    return !translated.matches(document.tokens, in: tokens).isEmpty
  }
}
