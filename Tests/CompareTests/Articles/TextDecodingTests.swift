import Testing

@testable import Compare

@Suite struct TextDecodingTests {
  private func text(_ bytes: [UInt8]) -> String? {
    (try? TextDecoding.decode(bytes)).map { String(decoding: $0.utf8, as: UTF8.self) }
  }

  @Test func readsEveryKnownEncoding() {
    let word = "Café €5"
    let units = Array(word.utf16)
    let little: [UInt8] = [0xFF, 0xFE] + units.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    let big: [UInt8] = [0xFE, 0xFF] + units.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    #expect(text(Array(word.utf8)) == word)
    #expect(text([0xEF, 0xBB, 0xBF] + Array(word.utf8)) == word)
    #expect(text(little) == word)
    #expect(text(big) == word)
    #expect(text([0x43, 0x61, 0x66, 0xE9, 0x20, 0x80, 0x35]) == word)
  }

  @Test func readsTextWithAStrayNUL() {
    let bytes = [UInt8](repeating: 0x61, count: 2000) + [0] + Array("b".utf8)
    #expect(text(bytes) != nil)
  }

  @Test(
    arguments: [
      [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00],  // NUL bytes
      [0x1B, 0x02, 0x41, 0x42, 0x05],  // control characters
      [0xFF, 0xFE, 0x41],  // half a UTF-16 unit
      [0xFF, 0xFE, 0x00, 0xDC],  // a lone surrogate
      Array("naïve café, señor, über — ".utf8) + [0xC3],  // UTF-8 cut in the middle
      [0x81, 0x8D, 0xFF, 0xFD, 0x90],  // no text in Windows-1252 either
    ] as [[UInt8]])
  func refusesWhatIsNoText(bytes: [UInt8]) {
    #expect(throws: TextDecoding.Failure.self) { try TextDecoding.decode(bytes) }
  }

  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9], nil), ([0x61, 0xC3], 1), ([0xE0, 0x80, 0x80], 0),
      ([0xED, 0xA0, 0x80], 0),
      ([0xF4, 0x90, 0x80, 0x80], 0), ([0xF0, 0x9F, 0x98, 0x80], nil), ([0x80], 0),
    ] as [([UInt8], Int?)])
  func findsTheFirstByteThatIsNotUTF8(bytes: [UInt8], expected: Int?) {
    #expect(TextDecoding.firstInvalid(bytes) == expected)
    #expect((String(validating: bytes, as: UTF8.self) == nil) == (expected != nil))
  }

  @Test func namesTheLineOfABrokenByte() {
    let bytes = Array("é\né\né".utf8) + [0xE9]
    #expect(throws: TextDecoding.Failure.self) { try TextDecoding.decode(bytes) }
    do {
      _ = try TextDecoding.decode(bytes)
    } catch {
      #expect(error.line == 3)
    }
  }
}
