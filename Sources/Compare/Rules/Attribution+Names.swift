// Names of people beside the words that say that they speak.

extension Attribution {
  /// A name of two words or more in the source or, after a comma, beside it: "said the chief
  /// negotiator, Everett Shaw".
  func properName(
    of source: Range<Int>, sentence: Range<Int>, in document: Document
  ) -> Range<Int>? {
    func run(from start: Int, to end: Int) -> Range<Int>? {
      var best: Range<Int>?
      var at = start
      while at < end {
        let begin = at
        while at < end, isPartOfName(document.tokens[at]) { at += 1 }
        let words = (begin..<at).filter { isWordOfName($0, document) }
        guard words.count >= 2, let last = words.last else {
          at = max(at, begin + 1)
          continue
        }
        // "Ann Lund of the White Hart Union".
        if last + 1 < end, particles.of.contains(document.tokens[last + 1].hash) {
          return begin..<last + 1
        }
        if last + 1 - begin > (best?.count ?? 0) { best = begin..<last + 1 }
        at = max(at, begin + 1)
      }
      return best
    }
    let next = source.upperBound
    if next + 2 < sentence.upperBound, document.tokens[next].kind == .punctuation,
      let beside = run(from: next + 1, to: min(sentence.upperBound, next + 5)),
      beside.lowerBound == next + 1
    {
      return beside
    }
    return run(from: source.lowerBound, to: source.upperBound)
  }

  func names(_ tokens: Range<Int>, in document: Document) -> Set<UInt64> {
    Set(
      tokens.map { document.tokens[$0] }.filter { token in
        token.kind == .word && !functionWords.contains(token.hash)
      }.map(\.hash))
  }

  /// "Of", or the article behind it: "Ann Lund of the White Hart Union".
  func isOfBody(_ at: Int, in sentence: Range<Int>, _ document: Document) -> Bool {
    func isOf(_ at: Int) -> Bool { particles.of.contains(document.tokens[at].hash) }
    return isOf(at)
      || particles.articles.contains(document.tokens[at].hash) && at > sentence.lowerBound
        && isOf(at - 1)
  }

  /// The name of two words or more that a stretch begins with.
  func fullName(_ tokens: Range<Int>, _ document: Document) -> Range<Int>? {
    var end = tokens.lowerBound
    while end < tokens.upperBound, isPartOfName(document.tokens[end]) { end += 1 }
    let words = (tokens.lowerBound..<end).filter { isWordOfName($0, document) }
    guard words.count >= 2, let last = words.last else { return nil }
    return tokens.lowerBound..<last + 1
  }

  /// Whether the token is more of a name than an initial, the letter of a party ("D-Va.") or "Mr.".
  private func isWordOfName(_ at: Int, _ document: Document) -> Bool {
    let token = document.tokens[at]
    return token.kind == .word && token.length > 1 && !titles.contains(token.hash)
  }

  private func isPartOfName(_ token: Token) -> Bool {
    switch token.kind {
    case .word:
      token.flags.contains(.capitalised) && !functionWords.contains(token.hash)
        && !calendar.contains(token.hash)
    case .fullStop, .hyphen: !token.flags.contains(.spaceBefore)
    default: false
    }
  }
}

/// The person or body that a quotation is given to, by the words of the name.
struct Speaker: Sendable {
  /// Where the name stands.
  let tokens: Range<Int>
  let names: Set<UInt64>
  /// Whether it is a name of two words or more in the quotation's own sentence, not "the union".
  let isNamed: Bool

  /// Whether the two can be one: they share a word of the name.
  func isSame(as other: Speaker) -> Bool {
    names.isEmpty || other.names.isEmpty || !names.isDisjoint(with: other.names)
  }
}
