/// What one text weighs with each later one, while its lists are read.
struct PairWeights {
  private var weights: [Float]
  /// Texts with a weight.
  private(set) var touched: [UInt32] = []

  init(texts: Int) { weights = [Float](repeating: 0, count: texts) }

  subscript(text: UInt32) -> Float { weights[Int(text)] }

  /// Adds the weight of a key to the texts of its list that come after `first`.
  mutating func add(_ weight: Float, to list: ArraySlice<UInt32>, after first: UInt32) {
    list.withUnsafeBufferPointer { list in
      weights.withUnsafeMutableBufferPointer { weights in
        var at = list.count
        while at > 0, list[at - 1] > first {
          at -= 1
          let text = Int(list[at])
          if weights[text] == 0 { touched.append(list[at]) }
          weights[text] += weight
        }
      }
    }
  }

  mutating func clear() {
    for text in touched { weights[Int(text)] = 0 }
    touched.removeAll(keepingCapacity: true)
  }
}

/// Looks for the pairs of one text after another.
///
/// Where weights are cosines, the longest lists, which weigh least, are not read: together they
/// lift no two texts half way to the least weight. Only for texts that share enough of the shorter
/// lists is it looked up which long ones they share (MaxScore; Turtle and Flood, "Query Evaluation:
/// Strategies and Optimizations", 1995).
struct PairSearch: Sendable {
  private let index: PairIndex
  private let postings: Postings
  /// The lists of each text, ascending: `lists[starts[text]..<starts[text + 1]]`.
  private let lists: [UInt32]
  private let starts: [Int]
  /// What each text weighs by itself, and the least of these; empty where weights are no cosines.
  private let norms: [Float]
  private let leastNorm: Float

  init(index: PairIndex, keys: [[UInt64]], postings: Postings) {
    (self.index, self.postings) = (index, postings)
    let (lists, starts) = postings.byText(keys.count)
    (self.lists, self.starts) = (lists, starts)
    guard index.isRelative else {
      (norms, leastNorm) = ([], 0)
      return
    }
    let single = index.weigh(1)
    norms = keys.indices.map { text in
      let shared = lists[starts[text]..<starts[text + 1]]
      return shared.reduce(Float(keys[text].count - shared.count) * single) {
        $0 + index.weigh(postings.list(Int($1)).count)
      }
    }
    leastNorm =
      keys.indices.lazy.filter { starts[$0] < starts[$0 + 1] }.map { [norms] in norms[$0] }
      .min() ?? 0
  }

  /// Adds the pairs of a text with later ones.
  func visit(_ text: Int, _ weights: inout PairWeights, _ found: inout PairIndex.Found) {
    let own = lists[starts[text]..<starts[text + 1]]
    guard !own.isEmpty else { return }
    let (longest, unread) = cut(own, text)
    read(own.filter { count($0) <= longest }, of: text, &weights, &found)
    var pairs: [KeyPair] = []
    for other in weights.touched {
      var weight = weights[other]
      if index.isRelative {
        let scale = (norms[text] * norms[Int(other)]).squareRoot()
        guard weight + unread >= index.least * scale else { continue }
        if unread > 0 { weight += shared(own, Int(other), above: longest) }
        weight /= scale
      }
      if weight >= index.least { pairs.append(KeyPair(a: text, b: Int(other), weight: weight)) }
    }
    weights.clear()
    if pairs.count > index.most {
      pairs.sort { ($1.weight, $0.b) < ($0.weight, $1.b) }
      pairs.removeLast(pairs.count - index.most)
    }
    found.pairs += pairs.sorted { $0.b < $1.b }
  }

  /// Texts that have the key of a list.
  private func count(_ list: UInt32) -> Int { postings.list(Int(list)).count }

  /// The length up to which lists are read, and what all longer ones weigh together.
  private func cut(_ own: ArraySlice<UInt32>, _ text: Int) -> (longest: Int, unread: Float) {
    guard index.isRelative else { return (.max, 0) }
    let limit = index.least / 2 * (norms[text] * leastNorm).squareRoot()
    // Weights by powers of two of the lengths.
    var weights = [Float](repeating: 0, count: Int.bitWidth)
    for list in own {
      let length = count(list)
      weights[Int.bitWidth - length.leadingZeroBitCount - 1] += index.weigh(length)
    }
    var power = weights.count - 1
    var unread: Float = 0
    while power > 0, unread + weights[power] < limit {
      unread += weights[power]
      power -= 1
    }
    return (power + 1 < Int.bitWidth - 1 ? 1 << (power + 1) - 1 : .max, unread)
  }

  /// Reads lists as far as the budget goes.
  private func read(
    _ own: [UInt32], of text: Int, _ weights: inout PairWeights, _ found: inout PairIndex.Found
  ) {
    let budget = index.base + index.perKey * own.count
    let total = own.reduce(0) { $0 + count($1) }
    var order = own
    if total > budget {
      found.curtailed.append(text)
      order = own.map { (count($0), $0) }.sorted { $0 < $1 }.map(\.1)
    }
    var read = 0
    for list in order {
      let range = postings.list(Int(list))
      read += range.count
      if total > budget, read > budget { break }
      weights.add(index.weigh(range.count), to: postings.texts[range], after: UInt32(text))
    }
  }

  /// What the lists weigh together that are longer than `length` and shared with another text.
  private func shared(_ own: ArraySlice<UInt32>, _ other: Int, above length: Int) -> Float {
    var sum: Float = 0
    var at = starts[other]
    let end = starts[other + 1]
    for list in own {
      while at < end, lists[at] < list { at += 1 }
      guard at < end else { break }
      if lists[at] == list, count(list) > length { sum += index.weigh(count(list)) }
    }
    return sum
  }
}
