/// Where the longest common subsequence of what is left of two texts grows: a bit for each word of
/// the first, a row of bits for each place in the second.
///
/// Sixty-four words at a time, after Hyyrö, "Bit-Parallel LCS-length Computation Revisited" (2004),
/// on the texts read backwards. Lives in memory that is only borrowed, since the differences of most
/// sentences are read once and fit onto the stack.
struct CommonSteps {
  private let rows: Int
  /// Words of bits for each place.
  private let width: Int
  /// Bit `rows - 1 - i` of place `j`: whether the word `i` adds nothing to what the texts from `i`
  /// and from `j` on have in common.
  private let steps: UnsafeMutableBufferPointer<UInt64>

  /// Calls `body` with the steps of two texts, of words that are not 0.
  ///
  /// - Complexity: O(left × right / 64).
  static func with(
    _ left: UnsafeBufferPointer<UInt64>, _ right: UnsafeBufferPointer<UInt64>,
    _ body: (CommonSteps) -> Void
  ) {
    let width = (left.count + 63) / 64
    let count = (right.count + 1) * width
    let places = WordPlaces.size(left.count, width: width)
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count + places) { memory in
      let steps = UnsafeMutableBufferPointer(rebasing: memory[..<count])
      let places = UnsafeMutableBufferPointer(rebasing: memory[count...])
      body(CommonSteps(left, right, steps: steps, WordPlaces(left, width: width, in: places)))
    }
  }

  private init(
    _ left: UnsafeBufferPointer<UInt64>, _ right: UnsafeBufferPointer<UInt64>,
    steps: UnsafeMutableBufferPointer<UInt64>, _ places: WordPlaces
  ) {
    (self.steps, rows, width) = (steps, left.count, places.width)
    var row = right.count * width
    for offset in 0..<width { steps[row + offset] = .max }
    for word in right.reversed() {
      let place = places.place(of: word)
      var carry: UInt64 = 0
      for offset in 0..<width {
        let before = steps[row + offset]
        let here = places.bits(place, offset)
        let (sum, overflows) = before.addingReportingOverflow(before & here)
        let (total, carries) = sum.addingReportingOverflow(carry)
        steps[row - width + offset] = total | before & ~here
        carry = overflows || carries ? 1 : 0
      }
      row -= width
    }
  }

  /// Whether the texts from `i + 1` and from `j` on have as much in common as those from `i` and
  /// from `j` on.
  @inline(__always)
  func canPass(_ i: Int, at j: Int) -> Bool {
    let bit = rows - 1 - i
    return steps[j * width + bit / 64] &>> UInt64(bit % 64) & 1 != 0
  }
}

/// Where each word of a text stands, counted from its end, as bits: a table with open addressing, of
/// the words and behind each its bits; the word 0 is an empty place.
private struct WordPlaces {
  let width: Int
  private let mask: Int
  private let table: UnsafeMutableBufferPointer<UInt64>

  /// What the table of a text of `count` words takes.
  static func size(_ count: Int, width: Int) -> Int { places(count) * (1 + width) }

  private static func places(_ count: Int) -> Int {
    1 << (Int.bitWidth - max(8, count * 2 - 1).leadingZeroBitCount)
  }

  init(
    _ text: UnsafeBufferPointer<UInt64>, width: Int, in memory: UnsafeMutableBufferPointer<UInt64>
  ) {
    (self.width, table, mask) = (width, memory, Self.places(text.count) - 1)
    table.initialize(repeating: 0)
    for (offset, word) in text.reversed().enumerated() {
      let at = place(of: word)
      table[at] = word
      table[at + 1 + offset / 64] |= 1 << UInt64(offset % 64)
    }
  }

  @inline(__always)
  func place(of word: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: word) & mask
    while true {
      let at = place * (1 + width)
      if table[at] == word || table[at] == 0 { return at }
      place = (place + 1) & mask
    }
  }

  /// The bits of the word at a place; none for an empty one.
  @inline(__always)
  func bits(_ place: Int, _ offset: Int) -> UInt64 { table[place + 1 + offset] }
}
