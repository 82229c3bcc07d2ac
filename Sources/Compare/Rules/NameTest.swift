/// Another name in the same place: "to Clara Voss" against "to Martha Brandt".
struct NameTest: PairTest {
  let functionWords: WordSet
  /// Capitalised words that are no name of their own: titles, days, months, peoples.
  let notNames: WordSet

  var need: Need { .names }

  func findings(_ pair: SentencePair) -> [Finding] {
    pair.changes.compactMap { hunk in
      guard hunk.wordsBefore >= 1,
        let a = name(hunk.a, sentence: pair.aTokens, of: pair.a),
        let b = name(hunk.b, sentence: pair.bTokens, of: pair.b),
        !isSame(a, of: pair.a, b, of: pair.b, pair),
        isOtherLastName(hunk, pair) || a.count > 1 && a.count == b.count
          || !isPart(hunk.a, of: pair.a, sentence: pair.aTokens)
            && !isPart(hunk.b, of: pair.b, sentence: pair.bTokens)
      else { return nil }
      return Finding(
        a: a, b: b, aValue: pair.a.string(a), bValue: pair.b.string(b), isConflict: true,
        match: .confirmed, hunk: hunk.a)
    }
  }

  /// The tokens, when every word of the difference belongs to a name.
  private func name(
    _ hunk: Range<Int>, sentence: Range<Int>, of document: Document
  ) -> Range<Int>? {
    let words = hunk.filter { document.tokens[$0].isWord }
    guard let first = words.first, let last = words.last, first != sentence.lowerBound,
      words.contains(where: { isName(document.tokens[$0]) }),
      words.allSatisfy({ isName(document.tokens[$0]) || isInitials(document.tokens[$0]) })
    else { return nil }
    return first..<last + 1
  }

  /// "N.H." beside a name; alone it may stand for words of the other side.
  private func isInitials(_ token: Token) -> Bool {
    token.flags.contains(.dotted) && token.flags.contains(.capitalised)
  }

  private func isName(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalised) && token.length > 2
      && !token.flags.contains(.allCaps) && !token.flags.contains(.dotted)
      && !functionWords.contains(token.hash)
      && !notNames.contains(token.hash)
  }

  /// A difference next to a matching name changes a part of a longer name: a first name added, a
  /// title spelled out.
  private func isPart(_ hunk: Range<Int>, of document: Document, sentence: Range<Int>) -> Bool {
    func touches(_ at: Int) -> Bool {
      sentence.contains(at) && document.tokens[at].kind == .word
        && document.tokens[at].flags.contains(.capitalised) && at != sentence.lowerBound
    }
    return touches(hunk.upperBound) || touches(hunk.lowerBound - 1)
  }

  /// "Lena Ott" against "Lena Brandt": one word of a name, behind the same first name, for which each
  /// article has its own throughout.
  private func isOtherLastName(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    guard hunk.a.count == 1, hunk.b.count == 1, hunk.a.lowerBound - 1 > pair.aTokens.lowerBound,
      isName(pair.a.tokens[hunk.a.lowerBound - 1]),
      !isCapitalised(hunk.a.upperBound, pair.aTokens, pair.a),
      !isCapitalised(hunk.a.lowerBound - 2, pair.aTokens, pair.a)
    else { return false }
    let (left, right) = (
      pair.a.tokens[hunk.a.lowerBound].hash, pair.b.tokens[hunk.b.lowerBound].hash
    )
    guard
      !areSpellings(
        pair.a.string(hunk.a.lowerBound..<hunk.a.upperBound),
        pair.b.string(hunk.b.lowerBound..<hunk.b.upperBound))
    else { return false }
    return !pair.a.tokens.contains { $0.hash == right }
      && !pair.b.tokens.contains { $0.hash == left }
  }

  /// Letters at most by which two spellings of one name differ: "Marcetti", "Marchetti".
  private static let slips = 2

  private func areSpellings(_ first: String, _ second: String) -> Bool {
    let (a, b) = (Array(first.utf8), Array(second.utf8))
    let before = zip(a, b).prefix { $0 == $1 }.count
    let after = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return before + after >= max(a.count, b.count) - Self.slips
  }

  private func isCapitalised(
    _ at: Int, _ sentence: Range<Int>, _ document: Document
  ) -> Bool {
    sentence.contains(at) && document.tokens[at].kind == .word
      && document.tokens[at].flags.contains(.capitalised)
      && !notNames.contains(document.tokens[at].hash)
  }

  /// "Ark" and "Arkansas": one begins with the other.
  private func isAbbreviation(_ first: String, _ second: String) -> Bool {
    first.hasPrefix(second) || second.hasPrefix(first)
  }

  /// Two spellings of one name, or one name and a part of it.
  private func isSame(
    _ a: Range<Int>, of first: Document, _ b: Range<Int>, of second: Document, _ pair: SentencePair
  ) -> Bool {
    let left = pair.words.terms(a, of: first)
    let right = pair.words.terms(b, of: second)
    return left.isEmpty || right.isEmpty || !left.isDisjoint(with: right)
      || isAbbreviation(first.string(a), second.string(b))
  }
}
