/// Every word that a pattern or lexicon names, found by the hash of its token.
///
/// One open-addressing table, a quarter full at most: an unknown word costs one probe.
final class WordTable: Sendable {
  /// Hashes and words at their places; 0 is an empty place.
  private let places: [(hash: UInt64, word: Int32)]
  private let mask: Int

  /// Class set of each word; 0 is the empty set.
  let classSet: [Int32]
  /// How many different sets of word classes there are.
  let classSetCount: Int
  /// The classes of each set as bits, `classWidth` words of them each.
  private let classBits: [UInt64]
  private let classWidth: Int
  /// Values of words in the lexicon classes that give them, word after word.
  private let values: [LexiconValue]
  /// Where the values of each word end.
  private let valueEnds: [Int32]
  /// Whether a phrase of several words begins with this one.
  let beginsPhrase: [Bool]
  /// (node × 2³² + word) → node; nodes up to the word count are the first words.
  let phraseSteps: [UInt64: Int32]
  /// Node → the word that stands for the whole phrase.
  let phraseEnds: [Int32: Int32]

  struct LexiconValue: Sendable {
    let wordClass: Int32
    /// Not a number where the text is none.
    let number: Double
    let text: String
  }

  init(_ builder: WordTableBuilder) {
    var capacity = 64
    while capacity < builder.hashes.count * 4 { capacity *= 2 }
    mask = capacity - 1
    var places = Array(repeating: (hash: UInt64(0), word: Int32(-1)), count: capacity)
    for (hash, word) in builder.hashes {
      var at = Int(truncatingIfNeeded: hash) & mask
      while places[at].hash != 0 { at = (at + 1) & mask }
      places[at] = (hash, Int32(word))
    }
    self.places = places
    classWidth = (builder.classCount + 63) / 64
    var sets: [Set<Int>: Int32] = [[]: 0]
    var classSet: [Int32] = []
    var classBits = [UInt64](repeating: 0, count: classWidth)
    for classes in builder.classes {
      let number = sets[classes] ?? Int32(sets.count)
      classSet.append(number)
      guard sets.updateValue(number, forKey: classes) == nil else { continue }
      let start = classBits.count
      classBits += [UInt64](repeating: 0, count: classWidth)
      for number in classes { classBits[start + number / 64] |= 1 << UInt64(number % 64) }
    }
    self.classSet = classSet
    self.classBits = classBits
    classSetCount = sets.count
    var values: [LexiconValue] = []
    valueEnds = builder.values.map { ofWord in
      values += ofWord.values.sorted { $0.wordClass < $1.wordClass }
      return Int32(values.count)
    }
    self.values = values
    beginsPhrase = builder.beginsPhrase
    phraseSteps = builder.phraseSteps
    phraseEnds = builder.phraseEnds
  }

  /// The word with this hash, or -1.
  @inline(__always)
  func word(_ hash: UInt64) -> Int32 {
    places.withUnsafeBufferPointer { places in
      var at = Int(truncatingIfNeeded: hash) & mask
      while places[at].hash != 0 {
        if places[at].hash == hash { return places[at].word }
        at = (at + 1) & mask
      }
      return -1
    }
  }

  /// Whether a class belongs to a set of classes.
  @inline(__always)
  func has(_ number: Int, classSet: Int32) -> Bool {
    classBits[Int(classSet) * classWidth + number / 64] >> UInt64(number % 64) & 1 != 0
  }

  /// Where among the values that of a word is in the first of `classes` that has one; `nil` if
  /// none does.
  func valueIndex(of word: Int32, in classes: [Int]) -> Int? {
    let range = Int(word == 0 ? 0 : valueEnds[Int(word) - 1])..<Int(valueEnds[Int(word)])
    guard !range.isEmpty else { return nil }
    for number in classes {
      for index in range where values[index].wordClass == Int32(number) { return index }
    }
    return nil
  }

  func text(atValue index: Int) -> String { values[index].text }
  func number(atValue index: Int) -> Double { values[index].number }

  /// Whether a word belongs to a class.
  func has(_ number: Int, word: Int32) -> Bool { has(number, classSet: classSet[Int(word)]) }
}

/// Gathers the words of a grammar.
struct WordTableBuilder {
  private(set) var hashes: [UInt64: Int] = [:]
  private(set) var classes: [Set<Int>] = []
  private(set) var values: [[Int: WordTable.LexiconValue]] = []
  private(set) var beginsPhrase: [Bool] = []
  private(set) var phraseSteps: [UInt64: Int32] = [:]
  private(set) var phraseEnds: [Int32: Int32] = [:]
  private var classNumbers: [String: Int] = [:]
  private var nextNode: Int32 = 1 << 20

  var classCount: Int { classNumbers.count }

  /// The number of a class of words; lexicon names and literals (`=word`) share the numbers.
  mutating func classNumber(_ name: String) -> (number: Int, isNew: Bool) {
    if let known = classNumbers[name] { return (known, false) }
    let number = classNumbers.count
    classNumbers[name] = number
    return (number, true)
  }

  private mutating func word(_ hash: UInt64) -> Int {
    if let known = hashes[hash] { return known }
    hashes[hash] = classes.count
    return appendWord()
  }

  private mutating func appendWord() -> Int {
    classes.append([])
    values.append([:])
    beginsPhrase.append(false)
    return classes.count - 1
  }

  /// Puts a word or phrase into a class, with its value there.
  mutating func add(_ phrase: String, to number: Int, value: String) {
    let bytes = Array(phrase.utf8)
    let tokens = Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count))
    guard let head = tokens.first else { return }
    var at = word(head.hash)
    if tokens.count > 1 {
      beginsPhrase[at] = true
      var node = Int32(at)
      for token in tokens.dropFirst() {
        let key = UInt64(UInt32(node)) << 32 | UInt64(word(token.hash))
        if let known = phraseSteps[key] {
          node = known
        } else {
          phraseSteps[key] = nextNode
          node = nextNode
          nextNode += 1
        }
      }
      if let known = phraseEnds[node] {
        at = Int(known)
      } else {
        at = appendWord()
        phraseEnds[node] = Int32(at)
      }
    }
    classes[at].insert(number)
    values[at][number] = WordTable.LexiconValue(
      wordClass: Int32(number), number: Double(value) ?? .nan, text: value)
  }
}
