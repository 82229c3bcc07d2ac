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

    fileprivate init(_ membership: WordTableBuilder.Membership, _ bytes: [UInt8]) {
      wordClass = membership.wordClass
      let written = bytes[Int(membership.value.lowerBound)..<Int(membership.value.upperBound)]
      text = written.isEmpty ? "" : String(decoding: written, as: UTF8.self)
      // Most values are words.
      let begins = written.first.map { 0x2B...0x39 ~= $0 } ?? false
      number = begins ? Double(text) ?? .nan : .nan
    }
  }

  init(_ builder: WordTableBuilder) {
    let classWidth = (builder.classCount + 63) / 64
    // Memberships by words; those of a word stay in their order, which is that of the classes.
    var ends = [Int32](repeating: 0, count: builder.wordCount)
    for membership in builder.memberships { ends[Int(membership.word)] += 1 }
    for word in ends.indices.dropFirst() { ends[word] += ends[word - 1] }
    var order = [Int32](repeating: 0, count: builder.memberships.count)
    for index in builder.memberships.indices.reversed() {
      let word = Int(builder.memberships[index].word)
      ends[word] -= 1
      order[Int(ends[word])] = Int32(index)
    }
    var values: [LexiconValue] = []
    values.reserveCapacity(order.count)
    var valueEnds: [Int32] = []
    valueEnds.reserveCapacity(builder.wordCount)
    var entries: [Entry] = []
    entries.reserveCapacity(builder.wordCount)
    var sets = ClassSets(classWidth: classWidth)
    var classes: [Int32] = []
    for word in 0..<builder.wordCount {
      classes.removeAll(keepingCapacity: true)
      let end = word + 1 < ends.count ? Int(ends[word + 1]) : order.count
      for index in order[Int(ends[word])..<end] {
        let membership = builder.memberships[Int(index)]
        let value = LexiconValue(membership, builder.bytes)
        if classes.last == membership.wordClass {
          // Listed twice, in two ways of writing it.
          values[values.count - 1] = value
        } else {
          classes.append(membership.wordClass)
          values.append(value)
        }
      }
      valueEnds.append(Int32(values.count))
      entries.append(
        Entry(classSet: sets.number(of: classes), phraseStart: builder.phraseStarts[word]))
    }
    self.entries = entries
    self.values = values
    self.valueEnds = valueEnds
    self.classWidth = classWidth
    classBits = sets.bits
    classSetCount = sets.count
    words = FixedMap(builder.words) { entries[Int($0)].classSet }
    phraseSteps = FixedMap(builder.phraseSteps)
    phraseEnds = builder.phraseEnds
  }

  /// Different sets of word classes, numbered as they turn up; 0 is the empty set.
  private struct ClassSets {
    let classWidth: Int
    private(set) var bits: [UInt64]
    private(set) var count = 1
    private var numbers = HashTable()

    init(classWidth: Int) {
      self.classWidth = classWidth
      bits = Array(repeating: 0, count: classWidth)
    }

    /// - Parameter classes: ascending.
    mutating func number(of classes: [Int32]) -> Int32 {
      guard !classes.isEmpty else { return 0 }
      let hash = classes.withUnsafeBytes { Hash.of($0) }
      let number = numbers.insert(hash, UInt32(count))
      guard number == count else { return Int32(number) }
      let start = bits.count
      bits.append(contentsOf: repeatElement(0, count: classWidth))
      for number in classes { bits[start + Int(number) / 64] |= 1 << UInt64(number % 64) }
      count += 1
      return Int32(number)
    }
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
