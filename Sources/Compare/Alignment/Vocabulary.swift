/// The words of the articles at hand, as terms.
struct Vocabulary: Sendable {
  /// Token hash → term.
  fileprivate var table = HashTable()

  /// No words.
  init() {}

  /// The vocabulary of these documents.
  ///
  /// - Complexity: O(tokens of the documents).
  init(_ documents: [Document], background: Background) {
    var reader = TermReader(background)
    for document in documents {
      for at in document.tokens.indices where document.tokens[at].isTerm {
        _ = reader.term(document.tokens[at], at: at, of: document)
      }
    }
    self = reader.vocabulary
  }

  /// The term of a token; `Term.none` for one that no document had, or that is no word, number or
  /// sign.
  @inline(__always)
  func term(_ token: Token) -> UInt32 {
    let term = table[token.hash]
    return term == HashTable.none ? Term.none : term
  }

  /// The words of this vocabulary and of others.
  func union(_ others: [Vocabulary]) -> Vocabulary {
    var all = self
    for other in others { other.table.forEach { _ = all.table.insert($0, $1) } }
    return all
  }
}

/// Makes terms of tokens, each word stemmed once.
///
/// One instance a thread: the stemmer keeps a buffer inside.
struct TermReader: ~Copyable {
  private(set) var vocabulary = Vocabulary()
  private let background: Background
  private let stemmer = Stemmer()

  init(_ background: Background) { self.background = background }

  /// The term of a token of the document: a word, number or sign.
  @inline(__always)
  mutating func term(_ token: Token, at index: Int, of document: Document) -> UInt32 {
    let known = vocabulary.table[token.hash]
    if known != HashTable.none { return known }
    let term = read(index, hash: token.hash, of: document)
    return vocabulary.table.insert(token.hash, term)
  }

  private func read(_ token: Int, hash: UInt64, of document: Document) -> UInt32 {
    if background.isStop(hash) { return Term.make(.stop, hash) }
    if let sign = background.signs[hash] { return Term.make(.number, sign) }
    guard document.tokens[token].kind == .word else { return Term.make(.number, hash) }
    let letters = stemmer.stem(document.normalForm(token))
    let stem = letters.withUnsafeBytes { Hash.of($0) }
    if background.isStop(stem) { return Term.make(.stop, stem) }
    if let known = background.kind(stem: stem) { return Term.make(known, stem) }
    guard letters.count >= 4 else { return Term.make(.unknown, stem) }
    return Term.make(.unknown, NameSpelling.key(letters).withUnsafeBytes { Hash.of($0) })
  }
}

extension Token {
  /// Whether a sentence is the more like another for having it too: words, numbers and signs.
  var isTerm: Bool { isWord || kind == .symbol }
}

extension Document {
  /// The normal form that the token's hash was made of.
  func normalForm(_ token: Int) -> [UInt8] {
    if let word = spellings.word(tokens[token].hash) { return word }
    let bytes = article.text[tokens[token].range.bytes]
    var normal: [UInt8] = []
    normal.reserveCapacity(bytes.count)
    if bytes.allSatisfy({ $0 < 0x80 }) {
      let isDotted = tokens[token].flags.contains(.dotted)
      for byte in bytes where !(isDotted && byte == UInt8(ascii: ".")) {
        normal.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
      return normal
    }
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A: normal.append(UInt8(scalar.value) | 0x20)
      case 0..<0x80: normal.append(UInt8(scalar.value))
      case 0x2019, 0x2BC: normal.append(0x27)
      default:
        if Scalars.isLetter(scalar.value) { Scalars.fold(scalar.value, into: &normal) }
      }
    }
    return normal
  }
}
