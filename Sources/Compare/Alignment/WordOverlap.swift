/// Words that two sentences share in the same order.
enum WordOverlap {
  /// Length of the longest common subsequence, bit-parallel (Hyyrö, "Bit-Parallel LCS-length
  /// Computation Revisited", 2004).
  ///
  /// - Complexity: O(a × b / 64) and the look for equal words, O(a × b) comparisons.
  static func common(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>) -> Int {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let limbs = (a.count + 63) / 64
    return a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        limbs == 1 ? short(a, b) : long(a, b, limbs: limbs)
      }
    }
  }

  /// Words that two runs of tokens share in any order, or a few more: no alignment matches more.
  ///
  /// Words are counted by the last bits of their hashes, so that some count as one.
  ///
  /// - Complexity: O(a + b).
  static func mostCommon(_ a: ArraySlice<Token>, _ b: ArraySlice<Token>) -> Int {
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { counts in
      counts.initialize(repeating: 0)
      for token in a where token.isWord { counts[Int(token.hash % 256)] += 1 }
      var common = 0
      for token in b where token.isWord && counts[Int(token.hash % 256)] > 0 {
        counts[Int(token.hash % 256)] -= 1
        common += 1
      }
      return common
    }
  }

  private static func short(
    _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>
  ) -> Int {
    var row = ~UInt64(0)
    for word in b {
      var match: UInt64 = 0
      for at in 0..<a.count where a[at] == word { match |= 1 << UInt64(at) }
      let both = row & match
      row = (row &+ both) | (row &- both)
    }
    let used = a.count == 64 ? ~UInt64(0) : (1 << UInt64(a.count)) - 1
    return (~row & used).nonzeroBitCount
  }

  private static func long(
    _ a: UnsafeBufferPointer<UInt32>, _ b: UnsafeBufferPointer<UInt32>, limbs: Int
  ) -> Int {
    var row = [UInt64](repeating: ~0, count: limbs)
    var match = [UInt64](repeating: 0, count: limbs)
    for word in b {
      for limb in 0..<limbs { match[limb] = 0 }
      for at in 0..<a.count where a[at] == word { match[at >> 6] |= 1 << UInt64(at & 63) }
      var carry: UInt64 = 0
      for limb in 0..<limbs {
        let both = row[limb] & match[limb]
        let (first, over) = row[limb].addingReportingOverflow(both)
        let (sum, overAgain) = first.addingReportingOverflow(carry)
        carry = over || overAgain ? 1 : 0
        row[limb] = sum | (row[limb] & ~both)
      }
    }
    var zeros = 0
    for at in 0..<a.count where row[at >> 6] >> UInt64(at & 63) & 1 == 0 { zeros += 1 }
    return zeros
  }
}
