/// What patterns can name, by the hashes of the names, and the words that they thereby know.
struct ClassNames {
  let lexicons: Lexicons
  private(set) var words = WordTableBuilder()
  /// Hash of a name → where in `wanted` is what it stands for.
  private var places = HashTable()
  private var wanted: [Label.Wanted] = []
  /// Hash of a literal word → its class.
  private var literals = HashTable()

  init(_ lexicons: Lexicons) { self.lexicons = lexicons }

  /// The class of the words of a lexicon; a class without words when there is none of the name.
  mutating func number(lexicon name: String) -> Int {
    let hash = Hash.of(name)
    let known = places[hash]
    if known != HashTable.none, case .word(let number) = wanted[Int(known)] { return number }
    let number = words.newClass()
    lexicons[name]?.forEachEntry { words.add($0, to: number, value: $1) }
    _ = places.insert(hash, UInt32(wanted.count))
    wanted.append(.word(number))
    return number
  }

  /// The class of one word as it stands in a pattern.
  mutating func number(literal word: [UInt8]) -> Int {
    let hash = word.withUnsafeBytes { Hash.of($0) }
    let known = literals[hash]
    guard known == HashTable.none else { return Int(known) }
    let number = words.newClass()
    _ = literals.insert(hash, UInt32(number))
    word.withUnsafeBufferPointer { words.add($0, to: number) }
    return number
  }

  /// What a name in `<…>` stands for; `nil` when it is no lexicon and no class.
  mutating func wanted(_ name: UnsafeBufferPointer<UInt8>) -> Label.Wanted? {
    let hash = Hash.of(name)
    let known = places[hash]
    if known != HashTable.none { return wanted[Int(known)] }
    let text = String(decoding: name, as: UTF8.self)
    if let traits = Self.traits(text) {
      _ = places.insert(hash, UInt32(wanted.count))
      wanted.append(.trait(traits))
      return .trait(traits)
    }
    return lexicons[text] == nil ? nil : .word(number(lexicon: text))
  }

  /// `number`; `number&vague`: both.
  private static func traits(_ name: String) -> Traits? {
    if let traits = Traits.named[name] { return traits }
    guard name.utf8.contains(UInt8(ascii: "&")) else { return nil }
    var all: Traits = []
    for part in name.split(separator: "&") {
      guard let traits = Traits.named[String(part)] else { return nil }
      all.formUnion(traits)
    }
    return all
  }
}
