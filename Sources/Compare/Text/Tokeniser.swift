/// Cuts UTF-8 text into tokens in one pass over its bytes.
///
/// Knows no language: letters with apostrophes inside are a word, digits with separators inside a
/// number, letters and digits part ("90-minute", "3h", "2nd"). What a word means is for lexicons.
///
/// - Complexity: O(bytes).
public struct Tokeniser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var at: Int
  private let end: Int
  private var normal: [UInt8] = []
  private var tokens: [Token] = []
  private var flags: Token.Flags = [.lineBefore, .blankLineBefore]
  private static let longest = 60_000

  /// The tokens of `range` of `text`, which must begin and end on scalar boundaries.
  public static func tokens(of text: [UInt8], in range: TextRange) -> [Token] {
    text.withUnsafeBufferPointer { bytes in
      var tokeniser = Tokeniser(bytes: bytes, range: range)
      tokeniser.run()
      return tokeniser.tokens
    }
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, range: TextRange) {
    self.bytes = bytes
    at = range.start
    end = range.end
    normal.reserveCapacity(64)
    tokens.reserveCapacity(range.count / 5)
  }

  private mutating func run() {
    let classes = Scalars.classes
    classes.withUnsafeBufferPointer { classes in
      while at < end {
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

  private mutating func emit(from start: Int, kind: TokenKind, extra: Token.Flags = []) {
    let hash = normal.withUnsafeBytes { Hash.of($0) }
    emit(from: start, kind: kind, extra: extra, hash: hash)
  }

  private mutating func emit(from start: Int, kind: TokenKind, extra: Token.Flags, hash: UInt64) {
    tokens.append(
      Token(
        start: UInt32(start), length: UInt16(at - start), kind: kind, flags: flags.union(extra),
        hash: hash))
    flags = []
  }

  private mutating func emitSign(from start: Int, kind: TokenKind, as normalForm: StaticString) {
    let form = UnsafeRawBufferPointer(
      start: normalForm.utf8Start, count: normalForm.utf8CodeUnitCount)
    emit(from: start, kind: kind, extra: [], hash: Hash.of(form))
  }

  private mutating func word(_ classes: UnsafeBufferPointer<Scalars.Class>) {
    if isAddress() { return address() }
    if plainWord(classes) { return }
    let start = at
    normal.removeAll(keepingCapacity: true)
    var uppers = 0
    var letters = 0
    var startsUpper = false
    scan: while at < end, at - start < Self.longest {
      let byte = bytes[at]
      switch classes[Int(byte)] {
      case .lower:
        normal.append(byte)
        at += 1
        letters += 1
      case .upper:
        normal.append(byte | 0x20)
        at += 1
        if letters == 0 { startsUpper = true }
        uppers += 1
        letters += 1
      case .multibyte:
        let (scalar, width) = decode(at)
        if Scalars.isCombiningMark(scalar) || scalar == 0xAD || scalar == 0x200D {
          at += width
        } else if scalar == 0x2019 || scalar == 0x2BC {
          guard letters > 0, isLetter(at + width) else { break scan }
          if isPossessive(after: at + width) { break scan }
          normal.append(0x27)
          at += width
        } else if Scalars.isLetter(scalar) {
          if Scalars.isUpper(scalar) {
            if letters == 0 { startsUpper = true }
            uppers += 1
          }
          Scalars.fold(scalar, into: &normal)
          at += width
          letters += 1
        } else {
          break scan
        }
      case .other:
        guard byte == 0x27, letters > 0, isLetter(at + 1), !isPossessive(after: at + 1) else {
          break scan
        }
        normal.append(0x27)
        at += 1
      default: break scan
      }
    }
    if letters == 0 {
      // A lone combining mark: nothing that a word could be made of.
      flags.insert(.spaceBefore)
      if at == start { at += 1 }
      return
    }
    var extra: Token.Flags = startsUpper ? .capitalised : []
    if letters == 1, initialism(classes) { extra.insert(.dotted) }
    if uppers == letters, letters > 1 { extra.insert(.allCaps) }
    emit(from: start, kind: .word, extra: extra)
    possessive()
  }

  /// The word of ASCII letters at `at`, as most are; `false` when more could belong to it.
  ///
  /// Does just what `word` does, without a copy of each letter.
  private mutating func plainWord(_ classes: UnsafeBufferPointer<Scalars.Class>) -> Bool {
    let start = at
    var next = at
    var uppers = 0
    let limit = min(end, start + Self.longest)
    scan: while next < limit {
      switch classes[Int(bytes[next])] {
      case .lower: break
      case .upper: uppers += 1
      default: break scan
      }
      next += 1
    }
    let length = next - start
    guard length > 0 else { return false }
    if length == 1, next < end, bytes[next] == 0x2E { return false }  // an initialism?
    if next < end {
      let byte = bytes[next]
      let isApostrophe =
        byte == 0x27
        || byte == 0xE2 && next + 2 < end && bytes[next + 1] == 0x80
          && bytes[next + 2] == 0x99
      if isApostrophe {
        guard isPossessive(after: next + (byte == 0x27 ? 1 : 3)) else { return false }
      } else if byte >= 0x80, byte != 0xE2 || next + 1 == end || bytes[next + 1] != 0x80 {
        return false
      } else if byte == 0xE2, next + 2 < end, bytes[next + 2] < 0x90 {
        return false  // joiners and their like
      }
    }
    guard length < Self.longest else { return false }
    let hash: UInt64
    if uppers == 0 {
      hash = Hash.of(UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[start..<next]))
    } else {
      normal.removeAll(keepingCapacity: true)
      normal.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<next]))
      normal.withUnsafeMutableBufferPointer { letters in
        for index in letters.indices { letters[index] |= 0x20 }
      }
      hash = normal.withUnsafeBytes { Hash.of($0) }
    }
    at = next
    var extra: Token.Flags = classes[Int(bytes[start])] == .upper ? .capitalised : []
    if uppers == length, length > 1 { extra.insert(.allCaps) }
    emit(from: start, kind: .word, extra: extra, hash: hash)
    possessive()
    return true
  }

  /// Goes on from one letter over `.X.X.`; the normal form gains the letters.
  private mutating func initialism(_ classes: UnsafeBufferPointer<Scalars.Class>) -> Bool {
    func isASCIILetter(_ at: Int) -> Bool {
      at < end && (classes[Int(bytes[at])] == .lower || classes[Int(bytes[at])] == .upper)
    }
    var next = at
    var pairs = 0
    while next + 1 < end, bytes[next] == 0x2E, isASCIILetter(next + 1), !isLetter(next + 2) {
      normal.append(bytes[next + 1] | 0x20)
      next += 2
      pairs += 1
    }
    guard pairs > 0 else { return false }
    if next < end, bytes[next] == 0x2E { next += 1 }
    at = next
    return true
  }

  /// `'s` or `’s` with no letter after it.
  private func isPossessive(after apostrophe: Int) -> Bool {
    apostrophe < end && (bytes[apostrophe] | 0x20) == 0x73 && !isLetter(apostrophe + 1)
  }

  private mutating func possessive() {
    let start = at
    let width: Int
    if at < end, bytes[at] == 0x27 {
      width = 1
    } else if at + 2 < end, bytes[at] == 0xE2, bytes[at + 1] == 0x80, bytes[at + 2] == 0x99 {
      width = 3
    } else {
      return
    }
    guard isPossessive(after: at + width) else { return }
    at += width + 1
    emitSign(from: start, kind: .possessive, as: "'s")
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

  private mutating func sign() {
    let start = at
    let byte = bytes[at]
    at += 1
    switch byte {
    case UInt8(ascii: "."):
      while at < end, bytes[at] == byte, at - start < Self.longest { at += 1 }
      if at - start > 1 {
        emitSign(from: start, kind: .ellipsis, as: "…")
      } else {
        emitSign(from: start, kind: .fullStop, as: ".")
      }
    case UInt8(ascii: "-"):
      while at < end, bytes[at] == byte, at - start < Self.longest { at += 1 }
      if at - start > 1 {
        emitSign(from: start, kind: .dash, as: "—")
      } else {
        emitSign(from: start, kind: .hyphen, as: "-")
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
    normal.removeAll(keepingCapacity: true)
    normal.append(byte)
    emit(from: start, kind: kind)
  }

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

  // MARK: Looking ahead

  private func isAddress() -> Bool {
    func begins(_ prefix: StaticString) -> Bool {
      guard at + prefix.utf8CodeUnitCount <= end else { return false }
      for i in 0..<prefix.utf8CodeUnitCount where bytes[at + i] != prefix.utf8Start[i] {
        return false
      }
      return true
    }
    switch bytes[at] {
    case UInt8(ascii: "h"): return begins("http://") || begins("https://")
    case UInt8(ascii: "w"): return begins("www.")
    default: return false
    }
  }

  private mutating func address() {
    let start = at
    while at < end, bytes[at] > 0x20, bytes[at] != 0x22, bytes[at] != 0x3E, bytes[at] < 0x80,
      at - start < Self.longest
    {
      at += 1
    }
    while at > start + 1, [0x2E, 0x2C, 0x29, 0x3B, 0x3A].contains(bytes[at - 1]) { at -= 1 }
    normal.removeAll(keepingCapacity: true)
    normal.append(contentsOf: bytes[start..<at])
    emit(from: start, kind: .address)
  }

  private func isLetter(_ at: Int) -> Bool {
    guard at < end else { return false }
    switch Scalars.classes[Int(bytes[at])] {
    case .lower, .upper: return true
    case .multibyte: return Scalars.isLetter(decode(at).scalar)
    default: return false
    }
  }

  /// The scalar at `at`, of text known to be valid UTF-8, and its width in bytes.
  private func decode(_ at: Int) -> (scalar: UInt32, width: Int) {
    let lead = UInt32(bytes[at])
    func rest(_ i: Int) -> UInt32 { at + i < bytes.count ? UInt32(bytes[at + i]) & 0x3F : 0 }
    switch lead {
    case 0xC0..<0xE0: return ((lead & 0x1F) << 6 | rest(1), 2)
    case 0xE0..<0xF0: return ((lead & 0x0F) << 12 | rest(1) << 6 | rest(2), 3)
    case 0xF0...0xFF: return ((lead & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3), 4)
    default: return (lead, 1)
    }
  }
}
