/// The symbols of a run: sets of word classes from the word table, and sets of traits as they turn
/// up; each in four ways of writing.
struct Symbols: Sendable {
  private struct Kind {
    let traits: UInt64
    let classSet: Int32
  }

  private let words: WordTable
  private var kinds: [Kind] = []
  /// Places of kinds by their hash, open addressing; -1 is an empty place.
  private var places: [Int32] = Array(repeating: -1, count: 256)

  init(_ table: WordTable) { words = table }

  /// The symbol of a word, by its class set.
  @inline(__always)
  static func word(_ classSet: Int32, _ writing: Int32) -> Int32 { classSet << 2 | writing }

  /// The symbol of anything with traits; digits can be words of the grammar, too.
  mutating func symbol(_ traits: Traits, _ writing: Int32, classSet: Int32 = 0) -> Int32 {
    var at = place(traits.rawValue, classSet)
    if places[at] < 0 {
      if (kinds.count + 1) * 2 > places.count {
        grow()
        at = place(traits.rawValue, classSet)
      }
      places[at] = Int32(kinds.count)
      kinds.append(Kind(traits: traits.rawValue, classSet: classSet))
    }
    return (Int32(words.classSetCount) + places[at]) << 2 | writing
  }

  /// Where a kind is, or would be.
  private func place(_ traits: UInt64, _ classSet: Int32) -> Int {
    let mixed = (traits ^ UInt64(UInt32(classSet)) << 40) &* 0x9E37_79B9_7F4A_7C15
    var at = Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
    while places[at] >= 0 {
      let kind = kinds[Int(places[at])]
      if kind.traits == traits, kind.classSet == classSet { break }
      at = (at + 1) & (places.count - 1)
    }
    return at
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for (number, kind) in kinds.enumerated() {
      places[place(kind.traits, kind.classSet)] = Int32(number)
    }
  }

  func meets(_ label: Label, _ symbol: Int32) -> Bool {
    if let glued = label.glued, glued != (symbol & Item.spaced == 0) { return false }
    if let capital = label.capital, capital != (symbol & Item.capital != 0) { return false }
    let base = Int(symbol >> 2)
    let kind =
      base < words.classSetCount
      ? Kind(traits: 0, classSet: Int32(base)) : kinds[base - words.classSetCount]
    switch label.wanted {
    case .word(let number): return words.has(number, classSet: kind.classSet)
    case .trait(let wanted): return Traits(rawValue: kind.traits).isSuperset(of: wanted)
    }
  }
}
