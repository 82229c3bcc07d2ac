/// A denial of all against a denial of a part: "has not answered the letter", "has yet to answer the
/// letter in full".
struct DenialExtentTest: PairTest {
  let negations: PhraseTable
  /// Words that leave a part of what they stand with: "fully", "adequately".
  let parts: WordSet
  /// Tokens from the negation to its verb at most.
  private static let reach = 6
  /// Least weight and number of the terms that both sentences have, see `SharedContext`.
  private static let least = (weight: 3.0, terms: 3)

  var need: Need { .word(parts) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin, hasPart(pair.aTokens, pair.a) != hasPart(pair.bTokens, pair.b) else {
      return []
    }
    let left = denials(pair.aTokens, of: pair.a, pair.words)
    let right = denials(pair.bTokens, of: pair.b, pair.words)
    return left.flatMap { first in
      right.compactMap { second in
        guard first.verb == second.verb, first.isPart != second.isPart else { return nil }
        let context = SharedContext(first.tokens, second.tokens, in: pair)
        guard context.terms.count >= Self.least.terms, context.weight >= Self.least.weight else {
          return nil
        }
        return Finding(
          a: first.tokens, b: second.tokens, aValue: value(first), bValue: value(second),
          isConflict: true, match: .confirmed, hunk: first.tokens)
      }
    }
  }

  private func value(_ denial: Denial) -> String { denial.isPart ? "not fully" : "not at all" }

  private struct Denial {
    /// From the negation to the verb, or to the word for the part.
    let tokens: Range<Int>
    let verb: UInt32
    let isPart: Bool
  }

  private func hasPart(_ sentence: Range<Int>, _ document: Document) -> Bool {
    sentence.contains { parts.contains(document.tokens[$0].hash) }
  }

  private func denials(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [Denial] {
    negations.matches(document.tokens, in: sentence).compactMap { hit in
      let end = min(sentence.upperBound, hit.tokens.upperBound + Self.reach)
      let after = (hit.tokens.upperBound..<end).prefix { document.tokens[$0].kind == .word }
      guard
        let verb = after.first(where: {
          !parts.contains(document.tokens[$0].hash)
            && !words.terms(CollectionOfOne($0), of: document).isEmpty
        }), let term = words.terms(CollectionOfOne(verb), of: document).first,
        !document.tokens[verb].flags.contains(.capitalised)
      else { return nil }
      let last = min(sentence.upperBound, verb + 3)
      let part = (hit.tokens.upperBound..<last).last { parts.contains(document.tokens[$0].hash) }
      return Denial(
        tokens: hit.tokens.lowerBound..<max(verb, part ?? verb) + 1, verb: term,
        isPart: part != nil)
    }
  }
}
