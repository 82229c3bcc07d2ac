/// None of a thing on one side, a number of it on the other: "no one was hurt", "four people were
/// hurt".
struct NoneTest: PairTest {
  /// Words for none.
  let none: PhraseTable
  let functionWords: WordSet

  var need: Need { .phrase([none]) }

  func findings(_ pair: SentencePair) -> [Finding] {
    pair.changes.compactMap { hunk in
      let left = none.matches(pair.a.tokens, in: hunk.a).map(\.tokens)
      let right = none.matches(pair.b.tokens, in: hunk.b).map(\.tokens)
      if left.count == 1, right.isEmpty, let nothing = left.first,
        let count = count(in: hunk.b, pair.bFacts),
        isSame(nothing, in: hunk.a, of: pair.a, count, in: hunk.b, of: pair.b)
      {
        return finding(nothing, count.tokens, "0", count.value, hunk)
      }
      if right.count == 1, left.isEmpty, let nothing = right.first,
        let count = count(in: hunk.a, pair.aFacts),
        isSame(nothing, in: hunk.b, of: pair.b, count, in: hunk.a, of: pair.a)
      {
        return finding(count.tokens, nothing, count.value, "0", hunk)
      }
      return nil
    }
  }

  private func finding(
    _ a: Range<Int>, _ b: Range<Int>, _ aValue: String, _ bValue: String, _ hunk: Hunk
  ) -> Finding {
    Finding(
      a: a, b: b, aValue: aValue, bValue: bValue, isConflict: true, match: .confirmed,
      hunk: hunk.a)
  }

  /// The one count in a difference that can't be nought.
  private func count(in hunk: Range<Int>, _ facts: [Fact]) -> Fact? {
    let counts = facts.filter { fact in
      fact.type == .number && fact.tokens.overlaps(hunk) && (fact.bounds.low ?? 0) > 0
    }
    return counts.count == 1 ? counts.first : nil
  }

  /// Whether the difference holds nothing but the two and what they count: a word of "people" may
  /// be left over on the side that names them ("no one" has none), and the same one on the other
  /// ("without a single arrest", "dozens of arrests").
  private func isSame(
    _ nothing: Range<Int>, in first: Range<Int>, of one: Document, _ count: Fact,
    in second: Range<Int>, of other: Document
  ) -> Bool {
    let stemmer = StemCache()
    func rest(_ hunk: Range<Int>, without phrase: Range<Int>, _ document: Document) -> [UInt64] {
      hunk.filter {
        !phrase.contains($0) && document.tokens[$0].isWord
          && !functionWords.contains(document.tokens[$0].hash)
      }.map { stemmer.stem(document.tokens[$0], in: document.article.text) }
    }
    let counted = rest(second, without: count.tokens, other)
    return counted.count <= 2
      && rest(first, without: nothing, one).allSatisfy(counted.contains)
  }
}
