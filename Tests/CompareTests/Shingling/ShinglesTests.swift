import Testing

@testable import Compare

@Suite struct ShinglesTests {
  private func tokens(_ text: String) -> [Token] {
    let bytes = Array(text.utf8)
    return Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count))
  }

  /// Words that never repeat.
  private func words(_ range: Range<Int>) -> String {
    range.map { number in
      String(
        String(number).map {
          Character(["q", "w", "e", "r", "t", "z", "u", "i", "o", "p"][$0.wholeNumberValue ?? 0])
        })
    }.joined(separator: " ")
  }

  @Test(arguments: 0..<40) func sharedRunOfGuaranteedLengthIsSeen(offset: Int) {
    let shingles = Shingles()
    let run = words(1000..<1000 + shingles.guarantee)
    let left = "\(words(0..<offset)) \(run) \(words(100..<130))"
    let right = "\(words(200..<237)) \(run) \(words(300..<300 + offset))"
    let shared = Set(shingles.fingerprints(of: tokens(left)))
      .intersection(shingles.fingerprints(of: tokens(right)))
    #expect(!shared.isEmpty)
  }

  @Test func shorterRunsThanAShingleAreNotSeen() {
    let shingles = Shingles()
    let left = "\(words(0..<20)) one two three four \(words(20..<40))"
    let right = "\(words(50..<70)) one two three four \(words(70..<90))"
    let shared = Set(shingles.fingerprints(of: tokens(left)))
      .intersection(shingles.fingerprints(of: tokens(right)))
    #expect(shared.isEmpty)
  }

  @Test func keepsTheDensityOfWinnowing() {
    let kept = Shingles().fingerprints(of: tokens(words(0..<5000)))
    #expect((1300...1550).contains(kept.count))
  }

  @Test(arguments: [0, 1, 4, 5, 6]) func shortTexts(count: Int) {
    let kept = Shingles().fingerprints(of: tokens(words(0..<count)))
    #expect(kept.count == (count < 5 ? 0 : 1))
  }

  @Test func radixSortSorts() {
    var state: UInt64 = 7
    var keys: [UInt64] = (0..<3000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state
    }
    let expected = keys.sorted()
    RadixSort.sort(&keys)
    #expect(keys == expected)
  }
}
