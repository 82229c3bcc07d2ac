import Foundation
import Testing

@testable import Compare

@Suite struct JSONTextTests {
  private func json(_ text: String) -> String {
    var json = JSONText()
    json.string(text)
    return json.bytes.string
  }

  @Test(arguments: [
    ("plain words, longer than eight bytes", "plain words, longer than eight bytes"),
    ("say \"no\" and \\", "say \\\"no\\\" and \\\\"),
    ("a\tb\nc\rd", "a\\tb\\nc\\rd"),
    ("bell \u{7} delete \u{7F}", "bell \\u0007 delete \\u007f"),
    (
      "next\u{85}line \u{2028} turned \u{202E} isolate \u{2066}",
      "next\\u0085line \\u2028 turned \\u202e isolate \\u2066"
    ),
    ("é ü “quoted” 二 🙂", "é ü “quoted” 二 🙂"),
    ("a[b] ##[group] #[c]", "a[b] ##\\u005bgroup] #[c]"),
  ])
  func escapes(text: String, expected: String) { #expect(json(text) == "\"\(expected)\"") }

  /// Whatever stands at whatever place, Foundation reads the same text back.
  @Test func everyByteAtEveryPlaceIsReadBack() throws {
    for scalar in (0..<0x100).compactMap({ Unicode.Scalar($0 as UInt32) }) + [
      "\u{2029}", "\u{1F600}",
    ] {
      for place in 0..<9 {
        let text = String(repeating: "x", count: place) + String(scalar) + "tail of the text"
        let data = Data(json(text).utf8)
        let read = try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed)
        #expect(read as? String == text)
      }
    }
  }

  @Test(arguments: [0, 7, -7, 10, 1_234_567, Int.max, Int.min])
  func integersAreDecimal(value: Int) {
    var json = JSONText()
    json.integer(value)
    let text = json.bytes.string
    #expect(text == "\(value)")
    #expect(value.padded(1) == "\(value)")
  }

  @Test func datesAreISO() throws {
    var json = JSONText()
    json.date(try #require(CivilDate(year: 812, month: 3, day: 9)))
    let text = json.bytes.string
    #expect(text == "\"0812-03-09\"")
  }

  @Test func emptyContainersStayOnOneLine() {
    var text = ""
    JSONValue.object(["a": .array([]), "b": .fields([])]).write(to: &text, indent: 1)
    #expect(text == "{\n \"a\": [],\n \"b\": {}\n}")
  }
}
