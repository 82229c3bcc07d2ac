/// Turns UTF-8 byte offsets into the offsets of the script's strings, which count UTF-16 units.
///
/// Keeps a count every 256 bytes; ASCII text keeps none.
struct UTF16Offsets {
  private static let stride = 256
  private let base: Int
  private var counts: [UInt32] = []
  private let isASCII: Bool

  /// - Parameter range: of `bytes`; its beginning has offset 0.
  /// - Complexity: O(range)
  init(_ bytes: [UInt8], in range: TextRange) {
    base = range.start
    isASCII = bytes[range.bytes].allSatisfy { $0 < 0x80 }
    guard !isASCII else { return }
    var units: UInt32 = 0
    for (number, byte) in bytes[range.bytes].enumerated() {
      if number % Self.stride == 0 { counts.append(units) }
      units += Self.units(byte)
    }
  }

  /// - Parameter bytes: the same that the offsets were made of.
  func unit(at offset: Int, in bytes: [UInt8]) -> Int {
    let distance = max(0, offset - base)
    guard !isASCII, !counts.isEmpty else { return distance }
    let block = min(distance / Self.stride, counts.count - 1)
    let from = base + block * Self.stride
    return bytes[from..<max(from, offset)].reduce(Int(counts[block])) { $0 + Int(Self.units($1)) }
  }

  /// A lead byte counts for its whole character: two units beyond U+FFFF.
  private static func units(_ byte: UInt8) -> UInt32 {
    byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
  }
}
