/// Turns UTF-8 byte offsets into Unicode scalar offsets, and into lines and columns.
///
/// Keeps a count every 256 bytes: a look-up scans at most that many bytes. ASCII text keeps none.
public struct ScalarIndex: Sendable {
  private static let stride = 256
  /// Scalars before byte `i * stride`; empty for pure ASCII.
  private let counts: [UInt32]
  /// Byte offset at which each line begins.
  private let lineStarts: [UInt32]

  /// - Complexity: O(bytes).
  public init(_ bytes: [UInt8]) {
    var counts: [UInt32] = []
    var lines: [UInt32] = [0]
    var scalars: UInt32 = 0
    bytes.withUnsafeBytes { bytes in
      counts.reserveCapacity(bytes.count / Self.stride + 1)
      var at = 0
      while at < bytes.count {
        counts.append(scalars)
        let end = min(at + Self.stride, bytes.count)
        scalars += UInt32(Self.scalars(bytes, at..<end))
        at = end
      }
      Self.lineEnds(bytes) { lines.append(UInt32($0)) }
    }
    self.counts = Int(scalars) == bytes.count ? [] : counts
    lineStarts = lines
  }

  /// The number of scalars that begin in `range`: all bytes but `10xxxxxx`.
  private static func scalars(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    var count = range.count
    var at = range.lowerBound
    while at + 8 <= range.upperBound {
      let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      count -= ((word >> 7) & ~(word >> 6) & ones).nonzeroBitCount
      at += 8
    }
    while at < range.upperBound {
      if bytes[at] & 0xC0 == 0x80 { count -= 1 }
      at += 1
    }
    return count
  }

  /// Calls `body` with the offset after each line end: LF, CR LF or CR.
  private static func lineEnds(_ bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    var at = 0
    while at < bytes.count {
      if at + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        let feeds = word ^ (ones &* 0x0A)
        let returns = word ^ (ones &* 0x0D)
        if ((feeds &- ones) & ~feeds | (returns &- ones) & ~returns) & highs == 0 {
          at += 8
          continue
        }
      }
      let byte = bytes[at]
      at += 1
      if byte == 0x0A || (byte == 0x0D && !(at < bytes.count && bytes[at] == 0x0A)) { body(at) }
    }
  }

  /// The number of scalars before the byte at `offset`.
  public func scalar(at offset: Int, in bytes: [UInt8]) -> Int {
    guard !counts.isEmpty else { return offset }
    let block = min(offset / Self.stride, counts.count - 1)
    return Int(counts[block])
      + bytes.withUnsafeBytes { Self.scalars($0, block * Self.stride..<offset) }
  }

  /// The number of scalars before the byte at `offset`, counted on from the byte at
  /// `known.offset`, before which there are `known.scalar`, where that is not far before it.
  ///
  /// - Complexity: O(`offset - known.offset`), and never more than `scalar(at:in:)`.
  func scalar(at offset: Int, from known: (offset: Int, scalar: Int), in bytes: [UInt8]) -> Int {
    guard !counts.isEmpty else { return offset }
    guard known.offset <= offset, offset - known.offset < Self.stride else {
      return scalar(at: offset, in: bytes)
    }
    return known.scalar + bytes.withUnsafeBytes { Self.scalars($0, known.offset..<offset) }
  }

  /// 1-based line of the byte at `offset`, and its 1-based column in scalars.
  public func place(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= offset { low = middle } else { high = middle }
    }
    let begin = Int(lineStarts[low])
    return (low + 1, scalar(at: offset, in: bytes) - scalar(at: begin, in: bytes) + 1)
  }
}
