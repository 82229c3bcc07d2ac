/// A sketch of a text's words by which it is known again after edits, renames and moves.
///
/// MinHash over pairs of neighbouring words (Broder, "On the Resemblance and Containment of
/// Documents", 1997), eight bits of each minimum (Li and König, "b-Bit Minwise Hashing", 2010):
/// the share of equal bytes estimates how many pairs of words two texts have in common.
public struct TextSignature: Sendable, Hashable {
  /// Minima kept; the estimate's standard error is at most `0.5 / √length`, about 0.09.
  static let length = 32
  /// A text with fewer words says too little of itself.
  static let fewestWords = 8

  /// The low byte of each minimum.
  let bytes: [UInt8]
  /// The first two minima whole, as hex digits: a name that few edits change.
  let name: String

  /// `nil` for a text of fewer than eight words.
  ///
  /// - Complexity: O(words × 32).
  init?(_ tokens: [Token]) {
    var minima = [UInt32](repeating: .max, count: Self.length)
    var last: UInt64 = 0
    var words = 0
    for token in tokens where token.isWord {
      words += 1
      if words > 1 {
        let pair = (last &* 0x9E37_79B9_7F4A_7C15) ^ token.hash
        for at in 0..<Self.length {
          let mixed = (pair ^ Self.seeds[at]) &* 0xD6E8_FEB8_6659_FD93
          minima[at] = min(minima[at], UInt32(truncatingIfNeeded: (mixed ^ mixed >> 29) >> 32))
        }
      }
      last = token.hash
    }
    guard words >= Self.fewestWords else { return nil }
    bytes = minima.map { UInt8(truncatingIfNeeded: $0) }
    name = minima.prefix(2).map { Self.hex(Int($0), width: 8) }.joined()
  }

  /// Reads `hex`; `nil` unless it is 64 hex digits.
  init?(hex: String) {
    let digits = Array(hex.utf8)
    guard digits.count == Self.length * 2 else { return nil }
    var bytes: [UInt8] = []
    for at in stride(from: 0, to: digits.count, by: 2) {
      guard let byte = UInt8(String(decoding: digits[at..<at + 2], as: UTF8.self), radix: 16) else {
        return nil
      }
      bytes.append(byte)
    }
    self.bytes = bytes
    name = ""
  }

  /// 64 hex digits.
  var hex: String { bytes.map { Self.hex(Int($0), width: 2) }.joined() }

  /// About the share of pairs of words that both texts have, 0 to 1.
  func likeness(_ other: TextSignature) -> Double {
    Double(zip(bytes, other.bytes).count { $0 == $1 }) / Double(Self.length)
  }

  private static let seeds: [UInt64] = (0..<length).map { Hash.of("signature \($0)") }

  private static func hex(_ value: Int, width: Int) -> String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
