/// What the layers work on: the items of some sentences, and what was made of them.
struct Workspace: Sendable {
  /// Every sentence ends with an edge.
  var items: [Item] = []
  private(set) var meanings: [Meaning] = []
  /// Which pattern made each meaning.
  private(set) var makers: [Int32] = []
  var symbols: Symbols

  init(_ words: WordTable) { symbols = Symbols(words) }

  /// Starts anew with the items of some sentences.
  mutating func read(_ sentences: Range<Int>, of document: Document) {
    items = ItemReader(document, words: symbols.words).items(of: sentences, &symbols)
    meanings.removeAll(keepingCapacity: true)
    makers.removeAll(keepingCapacity: true)
  }

  /// The symbol at an index; beyond the items is an edge.
  func symbol(at index: Int) -> Int32 {
    items.indices.contains(index) ? items[index].symbol : symbols.symbol(.edge, 0)
  }

  /// Moves items towards the front, to where nothing is needed any more.
  mutating func move(_ range: Range<Int>, to start: Int) {
    guard start < range.lowerBound, !range.isEmpty else { return }
    items.withUnsafeMutableBufferPointer { items in
      let moved = UnsafeMutableBufferPointer(rebasing: items[start..<start + range.count])
      _ = moved.update(fromContentsOf: items[range])
    }
  }

  /// Keeps what a pattern made.
  ///
  /// - Returns: its number.
  mutating func append(_ meaning: Meaning, madeBy pattern: Int32) -> Int32 {
    meanings.append(meaning)
    makers.append(pattern)
    return Int32(meanings.count - 1)
  }
}
