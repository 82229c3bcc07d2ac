/// Sorting of 64-bit keys.
enum RadixSort {
  /// Sorts ascending, least significant byte first; bytes that are the same in all keys cost one
  /// look.
  ///
  /// - Complexity: O(keys) time; one more array of the same size for the time of the sort.
  static func sort(_ keys: inout [UInt64]) {
    guard keys.count > 256 else { return keys.sort() }
    let count = keys.count
    var other = [UInt64](repeating: 0, count: count)
    keys.withUnsafeMutableBufferPointer { keys in
      other.withUnsafeMutableBufferPointer { other in
        var from = keys
        var to = other
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
          var starts = [Int](repeating: 0, count: 256)
          for key in from { starts[Int(truncatingIfNeeded: key >> shift & 0xFF)] += 1 }
          if starts.contains(count) { continue }
          var sum = 0
          for byte in 0..<256 { (starts[byte], sum) = (sum, sum + starts[byte]) }
          for key in from {
            let byte = Int(truncatingIfNeeded: key >> shift & 0xFF)
            to[starts[byte]] = key
            starts[byte] += 1
          }
          swap(&from, &to)
        }
        if from.baseAddress != keys.baseAddress { _ = keys.update(from: from) }
      }
    }
  }
}
