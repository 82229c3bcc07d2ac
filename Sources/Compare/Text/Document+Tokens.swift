extension Document {
  /// The tokens that begin in `range`.
  /// - Complexity: O(log tokens).
  func tokens(in range: TextRange) -> Range<Int> {
    func first(from offset: Int) -> Int {
      var low = 0
      var high = tokens.count
      while low < high {
        let middle = (low + high) / 2
        if Int(tokens[middle].start) < offset { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = first(from: range.start)
    return start..<max(start, first(from: range.end))
  }
}
