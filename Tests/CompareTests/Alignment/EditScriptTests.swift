import Testing

@testable import Compare

@Suite("Word alignment") struct EditScriptTests {
  /// Texts of few different words, so that there are many ways to align them.
  private func words(_ count: Int, seed: inout UInt64) -> [UInt64] {
    (0..<count).map { _ in
      seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return 10 + (seed >> 33) % 7
    }
  }

  private func tokens(_ words: [UInt64]) -> [Token] {
    words.enumerated().map {
      Token(start: UInt32($0 * 2), length: 1, kind: .word, flags: .spaceBefore, hash: $1)
    }
  }

  /// Lengths of common subsequences by the textbook's table.
  private func lengths(_ a: [UInt64], _ b: [UInt64]) -> [[Int]] {
    var table = [[Int]](
      repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in a.indices.reversed() {
      for j in b.indices.reversed() {
        table[i][j] =
          a[i] == b[j] ? table[i + 1][j + 1] + 1 : max(table[i + 1][j], table[i][j + 1])
      }
    }
    return table
  }

  /// Sizes below, at and above the words of bits that the algorithm works in.
  @Test(arguments: [(0, 5), (5, 0), (1, 1), (12, 9), (63, 70), (64, 64), (65, 40), (130, 200)])
  func aligns(_ sizes: (Int, Int)) {
    for number in 0..<20 {
      var seed = UInt64(number)
      let a = words(sizes.0, seed: &seed)
      let b = words(sizes.1, seed: &seed)
      let edits = EditScript.edits(tokens(a)[...], tokens(b)[...])
      var (i, j, matching) = (0, 0, 0)
      for edit in edits {
        #expect(edit.a.lowerBound == i && edit.b.lowerBound == j)
        (i, j) = (edit.a.upperBound, edit.b.upperBound)
        guard edit.isMatch else { continue }
        #expect(Array(a[edit.a]) == Array(b[edit.b]))
        matching += edit.a.count
      }
      #expect(i == a.count && j == b.count)
      #expect(matching == lengths(a, b)[0][0])
      #expect(zip(edits, edits.dropFirst()).allSatisfy { $0.isMatch != $1.isMatch })
    }
  }

  @Test func stepsAreThoseOfTheTable() {
    var seed: UInt64 = 3
    let a = words(70, seed: &seed)
    let b = words(66, seed: &seed)
    let table = lengths(a, b)
    a.withUnsafeBufferPointer { left in
      b.withUnsafeBufferPointer { right in
        CommonSteps.with(left, right) { steps in
          for i in a.indices {
            for j in 0...b.count {
              #expect(steps.canPass(i, at: j) == (table[i + 1][j] == table[i][j]))
            }
          }
        }
      }
    }
  }
}
