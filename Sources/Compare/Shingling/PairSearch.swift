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
  /// Weight of a key by the number of texts that have it.
  private let keyWeights: [Float]

  init(index: PairIndex, keys: [[UInt64]], postings: Postings) {
    (self.index, self.postings) = (index, postings)
    let (lists, starts) = postings.byText(keys.count)
    (self.lists, self.starts) = (lists, starts)
    let weights = [0] + (1...max(1, keys.count)).map(index.weigh)
    keyWeights = weights
    let norms = keys.indices.map { text -> Float in
      guard index.isRelative else { return 1 }
      let shared = lists[starts[text]..<starts[text + 1]]
      return shared.reduce(Float(keys[text].count - shared.count) * weights[1]) {
        $0 + weights[postings.list(Int($1)).count]
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
    var short: [UInt32] = []
    short.reserveCapacity(own.count)
    for list in own where count(list) <= longest { short.append(list) }
    if !read(short, after: UInt32(rank), &weights) {
      found.curtailed.append(text)
    }
    var pairs: [KeyPair] = []
    weights.drain(from: rank + 1) { rank in
      // No later text has a smaller scale; a little less, for the sums are rounded.
      (index.least * scale(text, Int(order[rank])) - unread) * 0.9999
    } _: { place, read in
      let other = Int(order[place])
      let scale = scale(text, other)
      guard read + unread >= index.least * scale else { return }
      var weight = read
      if unread > 0 { weight += shared(own, other, above: longest) }
      weight /= scale
      if weight >= index.least {
        pairs.append(KeyPair(a: min(text, other), b: max(text, other), weight: weight))
      }
    }
    if pairs.count > index.most {
      pairs.sort { ($1.weight, $0.a, $0.b) < ($0.weight, $1.a, $1.b) }
      pairs.removeLast(pairs.count - index.most)
    }
    found.pairs += pairs
  }

  /// What the weight of two texts is divided by.
  private func scale(_ text: Int, _ other: Int) -> Float {
    (norms[text] * norms[other]).squareRoot()
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
    return withUnsafeTemporaryAllocation(of: Float.self, capacity: 32) { weights in
      weights.initialize(repeating: 0)
      for list in own {
        let length = count(list)
        weights[Int.bitWidth - length.leadingZeroBitCount - 1] += keyWeights[length]
      }
      var power = weights.count - 1
      var unread: Float = 0
      while power > 0, unread + weights[power] < limit {
        unread += weights[power]
        power -= 1
      }
      return (1 << (power + 1) - 1, unread)
    }
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
      weights.add(keyWeights[range.count], to: ranks[range], after: rank)
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
      if lists[at] == list, count(list) > length { sum += keyWeights[count(list)] }
    }
    return sum
  }
}
