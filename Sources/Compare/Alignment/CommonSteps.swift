/// Where the longest common subsequence of what is left of two texts grows: a bit for each word of
/// the first, a row of bits for each place in the second.
///
/// Sixty-four words at a time, after Hyyrö, "Bit-Parallel LCS-length Computation Revisited" (2004),
/// on the texts read backwards.
struct CommonSteps {
  private let rows: Int
  /// Words of bits for each place.
  private let width: Int
  /// Bit `rows - 1 - i` of place `j`: whether the word `i` adds nothing to what the texts from `i`
  /// and from `j` on have in common.
  private var steps: [UInt64]

  /// - Complexity: O(left × right / 64).
  init(_ left: ArraySlice<UInt64>, _ right: ArraySlice<UInt64>) {
    rows = left.count
    width = (rows + 63) / 64
    steps = [UInt64](repeating: .max, count: (right.count + 1) * width)
    guard rows > 0, !right.isEmpty else { return }
    let places = WordPlaces(left, width: width)
    steps.withUnsafeMutableBufferPointer { steps in
      var row = right.count * width
      for word in right.reversed() {
        let place = places.start(of: word)
        var carry: UInt64 = 0
        for offset in 0..<width {
          let before = steps[row + offset]
          let here = place < 0 ? 0 : places.bits[place + offset]
          let (sum, overflows) = before.addingReportingOverflow(before & here)
          let (total, carries) = sum.addingReportingOverflow(carry)
          steps[row - width + offset] = total | before & ~here
          carry = overflows || carries ? 1 : 0
        }
        row -= width
      }
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

/// Where each word of a text stands, counted from its end, as bits.
private struct WordPlaces {
  private let width: Int
  /// Open addressing: the number of the word at a place, or -1.
  private var numbers: [Int32]
  private var words: [UInt64] = []
  private(set) var bits: [UInt64] = []

  init(_ text: ArraySlice<UInt64>, width: Int) {
    self.width = width
    var size = 16
    while size < text.count * 2 { size *= 2 }
    numbers = [Int32](repeating: -1, count: size)
    words.reserveCapacity(text.count)
    bits.reserveCapacity(text.count * width)
    for (offset, word) in text.reversed().enumerated() {
      let at = place(of: word)
      if numbers[at] < 0 {
        numbers[at] = Int32(words.count)
        words.append(word)
        for _ in 0..<width { bits.append(0) }
      }
      bits[Int(numbers[at]) * width + offset / 64] |= 1 << UInt64(offset % 64)
    }
  }

  private func place(of word: UInt64) -> Int {
    var at = Int(truncatingIfNeeded: word) & (numbers.count - 1)
    while numbers[at] >= 0, words[Int(numbers[at])] != word { at = (at + 1) & (numbers.count - 1) }
    return at
  }

  /// Where the bits of a word begin; negative for one that stands nowhere.
  func start(of word: UInt64) -> Int { Int(numbers[place(of: word)]) * width }
}
