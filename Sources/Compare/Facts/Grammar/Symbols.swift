/// The symbols of a run: sets of word classes from the word table, and sets of traits as they turn
/// up; each in four ways of writing.
struct Symbols: Sendable {
  /// What a symbol stands for, however it is written.
  struct Kind: Equatable {
    let traits: Traits
    let classSet: Int32
  }

  /// The kinds that every text has; their numbers are those of their cases.
  enum Common: Int32, CaseIterable {
    /// The end of a sentence, and what lies beyond the text.
    case edge
    /// A sign that no pattern names.
    case sign
    case quoteMark
    /// Words that no lexicon knows: whether the first and the last of them can be of a name.
    case words, nameThenWord, wordThenName, names

    init(startsName: Bool, endsName: Bool) {
      self = startsName ? (endsName ? .names : .nameThenWord) : (endsName ? .wordThenName : .words)
    }

    fileprivate var traits: Traits {
      switch self {
      case .edge: .edge
      case .sign: .sign
      case .quoteMark: .quoteMark
      case .words: [.letters, .word]
      case .nameThenWord: [.letters, .nameAfter]
      case .wordThenName: [.letters, .word, .nameBefore]
      case .names: [.letters, .nameAfter, .nameBefore]
      }
    }
  }

  let words: WordTable
  private let wordKinds: Int32
  private var kinds: [Kind] = []
  /// Places of kinds by their hash, open addressing; -1 is an empty place.
  private var places: [Int32] = Array(repeating: -1, count: 256)

  init(_ table: WordTable) {
    words = table
    wordKinds = Int32(table.classSetCount)
    for kind in Common.allCases { _ = symbol(kind.traits, 0) }
  }

  /// The symbol of a word, by its class set.
  @inline(__always)
  static func word(_ classSet: Int32, _ writing: Int32) -> Int32 { classSet << 2 | writing }

  @inline(__always)
  func symbol(_ kind: Common, _ writing: Int32) -> Int32 {
    (wordKinds + kind.rawValue) << 2 | writing
  }

  /// The symbol of anything with traits; digits can be words of the grammar, too.
  mutating func symbol(_ traits: Traits, _ writing: Int32, classSet: Int32 = 0) -> Int32 {
    let kind = Kind(traits: traits, classSet: classSet)
    var at = place(kind)
    if places[at] < 0 {
      if (kinds.count + 1) * 2 > places.count {
        grow()
        at = place(kind)
      }
      places[at] = Int32(kinds.count)
      kinds.append(kind)
    }
    return (wordKinds + places[at]) << 2 | writing
  }

  /// Where a kind is, or would be.
  private func place(_ kind: Kind) -> Int {
    let mixed =
      (kind.traits.rawValue ^ UInt64(UInt32(kind.classSet)) << 40) &* 0x9E37_79B9_7F4A_7C15
    var at = Int(truncatingIfNeeded: mixed >> 32) & (places.count - 1)
    while places[at] >= 0, kinds[Int(places[at])] != kind { at = (at + 1) & (places.count - 1) }
    return at
  }

  private mutating func grow() {
    places = Array(repeating: -1, count: places.count * 2)
    for (number, kind) in kinds.enumerated() { places[place(kind)] = Int32(number) }
  }

  /// What a symbol stands for, and how it is written.
  func kind(of symbol: Int32) -> (kind: Kind, writing: Int32) {
    let number = symbol >> 2
    let kind =
      number < wordKinds
      ? Kind(traits: [], classSet: number) : kinds[Int(number - wordKinds)]
    return (kind, symbol & 3)
  }
}
