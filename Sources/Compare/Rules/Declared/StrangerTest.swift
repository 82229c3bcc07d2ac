/// A name, or a figure, in a statement that sums up a long report which nowhere has it.
///
/// Who sums up a report tells it in other words, and names and figures are what other words can't
/// replace: one that the report never has was most likely put in.
struct StrangerTest: DeclaredTest {
  /// Capitalised words that are no name of their own: titles, days, months, peoples.
  let notNames: WordSet
  let functionWords: WordSet
  /// The least part of the other words of its sentence that the report has.
  private static let leastCover = 0.6
  /// Letters that a name and another form of it share: "Iowa", "Iowan".
  private static let stem = 4

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    guard sides.isOfSummary,
      sides.evidence.sentences.count >= DeclaredPolarityTest.fewestOfLongReport,
      // Of the report's sentences only the closest is shown.
      sides.cover >= sides.bestCover, sides.cover > 0,
      !sides.isHeadline,
      let stranger = name(sides) ?? figure(sides, pair),
      sides.isOnTopic(Self.leastCover, without: stranger)
    else { return [] }
    return [
      sides.finding(
        claim: stranger,
        evidence: DeclaredPolarityTest.trimmed(sides.evidenceTokens, sides.evidence.document),
        values: (sides.claim.document.string(stranger), "not in the report"), isConflict: true)
    ]
  }

  /// The first run of names of which the report has no word, nor one that begins like it.
  private func name(_ sides: DeclaredSides) -> Range<Int>? {
    let document = sides.claim.document
    let sentence = sides.claimTokens
    var at = sentence.lowerBound + 1
    while at < sentence.upperBound {
      guard isName(at, of: document) else {
        at += 1
        continue
      }
      var end = at + 1
      while end < sentence.upperBound, isName(end, of: document) { end += 1 }
      if (at..<end).allSatisfy({ !isKnown($0, sides) }) { return at..<end }
      at = end
    }
    return nil
  }

  private func isName(_ at: Int, of document: Document) -> Bool {
    let token = document.tokens[at]
    // What follows a mark may begin a sentence.
    return token.kind == .word && token.flags.contains(.capitalised) && token.length > 2
      && !isAcronym(token, of: document) && !token.flags.contains(.dotted)
      && document.tokens[at - 1].isWord
      && !notNames.contains(token.hash) && !functionWords.contains(token.hash)
  }

  /// "GOP", "PCs": letters that may stand for words of the report.
  private func isAcronym(_ token: Token, of document: Document) -> Bool {
    document.article.text[token.range.bytes].dropFirst().contains { (0x41...0x5A).contains($0) }
  }

  private func isKnown(_ at: Int, _ sides: DeclaredSides) -> Bool {
    let letters = sides.claim.document.normalForm(at).prefix(Self.stem)
    let report = sides.evidence.document
    return report.tokens.indices.contains { index in
      report.tokens[index].kind == .word
        && report.normalForm(index).prefix(Self.stem).elementsEqual(letters)
    }
  }

  /// The first figure, in digits, that no value of the report can be.
  private func figure(_ sides: DeclaredSides, _ pair: SentencePair) -> Range<Int>? {
    let report = sides.evidence.document
    let (_, found) = sides.allFacts(pair)
    return sides.facts(pair).claims.first { fact in
      switch fact.type {
      case .number, .money, .percent, .quantity, .age: break
      default: return false
      }
      let figures = fact.tokens.filter { sides.claim.document.tokens[$0].kind == .number }
      return fact.isResolved && fact.mod == nil && !figures.isEmpty
        && !found.contains { $0.isComparable(with: fact) && $0.agrees(with: fact) }
        && figures.allSatisfy { at in
          let hash = sides.claim.document.tokens[at].hash
          return !report.tokens.contains { $0.hash == hash }
        }
    }?.tokens
  }
}
