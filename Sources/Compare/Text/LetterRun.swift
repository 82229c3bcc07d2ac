/// A run of ASCII letters, read eight bytes at a time ("SIMD within a register"; Lamport,
/// "Multiple Byte Processing with Full-Word Instructions", CACM 1975).
struct LetterRun {
  /// Letters; 0 when the run does not end, with what follows it in sight, within `longest` bytes.
  private(set) var length = 0
  /// The bit of each letter in which capitals differ from the others, where it is set.
  private var smallBits: UInt64 = 0
  /// Whether the first is a capital.
  let isCapitalised: Bool
  /// The letters in lower case.
  private var lower: Chunks = (0, 0, 0)

  private typealias Chunks = (UInt64, UInt64, UInt64)
  private static let longest = 3 * 8

  /// The letters from `at` on, in the bytes before `end`.
  ///
  /// - Complexity: O(letters / 8).
  @inline(__always)
  init(_ bytes: UnsafeBufferPointer<UInt8>, at: Int, end: Int) {
    isCapitalised = bytes[at] & 0x20 == 0
    let raw = UnsafeRawBufferPointer(bytes)
    guard at + 8 <= end else { return }
    var run = Self.take(
      raw.loadUnaligned(fromByteOffset: at, as: UInt64.self), &lower.0, &smallBits)
    if run == 8 {
      guard at + 16 <= end else { return }
      run += Self.take(
        raw.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self), &lower.1, &smallBits)
      if run == 16 {
        guard at + 24 <= end else { return }
        run += Self.take(
          raw.loadUnaligned(fromByteOffset: at + 16, as: UInt64.self), &lower.2, &smallBits)
        guard run < Self.longest else { return }
      }
    }
    length = run
  }

  /// Takes the letters at the beginning of eight bytes; says how many there are.
  @inline(__always)
  private static func take(
    _ loaded: UInt64, _ lower: inout UInt64, _ smallBits: inout UInt64
  ) -> Int {
    let bytes = UInt64(littleEndian: loaded)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    let small = bytes | ones &* 0x20
    // The top bit of each byte: whether it is from "a" to "z" with bit 5 set, and not beyond ASCII.
    let seven = small & ~high
    let isLetter =
      (seven &+ ones &* (0x80 - 0x61)) & ~(seven &+ ones &* (0x80 - 0x7B)) & ~bytes & high
    let stops = ~isLetter & high
    let count = stops == 0 ? 8 : stops.trailingZeroBitCount >> 3
    let mask = count == 8 ? ~UInt64(0) : (UInt64(1) << UInt64(count * 8)) &- 1
    smallBits |= bytes & ones &* 0x20 & mask
    lower = (small & mask).littleEndian
    return count
  }

  /// Whether all letters are capitals.
  var areCapitals: Bool { smallBits == 0 }

  /// XXH3 of the letters in lower case.
  var hash: UInt64 {
    @inline(__always) get {
      withUnsafeBytes(of: lower) { Hash.of(UnsafeRawBufferPointer(rebasing: $0[..<length])) }
    }
  }
}
