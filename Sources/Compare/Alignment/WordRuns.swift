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
      var before: UInt32 = 0
      for word in a {
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
        before = word
      }
    }
    pairs = found.count
  }
}
