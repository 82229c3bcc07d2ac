/// A negation on one side of a difference and not on the other, all else the same.
struct PolarityTest: PairTest {
  let negations: PhraseTable
  /// Words that deny by themselves, with what they deny: "lacks" (has), "unaware" (aware).
  let implied: PhraseTable
  /// Words close behind a negation that leave open what is denied: "only", "until".
  let openers: Openers
  let slot: Rule.Slot
  /// Words that say that something is halted: "suspended".
  let stops: WordSet
  /// Quantifiers of a part: "some", "many".
  let partial: WordSet
  let words: DeniedWords

  var need: Need { .phrase([negations, implied]) }

  func findings(_ pair: SentencePair) -> [Finding] {
    let aligned = alignedFindings(pair)
    guard aligned.isEmpty, slot == .same else { return aligned }
    let retold = RetoldPolarity(
      negations: negations, implied: implied, openers: openers, stops: stops, partial: partial
    ).findings(pair)
    return retold.isEmpty || pair.hunks.contains { words.areContraries($0, pair) } ? [] : retold
  }

  private func alignedFindings(_ pair: SentencePair) -> [Finding] {
    guard !pair.changes.isEmpty else { return [] }
    let sides = pair.hunks.map { hunk in
      (
        Denials(hunk.a, of: pair.a, negations, implied),
        Denials(hunk.b, of: pair.b, negations, implied)
      )
    }
    // "Denied that he had" against "said he had not": two differences that cancel out.
    let isDeniedTwice =
      sides.contains { $0.isOdd && !$1.isOdd } && sides.contains { !$0.isOdd && $1.isOdd }
    // "Not of the mill but of the quay" against "of the mill and not of the quay": two that don't.
    let isExchanged =
      isDeniedTwice
      && zip(pair.hunks, sides).contains { hunk, denials in
        !denials.0.isOdd && words.isContrasted(hunk.a, of: pair.a)
          || !denials.1.isOdd && words.isContrasted(hunk.b, of: pair.b)
      }
    guard !isDeniedTwice || isExchanged, sides.contains(where: { $0.isOdd != $1.isOdd }) else {
      return []
    }
    return zip(pair.hunks, sides).compactMap { hunk, denials in
      let (left, right) = denials
      guard left.isOdd != right.isOdd, hunk.isTight, !pair.isElided(hunk),
        !isAboutOtherThings(hunk, pair),
        !isIndefinite(hunk, pair), !isOpen(left, right, hunk, pair)
      else { return nil }
      guard words.affirm(left, right, hunk, pair) || words.isNone(left, right, hunk, pair),
        !isTurned(hunk, pair)
      else { return nil }
      let a = widened(hunk.a, in: pair.aTokens, of: pair.a)
      let b = widened(hunk.b, in: pair.bTokens, of: pair.b)
      return Finding(
        a: a, b: b, aValue: left.isOdd ? "denied" : "affirmed",
        bValue: right.isOdd ? "denied" : "affirmed",
        isConflict: true, match: .confirmed, hunk: hunk.a)
    }
  }

  /// Whether close by, one contrary stands against another: "did not go well", "went badly".
  private func isTurned(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    pair.hunks.contains { other in
      other.a != hunk.a && hunk.distance(to: other) <= Self.near && words.areContraries(other, pair)
    }
  }

  /// Tokens between two differences that bear on each other.
  private static let near = 4

  /// Whether other content words stand against each other close by: "is cutting an onion", "is not
  /// cutting meat".
  private func isAboutOtherThings(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    pair.hunks.contains { other in
      guard other.a != hunk.a || other.b != hunk.b, hunk.distance(to: other) <= Self.near else {
        return false
      }
      let left = pair.words.terms(other.a, of: pair.a)
      let right = pair.words.terms(other.b, of: pair.b)
      return !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
    }
  }

  /// "Some are" and "some are not" can both be true.
  private func isIndefinite(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    (max(pair.aTokens.lowerBound, hunk.a.lowerBound - 4)..<hunk.a.lowerBound).contains {
      partial.contains(pair.a.tokens[$0].hash)
    }
  }

  /// Whether what follows the negation, and is not on the other side, leaves open what is denied:
  /// "does not apply only to banks", "will not hear it until May".
  private func isOpen(_ left: Denials, _ right: Denials, _ hunk: Hunk, _ pair: SentencePair) -> Bool
  {
    openers.leavesOpen(
      left.all, in: pair.aTokens, of: pair.a, against: pair.b.tokens[pair.bTokens])
      || openers.leavesOpen(
        right.all, in: pair.bTokens, of: pair.b, against: pair.a.tokens[pair.aTokens])
  }

  /// The difference with the word before it and the one behind, which is what is denied or
  /// affirmed: a place with nothing in it can be shown.
  private func widened(
    _ range: Range<Int>, in sentence: Range<Int>, of document: Document
  ) -> Range<Int> {
    let lower = max(sentence.lowerBound, range.lowerBound - 1)
    var upper = max(range.upperBound, lower + 1)
    if lower < range.lowerBound, upper < sentence.upperBound, document.tokens[upper].isWord {
      upper += 1
    }
    return lower..<min(sentence.upperBound, upper)
  }
}
