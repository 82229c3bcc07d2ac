/// Other words inside the marks of one quotation.
///
/// Excerpts, ellipses, brackets, quotation marks, spelling and the cut ends of a quotation are
/// honest; only a difference with the same words before and after it, inside the marks on both
/// sides, is reported.
struct QuotationTest {
  /// Words that the two quotations must share to be the same utterance.
  private static let fewestShared = 4
  let trivial: Set<UInt64>

  func findings(_ pair: SentencePair) -> [Finding] {
    let left = pair.a.quotations.filter { $0.inner.overlaps(pair.aTokens) }
    let right = pair.b.quotations.filter { $0.inner.overlaps(pair.bTokens) }
    var found: [Finding] = []
    for first in left {
      for second in right {
        found += compare(
          first.inner.clamped(to: pair.aTokens), second.inner.clamped(to: pair.bTokens), pair)
      }
    }
    return found
  }

  private func compare(_ a: Range<Int>, _ b: Range<Int>, _ pair: SentencePair) -> [Finding] {
    let edits = EditScript.edits(pair.a.tokens[a], pair.b.tokens[b])
    let shared = edits.reduce(0) { sum, edit in
      sum + (edit.isMatch ? pair.a.tokens[edit.a].count { $0.isWord } : 0)
    }
    let shorter = min(
      pair.a.tokens[a].count { $0.isWord }, pair.b.tokens[b].count { $0.isWord })
    guard shared >= Self.fewestShared, shared * 2 >= shorter else { return [] }
    var found: [Finding] = []
    for hunk in Hunk.all(edits, a: pair.a, b: pair.b) {
      let edit = Edit(a: hunk.a, b: hunk.b, isMatch: false)
      guard hunk.wordsBefore >= 1, hunk.wordsAfter >= 1, hunk.isTight, !isHonest(edit, pair),
        !agrees(edit, pair)
      else { continue }
      found.append(
        Finding(
          a: shown(edit.a, in: a), b: shown(edit.b, in: b), aValue: pair.a.string(edit.a),
          bValue: pair.b.string(edit.b), isConflict: true, match: .confirmed, hunk: edit.a))
    }
    if found.isEmpty {
      found.append(
        Finding(
          a: a, b: b, aValue: pair.a.string(a), bValue: pair.b.string(b), isConflict: false,
          match: .confirmed, hunk: a))
    }
    return found
  }

  /// Whether the difference lies in two facts that can both hold ("Jan." and "January").
  private func agrees(_ edit: Edit, _ pair: SentencePair) -> Bool {
    pair.aFacts.contains { first in
      first.type != .quote
        && (first.tokens.overlaps(edit.a) || first.tokens.contains(edit.a.lowerBound))
        && pair.bFacts.contains { second in
          second.type == first.type
            && (second.tokens.overlaps(edit.b) || second.tokens.contains(edit.b.lowerBound))
            && first.isComparable(with: second) && first.agrees(with: second)
        }
    }
  }

  /// A difference with the word before it, where one side has none.
  private func shown(_ range: Range<Int>, in quotation: Range<Int>) -> Range<Int> {
    guard range.isEmpty else { return range }
    return max(
      quotation.lowerBound, range.lowerBound - 1)..<max(
        range.upperBound, quotation.lowerBound + 1)
  }

  /// Ellipses, brackets, punctuation, fillers and spelling: what an honest quotation may change.
  private func isHonest(_ edit: Edit, _ pair: SentencePair) -> Bool {
    let left = pair.a.tokens[edit.a]
    let right = pair.b.tokens[edit.b]
    if left.contains(where: { Self.marksOmission($0) })
      || right.contains(where: { Self.marksOmission($0) })
    {
      return true
    }
    let leftWords = left.filter { $0.isWord && !trivial.contains($0.hash) }.map(\.hash)
    let rightWords = right.filter { $0.isWord && !trivial.contains($0.hash) }.map(\.hash)
    return leftWords == rightWords
  }

  private static let square: Set<UInt64> = [Hash.of("["), Hash.of("]"), Hash.of("("), Hash.of(")")]

  private static func marksOmission(_ token: Token) -> Bool {
    token.kind == .ellipsis || square.contains(token.hash)
  }
}
