internal import Foundation

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
    var lines: [UInt32] = []
    // Paragraphs of news, and the empty lines between them.
    lines.reserveCapacity(bytes.count / 128 + 2)
    lines.append(0)
    bytes.withUnsafeBytes { bytes in
      if !Self.isASCII(bytes) {
        counts.reserveCapacity(bytes.count / Self.stride + 1)
        var scalars: UInt32 = 0
        for start in Swift.stride(from: 0, to: bytes.count, by: Self.stride) {
          counts.append(scalars)
          scalars += UInt32(Self.scalars(bytes, start..<min(start + Self.stride, bytes.count)))
        }
      }
      Self.lineEnds(bytes) { lines.append(UInt32($0)) }
    }
    self.counts = counts
    lineStarts = lines
  }

  private static func isASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var all: UInt64 = 0
    var at = 0
    while at + 8 <= bytes.count {
      all |= bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      at += 8
    }
    while at < bytes.count {
      all |= UInt64(bytes[at])
      at += 1
    }
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// The number of scalars that begin in `range`: all bytes but `10xxxxxx`.
  private static func scalars(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    // Followers of a scalar's first byte, counted in eight lanes: at most 255 in each.
    var lanes: UInt64 = 0
    var followers = 0
    var at = range.lowerBound
    while at + 8 <= range.upperBound {
      let end = min(range.upperBound - 7, at + 8 * 255)
      while at < end {
        let word = bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)
        lanes += (word >> 7) & ~(word >> 6) & ones
        at += 8
      }
      let pairs: UInt64 = 0x00FF_00FF_00FF_00FF
      let sums = (lanes & pairs) + (lanes >> 8 & pairs)
      followers += Int((sums &* 0x0001_0001_0001_0001) >> 48)
      lanes = 0
    }
    while at < range.upperBound {
      if bytes[at] & 0xC0 == 0x80 { followers += 1 }
      at += 1
    }
    return range.count - followers
  }

  /// Calls `body` with the offset after each line end: LF, CR LF or CR.
  private static func lineEnds(_ bytes: UnsafeRawBufferPointer, _ body: (Int) -> Void) {
    var feed = next(0x0A, in: bytes, from: 0)
    var carriage = next(0x0D, in: bytes, from: 0)
    while feed < bytes.count || carriage < bytes.count {
      if carriage < feed {
        if carriage + 1 != feed { body(carriage + 1) }
        carriage = next(0x0D, in: bytes, from: carriage + 1)
      } else {
        body(feed + 1)
        feed = next(0x0A, in: bytes, from: feed + 1)
      }
    }
  }

  /// Where a byte stands next, from `start` on; `bytes.count` where it does not.
  private static func next(
    _ byte: Int32, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int {
    guard start < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + start, byte, bytes.count - start)
    else { return bytes.count }
    return base.distance(to: found)
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
