import Testing

@testable import Compare

@Suite struct FixedMapTests {
  /// Keys that differ in their low or in their high bits only, and 0, which is a key like others.
  @Test(arguments: [0, 1, 17, 3_000])
  func everyKeyIsFoundAndNoOther(count: Int) {
    let keys = (0..<UInt64(count)).flatMap { [$0, $0 << 32, ~$0] }
    var entries: [UInt64: Int32] = [:]
    for (number, key) in keys.enumerated() { entries[key] = Int32(number) }
    let map = FixedMap(entries)
    for (key, value) in entries { #expect(map[key] == value) }
    for other in UInt64(count)..<UInt64(2 * count + 10) where entries[other] == nil {
      #expect(map[other] == -1)
      #expect(map[other << 32] == -1)
    }
  }
}
