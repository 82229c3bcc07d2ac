/// Runs of words that two sentences share.
struct WordRuns {
  /// Distinct pairs of neighbouring words in common.
  private(set) var pairs = 0
  /// Weight of the heaviest run in common.
  private(set) var heaviest: Float = 0

  /// - Complexity: O(a × b).
  init(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) {
    var found: [UInt64] = []
    withUnsafeTemporaryAllocation(of: Float.self, capacity: b.count + 1) { weights in
      // The weight of the run that ends at each word of b and at the word of a before.
      weights.update(repeating: 0)
      var isClear = true
      var before: UInt32 = 0
      let others = Sketch(b)
      for word in a {
        defer { before = word }
        guard others.mayHold(word) else {
          if !isClear { weights.update(repeating: 0) }
          isClear = true
          continue
        }
        isClear = false
        let weight = Term.weight(word)
        b.withUnsafeBufferPointer { b in
          var at = b.count
          while at > 0 {
            at -= 1
            guard b[at] == word else {
              weights[at + 1] = 0
              continue
            }
            let run = weights[at]
            weights[at + 1] = run + weight
            heaviest = max(heaviest, run + weight)
            let pair = UInt64(before) << 32 | UInt64(word)
            // Sentences share few pairs.
            if run > 0, !found.contains(pair) { found.append(pair) }
          }
        }
      }
    }
    pairs = found.count
  }
}

/// A set of words that may say that it holds one more than it does (Bloom, 1970): most words of one
/// sentence are not in the other.
private struct Sketch {
  private var low: UInt64 = 0
  private var high: UInt64 = 0

  init(_ words: ArraySlice<UInt32>) {
    for word in words {
      let bit = UInt64(1) << UInt64(word & 63)
      if word & 64 == 0 { low |= bit } else { high |= bit }
    }
  }

  func mayHold(_ word: UInt32) -> Bool {
    (word & 64 == 0 ? low : high) >> UInt64(word & 63) & 1 == 1
  }
}
