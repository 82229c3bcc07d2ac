/// At which items which layers can begin a match, by their symbols alone.
struct Beginnings: Sendable {
  /// One bit for each layer.
  typealias Layers = UInt16

  private let layers: [Grammar.Layer]
  /// Symbol → layers, or `unknown`.
  private var known: [Layers] = []
  /// The bit of a layer that there is not: pattern files number them from 1 to 9.
  private static let unknown: Layers = 1 << 15

  init(_ layers: [Grammar.Layer]) {
    precondition(layers.count < 15)
    self.layers = layers
  }

  /// The layers that can begin a match with a symbol.
  ///
  /// - Complexity: O(1), but for symbols not seen before.
  @inline(__always)
  mutating func layers(at symbol: Int32, _ symbols: Symbols) -> Layers {
    if Int(symbol) < known.count, known[Int(symbol)] != Self.unknown { return known[Int(symbol)] }
    return learn(symbol, symbols)
  }

  @inline(never)
  private mutating func learn(_ symbol: Int32, _ symbols: Symbols) -> Layers {
    while known.count <= Int(symbol) { known.append(Self.unknown) }
    var found: Layers = 0
    for (number, layer) in layers.enumerated() {
      let met = layer.labels.met(by: symbol, symbols)
      if zip(met, layer.firstLabels).contains(where: { $0 & $1 != 0 }) { found |= 1 << number }
    }
    known[Int(symbol)] = found
    return found
  }

  /// The next index from `start` on with a layer's bit; `items.count` when there is none.
  ///
  /// - Complexity: O(result - start), four items at a time.
  @inline(__always)
  static func next(
    from start: Int, in items: UnsafeBufferPointer<Layers>, layer: Layers
  ) -> Int {
    let wanted = UInt64(layer) &* 0x0001_0001_0001_0001
    let bytes = UnsafeRawBufferPointer(items)
    var at = start
    while at + 4 <= items.count {
      let four = bytes.loadUnaligned(fromByteOffset: at * 2, as: UInt64.self).littleEndian & wanted
      if four != 0 { return at + four.trailingZeroBitCount / 16 }
      at += 4
    }
    while at < items.count, items[at] & layer == 0 { at += 1 }
    return at
  }
}
