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
    for (word, value) in lexicon.entries where !word.contains(" ") && word.utf8.count > 2 {
      let stem = stemmer.stem(Array(word.utf8)).withUnsafeBytes { Hash.of($0) }
      for pole in Pole.list(value) where !(byStem[stem] ?? []).contains(pole) {
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
