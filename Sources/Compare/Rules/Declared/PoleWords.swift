/// The words of a lexicon of opposites in any of their forms: "opened" is found by "open".
struct PoleWords: Sendable {
  struct Hit {
    let tokens: Range<Int>
    let poles: [Pole]
  }

  private let phrases: PhraseTable
  /// Poles by the stem of a word.
  private let byStem: [UInt64: [Pole]]

  init(_ lexicon: Lexicon) {
    phrases = PhraseTable(lexicon)
    let stemmer = Stemmer()
    var byStem: [UInt64: [Pole]] = [:]
    lexicon.forEachEntry { word, value in
      guard word.count > 2, !word.contains(0x20) else { return }
      let stem = stemmer.hash(ofStem: word)
      for pole in Pole.list(String(decoding: value, as: UTF8.self))
      where !(byStem[stem] ?? []).contains(pole) {
        byStem[stem, default: []].append(pole)
      }
    }
    self.byStem = byStem
  }

  /// In the order of the text, not overlapping.
  func hits(_ range: Range<Int>, of text: DeclaredText) -> [Hit] {
    let tokens = text.document.tokens
    var found: [Hit] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if let phrase = phrases.match(tokens, at: at, end: range.upperBound) {
        found.append(Hit(tokens: phrase.tokens, poles: Pole.list(phrase.value)))
        at = phrase.tokens.upperBound
      } else {
        if let poles = byStem[text.stems[at]] {
          found.append(Hit(tokens: at..<at + 1, poles: poles))
        }
        at += 1
      }
    }
    return found
  }
}
