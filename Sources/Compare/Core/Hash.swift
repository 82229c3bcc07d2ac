internal import CXXHash

/// XXH3, 64 bits: the one hash of tokens, shingles and lexicon words (Collet, xxHash).
public enum Hash {
  /// Hash of the bytes.
  @inline(__always)
  public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    xxh3_64(bytes.baseAddress, bytes.count)
  }

  /// Hash of the bytes.
  @inline(__always)
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    of(UnsafeRawBufferPointer(bytes))
  }

  /// Hash of the bytes.
  @inline(__always)
  static func of(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    of(UnsafeBufferPointer(rebasing: bytes))
  }

  /// Hash of the string's UTF-8.
  public static func of(_ string: String) -> UInt64 {
    var string = string
    return string.withUTF8 { of(UnsafeRawBufferPointer($0)) }
  }

  /// 128-bit hash as 32 hex digits, for identities that are written to files.
  public static func hex128(_ string: String) -> String {
    var string = string
    let hash = string.withUTF8 { xxh3_128($0.baseAddress, $0.count) }
    let digits = [hash.high, hash.low].map { part in
      let text = String(part, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return digits.joined()
  }
}
