/// Two texts that share keys; `a` is the earlier one.
struct KeyPair: Sendable, Hashable {
  let a: Int
  let b: Int
  /// Sum of the shared keys' weights.
  let weight: Float
}

/// Finds the pairs of texts that share keys, by an inverted index.
struct PairIndex: Sendable {
  /// Pairs of less weight are left out.
  var least: Float
  /// Later texts that are kept for one text at most, those of most weight.
  var most = Int.max
  /// Whether a pair's weight is divided by the geometric mean of what either text weighs alone,
  /// which makes it a cosine.
  var isRelative = false
  /// Entries of posting lists that are read for one text: `base + perKey × its lists` at most.
  ///
  /// Lists are read shortest first, so boilerplate that thousands of texts share is what stays
  /// unread.
  var base = 4096
  var perKey = 64
  /// Weight of a key by the number of texts that have it.
  var weigh: @Sendable (Int) -> Float

  struct Found: Sendable {
    /// Sorted by a, then b.
    var pairs: [KeyPair]
    /// Texts for which the budget ended before their lists did, ascending.
    var curtailed: [Int]
  }

  /// - Parameter keys: the distinct keys of each text.
  /// - Complexity: O(keys + entries read); entries read are bounded by the budget.
  func pairs(_ keys: [[UInt64]], jobs: Int) -> Found {
    let postings = Postings(keys, jobs: jobs)
    let (lists, starts) = postings.byText(keys.count)
    let norms = isRelative ? self.norms(keys, postings, lists: lists, starts: starts) : []
    let block = 128
    let blocks = (keys.count + block - 1) / block
    let parts = Parallel.map(blocks, jobs: jobs) { number -> Found in
      var found = Found(pairs: [], curtailed: [])
      var weights = [Float](repeating: 0, count: keys.count)
      var touched: [UInt32] = []
      for text in number * block..<min(keys.count, (number + 1) * block) {
        visit(
          text, lists: lists[starts[text]..<starts[text + 1]], postings, norms, &weights,
          &touched, &found)
      }
      return found
    }
    return Found(
      pairs: parts.flatMap(\.pairs), curtailed: parts.flatMap(\.curtailed))
  }

  /// What each text weighs by itself.
  private func norms(
    _ keys: [[UInt64]], _ postings: Postings, lists: [UInt32], starts: [Int]
  ) -> [Float] {
    let single = weigh(1)
    return keys.indices.map { text in
      let shared = lists[starts[text]..<starts[text + 1]]
      return shared.reduce(Float(keys[text].count - shared.count) * single) {
        $0 + weigh(postings.list(Int($1)).count)
      }
    }
  }

  private func visit(
    _ text: Int, lists: ArraySlice<UInt32>, _ postings: Postings, _ norms: [Float],
    _ weights: inout [Float], _ touched: inout [UInt32], _ found: inout Found
  ) {
    guard !lists.isEmpty else { return }
    let budget = base + perKey * lists.count
    var total = 0
    for list in lists { total += postings.list(Int(list)).count }
    var order = lists
    if total > budget {
      found.curtailed.append(text)
      order = ArraySlice(
        lists.map { (postings.list(Int($0)).count, $0) }.sorted { $0 < $1 }.map(\.1))
    }
    var read = 0
    postings.texts.withUnsafeBufferPointer { texts in
      weights.withUnsafeMutableBufferPointer { weights in
        for list in order {
          let range = postings.list(Int(list))
          read += range.count
          if total > budget, read > budget { break }
          let weight = weigh(range.count)
          for at in range.reversed() {
            let other = texts[at]
            guard other > UInt32(text) else { break }
            if weights[Int(other)] == 0 { touched.append(other) }
            weights[Int(other)] += weight
          }
        }
      }
    }
    var pairs: [KeyPair] = []
    for other in touched {
      var weight = weights[Int(other)]
      weights[Int(other)] = 0
      if isRelative { weight /= (norms[text] * norms[Int(other)]).squareRoot() }
      if weight >= least { pairs.append(KeyPair(a: text, b: Int(other), weight: weight)) }
    }
    if pairs.count > most {
      pairs.sort { ($1.weight, $0.b) < ($0.weight, $1.b) }
      pairs.removeLast(pairs.count - most)
    }
    found.pairs += pairs.sorted { $0.b < $1.b }
    touched.removeAll(keepingCapacity: true)
  }
}
