/// Which texts share which keys: two flat arrays, no dictionary.
///
/// Keys that only one text has are not kept.
struct Postings: Sendable {
  /// Texts of every list, one list after another, ascending within a list.
  let texts: [UInt32]
  /// Where each list begins in `texts`; one more for the end.
  let starts: [UInt32]

  /// - Parameters:
  ///   - keys: the keys of each text, ascending; hashes, of which the upper bits count.
  ///   - jobs: threads at most.
  /// - Complexity: O(keys) time; a byte or two a key and thread while sorting.
  init(_ keys: [[UInt64]], jobs: Int) {
    // One word holds the upper bits of the key and the text's number.
    let width = UInt64(max(1, Int.bitWidth - max(1, keys.count - 1).leadingZeroBitCount))
    let low = (UInt64(1) << width) - 1
    // Each shard holds a range of the hash space: shards sort apart, join in order, and keep what
    // is in hand at any time small.
    let shards = 8
    let total = keys.reduce(0) { $0 + $1.count }
    let sorted = Parallel.map(shards, jobs: jobs) { shard -> Lists in
      var packed: [UInt64] = []
      packed.reserveCapacity(total / shards + total / shards / 8)
      for text in 0..<keys.count {
        let keys = keys[text]
        var at = Self.first(keys, from: UInt64(shard) << 61)
        while at < keys.count, Int(keys[at] >> 61) == shard {
          packed.append(keys[at] & ~low | UInt64(text))
          at += 1
        }
      }
      RadixSort.sort(&packed, known: 3)
      return Lists(packed, low: low)
    }
    var texts: [UInt32] = []
    var starts: [UInt32] = [0]
    texts.reserveCapacity(sorted.reduce(0) { $0 + $1.texts.count })
    starts.reserveCapacity(sorted.reduce(1) { $0 + $1.ends.count })
    for lists in sorted {
      let base = UInt32(texts.count)
      texts.append(contentsOf: lists.texts)
      for end in lists.ends { starts.append(base + end) }
    }
    (self.texts, self.starts) = (texts, starts)
  }

  /// Where the first key is that is not less than `least`.
  private static func first(_ keys: [UInt64], from least: UInt64) -> Int {
    var low = 0
    var high = keys.count
    while low < high {
      let middle = (low + high) / 2
      if keys[middle] < least { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Number of lists.
  var count: Int { starts.count - 1 }

  func list(_ number: Int) -> Range<Int> { Int(starts[number])..<Int(starts[number + 1]) }

  /// The lists that each text is in, ascending: `lists[starts[text]..<starts[text + 1]]`.
  func byText(_ count: Int) -> (lists: [UInt32], starts: [Int]) {
    var starts = [Int](repeating: 0, count: count + 1)
    for text in texts { starts[Int(text) + 1] += 1 }
    for text in 0..<count { starts[text + 1] += starts[text] }
    var next = starts
    var lists = [UInt32](repeating: 0, count: texts.count)
    for number in 0..<self.count {
      for at in list(number) {
        let text = Int(texts[at])
        lists[next[text]] = UInt32(number)
        next[text] += 1
      }
    }
    return (lists, starts)
  }

  /// The lists of two texts or more in a range of the keys.
  private struct Lists: Sendable {
    var texts: [UInt32] = []
    var ends: [UInt32] = []

    init(_ packed: [UInt64], low: UInt64) {
      var begin = 0
      while begin < packed.count {
        var end = begin + 1
        while end < packed.count, packed[end] & ~low == packed[begin] & ~low { end += 1 }
        if packed[begin] != packed[end - 1] {
          for at in begin..<end where at == begin || packed[at] != packed[at - 1] {
            texts.append(UInt32(packed[at] & low))
          }
          ends.append(UInt32(texts.count))
        }
        begin = end
      }
    }
  }
}
