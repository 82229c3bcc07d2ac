/// Words of a lexicon that stand against each other in one difference, with intervals of a scale
/// that can't meet.
struct ScaleTest: PairTest {
  let phrases: PhraseTable
  let negations: PhraseTable
  let slot: Rule.Slot

  var need: Need { .phrases(phrases) }

  func findings(_ pair: SentencePair) -> [Finding] {
    // "Twice in May and once in June": three times.
    if slot == .same, isSummed(pair.aTokens, of: pair.a) || isSummed(pair.bTokens, of: pair.b) {
      return []
    }
    let aligned = alignedFindings(pair)
    guard aligned.isEmpty, slot == .same else { return aligned }
    return RetoldScale(phrases: phrases, negations: negations).findings(pair)
  }

  private func isSummed(_ sentence: Range<Int>, of document: Document) -> Bool {
    phrases.matches(document.tokens, in: sentence).count > 1
  }

  private func alignedFindings(_ pair: SentencePair) -> [Finding] {
    WordReplacement.all(in: pair, of: phrases, negations: negations).compactMap { a, b, hunk in
      guard let left = ScaleInterval(a.value), let right = ScaleInterval(b.value) else {
        return nil
      }
      return Finding(
        a: a.tokens, b: b.tokens, aValue: pair.a.string(a.tokens), bValue: pair.b.string(b.tokens),
        isConflict: !left.meets(right), match: .confirmed, hunk: hunk.a)
    }
  }
}

/// Words of a lexicon that stand against each other in one difference, at different poles of one
/// axis.
struct OppositesTest: PairTest {
  let phrases: PhraseTable
  let negations: PhraseTable
  let exceptions: [Rule.Exception]
  /// "A", "some": before somebody of whom nothing was said before.
  let oneOfMany: WordSet
  let slot: Rule.Slot
  /// Words that leave open whether something was done.
  let open: WordSet
  /// Endings of adverbs.
  let adverbEndings: [[UInt8]]

  var need: Need { .phrases(phrases) }

  func findings(_ pair: SentencePair) -> [Finding] {
    let aligned = alignedFindings(pair)
    guard aligned.isEmpty, slot == .same else { return aligned }
    return RetoldOpposites(
      phrases: phrases, negations: negations, open: exceptions.contains(.open) ? open : WordSet(),
      adverbEndings: adverbEndings
    ).findings(pair)
  }

  private func alignedFindings(_ pair: SentencePair) -> [Finding] {
    WordReplacement.all(in: pair, of: phrases, negations: negations).compactMap { a, b, hunk in
      let left = Pole.list(a.value)
      let right = Pole.list(b.value)
      let differs = left.contains { pole in
        right.contains { $0.axis == pole.axis && $0.pole != pole.pole }
      }
      let shares = left.contains { pole in right.contains { $0.axis == pole.axis } }
      guard shares, !(exceptions.contains(.indefinite) && isIndefinite(a.tokens, pair)),
        !isOfValue(a.tokens, pair.aFacts), !isOfValue(b.tokens, pair.bFacts)
      else { return nil }
      return Finding(
        a: a.tokens, b: b.tokens, aValue: pair.a.string(a.tokens), bValue: pair.b.string(b.tokens),
        isConflict: differs, match: .confirmed, hunk: hunk.a)
    }
  }
}

extension OppositesTest {
  /// Whether the word is a part of a value, "$25 million": values are compared as such.
  private func isOfValue(_ phrase: Range<Int>, _ facts: [Fact]) -> Bool {
    facts.contains { !$0.isCalendar && $0.unit != nil && $0.tokens.overlaps(phrase) }
  }

  /// "A man" and "a woman" may be two people; "the man" and "the woman" of one sentence are not.
  private func isIndefinite(_ phrase: Range<Int>, _ pair: SentencePair) -> Bool {
    (max(pair.aTokens.lowerBound, phrase.lowerBound - 3)..<phrase.lowerBound).contains {
      oneOfMany.contains(pair.a.tokens[$0].hash)
    } || phrase.lowerBound == pair.aTokens.lowerBound
  }
}

/// A lexicon's words that replace each other in a tight difference of which nothing else is left
/// but function words.
enum WordReplacement {
  typealias Hit = (tokens: Range<Int>, value: String)

  /// - Parameter negations: words that turn a word's meaning; next to one, nothing is compared.
  static func all(
    in pair: SentencePair, of phrases: PhraseTable, negations: PhraseTable? = nil
  ) -> [(Hit, Hit, Hunk)] {
    func isNegated(_ phrase: Range<Int>, in sentence: Range<Int>, of document: Document) -> Bool {
      // "Was not allowed", "chose not to".
      let before = max(sentence.lowerBound, phrase.lowerBound - 5)..<phrase.lowerBound
      let behind = phrase.upperBound..<min(sentence.upperBound, phrase.upperBound + 1)
      return [before, behind].contains {
        negations?.matches(document.tokens, in: $0).isEmpty == false
      }
    }
    return pair.replacements.compactMap { hunk in
      var left = hits(hunk.a, in: pair.aTokens, of: pair.a, phrases)
      var right = hits(hunk.b, in: pair.bTokens, of: pair.b, phrases)
      // Most differences have none.
      guard !left.isEmpty || !right.isEmpty else { return nil }
      let aLengths = lengths(hunk.a, pair.aFacts)
      let bLengths = lengths(hunk.b, pair.bFacts)
      left = left.without(aLengths)
      right = right.without(bLengths)
      if left.isEmpty {
        left = shorter(than: right, at: hunk.a, in: pair.aTokens, of: pair.a, phrases, hunk.b)
      } else if right.isEmpty {
        right = shorter(than: left, at: hunk.b, in: pair.bTokens, of: pair.b, phrases, hunk.a)
      }
      guard left.count == 1, right.count == 1, let a = left.first, let b = right.first else {
        return nil
      }
      guard !isNegated(a.tokens, in: pair.aTokens, of: pair.a),
        !isNegated(b.tokens, in: pair.bTokens, of: pair.b)
      else { return nil }
      let isAll =
        rest(hunk.a, without: a.tokens, of: pair.a, aLengths) <= 2
        && rest(hunk.b, without: b.tokens, of: pair.b, bLengths) <= 2
      let isFirst =
        hunk.beginsAlike && a.tokens.lowerBound <= hunk.a.lowerBound
        && b.tokens.lowerBound <= hunk.b.lowerBound
      guard hunk.isTight && isAll || isFirst else { return nil }
      return (a, b, hunk)
    }
  }

  /// Phrases that the difference touches; "at least" against "at most" differ in one word only.
  private static func hits(
    _ hunk: Range<Int>, in sentence: Range<Int>, of document: Document, _ phrases: PhraseTable
  ) -> [Hit] {
    let window =
      max(sentence.lowerBound, hunk.lowerBound - 2)..<min(sentence.upperBound, hunk.upperBound + 2)
    return phrases.matches(document.tokens, in: window).filter { $0.tokens.overlaps(hunk) }
  }

  /// What stands at an insertion that makes a longer phrase of the one before or behind it: "all"
  /// against "all but two", "director" against "deputy director".
  private static func shorter(
    than longer: [Hit], at hunk: Range<Int>, in sentence: Range<Int>, of document: Document,
    _ phrases: PhraseTable, _ insertion: Range<Int>
  ) -> [Hit] {
    guard hunk.isEmpty, longer.count == 1, let phrase = longer.first?.tokens else { return [] }
    if phrase.lowerBound == insertion.lowerBound, phrase.upperBound > insertion.upperBound {
      guard hunk.lowerBound < sentence.upperBound,
        let hit = phrases.match(document.tokens, at: hunk.lowerBound, end: sentence.upperBound),
        hit.tokens.count == phrase.upperBound - insertion.upperBound
      else { return [] }
      return [hit]
    }
    guard phrase.lowerBound < insertion.lowerBound else { return [] }
    let before = hunk.lowerBound - (insertion.lowerBound - phrase.lowerBound)
    guard before >= sentence.lowerBound,
      let hit = phrases.match(document.tokens, at: before, end: hunk.lowerBound),
      hit.tokens.upperBound == hunk.lowerBound
    else { return [] }
    return [hit]
  }

  /// Words that are left; how long before or after something is one.
  private static func rest(
    _ hunk: Range<Int>, without phrase: Range<Int>, of document: Document, _ lengths: [Range<Int>]
  ) -> Int {
    lengths.count
      + hunk.count { at in
        !phrase.contains(at) && document.tokens[at].isWord
          && !lengths.contains { $0.contains(at) }
      }
  }

  /// The lengths of time in a difference: "a few hours before".
  private static func lengths(_ hunk: Range<Int>, _ facts: [Fact]) -> [Range<Int>] {
    facts.filter { $0.type == .duration && $0.tokens.overlaps(hunk) }.map(\.tokens)
  }
}

extension [WordReplacement.Hit] {
  /// Those that are no part of one of the ranges: "a few hours" says nothing of few things.
  fileprivate func without(_ ranges: [Range<Int>]) -> Self {
    ranges.isEmpty || count < 2
      ? self : filter { hit in !ranges.contains { $0.overlaps(hit.tokens) } }
  }
}
