/// The symbols of a run: sets of word classes from the word table, and sets of traits as they turn
/// up; each in four ways of writing.
struct Symbols: Sendable {
  private struct Kind: Hashable {
    let traits: UInt64
    let classSet: Int32
  }

  private let classSets: [Set<Int>]
  private var kinds: [Kind] = []
  private var numbers: [Kind: Int32] = [:]

  init(_ table: WordTable) { classSets = table.classSets }

  /// The symbol of a word, by its class set.
  @inline(__always)
  static func word(_ classSet: Int32, _ writing: Int32) -> Int32 { classSet << 2 | writing }

  /// The symbol of anything with traits; digits can be words of the grammar, too.
  mutating func symbol(_ traits: Traits, _ writing: Int32, classSet: Int32 = 0) -> Int32 {
    let kind = Kind(traits: traits.rawValue, classSet: classSet)
    if let known = numbers[kind] { return known << 2 | writing }
    let number = Int32(classSets.count + kinds.count)
    numbers[kind] = number
    kinds.append(kind)
    return number << 2 | writing
  }

  func meets(_ label: Label, _ symbol: Int32) -> Bool {
    if let glued = label.glued, glued != (symbol & Item.spaced == 0) { return false }
    if let capital = label.capital, capital != (symbol & Item.capital != 0) { return false }
    let base = Int(symbol >> 2)
    let kind =
      base < classSets.count
      ? Kind(traits: 0, classSet: Int32(base)) : kinds[base - classSets.count]
    switch label.wanted {
    case .word(let number): return classSets[Int(kind.classSet)].contains(number)
    case .trait(let wanted): return Traits(rawValue: kind.traits).isSuperset(of: wanted)
    }
  }
}
