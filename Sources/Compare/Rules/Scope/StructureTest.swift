/// The width of a phrase: "X and Y N" against "X Y N", or a list against one of its members.
struct StructureTest: PairTest {
  let shape: Rule.Structure
  let conjunctions: WordSet
  let functionWords: WordSet
  let governors: WordSet

  var need: Need { .word(shape == .compound ? conjunctions : governors) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard shape != .compound || canDiffer(pair) else { return [] }
    return pair.hunks.compactMap { hunk in
      if hunk.a.isEmpty == hunk.b.isEmpty { return nil }
      let longIsA = hunk.b.isEmpty
      let document = longIsA ? pair.a : pair.b
      let other = longIsA ? pair.b : pair.a
      let long = longIsA ? hunk.a : hunk.b
      let short = longIsA ? hunk.b : hunk.a
      guard hunk.wordsBefore >= 1, hunk.wordsBefore + hunk.wordsAfter >= 4,
        let phrase = phrase(long, in: document),
        let short = counterpart(phrase, long: long, short: short, in: other)
      else { return nil }
      let wide = document.string(phrase)
      let narrow = other.string(short)
      return Finding(
        a: longIsA ? phrase : short, b: longIsA ? short : phrase, aValue: longIsA ? wide : narrow,
        bValue: longIsA ? narrow : wide, isConflict: true, match: .confirmed, hunk: hunk.a)
    }
  }

  /// Whether two words that a conjunction joins on one side stand next to each other on the other;
  /// without them, the words need not be aligned.
  private func canDiffer(_ pair: SentencePair) -> Bool {
    joinsNeighbours(pair.aTokens, of: pair.a, pair.bTokens, of: pair.b)
      || joinsNeighbours(pair.bTokens, of: pair.b, pair.aTokens, of: pair.a)
  }

  private func joinsNeighbours(
    _ long: Range<Int>, of document: Document, _ short: Range<Int>, of other: Document
  ) -> Bool {
    let tokens = other.tokens[short]
    return long.dropFirst().dropLast().contains { at in
      guard conjunctions.contains(document.tokens[at].hash) else { return false }
      let (left, right) = (document.tokens[at - 1].hash, document.tokens[at + 1].hash)
      return tokens.indices.dropLast().contains {
        tokens[$0].hash == left && tokens[$0 + 1].hash == right
      }
    }
  }

  private func isContent(_ at: Int, _ document: Document) -> Bool {
    guard document.tokens.indices.contains(at) else { return false }
    let token = document.tokens[at]
    return token.kind == .word && !functionWords.contains(token.hash)
      && !conjunctions.contains(token.hash)
  }

  /// The coordination that the extra words make, from its first to its last member.
  private func phrase(_ extra: Range<Int>, in document: Document) -> Range<Int>? {
    switch shape {
    case .compound:
      guard extra.count == 1, conjunctions.contains(document.tokens[extra.lowerBound].hash),
        isContent(extra.lowerBound - 1, document), isContent(extra.upperBound, document),
        !isName(extra.lowerBound - 1, document), !isName(extra.upperBound, document)
      else { return nil }
      let end =
        isContent(extra.upperBound + 1, document) ? extra.upperBound + 2 : extra.upperBound + 1
      return extra.lowerBound - 1..<end
    case .width, .superlative, .denial, .threshold, .deed, .tally, .existence, .sides, .part,
      .dating, .regard, .places, .place:
      return nil
    case .member:
      guard (2...4).contains(extra.count), let end = listEnd(extra, in: document),
        extra.dropFirst().allSatisfy({ isContent($0, document) && !isName($0, document) }),
        isContent(extra.lowerBound - 1, document), !isName(extra.lowerBound - 1, document)
      else { return nil }
      var start = extra.lowerBound - 1
      while isContent(start - 1, document), extra.lowerBound - start < 3 { start -= 1 }
      // Only where the width is the point: "ceasefire on", "ban on", "applies to".
      let before = document.tokens[max(0, start - 8)..<start]
      let within = document.tokens[start..<extra.lowerBound]
      guard (before + within).contains(where: { governors.contains($0.hash) }) else { return nil }
      return start..<end
    }
  }

  /// Where a list ends that the extra words lengthen: with them ("and X"), or after the members
  /// that follow them (", X" before "and Y").
  private func listEnd(_ extra: Range<Int>, in document: Document) -> Int? {
    if conjunctions.contains(document.tokens[extra.lowerBound].hash) { return extra.upperBound }
    var at = extra.upperBound
    guard isComma(extra.lowerBound, document), document.tokens.indices.contains(at) else {
      return nil
    }
    while isComma(at, document), isContent(at + 1, document), at - extra.upperBound < 6 { at += 2 }
    if isComma(at, document) { at += 1 }
    guard document.tokens.indices.contains(at),
      conjunctions.contains(document.tokens[at].hash), isContent(at + 1, document)
    else { return nil }
    return at + 2
  }

  private func isComma(_ at: Int, _ document: Document) -> Bool {
    document.tokens.indices.contains(at) && document.tokens[at].hash == Self.comma
  }

  private static let comma = Hash.of(",")

  private func isName(_ at: Int, _ document: Document) -> Bool {
    document.tokens[at].flags.contains(.capitalised)
  }

  private func counterpart(
    _ phrase: Range<Int>, long: Range<Int>, short: Range<Int>, in other: Document
  ) -> Range<Int>? {
    let lower = short.lowerBound - (long.lowerBound - phrase.lowerBound)
    let upper = short.upperBound + (phrase.upperBound - long.upperBound)
    guard lower >= 0, upper <= other.tokens.count, lower < upper else { return nil }
    return lower..<upper
  }
}
