extension QuotedText {
  /// How many words next to `words`, before and after, are next to `place` of the other text too.
  func context(
    of words: Range<Int>, in other: QuotedText, at place: Range<Int>
  ) -> (before: Int, after: Int) {
    var before = 0
    while words.lowerBound > before, place.lowerBound > before,
      gaps[words.lowerBound - before] < .utterance,
      other.gaps[place.lowerBound - before] < .utterance,
      self.words[words.lowerBound - before - 1].key
        == other.words[place.lowerBound - before - 1].key
    {
      before += 1
    }
    var after = 0
    while words.upperBound + after < self.words.count,
      place.upperBound + after < other.words.count,
      gaps[words.upperBound + after] < .utterance,
      other.gaps[place.upperBound + after] < .utterance,
      self.words[words.upperBound + after].key == other.words[place.upperBound + after].key
    {
      after += 1
    }
    return (before, after)
  }

  /// Where the other text has these words among words that fit about as well as `own`.
  func places(
    of words: Range<Int>, in other: QuotedText, own: (before: Int, after: Int)
  ) -> [Range<Int>] {
    let needed = max(2, (min(own.before + own.after, 20) * 3 + 4) / 5)
    guard words.count <= other.words.count else { return [] }
    return (0...other.words.count - words.count).compactMap { start in
      let place = start..<start + words.count
      guard zip(words, place).allSatisfy({ self.words[$0].key == other.words[$1].key }) else {
        return nil
      }
      let found = context(of: words, in: other, at: place)
      let isInside =
        (own.before == 0 || found.before > 0) && (own.after == 0 || found.after > 0)
      return isInside && found.before + found.after >= needed ? place : nil
    }
  }

  /// Whether an ellipsis or brackets stand at or in the words, or the marks close and open again
  /// where other words might be.
  func isMarked(_ words: Range<Int>) -> Bool {
    let inside = words.isEmpty ? words.lowerBound..<words.lowerBound + 1 : words.dropFirst()
    return gaps[inside].contains(.interruption)
      || gaps[words.lowerBound...words.upperBound].contains(.omission)
  }
}
