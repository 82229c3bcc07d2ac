/// Every word that a pattern or lexicon names, found by the hash of its token.
final class WordTable: Sendable {
  /// Token hash → word.
  private let words: FixedMap

  /// What a reader of tokens asks of a word.
  struct Entry: Sendable {
    /// The set of its classes; 0 is the empty set.
    let classSet: Int32
    /// The node at which phrases that begin with it begin, or -1.
    fileprivate let phraseStart: Int32

    var beginsPhrase: Bool { phraseStart >= 0 }
  }

  private let entries: [Entry]
  /// How many different sets of word classes there are.
  let classSetCount: Int
  /// The classes of each set as bits, `classWidth` words of them each.
  private let classBits: [UInt64]
  private let classWidth: Int
  /// Values of words in the lexicon classes that give them, word after word.
  private let values: [LexiconValue]
  /// Where the values of each word end.
  private let valueEnds: [Int32]
  /// `step(from:by:)` → node.
  private let phraseSteps: FixedMap
  /// Node → the word that stands for the whole phrase, or -1.
  private let phraseEnds: [Int32]

  struct LexiconValue: Sendable {
    let wordClass: Int32
    /// Not a number where the text is none.
    let number: Double
    let text: String
  }

  init(_ builder: WordTableBuilder) {
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
    let entries = zip(classSet, builder.phraseStarts).map { Entry(classSet: $0, phraseStart: $1) }
    self.entries = entries
    words = FixedMap(builder.hashes) { entries[Int($0)].classSet }
    self.classBits = classBits
    classSetCount = sets.count
    var values: [LexiconValue] = []
    valueEnds = builder.values.map { ofWord in
      values += ofWord.values.sorted { $0.wordClass < $1.wordClass }
      return Int32(values.count)
    }
    self.values = values
    phraseSteps = FixedMap(builder.phraseSteps)
    phraseEnds = builder.phraseEnds
  }

  /// The word with this hash, or -1.
  @inline(__always)
  func word(_ hash: UInt64) -> Int32 { words[hash] }

  /// The same, with the set of its classes; 0 when there is none.
  @inline(__always)
  func look(_ hash: UInt64) -> (word: Int32, classSet: Int32) {
    let (word, classSet) = words.look(hash)
    return (word, classSet)
  }

  @inline(__always)
  subscript(word: Int32) -> Entry { entries[Int(word)] }

  /// The set of the classes that a word with this hash has; 0 when there is none.
  @inline(__always)
  func classSet(ofHash hash: UInt64) -> Int32 { words.look(hash).mark }

  static func step(from node: Int32, by word: Int32) -> UInt64 {
    UInt64(UInt32(node)) << 32 | UInt64(word)
  }

  /// The longest phrase that begins with `first`, which stands right before `at`, and ends before
  /// `end`.
  ///
  /// - Returns: its word and the index after it; `first` and `at` when there is none.
  func phrase(
    _ first: Int32, in tokens: UnsafeBufferPointer<Token>, at: Int, before end: Int
  ) -> (word: Int32, end: Int) {
    var longest = (word: first, end: at)
    var node = self[first].phraseStart
    var next = at
    while node >= 0, next < end {
      let word = words[tokens[next].hash]
      guard word >= 0 else { break }
      node = phraseSteps[Self.step(from: node, by: word)]
      guard node >= 0 else { break }
      next += 1
      if phraseEnds[Int(node)] >= 0 { longest = (phraseEnds[Int(node)], next) }
    }
    return longest
  }

  /// The classes of a set, ascending.
  func classes(of classSet: Int32) -> [Int] {
    let start = Int(classSet) * classWidth
    var found: [Int] = []
    for offset in 0..<classWidth {
      var bits = classBits[start + offset]
      while bits != 0 {
        found.append(offset * 64 + bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }
    return found
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
  func has(_ number: Int, word: Int32) -> Bool { has(number, classSet: self[word].classSet) }
}
