/// Turns the bytes of a file into UTF-8, or says why they are no text.
enum TextDecoding {
  /// Text as UTF-8 without a byte order mark.
  struct Text {
    var utf8: [UInt8]
    /// Set when the encoding was a guess.
    var note: String?
  }

  /// Why bytes are no text, and on which line.
  struct Failure: Error {
    let line: Int?
    let reason: String
  }

  /// Reads UTF-8, UTF-16 with a byte order mark, and Windows-1252 where that gives plausible text.
  ///
  /// - Complexity: O(bytes).
  static func decode(_ bytes: [UInt8]) throws(Failure) -> Text {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Text(utf8: try utf16(bytes, isLittle: bytes[0] == 0xFF))
    }
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let text = hasMark ? Array(bytes[3...]) : bytes
    let census = Census(text)
    // A stray NUL, as scraped text has them now and then, is white space; many make it binary.
    if census.zeros * 1000 > text.count {
      throw Failure(line: nil, reason: "binary data (NUL bytes), not text")
    }
    if census.controls * 100 > text.count {
      throw Failure(line: nil, reason: "binary data (control characters), not text")
    }
    guard let broken = census.firstInvalid else { return Text(utf8: text) }
    return try windows1252(text, census: census, broken: broken)
  }

  /// Byte offset of the first byte that is not valid UTF-8.
  static func firstInvalid(_ bytes: [UInt8]) -> Int? { Census(bytes).firstInvalid }

  /// A place from `start` on up to which there is nothing but printing ASCII, found eight bytes at
  /// a time.
  private static func plainEnd(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let raw = UnsafeRawBufferPointer(bytes)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = start
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let delete = word ^ (ones &* 0x7F)
      let found = (word | (word &- ones &* 0x20) & ~word | (delete &- ones) & ~delete) & highs
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    return at
  }

  /// Width of the valid multi-byte sequence at `at`, or 0 (Unicode 16, table 3-7).
  private static func sequence(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    func tail(_ offset: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      at + offset < bytes.count && range.contains(bytes[at + offset])
    }
    switch bytes[at] {
    case 0xC2...0xDF: return tail(1) ? 2 : 0
    case 0xE0: return tail(1, 0xA0...0xBF) && tail(2) ? 3 : 0
    case 0xED: return tail(1, 0x80...0x9F) && tail(2) ? 3 : 0
    case 0xE1...0xEF: return tail(1) && tail(2) ? 3 : 0
    case 0xF0: return tail(1, 0x90...0xBF) && tail(2) && tail(3) ? 4 : 0
    case 0xF4: return tail(1, 0x80...0x8F) && tail(2) && tail(3) ? 4 : 0
    case 0xF1...0xF3: return tail(1) && tail(2) && tail(3) ? 4 : 0
    default: return 0
    }
  }

  /// Counts of bytes that speak for or against text.
  private struct Census {
    var zeros = 0
    var controls = 0
    var high = 0
    var sequences = 0
    /// Bytes that Windows-1252 leaves undefined.
    var undefined = 0
    /// Offset of the first byte that is not valid UTF-8.
    var firstInvalid: Int?

    init(_ bytes: [UInt8]) {
      bytes.withUnsafeBufferPointer { bytes in
        var at = 0
        while at < bytes.count {
          at = TextDecoding.plainEnd(bytes, from: at)
          guard at < bytes.count else { break }
          let byte = bytes[at]
          var width = 1
          switch byte {
          case 0: zeros += 1
          case 0x09, 0x0A, 0x0C, 0x0D: break
          case 0x01..<0x20, 0x7F: controls += 1
          case 0x80...0xFF:
            width = max(1, TextDecoding.sequence(bytes, at))
            if width > 1 {
              sequences += 1
            } else {
              high += 1
              firstInvalid = firstInvalid ?? at
            }
            if [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains(byte) { undefined += 1 }
          default: break
          }
          at += width
        }
      }
    }
  }

  private static func utf16(_ bytes: [UInt8], isLittle: Bool) throws(Failure) -> [UInt8] {
    guard bytes.count % 2 == 0 else {
      throw Failure(line: nil, reason: "UTF-16 text that ends in half a character")
    }
    let high = isLittle ? 1 : 0
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for at in stride(from: 2, to: bytes.count, by: 2) {
      units.append(UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + 1 - high]))
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(units.count)
    let isBroken = transcode(
      units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true
    ) { utf8.append($0) }
    if isBroken { throw Failure(line: nil, reason: "not valid UTF-16 text") }
    if utf8.contains(0) { throw Failure(line: nil, reason: "binary data (NUL bytes), not text") }
    return utf8
  }

  /// Western text from before UTF-8: few high bytes, all of them defined, and hardly any that
  /// would make a UTF-8 sequence.
  private static func windows1252(
    _ bytes: [UInt8], census: Census, broken: Int
  ) throws(Failure) -> Text {
    let isPlausible =
      census.undefined == 0 && census.high * 3 <= bytes.count && census.sequences * 4 <= census.high
    guard isPlausible else {
      let line = bytes[..<broken].count { $0 == 0x0A } + 1
      throw Failure(
        line: line, reason: "not valid UTF-8 at byte \(broken), and no other known encoding fits")
    }
    var utf8: [UInt8] = []
    utf8.reserveCapacity(bytes.count + census.high)
    for byte in bytes {
      switch byte {
      case 0..<0x80: utf8.append(byte)
      case 0x80..<0xA0: utf8.append(contentsOf: String(high[Int(byte) - 0x80]).utf8)
      default: utf8.append(contentsOf: [0xC0 | byte >> 6, 0x80 | byte & 0x3F])
      }
    }
    return Text(utf8: utf8, note: "not UTF-8: read as Windows-1252")
  }

  /// 0x80…0x9F of Windows-1252.
  private static let high = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)
}
