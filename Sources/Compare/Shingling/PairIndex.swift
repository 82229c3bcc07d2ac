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
  /// Texts of no less weight that are kept for one text at most, those of most weight with it.
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

  /// - Parameter keys: the keys of each text, ascending.
  /// - Complexity: O(keys + entries read); entries read are bounded by the budget.
  func pairs(_ keys: [[UInt64]], jobs: Int) -> Found {
    let postings = Postings(keys, jobs: jobs)
    let search = PairSearch(index: self, keys: keys, postings: postings)
    let block = 128
    let blocks = (keys.count + block - 1) / block
    let parts = Parallel.map(blocks, jobs: jobs) { number -> Found in
      var found = Found(pairs: [], curtailed: [])
      var weights = PairWeights(texts: keys.count)
      for rank in number * block..<min(keys.count, (number + 1) * block) {
        search.visit(rank, &weights, &found)
      }
      return found
    }
    return Found(
      pairs: parts.flatMap(\.pairs).sorted { ($0.a, $0.b) < ($1.a, $1.b) },
      curtailed: parts.flatMap(\.curtailed).sorted())
  }
}
