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
    var isASCII = true
    bytes.withUnsafeBufferPointer { bytes in
      for at in 0..<bytes.count {
        if at % Self.stride == 0 { counts.append(scalars) }
        let byte = bytes[at]
        if byte & 0xC0 != 0x80 { scalars += 1 }
        if byte >= 0x80 { isASCII = false }
        if byte == 0x0A || (byte == 0x0D && !(at + 1 < bytes.count && bytes[at + 1] == 0x0A)) {
          lines.append(UInt32(at + 1))
        }
      }
    }
    self.counts = isASCII ? [] : counts
    lineStarts = lines
  }

  /// The number of scalars before the byte at `offset`.
  public func scalar(at offset: Int, in bytes: [UInt8]) -> Int {
    guard !counts.isEmpty else { return offset }
    let block = min(offset / Self.stride, counts.count - 1)
    var count = Int(counts[block])
    for at in block * Self.stride..<offset where bytes[at] & 0xC0 != 0x80 { count += 1 }
    return count
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
