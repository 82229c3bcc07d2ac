/// A part that one article counts in and the other leaves out: "the recall covers two more jabs, Orvil
/// and Tensa", "Orvil is not part of the recall".
struct PartTest: PairTest {
  /// Words between a whole and its part: which of them comes first, and `out` where the words deny
  /// it themselves.
  private let relations: PhraseTable
  private let negations: PhraseTable
  private let functionWords: WordSet
  /// Words behind a part that make it a part of the part: "residents who hold a pass".
  private let limits: WordSet
  /// Words that leave it open.
  private let open: WordSet
  /// Tokens of what stands before the words, and of a list behind them, at most.
  private static let reach = (before: 6, after: 14)

  init(_ lexicons: Lexicons) {
    relations = lexicons.phrases("part.relation")
    negations = lexicons.phrases("negation")
    functionWords = lexicons.words("word.function").union(lexicons.words("word.auxiliary"))
    limits = lexicons.words("part.limit")
    open = lexicons.words("existence.open")
  }

  var need: Need { .phrases(relations) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = claims(pair.aTokens, of: pair.a, pair.words)
    guard !left.isEmpty else { return [] }
    let right = claims(pair.bTokens, of: pair.b, pair.words)
    for first in left {
      for second in right where first.isIn != second.isIn {
        let (inside, outside) = first.isIn ? (first, second) : (second, first)
        guard outside.part.isSubset(of: inside.part),
          !inside.whole.isDisjoint(with: outside.whole)
        else { continue }
        return [
          Finding(
            a: first.tokens, b: second.tokens, aValue: first.isIn ? "part" : "no part",
            bValue: second.isIn ? "part" : "no part", isConflict: true, match: .confirmed,
            hunk: first.tokens)
        ]
      }
    }
    return []
  }

  private struct Claim {
    /// From the part to the whole, or the other way round.
    let tokens: Range<Int>
    let whole: TermSet
    let part: TermSet
    let isIn: Bool
  }

  private func claims(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [Claim] {
    relations.matches(document.tokens, in: sentence).compactMap { hit -> Claim? in
      let near = max(sentence.lowerBound, hit.tokens.lowerBound - 4)..<hit.tokens.lowerBound
      guard !near.contains(where: { open.contains(document.tokens[$0].hash) }) else { return nil }
      let isDenied = negations.matches(document.tokens, in: near).count % 2 == 1
      let isIn = hit.value.hasSuffix("out") == isDenied
      let before = phrase(before: hit.tokens.lowerBound, in: sentence, of: document, words)
      let after = phrase(after: hit.tokens.upperBound, in: sentence, of: document)
      guard !before.isEmpty, !after.isEmpty else { return nil }
      let isWholeFirst = hit.value.hasPrefix("whole")
      // What is counted in may be a list; what is left out is named.
      let list =
        isIn && isWholeFirst
        ? list(from: after.lowerBound, in: sentence, of: document, words) : after
      guard isIn || !isLimited(list, in: sentence, of: document) else { return nil }
      let left = words.terms(before, of: document)
      let right = words.terms(list, of: document)
      guard !left.isEmpty, !right.isEmpty else { return nil }
      return Claim(
        tokens: before.lowerBound..<list.upperBound, whole: isWholeFirst ? left : right,
        part: isWholeFirst ? right : left, isIn: isIn)
    }
  }

  /// Tokens behind a part that may limit it.
  private static let limitReach = 5

  private func isLimited(
    _ part: Range<Int>, in sentence: Range<Int>, of document: Document
  ) -> Bool {
    let end = min(sentence.upperBound, part.upperBound + Self.limitReach)
    return (part.upperBound..<end).prefix { document.tokens[$0].kind != .punctuation }
      .contains { limits.contains(document.tokens[$0].hash) }
  }

  private func isContent(_ at: Int, _ document: Document) -> Bool {
    document.tokens[at].kind == .word && !functionWords.contains(document.tokens[at].hash)
      && negations.match(document.tokens, at: at, end: at + 1) == nil
  }

  /// The words of meaning before auxiliaries and negations.
  private func phrase(
    before end: Int, in sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> Range<Int> {
    let lowest = max(sentence.lowerBound, end - Self.reach.before)
    var upper = end
    while upper > lowest, document.tokens[upper - 1].kind == .word,
      !isContent(upper - 1, document)
    {
      // "A letter that was no part of it": of what, a clause does not say.
      if words.boundaries.contains(document.tokens[upper - 1].hash) { return end..<end }
      upper -= 1
    }
    var lower = upper
    while lower > lowest,
      isContent(lower - 1, document) || document.tokens[lower - 1].kind == .hyphen
    {
      lower -= 1
    }
    return lower..<upper
  }

  private func phrase(
    after start: Int, in sentence: Range<Int>, of document: Document
  ) -> Range<Int> {
    var lower = start
    while lower < sentence.upperBound, lower - start < 3, document.tokens[lower].kind == .word,
      !isContent(lower, document)
    {
      lower += 1
    }
    var upper = lower
    while upper < sentence.upperBound,
      isContent(upper, document) || document.tokens[upper].kind == .hyphen
    {
      upper += 1
    }
    return lower..<upper
  }

  /// On to where the clause ends.
  private func list(
    from start: Int, in sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> Range<Int> {
    let end = min(sentence.upperBound, start + Self.reach.after)
    let stop = (start..<end).first { words.boundaries.contains(document.tokens[$0].hash) } ?? end
    let last = (start..<stop).last { document.tokens[$0].isWord } ?? start
    return start..<last + 1
  }
}
