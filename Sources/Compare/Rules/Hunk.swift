/// A run of words in which two aligned sentences differ.
struct Hunk {
  /// How alike the two sentences are, 0 to 1: the share of words that match.
  let similarity: Double
  let a: Range<Int>
  let b: Range<Int>
  /// Words that match without a break before and after it.
  let wordsBefore: Int
  let wordsAfter: Int
  /// Whether all that comes before it matches.
  private let isFirstDifference: Bool
  /// Whether it stands at the beginning, or the end, of both sentences.
  let isFirst: Bool
  let isLast: Bool
  /// Words that differ, of either side.
  let aWords: Int
  let bWords: Int

  /// The differences of an edit script, in order.
  static func all(_ edits: [Edit], a: Document, b: Document) -> [Hunk] {
    let words = edits.map { edit in
      (a: a.tokens[edit.a].count { $0.isWord }, b: b.tokens[edit.b].count { $0.isWord })
    }
    let matching = zip(edits, words).reduce(0) { $0 + ($1.0.isMatch ? $1.1.a : 0) }
    let (left, right) = words.reduce((0, 0)) { ($0.0 + $1.a, $0.1 + $1.b) }
    let similarity = similarity(left, right, matching: matching)
    var hunks: [Hunk] = []
    hunks.reserveCapacity(edits.count / 2 + 1)
    for at in edits.indices where !edits[at].isMatch {
      hunks.append(Hunk(at, of: edits, words: words, similarity: similarity))
    }
    return hunks
  }

  /// How alike two sentences of so many words are when so many of them match.
  private static func similarity(_ left: Int, _ right: Int, matching: Int) -> Double {
    // A short sentence that the other holds nearly whole is as telling as two that are alike.
    let shorter = min(left, right)
    let part = shorter >= 5 ? 0.85 * Double(matching) / Double(shorter) : 0
    return max(part, 2 * Double(matching) / Double(max(1, left + right)))
  }

  /// Whether two sentences may have a difference that is tight, or that begins alike: no more words
  /// can match than they have in common, in any order.
  ///
  /// - Complexity: O(tokens).
  static func canBeHeld(in first: ArraySlice<Token>, _ second: ArraySlice<Token>) -> Bool {
    let left = first.count { $0.isWord }
    let right = second.count { $0.isWord }
    let common = WordOverlap.mostCommon(first, second)
    let similarity = similarity(left, right, matching: common)
    if common >= leastHeld(similarity) { return true }
    return common >= leastBefore
      && (similarity >= alike || first.first?.hash == second.first?.hash)
  }

  private init(
    _ at: Int, of edits: [Edit], words: [(a: Int, b: Int)], similarity: Double
  ) {
    self.similarity = similarity
    self.a = edits[at].a
    self.b = edits[at].b
    wordsBefore = at > 0 ? words[at - 1].a : 0
    wordsAfter = at + 1 < edits.count ? words[at + 1].a : 0
    isFirstDifference = at <= 1
    isFirst = wordsBefore == 0 && at <= 1
    isLast = wordsAfter == 0 && at + 2 >= edits.count
    aWords = words[at].a
    bWords = words[at].b
  }

  /// Tokens of `a` between this difference and another one.
  func distance(to other: Hunk) -> Int {
    max(other.a.lowerBound - a.upperBound, a.lowerBound - other.a.upperBound)
  }

  /// Words on either side that a difference may have and still be one change of one thing.
  private static let widest = 5

  /// A small difference held by the same words on both sides: what stands in it, stands in the
  /// same slot.
  var isTight: Bool {
    aWords <= Self.widest && bWords <= Self.widest && isHeld
  }

  /// Whether the sentences match up to here and then go apart: what comes first is in one slot,
  /// whatever follows it.
  var beginsAlike: Bool {
    wordsBefore >= Self.leastBefore && (isFirstDifference || similarity >= Self.alike)
  }

  private static let leastBefore = 4
  private static let alike = 0.5

  /// Words that must match on both sides of a difference to hold it.
  private static func leastHeld(_ similarity: Double) -> Int {
    similarity >= 0.65 ? 3 : similarity >= 0.45 ? 6 : 9
  }

  /// Held by matching words before and after, or by more of them on one side at a sentence's end.
  ///
  /// The less alike the sentences are otherwise, the more words must hold it: by chance, unlike
  /// sentences share short runs.
  private var isHeld: Bool {
    let needed = Self.leastHeld(similarity)
    switch (wordsBefore > 0, wordsAfter > 0) {
    case (true, true): return wordsBefore + wordsAfter >= needed
    case (false, true): return isFirst && wordsAfter >= needed
    case (true, false): return isLast && wordsBefore >= needed
    case (false, false): return false
    }
  }
}
