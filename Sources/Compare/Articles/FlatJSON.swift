/// Reads the commonest sort of article record quickly: one JSON object whose values are all strings.
///
/// Takes nothing that it is not sure of: everything else (other values, escapes that make no
/// scalar, mistakes) is left to a full JSON decoder, which also has the words for what is wrong.
enum FlatJSON {
  /// The fields in their order, unescaped; `nil` when another reader has to look.
  ///
  /// - Parameter object: valid UTF-8.
  /// - Complexity: O(bytes).
  static func fields(of object: [UInt8]) -> [(key: [UInt8], value: [UInt8])]? {
    object.withUnsafeBufferPointer { bytes in
      var reader = Reader(bytes: bytes)
      return reader.object()
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0

    mutating func object() -> [(key: [UInt8], value: [UInt8])]? {
      var fields: [(key: [UInt8], value: [UInt8])] = []
      guard take(UInt8(ascii: "{")) else { return nil }
      repeat {
        guard let key = string(), take(UInt8(ascii: ":")), let value = string() else { return nil }
        fields.append((key, value))
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { return nil }
      skipSpace()
      return at == bytes.count ? fields : nil
    }

    private mutating func skipSpace() {
      while at < bytes.count {
        switch bytes[at] {
        case 0x20, 0x09, 0x0A, 0x0D: at += 1
        default: return
        }
      }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
      skipSpace()
      guard at < bytes.count, bytes[at] == byte else { return false }
      at += 1
      return true
    }

    private mutating func string() -> [UInt8]? {
      guard take(UInt8(ascii: "\"")) else { return nil }
      var text: [UInt8] = []
      while true {
        let start = at
        at = plainEnd(from: at)
        guard at < bytes.count else { return nil }
        let run = UnsafeBufferPointer(rebasing: bytes[start..<at])
        switch bytes[at] {
        case UInt8(ascii: "\""):
          at += 1
          if text.isEmpty { return Array(run) }
          text.append(contentsOf: run)
          return text
        case UInt8(ascii: "\\"):
          if text.isEmpty { text.reserveCapacity(bytes.count - start) }
          text.append(contentsOf: run)
          at += 1
          guard unescape(into: &text) else { return nil }
        default: return nil  // a control character
        }
      }
    }

    /// The next quotation mark, backslash or control character, looked for eight bytes at a time.
    private func plainEnd(from start: Int) -> Int {
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highs: UInt64 = 0x8080_8080_8080_8080
      let raw = UnsafeRawBufferPointer(bytes)
      var at = start
      while at + 8 <= raw.count {
        let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
        let quote = word ^ (ones &* 0x22)
        let slash = word ^ (ones &* 0x5C)
        let found =
          ((word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash)
          & highs
        if found != 0 { return at + found.trailingZeroBitCount / 8 }
        at += 8
      }
      while at < bytes.count, bytes[at] >= 0x20, bytes[at] != 0x22, bytes[at] != 0x5C { at += 1 }
      return at
    }

    /// Appends what the escape after a backslash stands for.
    private mutating func unescape(into text: inout [UInt8]) -> Bool {
      guard at < bytes.count else { return false }
      let letter = bytes[at]
      at += 1
      switch letter {
      case UInt8(ascii: "n"): text.append(0x0A)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
      case UInt8(ascii: "t"): text.append(0x09)
      case UInt8(ascii: "r"): text.append(0x0D)
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "u"):
        guard var value = unit() else { return false }
        if (0xD800..<0xDC00).contains(value) {
          guard at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"),
            bytes[at + 1] == UInt8(ascii: "u")
          else { return false }
          at += 2
          guard let low = unit(), (0xDC00..<0xE000).contains(low) else { return false }
          value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        }
        guard let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) else {
          return false
        }
        text.append(contentsOf: encoded)
      default: return false
      }
      return true
    }

    /// Four hexadecimal digits.
    private mutating func unit() -> UInt32? {
      guard at + 4 <= bytes.count else { return nil }
      var value: UInt32 = 0
      for byte in bytes[at..<at + 4] {
        switch byte {
        case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32(byte & 0x0F + 9)
        default: return nil
        }
      }
      at += 4
      return value
    }
  }
}
