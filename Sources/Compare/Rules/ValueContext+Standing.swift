/// How a value stands: told as a fact, planned, asked for, offered, told earlier.
extension ValueContext {
  /// Tokens before a value, and behind it, that say how it stands.
  private static let reach = (before: 10, after: 7)
  /// Tokens between "to" and the value behind its verb.
  private static let infinitive = 4

  private enum Standing: Equatable {
    /// Told as it is; `isPast` where the words say that it has happened.
    case fact(isPast: Bool)
    /// "Agreed to pay": what is told may still be to come.
    case open
    case marked(String)
  }

  func relationOfStandings(
    _ first: Fact, _ second: Fact, _ pair: SentencePair, inPlace: Bool
  ) -> Relation {
    // "Will", "could" say little of a sum; of a day they say that it is to come.
    let weak = !inPlace && !first.isCalendar
    let left = standing(first, pair.aFacts, pair.a, pair.words, weak: weak)
    let right = standing(second, pair.bFacts, pair.b, pair.words, weak: weak)
    switch (left, right) {
    case (.marked(let one), .marked(let other)):
      return one == other || !inPlace ? .same : .doubtful
    case (.marked, .fact(let isPast)), (.fact(let isPast), .marked):
      return isPast ? .other : .doubtful
    default: return .same
    }
  }

  /// - Parameter weak: whether "will" and "could" leave it open how the value stands.
  private func standing(
    _ fact: Fact, _ facts: [Fact], _ document: Document, _ words: ClauseWords, weak: Bool
  ) -> Standing {
    let sentence = document.sentences[fact.sentence].tokens
    func isEnd(_ at: Int) -> Bool {
      document.tokens[at].kind == .punctuation || document.tokens[at].kind == .dash
    }
    var from = fact.tokens.lowerBound
    let least = max(sentence.lowerBound, from - Self.reach.before)
    while from > least, !isEnd(from - 1) { from -= 1 }
    var to = fact.tokens.upperBound
    let most = min(sentence.upperBound, to + Self.reach.after)
    while to < most, !isEnd(to), !words.boundaries.contains(document.tokens[to].hash),
      !particles.and.contains(document.tokens[to].hash)
    {
      to += 1
    }
    let marks = standings.matches(document.tokens, in: from..<to).filter { hit in
      !facts.contains { $0.tokens.overlaps(hit.tokens) }
        // "May" is a month.
        && (hit.tokens.lowerBound == sentence.lowerBound
          || !document.tokens[hit.tokens.lowerBound].flags.contains(.capitalised))
        // "1.5 million women seeking back pay": behind a value, they tell of something else.
        && (hit.tokens.lowerBound < fact.tokens.lowerBound || hit.value == "modal"
          || hit.value == "planned")
    }
    if let mark = marks.last(where: { $0.value != "none" && $0.value != "modal" }) {
      return .marked(mark.value)
    }
    if marks.contains(where: { $0.value == "modal" }) { return weak ? .open : .marked("planned") }
    let near = max(from, fact.tokens.lowerBound - Self.infinitive)..<fact.tokens.lowerBound
    let isInfinitive = near.contains {
      particles.to.contains(document.tokens[$0].hash) && $0 + 1 < fact.tokens.lowerBound
        && document.tokens[$0 + 1].kind == .word
        && !document.tokens[$0 + 1].flags.contains(.capitalised)
        && !functionWords.contains(document.tokens[$0 + 1].hash)
    }
    if isInfinitive { return .open }
    return .fact(
      isPast: (from..<to).contains {
        !fact.tokens.contains($0)
          && (past.contains(document.tokens[$0].hash)
            || isPast($0, document)
              && !($0 > from && present.contains(document.tokens[$0 - 1].hash)))
      })
  }

  /// "Rejected", "opened".
  func isPast(_ at: Int, _ document: Document) -> Bool {
    let token = document.tokens[at]
    guard token.kind == .word, token.length > 4 else { return false }
    let bytes = document.article.text[token.range.bytes]
    return pastEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }
}
