/// A half-open range of UTF-8 byte offsets into the text of one article.
///
/// Ranges that the tool makes begin and end on Unicode scalar boundaries; `ScalarIndex` turns
/// them into the scalar offsets of the public formats.
public struct TextRange: Hashable, Sendable, Comparable {
  private let first: UInt32
  private let past: UInt32

  public init(_ start: Int, _ end: Int) {
    first = UInt32(start)
    past = UInt32(max(start, end))
  }

  /// Offset of the first byte.
  public var start: Int { Int(first) }
  /// Offset after the last byte.
  public var end: Int { Int(past) }
  public var count: Int { Int(past - first) }
  public var isEmpty: Bool { past == first }
  public var bytes: Range<Int> { start..<end }

  public func contains(_ other: TextRange) -> Bool {
    start <= other.start && other.end <= end
  }

  /// Whether the two ranges share a byte.
  public func overlaps(_ other: TextRange) -> Bool {
    start < other.end && other.start < end
  }

  /// The smallest range that holds both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(min(start, other.start), max(end, other.end))
  }

  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.first, left.past) < (right.first, right.past)
  }
}
