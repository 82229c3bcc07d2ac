/// Sorting of 64-bit keys that are hashes, or begin with one.
enum RadixSort {
  /// Sorts hashes ascending: by as many bytes below the topmost `known` bits, which are the same in
  /// all, as tell most keys of such a number apart; what these leave out of order moves to its
  /// place one by one.
  ///
  /// - Complexity: O(keys) time as long as different keys that share the bytes are few; one more
  ///   array of the same size for the time of the sort.
  static func sort(_ keys: inout [UInt64], known: Int = 0) {
    let top = 64 - known
    let bits = keys.count <= 1 << 8 ? 8 : keys.count <= 1 << 17 ? 16 : 24
    sort(&keys, shifts: stride(from: top - bits, to: top, by: 8))
    keys.withUnsafeMutableBufferPointer { keys in
      for at in keys.indices.dropFirst() where keys[at] < keys[at - 1] {
        let key = keys[at]
        var place = at
        while place > 0, keys[place - 1] > key {
          keys[place] = keys[place - 1]
          place -= 1
        }
        keys[place] = key
      }
    }
  }

  /// One pass for each byte, the least significant first.
  ///
  /// Keys that are alike in these bytes keep their order. A byte that is the same in all keys costs
  /// one look.
  private static func sort(_ keys: inout [UInt64], shifts: StrideTo<Int>) {
    let count = keys.count
    guard count > 1 else { return }
    keys.withUnsafeMutableBufferPointer { keys in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count) { other in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { starts in
          var from = keys
          var to = other
          for shift in shifts {
            starts.update(repeating: 0)
            for key in from { starts[Int(truncatingIfNeeded: key &>> UInt64(shift)) & 0xFF] &+= 1 }
            let first = Int(truncatingIfNeeded: from[0] &>> UInt64(shift)) & 0xFF
            if starts[first] == count { continue }
            var sum: Int32 = 0
            for byte in 0..<256 { (starts[byte], sum) = (sum, sum &+ starts[byte]) }
            for key in from {
              let byte = Int(truncatingIfNeeded: key &>> UInt64(shift)) & 0xFF
              to[Int(starts[byte])] = key
              starts[byte] &+= 1
            }
            swap(&from, &to)
          }
          if from.baseAddress != keys.baseAddress { _ = keys.update(from: from) }
        }
      }
    }
  }
}
