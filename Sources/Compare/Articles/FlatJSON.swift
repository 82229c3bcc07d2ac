/// Reads the commonest sort of article record quickly: one JSON object whose values are all strings.
///
/// Takes nothing that it is not sure of: everything else (other values, escapes that make no
/// scalar, mistakes) is left to a full JSON decoder, which also has the words for what is wrong.
enum FlatJSON {
  /// Reads the fields in their order.
  ///
  /// - Parameters:
  ///   - object: valid UTF-8.
  ///   - take: gets a key, as it is written, and its value, unescaped, both only for the time of the
  ///     call; says whether to read on.
  /// - Returns: whether all was read; else another reader has to look.
  /// - Complexity: O(bytes).
  static func read(
    _ object: [UInt8],
    _ take: (_ key: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool
  ) -> Bool {
    object.withUnsafeBufferPointer { bytes in
      var reader = Reader(bytes: bytes)
      return reader.object(take)
    }
  }

  private struct Reader {
    let bytes: UnsafeBufferPointer<UInt8>
    var at = 0
    /// The string read last, where it has escapes.
    var unescaped: [UInt8] = []

    mutating func object(
      _ use: (_ key: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
      guard take(UInt8(ascii: "{")) else { return false }
      repeat {
        guard let key = string(), !key.hasEscapes, take(UInt8(ascii: ":")), let value = string()
        else { return false }
        let name = UnsafeBufferPointer(rebasing: bytes[key.written])
        let isWanted =
          value.hasEscapes
          ? unescaped.withUnsafeBufferPointer { use(name, $0) }
          : use(name, UnsafeBufferPointer(rebasing: bytes[value.written]))
        guard isWanted else { return false }
      } while take(UInt8(ascii: ","))
      guard take(UInt8(ascii: "}")) else { return false }
      skipSpace()
      return at == bytes.count
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

    /// Where the next string is, between its quotation marks; what it says is in `unescaped` where
    /// it has escapes.
    private mutating func string() -> (written: Range<Int>, hasEscapes: Bool)? {
      guard take(UInt8(ascii: "\"")) else { return nil }
      let first = at
      var start = at
      var hasEscapes = false
      while true {
        at = plainEnd(from: at)
        guard at < bytes.count else { return nil }
        let run = UnsafeBufferPointer(rebasing: bytes[start..<at])
        switch bytes[at] {
        case UInt8(ascii: "\""):
          at += 1
          if hasEscapes { unescaped.append(contentsOf: run) }
          return (first..<at - 1, hasEscapes)
        case UInt8(ascii: "\\"):
          if !hasEscapes {
            hasEscapes = true
            unescaped.removeAll(keepingCapacity: true)
            unescaped.reserveCapacity(bytes.count - start)
          }
          unescaped.append(contentsOf: run)
          at += 1
          guard unescape() else { return nil }
          start = at
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
    private mutating func unescape() -> Bool {
      guard at < bytes.count else { return false }
      let letter = bytes[at]
      at += 1
      switch letter {
      case UInt8(ascii: "n"): unescaped.append(0x0A)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): unescaped.append(letter)
      case UInt8(ascii: "t"): unescaped.append(0x09)
      case UInt8(ascii: "r"): unescaped.append(0x0D)
      case UInt8(ascii: "b"): unescaped.append(0x08)
      case UInt8(ascii: "f"): unescaped.append(0x0C)
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
        unescaped.append(contentsOf: encoded)
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
