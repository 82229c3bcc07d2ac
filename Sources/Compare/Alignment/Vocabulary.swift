/// The words of the articles at hand, as numbered terms: words of one stem are one term, so are a
/// number in words and in digits, and the spellings of one name.
struct Vocabulary: Sendable {
  /// Token hash → term.
  private var table: TermTable
  /// Weight of each term; term 0 is no term.
  private(set) var weights: [Float] = [0]

  /// The term of a token; 0 for one that is no word, number or sign.
  @inline(__always)
  func term(_ token: Token) -> UInt32 {
    let term = table[token.hash]
    return term == TermTable.none ? 0 : term
  }

  /// - Complexity: O(tokens of the documents).
  init(_ documents: [Document], background: Background) {
    var words = Words()
    for (number, document) in documents.enumerated() { words.add(document, number) }
    table = TermTable(capacity: words.entries.count)
    var terms = TermTable(capacity: words.entries.count)
    let stemmer = Stemmer()
    for entry in words.entries {
      var stem = entry.hash
      var weight = Background.number
      if background.isStop(entry.hash) {
        weight = Background.least
      } else if let sign = background.signs[entry.hash] {
        stem = sign
      } else if !entry.isNumber {
        let word = documents[entry.document].normalForm(entry.token)
        stem = stemmer.stem(word).withUnsafeBytes { Hash.of($0) }
        let known = background.weight(stem: stem)
        weight = known ?? Background.unknown
        if known == nil, entry.isName, word.count >= 4 {
          stem = NameSpelling.key(word).withUnsafeBytes { Hash.of($0) }
        }
      }
      let term = terms.insert(stem, UInt32(weights.count))
      if Int(term) == weights.count {
        weights.append(weight)
      } else {
        weights[Int(term)] = min(weights[Int(term)], weight)
      }
      _ = table.insert(entry.hash, term)
    }
  }
}

extension Vocabulary {
  /// The distinct words of the documents, in the order of their first use.
  private struct Words {
    struct Entry {
      let hash: UInt64
      let document: Int
      let token: Int
      let isNumber: Bool
      var uses = 0
      var capitalised = 0

      /// Whether it is nearly always capitalised.
      var isName: Bool { capitalised * 4 >= uses * 3 }
    }

    var table = TermTable()
    var entries: [Entry] = []

    mutating func add(_ document: Document, _ number: Int) {
      let tokens = document.tokens
      for at in tokens.indices where tokens[at].isTerm {
        let token = tokens[at]
        let entry = Int(table.insert(token.hash, UInt32(entries.count)))
        if entry == entries.count {
          entries.append(
            Entry(
              hash: token.hash, document: number, token: at,
              isNumber: token.kind != .word))
        }
        entries[entry].uses += 1
        if token.flags.contains(.capitalised) { entries[entry].capitalised += 1 }
      }
    }
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
