/// What the layers work on: the items of some sentences, and what was made of them.
struct Workspace: Sendable {
  /// Every sentence ends with an edge.
  private(set) var items: [Item] = []
  /// Which layers can begin a match at each item.
  private(set) var begun: [Beginnings.Layers] = []
  private(set) var meanings: [Meaning] = []
  /// Which pattern made each meaning.
  private(set) var makers: [Int32] = []
  var symbols: Symbols
  private var beginnings: Beginnings

  init(_ grammar: Grammar) {
    symbols = Symbols(grammar.words)
    beginnings = Beginnings(grammar.layers)
  }

  /// Starts anew with the items of some sentences.
  mutating func read(_ sentences: Range<Int>, of document: Document) {
    items = ItemReader(document, words: symbols.words).items(of: sentences, &symbols)
    begun.removeAll(keepingCapacity: true)
    begun.reserveCapacity(items.count)
    for item in items { begun.append(beginnings.layers(at: item.symbol, symbols)) }
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
    items.move(range, to: start)
    begun.move(range, to: start)
  }

  /// Puts an item to where nothing is needed any more.
  mutating func put(_ item: Item, at index: Int) {
    items[index] = item
    begun[index] = beginnings.layers(at: item.symbol, symbols)
  }

  /// Gives up the items from `end` on.
  mutating func cut(at end: Int) {
    guard end < items.count else { return }
    items.removeLast(items.count - end)
    begun.removeLast(begun.count - end)
  }

  /// Keeps what a pattern made.
  mutating func append(_ meaning: Meaning, madeBy pattern: Int32) {
    meanings.append(meaning)
    makers.append(pattern)
  }
}

extension Array where Element: BitwiseCopyable {
  /// Copies elements to `start`, which lies before them.
  fileprivate mutating func move(_ range: Range<Int>, to start: Int) {
    withUnsafeMutableBufferPointer { elements in
      let target = UnsafeMutableBufferPointer(rebasing: elements[start..<start + range.count])
      _ = target.update(fromContentsOf: elements[range])
    }
  }
}
