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
  /// Words that say nothing on either side, on the one that denies, and on the one that affirms.
  let auxiliaries: WordSet
  let fillers: WordSet
  let counterparts: WordSet
  /// The word before a noun of which there is none.
  let none: WordSet
  /// Words that affirm hardly more than "no" does: "little".
  let scant: WordSet
  let forms: Lazy<WordFormLexicon>
  /// Words that can't both be true of one thing.
  let contraries: Lazy<PhraseTable>
  /// Endings of adverbs.
  let adverbEndings: [[UInt8]]

  var need: Need { .phrase([negations, implied]) }

  func findings(_ pair: SentencePair) -> [Finding] {
    let aligned = alignedFindings(pair)
    guard aligned.isEmpty, slot == .same else { return aligned }
    let retold = RetoldPolarity(
      negations: negations, implied: implied, openers: openers, stops: stops, partial: partial
    ).findings(pair)
    return retold.isEmpty || pair.hunks.contains { isOfContraries($0, pair) } ? [] : retold
  }

  /// What denies in a stretch of words.
  private struct Denials {
    let plain: [Range<Int>]
    let implied: [(tokens: Range<Int>, value: String)]
    var isOdd: Bool { (plain.count + implied.count) % 2 == 1 }
    var isEmpty: Bool { plain.isEmpty && implied.isEmpty }
    var all: [Range<Int>] { plain + implied.map(\.tokens) }
  }

  private func denials(_ hunk: Range<Int>, of document: Document) -> Denials {
    let plain = negations.matches(document.tokens, in: hunk).map(\.tokens)
    let implied = implied.matches(document.tokens, in: hunk).filter { hit in
      !plain.contains { $0.overlaps(hit.tokens) }
    }
    return Denials(plain: plain, implied: implied)
  }

  private func alignedFindings(_ pair: SentencePair) -> [Finding] {
    guard !pair.changes.isEmpty else { return [] }
    let sides = pair.hunks.map { (denials($0.a, of: pair.a), denials($0.b, of: pair.b)) }
    // "Denied that he had" against "said he had not": two differences that cancel out.
    let isDeniedTwice =
      sides.contains { $0.isOdd && !$1.isOdd } && sides.contains { !$0.isOdd && $1.isOdd }
    guard !isDeniedTwice, sides.contains(where: { $0.isOdd != $1.isOdd }) else { return [] }
    return zip(pair.hunks, sides).compactMap { hunk, denials in
      let (left, right) = denials
      guard left.isOdd != right.isOdd, hunk.isTight, !pair.isElided(hunk),
        !isAboutOtherThings(hunk, pair),
        !isIndefinite(hunk, pair), !isOpen(left, right, hunk, pair)
      else { return nil }
      let stemmer = StemCache()
      let isSame = [true, false].contains { isPlain in
        let a = contents(hunk.a, left, of: pair.a, isPlain: isPlain, stemmer)
        let b = contents(hunk.b, right, of: pair.b, isPlain: isPlain, stemmer)
        return a.contains { one in b.contains { saysTheSame(one, $0) } }
      }
      guard isSame || isNone(left, right, hunk, pair), !isTurned(hunk, pair) else { return nil }
      let a = widened(hunk.a, in: pair.aTokens, of: pair.a)
      let b = widened(hunk.b, in: pair.bTokens, of: pair.b)
      return Finding(
        a: a, b: b, aValue: left.isOdd ? "denied" : "affirmed",
        bValue: right.isOdd ? "denied" : "affirmed",
        isConflict: true, match: .confirmed, hunk: hunk.a)
    }
  }

  /// Whether two lists of stems say the same, word by word, "did not respond", "answered", or in
  /// another order.
  private func saysTheSame(_ first: [UInt64], _ second: [UInt64]) -> Bool {
    guard first.count == second.count else { return false }
    return first.sorted() == second.sorted()
      || zip(first, second).allSatisfy { one, other in
        let (left, right) = (
          forms.value.concepts[one] ?? one, forms.value.concepts[other] ?? other
        )
        return left == right || forms.value.related[left]?.contains(right) ?? false
      }
  }

  /// Whether close by, one contrary stands against another: "did not go well", "went badly".
  private func isTurned(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    pair.hunks.contains { other in
      other.a != hunk.a && hunk.distance(to: other) <= Self.near && isOfContraries(other, pair)
    }
  }

  /// Whether a word stands against its contrary: "well", "badly".
  private func isOfContraries(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    func poles(_ range: Range<Int>, _ document: Document) -> [Pole] {
      contraries.value.matches(document.tokens, in: range).flatMap { Pole.list($0.value) }
    }
    let right = poles(hunk.b, pair.b)
    return poles(hunk.a, pair.a).contains { pole in
      right.contains { $0.axis == pole.axis && $0.pole != pole.pole }
    }
  }

  /// Tokens between two differences that bear on each other.
  private static let near = 4

  /// "No guarantee" against "a firm guarantee": none of what the other has, whatever its sort.
  private func isNone(
    _ left: Denials, _ right: Denials, _ hunk: Hunk, _ pair: SentencePair
  ) -> Bool {
    let isDeniedInA = left.isOdd
    let (denied, affirmed) = isDeniedInA ? (hunk.a, hunk.b) : (hunk.b, hunk.a)
    let (one, other) = isDeniedInA ? (pair.a, pair.b) : (pair.b, pair.a)
    guard hunk.wordsAfter > 0, denied.count == 1, none.contains(one.tokens[denied.lowerBound].hash)
    else { return false }
    let sort = affirmed.filter { !auxiliaries.contains(other.tokens[$0].hash) }
    return sort.count <= Self.longestSort
      && sort.allSatisfy { at in
        let token = other.tokens[at]
        return token.kind == .word && !token.flags.contains(.capitalised)
          && !scant.contains(token.hash)
      }
  }

  /// Words before a noun that say of what sort it is: "a very firm guarantee".
  private static let longestSort = 3

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

  /// Stems of the words that are neither negations nor auxiliaries, with what a word of denial
  /// denies in its place: one list for each way to say it.
  ///
  /// Unless all words are looked at, how much and how often something is affirmed are left aside;
  /// where it is denied, they may be all that is denied.
  private func contents(
    _ hunk: Range<Int>, _ denials: Denials, of document: Document, isPlain: Bool,
    _ stemmer: StemCache
  ) -> [[UInt64]] {
    let idle = isPlain ? WordSet() : denials.isOdd ? fillers : counterparts
    let ways = denials.implied.first?.value.split(separator: "|").map(String.init) ?? [""]
    return ways.map { way in
      var stems: [UInt64] = []
      for at in hunk where document.tokens[at].isWord {
        if denials.implied.first?.tokens.lowerBound == at {
          stems += way.split(separator: " ").map(String.init)
            .filter { !auxiliaries.contains(Hash.of($0)) }
            .map { forms.value.irregular[Hash.of($0)] ?? stemmer.stem(of: $0) }
        }
        let token = document.tokens[at]
        guard !denials.all.contains(where: { $0.contains(at) }), !auxiliaries.contains(token.hash),
          !idle.contains(token.hash), isPlain || denials.isOdd || !isAdverb(at, document)
        else { continue }
        stems.append(
          forms.value.irregular[token.hash] ?? stemmer.stem(token, in: document.article.text))
      }
      return stems
    }
  }

  /// "Publicly": how something was done, which is left out on the side that denies it.
  private func isAdverb(_ at: Int, _ document: Document) -> Bool {
    let word = document.normalForm(at)
    return word.count >= 5 && adverbEndings.contains { word.suffix($0.count).elementsEqual($0) }
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

/// Words close behind a negation that leave open what is denied.
struct Openers: Sendable {
  let words: WordSet
  /// Words that right behind a negation leave open how many are denied: "not one".
  let counts: WordSet
  /// Tokens behind a negation within which such a word counts.
  private static let reach = 8

  /// Whether one follows the last of the denials and is not said on the other side, too.
  func leavesOpen(
    _ denials: [Range<Int>], in sentence: Range<Int>, of document: Document,
    against other: ArraySlice<Token>
  ) -> Bool {
    guard let last = denials.map(\.upperBound).max() else { return false }
    if last < sentence.upperBound, counts.contains(document.tokens[last].hash) { return true }
    return document.tokens[last..<min(sentence.upperBound, last + Self.reach)].contains { token in
      words.contains(token.hash) && !other.contains { $0.hash == token.hash }
    }
  }
}
