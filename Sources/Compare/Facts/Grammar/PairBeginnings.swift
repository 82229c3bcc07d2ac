/// Which layers can begin a match at an item when a certain item follows, remembered for the pairs
/// that texts are full of.
///
/// One look for all layers, where each automaton would look for itself. What is forgotten, or not
/// known yet, costs time alone.
struct PairBeginnings: Sendable {
  /// The symbols of a pair and its layers, 24 + 24 + 16 bits; each pair has one place, and shares
  /// it. Zero is an empty place: no match begins with the symbol 0, which no lexicon knows.
  private var known = [UInt64](repeating: 0, count: 1 << bits)
  private static let bits = 13

  /// - Parameter own: the layers that can begin with the symbol, whatever follows.
  /// - Complexity: O(1), but for pairs that are not remembered.
  @inline(__always)
  mutating func layers(
    among own: Beginnings.Layers, at symbol: Int32, before follower: Int32, _ layers: [Layer]
  ) -> Beginnings.Layers {
    let pair = UInt64(UInt32(bitPattern: symbol)) << 24 | UInt64(UInt32(bitPattern: follower))
    let place = Int((pair &* 0x9E37_79B9_7F4A_7C15) >> UInt64(64 - Self.bits))
    if known[place] >> 16 == pair { return Beginnings.Layers(truncatingIfNeeded: known[place]) }
    guard symbol >> 24 == 0, follower >> 24 == 0 else { return own }
    return learn(pair, place, among: own, layers)
  }

  @inline(never)
  private mutating func learn(
    _ pair: UInt64, _ place: Int, among own: Beginnings.Layers, _ layers: [Layer]
  ) -> Beginnings.Layers {
    var found = own
    var isSure = true
    for number in layers.indices where own >> number & 1 != 0 {
      switch layers[number].canBegin(Int32(pair >> 24), before: Int32(pair & 0xFF_FFFF)) {
      case false: found &= ~(1 << number)
      case true: break
      case nil: isSure = false
      }
    }
    if isSure { known[place] = pair << 16 | UInt64(found) }
    return found
  }
}
