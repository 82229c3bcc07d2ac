/// Gathers the words of a grammar.
struct WordTableBuilder {
  /// A class that a word belongs to, and where its value there is in `bytes`.
  struct Membership {
    let word: Int32
    let wordClass: Int32
    let value: Range<Int32>
  }

  /// Token hash → word, each once.
  private(set) var words: [(key: UInt64, value: Int32)] = []
  private(set) var memberships: [Membership] = []
  /// The values, one after another.
  private(set) var bytes: [UInt8] = []
  /// Word → the node at which phrases that begin with it begin, or -1.
  private(set) var phraseStarts: [Int32] = []
  /// `WordTable.step(from:by:)` → node, each once.
  private(set) var phraseSteps: [(key: UInt64, value: Int32)] = []
  /// Node → the word that stands for the whole phrase, or -1.
  private(set) var phraseEnds: [Int32] = []
  private(set) var classCount = 0

  private var wordNumbers = HashTable(capacity: 8192)
  private var nodeNumbers = HashTable(capacity: 4096)
  private var hashes: [UInt64] = []

  var wordCount: Int { phraseStarts.count }

  /// The number of a class that has no words yet.
  mutating func newClass() -> Int {
    defer { classCount += 1 }
    return classCount
  }

  private mutating func word(_ hash: UInt64) -> Int32 {
    let new = Int32(wordCount)
    let known = wordNumbers.insert(hash, UInt32(new))
    guard known == new else { return Int32(known) }
    words.append((hash, new))
    return appendWord()
  }

  private mutating func appendWord() -> Int32 {
    phraseStarts.append(-1)
    return Int32(wordCount - 1)
  }

  private mutating func appendNode() -> Int32 {
    phraseEnds.append(-1)
    return Int32(phraseEnds.count - 1)
  }

  /// The node to which a word leads.
  private mutating func node(from node: Int32, by word: Int32) -> Int32 {
    let step = WordTable.step(from: node, by: word)
    let new = phraseEnds.count
    // Spread over the table, as its keys must be.
    let known = nodeNumbers.insert(step &* 0x9E37_79B9_7F4A_7C15 ^ step &>> 29, UInt32(new))
    guard known == new else { return Int32(known) }
    phraseSteps.append((step, Int32(new)))
    return appendNode()
  }

  /// Puts a word or phrase into a class, with its value there.
  ///
  /// The classes of a word are told in ascending order.
  mutating func add(
    _ phrase: UnsafeBufferPointer<UInt8>, to number: Int,
    value: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0)
  ) {
    hashes.removeAll(keepingCapacity: true)
    if phrase.last == UInt8(ascii: "s"),
      phrase.elementsEqual("'s".utf8) || phrase.elementsEqual("’s".utf8)
    {
      // A possessive ending is one only behind a word.
      (Array("x".utf8) + phrase).withUnsafeBufferPointer {
        Tokeniser.appendHashes(of: $0, to: &hashes)
      }
      hashes.removeFirst()
    } else {
      Tokeniser.appendHashes(of: phrase, to: &hashes)
    }
    guard let head = hashes.first else { return }
    var at = word(head)
    if hashes.count > 1 {
      if phraseStarts[Int(at)] < 0 { phraseStarts[Int(at)] = appendNode() }
      var last = phraseStarts[Int(at)]
      for index in 1..<hashes.count { last = node(from: last, by: word(hashes[index])) }
      if phraseEnds[Int(last)] < 0 { phraseEnds[Int(last)] = appendWord() }
      at = phraseEnds[Int(last)]
    }
    let start = Int32(bytes.count)
    bytes += value
    memberships.append(
      Membership(word: at, wordClass: Int32(number), value: start..<Int32(bytes.count)))
  }
}
