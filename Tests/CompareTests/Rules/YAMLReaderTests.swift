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

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func refusesWhatIsNestedTooDeep(opening: String) throws {
    #expect {
      try YAMLReader.parse(String(repeating: opening, count: 20_000), path: "deep.yml")
    } throws: {
      "\($0)".contains("nested too deep: more than 200 levels")
    }
    let some = String(repeating: "[", count: 150) + String(repeating: "]", count: 150)
    #expect(try YAMLReader.parse(some, path: "x.yml")?.isSequence == true)
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

  @Test(arguments: [
    ("a: 1\nb: 2\na: 3", "x.yml:1:1: the key a stands twice"),
    ("é: [1]\n---\nb: 2", "x.yml:2:1: expected one document in the file but found another"),
    ("é: *b", "x.yml:1:4: nothing is called &b above"),
    ("a: &a [*a]", "x.yml:1:8: nothing is called &a above"),
    ("a:\n\t- b", "x.yml:2:1: not valid YAML: found character that cannot start any token"),
    ("a: b: c", "x.yml:1:5: not valid YAML: mapping values are not allowed in this context"),
  ])
  func saysWhereAFileIsBroken(text: String, message: String) {
    #expect {
      try YAMLReader.parse(text, path: "x.yml")
    } throws: {
      "\($0)".hasPrefix(message)
    }
  }

  @Test func refusesAKeyThatStandsTwiceAmongMany() {
    let text = (1...20).map { "key\($0): x\n" }.joined() + "key7: y\n"
    #expect(throws: SourceError.self) { try YAMLReader.parse(text, path: "x.yml") }
  }

  @Test func sharesWhatAnAliasStandsFor() throws {
    let reader = try #require(
      try YAMLReader.parse("a: &list [x, y]\nb: *list\n'c d': |\n  z\n", path: "x.yml"))
    #expect(try reader.required("b").strings() == ["x", "y"])
    #expect(try reader.required("c d").string() == "z\n")
    #expect(try reader.required("c d").line == 3)
  }

  @Test(arguments: ["", "# only a remark\n", "\u{feff}"])
  func seesNothingInAnEmptyFile(text: String) throws {
    let root = try YAMLReader.parse(text, path: "x.yml")
    #expect(root == nil)
  }
}
