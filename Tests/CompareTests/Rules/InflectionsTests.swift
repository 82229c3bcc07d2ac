import Testing

@testable import Compare

@Suite struct InflectionsTests {
  private func table(_ entries: [String: String]) throws -> PhraseTable {
    PhraseTable(
      Lexicon(name: "test", about: "", entries: entries),
      inflections: Inflections(try Language.builtIn().lexicons))
  }

  private func values(of entries: [String: String], in text: String) throws -> [String] {
    let bytes = Array(text.utf8)
    let tokens = Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count))
    return try table(entries).matches(tokens, in: tokens.indices).map(\.value)
  }

  @Test(arguments: [
    ("apologize", "apologized"), ("apologize", "apologizing"), ("mild", "mildest"),
    ("deny", "denied"), ("drop", "dropped"), ("lose", "lost"), ("loose", "loosely"),
    ("stay", "stayed"), ("start", "started"),
  ])
  func findsTheFormsOfAWord(word: String, form: String) throws {
    #expect(try values(of: [word: "axis/a"], in: form) == ["axis/a"])
  }

  @Test func inflectsTheFirstWordOfAPhraseThatIsListedAlone() throws {
    let entries = ["lose": "axis/a", "lose ground": "axis/b"]
    #expect(try values(of: entries, in: "It lost ground.") == ["axis/b"])
    #expect(try values(of: ["stand by": "axis/a"], in: "It stands by.") == [])
  }

  @Test func leavesAFormThatIsListedItself() throws {
    let entries = ["rise": "a/up", "rises": "b/other"]
    #expect(try values(of: entries, in: "rises") == ["b/other"])
    #expect(try values(of: entries, in: "rising") == ["a/up"])
  }
}
