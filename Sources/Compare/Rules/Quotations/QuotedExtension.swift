/// Carries a shared stretch of quoted words on over small differences at its ends, where the runs
/// that match are too short to be found by shingles.
enum QuotedExtension {
  /// A difference, and the match beyond it.
  struct Step {
    let differA: Range<Int>
    let differB: Range<Int>
    let matchA: Range<Int>
    let matchB: Range<Int>
  }

  /// Words of a difference at most, on either side, and after a stretch that is long already.
  private static let widest = 3
  private static let widestAfterLong = 5
  private static let long = 6
  /// Words of a stretch after which one matching word of meaning is enough to go on.
  private static let veryLong = 10

  /// Steps from the end of a stretch onwards, the nearest first.
  static func steps(_ a: QuotedText, _ b: QuotedText, after aStart: Int, _ bStart: Int, count: Int)
    -> [Step]
  {
    var steps: [Step] = []
    var (i, j) = (aStart, bStart)
    let widest = count >= long ? widestAfterLong : widest
    while true {
      let aEnd = end(a, from: i)
      let bEnd = end(b, from: j)
      guard
        let step = next(
          aEnd - i, bEnd - j, widest, isSame: { a.words[i + $0].key == b.words[j + $1].key },
          isEnough: { count >= Self.veryLong && a.words[i + $0].isContent })
      else { return steps }
      let (p, q) = (i + step.a, j + step.b)
      steps.append(
        Step(
          differA: i..<p, differB: j..<q, matchA: p..<p + step.count, matchB: q..<q + step.count))
      (i, j) = (p + step.count, q + step.count)
    }
  }

  /// Steps from the beginning of a stretch back, the nearest first.
  static func steps(_ a: QuotedText, _ b: QuotedText, before aEnd: Int, _ bEnd: Int, count: Int)
    -> [Step]
  {
    var steps: [Step] = []
    var (i, j) = (aEnd, bEnd)
    let widest = count >= long ? widestAfterLong : widest
    while true {
      let aStart = start(a, from: i)
      let bStart = start(b, from: j)
      guard
        let step = next(
          i - aStart, j - bStart, widest,
          isSame: { a.words[i - 1 - $0].key == b.words[j - 1 - $1].key },
          isEnough: { count >= Self.veryLong && a.words[i - 1 - $0].isContent })
      else { return steps }
      let (p, q) = (i - step.a, j - step.b)
      steps.append(
        Step(
          differA: p..<i, differB: q..<j, matchA: p - step.count..<p, matchB: q - step.count..<q))
      (i, j) = (p - step.count, q - step.count)
    }
  }

  /// The least difference beyond which two words match, or one that is the last of both or says
  /// enough.
  private static func next(
    _ aCount: Int, _ bCount: Int, _ widest: Int, isSame: (Int, Int) -> Bool,
    isEnough: (Int) -> Bool
  ) -> (a: Int, b: Int, count: Int)? {
    for size in 1...2 * widest {
      for a in max(0, size - widest)...min(widest, size) {
        let b = size - a
        var count = 0
        while a + count < aCount, b + count < bCount, isSame(a + count, b + count) { count += 1 }
        let isWhole = count > 0 && a + count == aCount && b + count == bCount
        if count >= 2 || isWhole || count == 1 && isEnough(a) { return (a, b, count) }
      }
    }
    return nil
  }

  /// The word at which the marks close, or something is left out.
  static func end(_ text: QuotedText, from word: Int) -> Int {
    var at = word
    while at < text.words.count, text.gaps[at] < .omission { at += 1 }
    return at
  }

  /// The word at which the marks open, or something was left out before.
  static func start(_ text: QuotedText, from word: Int) -> Int {
    var at = word
    while at > 0, text.gaps[at] < .omission { at -= 1 }
    return at
  }
}
