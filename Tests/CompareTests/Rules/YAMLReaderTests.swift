import Testing

@testable import Compare

@Suite struct YAMLReaderTests {
  @Test func refusesAnAliasBomb() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1...9 {
      let items = [String](repeating: "*a\(level - 1)", count: 10).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(items)]\n"
    }
    #expect(throws: SourceError.self) { try YAMLReader.parse(text, path: "bomb.yml") }
  }

  @Test func keepsWordsThatOtherReadersTurnIntoValues() throws {
    let reader = try #require(try YAMLReader.parse("answer: no\ntime: 12:30:45", path: "x.yml"))
    #expect(try reader.required("answer").string() == "no")
    #expect(try reader.required("time").string() == "12:30:45")
  }

  @Test func namesTheNearestKey() throws {
    let reader = try #require(try YAMLReader.parse("messsage: x", path: "x.yml"))
    #expect {
      try reader.expectKeys(["id", "message"])
    } throws: {
      "\($0)" == "x.yml:1:1: unknown key `messsage`; did you mean `message`?"
    }
  }
}
