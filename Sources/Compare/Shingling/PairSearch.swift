/// What one text weighs with each other one, while its lists are read; texts by their ranks.
struct PairWeights {
  private var weights: [Float]
  /// Texts with a weight.
  private(set) var touched: [UInt32] = []

  init(texts: Int) { weights = [Float](repeating: 0, count: texts) }

  subscript(text: UInt32) -> Float { weights[Int(text)] }

  /// Adds the weight of a key to the texts of its list that come after `rank`.
  mutating func add(_ weight: Float, to list: ArraySlice<UInt32>, after rank: UInt32) {
    list.withUnsafeBufferPointer { list in
      weights.withUnsafeMutableBufferPointer { weights in
        var at = list.count
        while at > 0, list[at - 1] > rank {
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

/// Looks for the pairs of one text after another, the lightest first: each with the texts that
/// weigh more.
///
/// Where weights are cosines, the longest lists, which weigh least, are not read: together they
/// lift no text half way to the least weight. Only for texts that share enough of the shorter
/// lists is it looked up which long ones they share (MaxScore; Turtle and Flood, "Query Evaluation:
/// Strategies and Optimizations", 1995).
struct PairSearch: Sendable {
  private let index: PairIndex
  private let postings: Postings
  /// The texts by weight, ascending; a text's place here is its rank.
  private let order: [UInt32]
  /// The ranks of the texts of every list, ascending, where `postings` has their numbers.
  private let ranks: [UInt32]
  /// The lists of each text, ascending: `lists[starts[text]..<starts[text + 1]]`.
  private let lists: [UInt32]
  private let starts: [Int]
  /// What each text weighs by itself; 1 where weights are no cosines.
  private let norms: [Float]

  init(index: PairIndex, keys: [[UInt64]], postings: Postings) {
    (self.index, self.postings) = (index, postings)
    let (lists, starts) = postings.byText(keys.count)
    (self.lists, self.starts) = (lists, starts)
    let single = index.weigh(1)
    let norms = keys.indices.map { text -> Float in
      guard index.isRelative else { return 1 }
      let shared = lists[starts[text]..<starts[text + 1]]
      return shared.reduce(Float(keys[text].count - shared.count) * single) {
        $0 + index.weigh(postings.list(Int($1)).count)
      }
    }
    self.norms = norms
    order = (0..<UInt32(keys.count)).sorted {
      (norms[Int($0)], $0) < (norms[Int($1)], $1)
    }
    var next = postings.starts
    var ranks = [UInt32](repeating: 0, count: postings.texts.count)
    for (rank, text) in order.enumerated() {
      for list in lists[starts[Int(text)]..<starts[Int(text) + 1]] {
        ranks[Int(next[Int(list)])] = UInt32(rank)
        next[Int(list)] += 1
      }
    }
    self.ranks = ranks
  }

  /// Adds the pairs of the text of a rank with texts of higher ranks.
  func visit(_ rank: Int, _ weights: inout PairWeights, _ found: inout PairIndex.Found) {
    let text = Int(order[rank])
    let own = lists[starts[text]..<starts[text + 1]]
    guard !own.isEmpty else { return }
    let (longest, unread) = cut(own, norms[text])
    if !read(own.filter { count($0) <= longest }, after: UInt32(rank), &weights) {
      found.curtailed.append(text)
    }
    var pairs: [KeyPair] = []
    for place in weights.touched {
      var weight = weights[place]
      let other = Int(order[Int(place)])
      let scale = (norms[text] * norms[other]).squareRoot()
      guard weight + unread >= index.least * scale else { continue }
      if unread > 0 { weight += shared(own, other, above: longest) }
      weight /= scale
      if weight >= index.least {
        pairs.append(KeyPair(a: min(text, other), b: max(text, other), weight: weight))
      }
    }
    weights.clear()
    if pairs.count > index.most {
      pairs.sort { ($1.weight, $0.a, $0.b) < ($0.weight, $1.a, $1.b) }
      pairs.removeLast(pairs.count - index.most)
    }
    found.pairs += pairs
  }

  /// Texts that have the key of a list.
  private func count(_ list: UInt32) -> Int { postings.list(Int(list)).count }

  /// The length up to which the lists of a text are read, and what all longer ones weigh together.
  ///
  /// - Parameter norm: the text's; no text that it is compared with weighs less.
  private func cut(_ own: ArraySlice<UInt32>, _ norm: Float) -> (longest: Int, unread: Float) {
    guard index.isRelative else { return (.max, 0) }
    let limit = index.least / 2 * norm
    // Weights by powers of two of the lengths.
    var weights = [Float](repeating: 0, count: 32)
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
    return (1 << (power + 1) - 1, unread)
  }

  /// Reads lists as far as the budget goes; says whether that was far enough.
  private func read(_ own: [UInt32], after rank: UInt32, _ weights: inout PairWeights) -> Bool {
    let budget = index.base + index.perKey * own.count
    let total = own.reduce(0) { $0 + count($1) }
    var order = own
    if total > budget {
      order = own.map { (count($0), $0) }.sorted { $0 < $1 }.map(\.1)
    }
    var read = 0
    for list in order {
      let range = postings.list(Int(list))
      read += range.count
      if total > budget, read > budget { break }
      weights.add(index.weigh(range.count), to: ranks[range], after: rank)
    }
    return total <= budget
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
