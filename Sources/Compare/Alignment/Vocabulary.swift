/// The words of the articles at hand, as numbered terms: words of one stem are one term, so are a
/// number in words and in digits, and the spellings of one name.
struct Vocabulary: Sendable {
  /// Token hash → term.
  fileprivate var table = TermTable()
  /// Weight of each term; term 0 is no term.
  fileprivate(set) var weights: [Float] = [0]

  /// How often each term stands inside a sentence, and how often it is capitalised there.
  fileprivate var uses: [(all: UInt32, capitalised: UInt32)] = [(0, 0)]

  fileprivate init() {}

  /// Whether the term is mostly capitalised inside sentences: names, titles, months.
  func isName(_ term: UInt32) -> Bool {
    uses[Int(term)].capitalised * 2 > uses[Int(term)].all
  }

  /// The vocabulary of these documents.
  ///
  /// - Complexity: O(tokens of the documents).
  init(_ documents: [Document], background: Background) {
    var builder = VocabularyBuilder(background)
    for document in documents {
      for at in document.tokens.indices where document.tokens[at].isTerm {
        _ = builder.term(at, of: document)
      }
    }
    self = builder.vocabulary
  }

  /// The term of a token; 0 for one that no document had, or that is no word, number or sign.
  @inline(__always)
  func term(_ token: Token) -> UInt32 {
    let term = table[token.hash]
    return term == TermTable.none ? 0 : term
  }
}

/// Numbers the terms of one document after another, in input order.
struct VocabularyBuilder: ~Copyable {
  private(set) var vocabulary = Vocabulary()
  /// Hash of a stem, digits or name → term.
  private var terms = TermTable()
  private let background: Background
  private let stemmer = Stemmer()

  init(_ background: Background) { self.background = background }

  /// The term of a word, number or sign of the document, numbered if it is new.
  mutating func term(_ token: Int, of document: Document) -> UInt32 {
    let hash = document.tokens[token].hash
    let known = vocabulary.table[hash]
    if known != TermTable.none { return known }
    return number(token, hash: hash, of: document)
  }

  /// Counts a use of the term inside a sentence.
  mutating func count(_ term: UInt32, isCapitalised: Bool) {
    vocabulary.uses[Int(term)].all += 1
    if isCapitalised { vocabulary.uses[Int(term)].capitalised += 1 }
  }

  private mutating func number(_ token: Int, hash: UInt64, of document: Document) -> UInt32 {
    var stem = hash
    var weight = Background.number
    if background.isStop(hash) {
      weight = Background.least
    } else if let sign = background.signs[hash] {
      stem = sign
    } else if document.tokens[token].kind == .word {
      let letters = stemmer.stem(document.normalForm(token))
      stem = letters.withUnsafeBytes { Hash.of($0) }
      if let known = background.weight(stem: stem) {
        weight = known
      } else {
        weight = Background.unknown
        if letters.count >= 4 {
          stem = NameSpelling.key(letters).withUnsafeBytes { Hash.of($0) }
        }
      }
    }
    let next = UInt32(vocabulary.weights.count)
    let term = terms.insert(stem, next)
    if term == next {
      vocabulary.weights.append(weight)
      vocabulary.uses.append((0, 0))
    } else {
      vocabulary.weights[Int(term)] = min(vocabulary.weights[Int(term)], weight)
    }
    _ = vocabulary.table.insert(hash, term)
    return term
  }
}

extension Token {
  /// Whether a sentence is the more like another for having it too: words, numbers and signs.
  var isTerm: Bool { isWord || kind == .symbol }
}

extension Document {
  /// The normal form that the token's hash was made of.
  func normalForm(_ token: Int) -> [UInt8] {
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
