/// What a rule says of a pair of sentences: two places whose values were compared.
struct Finding {
  /// Tokens to show on either side; never empty.
  let a: Range<Int>
  let b: Range<Int>
  let aValue: String
  let bValue: String
  /// `false`: the values were compared and can both hold.
  let isConflict: Bool
  let match: Match
  /// Whether time explains the difference: a toll that had grown when the other was published.
  let isGrowth: Bool
  /// Edit positions that the finding explains, so that one difference is reported once.
  let hunk: Range<Int>
  /// Where it differs from the rule's.
  let severity: Severity?
  /// Of the two passages, where that is not the sentences', 0 to 1.
  let similarity: Double?
  /// What the wordings leave of the values, where those are facts: "almost two hours" and "more than
  /// two hours" have one value.
  var bounds: (a: Bounds, b: Bounds)?

  init(
    a: Range<Int>, b: Range<Int>, aValue: String, bValue: String, isConflict: Bool, match: Match,
    isGrowth: Bool = false, hunk: Range<Int>, severity: Severity? = nil, similarity: Double? = nil
  ) {
    (self.a, self.b, self.aValue, self.bValue) = (a, b, aValue, bValue)
    (self.isConflict, self.match, self.isGrowth) = (isConflict, match, isGrowth)
    self.hunk = hunk
    (self.severity, self.similarity) = (severity, similarity)
  }
}

extension Finding {
  /// Whether one of the two wordings, with the words around it, also stands in the other article:
  /// then that article says both, of different things, and the pair is no quarrel.
  func standsElsewhere(_ pair: SentencePair) -> Bool {
    !pair.isWithin
      && (stands(a, of: pair.a, in: pair.b) || stands(b, of: pair.b, in: pair.a))
  }

  private func stands(
    _ wording: Range<Int>, of document: Document, in other: Document
  ) -> Bool {
    let sentence = document.sentences[document.sentence(ofToken: wording.lowerBound)].tokens
    var window = wording
    // Two words on either side, or as many as the sentence has.
    for _ in 0..<2 {
      if window.lowerBound > sentence.lowerBound {
        window = window.lowerBound - 1..<window.upperBound
      }
      if window.upperBound < sentence.upperBound {
        window = window.lowerBound..<window.upperBound + 1
      }
    }
    // "$" and "€" make a wording, as words do.
    let pattern = window.filter {
      document.tokens[$0].isWord || wording.contains($0) && document.tokens[$0].kind == .symbol
    }.map { document.tokens[$0] }
    guard pattern.count(where: \.isWord) >= 4, let first = pattern.first else { return false }
    let tokens = other.tokens
    for start in tokens.indices where tokens[start].hash == first.hash {
      var at = start
      var matched = 0
      while at < tokens.count, matched < pattern.count {
        if tokens[at].isWord || tokens[at].kind == pattern[matched].kind {
          guard tokens[at].hash == pattern[matched].hash else { break }
          matched += 1
        }
        at += 1
      }
      if matched == pattern.count { return true }
    }
    return false
  }
}
