/// Gathers the words of a grammar.
struct WordTableBuilder {
  private(set) var hashes: [UInt64: Int32] = [:]
  private(set) var classes: [Set<Int>] = []
  private(set) var values: [[Int: WordTable.LexiconValue]] = []
  /// Word → the node at which phrases that begin with it begin, or -1.
  private(set) var phraseStarts: [Int32] = []
  /// (node × 2³² + word) → node.
  private(set) var phraseSteps: [UInt64: Int32] = [:]
  /// Node → the word that stands for the whole phrase, or -1.
  private(set) var phraseEnds: [Int32] = []
  private var classNumbers: [String: Int] = [:]

  var classCount: Int { classNumbers.count }

  /// The number of a class of words; lexicon names and literals (`=word`) share the numbers.
  mutating func classNumber(_ name: String) -> (number: Int, isNew: Bool) {
    if let known = classNumbers[name] { return (known, false) }
    let number = classNumbers.count
    classNumbers[name] = number
    return (number, true)
  }

  private mutating func word(_ hash: UInt64) -> Int {
    if let known = hashes[hash] { return Int(known) }
    hashes[hash] = Int32(classes.count)
    return appendWord()
  }

  private mutating func appendWord() -> Int {
    classes.append([])
    values.append([:])
    phraseStarts.append(-1)
    return classes.count - 1
  }

  private mutating func appendNode() -> Int32 {
    phraseEnds.append(-1)
    return Int32(phraseEnds.count - 1)
  }

  /// Puts a word or phrase into a class, with its value there.
  mutating func add(_ phrase: String, to number: Int, value: String) {
    // A possessive ending is one only behind a word.
    let isEnding = phrase == "'s" || phrase == "’s"
    let bytes = Array((isEnding ? "x" + phrase : phrase).utf8)
    let tokens = Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count))
      .dropFirst(isEnding ? 1 : 0)
    guard let head = tokens.first else { return }
    var at = word(head.hash)
    if tokens.count > 1 {
      if phraseStarts[at] < 0 { phraseStarts[at] = appendNode() }
      var node = phraseStarts[at]
      for token in tokens.dropFirst() {
        let key = WordTable.step(from: node, by: Int32(word(token.hash)))
        if let known = phraseSteps[key] {
          node = known
        } else {
          node = appendNode()
          phraseSteps[key] = node
        }
      }
      if phraseEnds[Int(node)] < 0 { phraseEnds[Int(node)] = Int32(appendWord()) }
      at = Int(phraseEnds[Int(node)])
    }
    classes[at].insert(number)
    values[at][number] = WordTable.LexiconValue(
      wordClass: Int32(number), number: Double(value) ?? .nan, text: value)
  }
}
