/// Other words inside the marks of one quotation.
///
/// Excerpts, ellipses, brackets, quotation marks, spelling and the cut ends of a quotation are
/// honest; only a difference with the same words before and after it, inside the marks on both
/// sides and by the same speaker, is reported.
struct QuotationTest: PairTest {
  let wording: QuotedWording
  let attribution: Attribution
  let functionWords: Set<UInt64>

  func findings(_ pair: SentencePair) -> [Finding] {
    QuotedPair.all(in: pair).compactMap { compare($0, pair) }
  }

  /// One finding for the two quotations: from their first difference to their last.
  private func compare(_ quoted: QuotedPair, _ pair: SentencePair) -> Finding? {
    let (a, b, edits) = (quoted.a, quoted.b, quoted.edits)
    let differences = Hunk.all(edits, a: pair.a, b: pair.b).filter { hunk in
      hunk.isTight && isBalanced(hunk) && isInside(hunk, edits, pair) && !isHonest(hunk, pair)
    }
    guard let first = differences.first, let last = differences.last else {
      return Finding(
        a: a, b: b, aValue: pair.a.string(a), bValue: pair.b.string(b), isConflict: false,
        match: .confirmed, hunk: a)
    }
    guard !hasOtherSpeaker(a, b, pair) else { return nil }
    let aSpan = first.a.lowerBound..<last.a.upperBound
    let bSpan = first.b.lowerBound..<last.b.upperBound
    return Finding(
      a: shown(aSpan, in: a), b: shown(bSpan, in: b), aValue: pair.a.string(aSpan),
      bValue: pair.b.string(bSpan), isConflict: true, match: .confirmed, hunk: aSpan)
  }

  /// About as many words on either side: a clause put in or left out is another utterance.
  private func isBalanced(_ hunk: Hunk) -> Bool {
    abs(hunk.aWords - hunk.bWords) <= 2 || hunk.similarity >= 0.8
  }

  /// Words match before and after the difference, at least one on either side that carries
  /// meaning, unless they reach to the quotation's own beginning or end.
  private func isInside(_ hunk: Hunk, _ edits: [Edit], _ pair: SentencePair) -> Bool {
    guard hunk.wordsBefore >= 1, hunk.wordsAfter >= 1 || isLastWord(hunk),
      let at = edits.firstIndex(where: { !$0.isMatch && $0.a == hunk.a && $0.b == hunk.b })
    else { return false }
    func holds(_ index: Int, isEnd: Bool) -> Bool {
      isEnd || !edits.indices.contains(index)
        || edits[index].a.contains { token in
          pair.a.tokens[token].isWord && !functionWords.contains(pair.a.tokens[token].hash)
        }
    }
    return holds(at - 1, isEnd: at == 1) && holds(at + 1, isEnd: at + 2 >= edits.count)
  }

  /// Another last word, after several that match.
  private func isLastWord(_ hunk: Hunk) -> Bool {
    hunk.isLast && hunk.wordsBefore >= 3 && (1...2).contains(hunk.aWords)
      && (1...2).contains(hunk.bWords)
  }

  /// Two quotations of different people are two quotations.
  private func hasOtherSpeaker(_ a: Range<Int>, _ b: Range<Int>, _ pair: SentencePair) -> Bool {
    guard let left = attribution.speaker(ofQuoted: a, in: pair.a),
      let right = attribution.speaker(ofQuoted: b, in: pair.b)
    else { return false }
    return !left.isSame(as: right)
  }

  /// A difference with the word before it, where one side has none.
  private func shown(_ range: Range<Int>, in quotation: Range<Int>) -> Range<Int> {
    guard range.isEmpty else { return range }
    let lower = max(quotation.lowerBound, range.lowerBound - 1)
    return lower..<max(range.upperBound, lower + 1)
  }

  /// Ellipses, brackets, punctuation, fillers, spelling, and values that can both hold ("Jan."
  /// and "January"): what an honest quotation may change.
  private func isHonest(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    wording.marksOmission(pair.a.tokens[hunk.a]) || wording.marksOmission(pair.b.tokens[hunk.b])
      || wording.isSame(hunk.a, of: pair.a, hunk.b, of: pair.b) || agrees(hunk, pair)
  }

  private func agrees(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    func touching(_ facts: [Fact], _ range: Range<Int>) -> [Fact] {
      facts.filter { fact in
        fact.type != .quote
          && (fact.tokens.overlaps(range) || fact.tokens.lowerBound == range.upperBound)
      }
    }
    return touching(pair.aArticle, hunk.a).contains { first in
      touching(pair.bArticle, hunk.b).contains { second in
        first.isComparable(with: second) && first.agrees(with: second)
      }
    }
  }
}
