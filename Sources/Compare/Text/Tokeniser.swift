/// Cuts UTF-8 text into tokens in one pass over its bytes.
///
/// Knows no language: letters with apostrophes inside are a word, digits with separators inside a
/// number, letters and digits part ("90-minute", "3h", "2nd"). What a word means is for lexicons.
///
/// - Complexity: O(bytes).
public struct Tokeniser: ~Copyable {
  let bytes: UnsafeBufferPointer<UInt8>
  var at: Int
  let end: Int
  var normal: [UInt8] = []
  private var tokens: TokenBuffer
  var flags: Token.Flags = [.lineBefore, .blankLineBefore]
  /// Bytes of one token at most.
  static let longest = 60_000

  /// The tokens of `range` of `text`, which must begin and end on scalar boundaries.
  public static func tokens(of text: [UInt8], in range: TextRange) -> [Token] {
    text.withUnsafeBufferPointer { bytes in
      var tokeniser = Tokeniser(bytes: bytes, range: range)
      tokeniser.run()
      return tokeniser.tokens.array
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, range: TextRange) {
    self.bytes = bytes
    at = range.start
    end = range.end
    normal.reserveCapacity(64)
    // Words of news are longer, signs included.
    tokens = TokenBuffer(capacity: range.count / 4)
  }

  private mutating func run() {
    let classes = Scalars.classes
    classes.withUnsafeBufferPointer { classes in
      while at < end {
        // Most of a text is words with a space before each.
        if bytes[at] == 0x20 {
          flags.insert(.spaceBefore)
          at += 1
          guard at < end else { break }
        }
        if 0x61...0x7A ~= bytes[at] | 0x20, plainWord() { continue }
        switch classes[Int(bytes[at])] {
        case .space:
          flags.insert(.spaceBefore)
          at += 1
        case .newline: newline()
        case .lower, .upper: word(classes)
        case .digit: number()
        case .other: sign()
        case .multibyte: multibyte(classes)
        }
      }
    }
  }

  // MARK: Pieces

  private mutating func newline() {
    if bytes[at] == 0x0D, at + 1 < end, bytes[at + 1] == 0x0A { at += 1 }
    at += 1
    flags.insert(flags.contains(.lineBefore) ? .blankLineBefore : .lineBefore)
    flags.insert(.spaceBefore)
  }

  mutating func emit(from start: Int, kind: TokenKind, extra: Token.Flags = []) {
    let hash = normal.withUnsafeBytes { Hash.of($0) }
    emit(from: start, kind: kind, extra: extra, hash: hash)
  }

  mutating func emit(from start: Int, kind: TokenKind, extra: Token.Flags, hash: UInt64) {
    tokens.append(
      Token(
        start: UInt32(start), length: UInt16(at - start), kind: kind, flags: flags.union(extra),
        hash: hash))
    flags = []
  }

  mutating func emitSign(from start: Int, kind: TokenKind, as normalForm: StaticString) {
    let form = UnsafeRawBufferPointer(
      start: normalForm.utf8Start, count: normalForm.utf8CodeUnitCount)
    emit(from: start, kind: kind, extra: [], hash: Hash.of(form))
  }

  private mutating func number() {
    let start = at
    normal.removeAll(keepingCapacity: true)
    func isDigit(_ at: Int) -> Bool { at < end && (0x30...0x39).contains(bytes[at]) }
    while at < end, at - start < Self.longest {
      let byte = bytes[at]
      if (0x30...0x39).contains(byte) {
        normal.append(byte)
        at += 1
      } else if byte == 0x2E, isDigit(at + 1) {
        normal.append(byte)
        at += 1
      } else if byte == 0x2C, isDigit(at + 1), isDigit(at + 2), isDigit(at + 3), !isDigit(at + 4) {
        at += 1
      } else {
        break
      }
    }
    emit(from: start, kind: .number)
    possessive()
  }

  private func spacedStop(_ at: Int) -> Bool {
    bytes[at] == UInt8(ascii: " ") && bytes[at + 1] == UInt8(ascii: ".")
  }

  private mutating func sign() {
    let start = at
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "."):
      while at < end, bytes[at] == byte, at - start < Self.longest { at += 1 }
      // ". . ." as some houses print it.
      if at - start == 1, at + 3 < end, spacedStop(at), spacedStop(at + 2) {
        while at + 1 < end, at - start < Self.longest, spacedStop(at) { at += 2 }
      }
      if at - start > 1 {
        emitSign(from: start, kind: .ellipsis, as: "…")
      } else {
        emitByte(byte, from: start, kind: .fullStop)
      }
    case UInt8(ascii: "-"):
      while at < end, bytes[at] == byte, at - start < Self.longest { at += 1 }
      if at - start > 1 {
        emitSign(from: start, kind: .dash, as: "—")
      } else {
        emitByte(byte, from: start, kind: .hyphen)
      }
    case UInt8(ascii: "!"), UInt8(ascii: "?"): emitByte(byte, from: start, kind: .exclamation)
    case UInt8(ascii: "\""): emitByte(byte, from: start, kind: .straightQuote)
    case UInt8(ascii: "$"), UInt8(ascii: "%"), UInt8(ascii: "#"), UInt8(ascii: "&"),
      UInt8(ascii: "+"), UInt8(ascii: "="), UInt8(ascii: "*"), UInt8(ascii: "@"),
      UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "|"), UInt8(ascii: "<"),
      UInt8(ascii: ">"):
      emitByte(byte, from: start, kind: .symbol)
    default: emitByte(byte, from: start, kind: .punctuation)
    }
  }

  private mutating func emitByte(_ byte: UInt8, from start: Int, kind: TokenKind) {
    emit(from: start, kind: kind, extra: [], hash: Self.byteHashes[Int(byte)])
  }

  /// Hashes of the signs that are one ASCII byte.
  private static let byteHashes = (0..<128).map { Hash.of(String(Unicode.Scalar(UInt8($0)))) }

  private mutating func multibyte(_ classes: UnsafeBufferPointer<Scalars.Class>) {
    let start = at
    let (scalar, width) = decode(at)
    if Scalars.isLetter(scalar) || Scalars.isCombiningMark(scalar) { return word(classes) }
    at += width
    switch scalar {
    case 0x2018, 0x201A: emitSign(from: start, kind: .openQuote, as: "‘")
    case 0x2019: emitSign(from: start, kind: .closeQuote, as: "’")
    case 0x201C, 0x201E, 0xAB: emitSign(from: start, kind: .openQuote, as: "“")
    case 0x201D, 0xBB: emitSign(from: start, kind: .closeQuote, as: "”")
    case 0x2010, 0x2011: emitSign(from: start, kind: .hyphen, as: "-")
    case 0x2012, 0x2013: emitSign(from: start, kind: .dash, as: "–")
    case 0x2014, 0x2015: emitSign(from: start, kind: .dash, as: "—")
    case 0x2026: emitSign(from: start, kind: .ellipsis, as: "…")
    case 0x2028, 0x2029: flags.insert([.spaceBefore, .lineBefore])
    default:
      if Scalars.isSpace(scalar) {
        flags.insert(.spaceBefore)
      } else if !Scalars.isInvisible(scalar) {
        normal.removeAll(keepingCapacity: true)
        normal.append(contentsOf: bytes[start..<at])
        emit(from: start, kind: scalar < 0x2000 && scalar > 0xBF ? .punctuation : .symbol)
      }
    }
  }
}
