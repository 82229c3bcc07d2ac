/// Bytes that grow at their end, quickly: a copy and one comparison for each piece.
///
/// What `[UInt8]` costs more, the question whether the bytes are shared, can't come up: there is
/// only ever one owner.
package struct ByteBuffer: ~Copyable {
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  package private(set) var count = 0

  package init(capacity: Int = 256) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Valid until the buffer is written to or gone.
  package var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: count) }

  /// The bytes as text; they must be UTF-8.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  package mutating func removeAll() { count = 0 }

  /// Gives up what stands behind the first `length` bytes.
  package mutating func cut(to length: Int) { count = min(count, length) }

  @inline(__always)
  package mutating func append(_ byte: UInt8) {
    if count == capacity { grow(by: 1) }
    base[count] = byte
    count += 1
  }

  @inline(__always)
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    append(from: start, bytes.count)
  }

  @inline(__always)
  package mutating func append(_ text: StaticString) {
    append(from: text.utf8Start, text.utf8CodeUnitCount)
  }

  /// Appends `"name":`, with a comma before it where something stands before it.
  @inline(__always)
  mutating func appendField(_ name: StaticString, isFirst: Bool) {
    let length = name.utf8CodeUnitCount
    if capacity - count < length + 4 { grow(by: length + 4) }
    var end = base + count
    if !isFirst {
      end.pointee = UInt8(ascii: ",")
      end += 1
    }
    end.pointee = UInt8(ascii: "\"")
    (end + 1).update(from: name.utf8Start, count: length)
    end += length + 1
    end.pointee = UInt8(ascii: "\"")
    (end + 1).pointee = UInt8(ascii: ":")
    count = end + 2 - base
  }

  package mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  package mutating func append(utf8 text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  package mutating func append(_ byte: UInt8, times: Int) {
    if capacity - count < times { grow(by: times) }
    (base + count).update(repeating: byte, count: times)
    count += times
  }

  /// Appends what the buffer already holds in `range` once more.
  package mutating func appendAgain(_ range: Range<Int>) {
    precondition(range.upperBound <= count)
    if capacity - count < range.count { grow(by: range.count) }
    (base + count).update(from: base + range.lowerBound, count: range.count)
    count += range.count
  }

  @inline(__always)
  private mutating func append(from start: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - count < length { grow(by: length) }
    (base + count).update(from: start, count: length)
    count += length
  }

  @inline(never)
  private mutating func grow(by more: Int) {
    capacity = max(capacity * 2, count + more)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    larger.update(from: base, count: count)
    base.deallocate()
    base = larger
  }

  /// Decimal digits, with leading zeros up to `width`.
  package mutating func appendDecimal(_ value: Int, width: Int = 1) {
    guard 0..<100_000_000 ~= value, width <= 8 else {
      return value.withDecimal(width: width) { append($0) }
    }
    var rest = UInt32(value)
    var length = 1
    var power: UInt32 = 10
    while power <= rest {
      power *= 10
      length += 1
    }
    length = max(length, width)
    if capacity - count < length { grow(by: length) }
    for at in (count..<count + length).reversed() {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      base[at] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    count += length
  }
}
