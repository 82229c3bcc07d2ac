/// Every word that a pattern or lexicon names, found by the hash of its token.
///
/// One open-addressing table, a quarter full at most: an unknown word costs one probe.
struct WordTable: Sendable {
  /// Hashes at their places; 0 is an empty place.
  private var keys: [UInt64] = []
  private var words: [Int32] = []
  private var mask = 0

  /// Class set of each word (index into `classSets`).
  private(set) var classSet: [Int32] = []
  /// The different sets of word classes; the first is empty.
  private(set) var classSets: [Set<Int>] = [[]]
  /// Value of each word in each lexicon class that gives one.
  private(set) var values: [[Int: LexiconValue]] = []
  /// Whether a phrase of several words begins with this one.
  private(set) var beginsPhrase: [Bool] = []
  /// (node × 2³² + word) → node; nodes up to the word count are the first words.
  private(set) var phraseSteps: [UInt64: Int32] = [:]
  /// Node → the word that stands for the whole phrase.
  private(set) var phraseEnds: [Int32: Int32] = [:]

  struct LexiconValue: Sendable {
    let text: String
    let number: Double
  }

  init(_ builder: WordTableBuilder) {
    let count = builder.hashes.count
    var capacity = 64
    while capacity < count * 4 { capacity *= 2 }
    mask = capacity - 1
    keys = Array(repeating: 0, count: capacity)
    words = Array(repeating: -1, count: capacity)
    for (hash, word) in builder.hashes {
      var at = Int(truncatingIfNeeded: hash) & mask
      while keys[at] != 0 { at = (at + 1) & mask }
      keys[at] = hash
      words[at] = Int32(word)
    }
    var sets: [Set<Int>: Int32] = [[]: 0]
    for classes in builder.classes {
      if let known = sets[classes] {
        classSet.append(known)
      } else {
        let number = Int32(classSets.count)
        sets[classes] = number
        classSets.append(classes)
        classSet.append(number)
      }
    }
    values = builder.values
    beginsPhrase = builder.beginsPhrase
    phraseSteps = builder.phraseSteps
    phraseEnds = builder.phraseEnds
  }

  /// The word with this hash, or -1.
  @inline(__always)
  func word(_ hash: UInt64) -> Int32 {
    keys.withUnsafeBufferPointer { keys in
      var at = Int(truncatingIfNeeded: hash) & mask
      while keys[at] != 0 {
        if keys[at] == hash { return words[at] }
        at = (at + 1) & mask
      }
      return -1
    }
  }
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
    values[at][number] = WordTable.LexiconValue(text: value, number: Double(value) ?? .nan)
  }
}
