import Testing

@testable import Compare

@Suite struct InflectionsTests {
  private func forms(of word: String) throws -> Set<String> {
    let inflections = Inflections(try Language.builtIn().lexicons)
    return Set(
      inflections.inflected(Lexicon(name: "test", about: "", entries: [word: "axis/a"])).entries
        .keys)
  }

  @Test(arguments: [
    ("apologize", "apologized"), ("apologize", "apologizing"), ("mild", "mildest"),
    ("deny", "denied"), ("drop", "dropped"), ("lose", "lost"), ("loose", "loosely"),
  ])
  func makesTheFormsOfAWord(word: String, form: String) throws {
    #expect(try forms(of: word).contains(form))
  }

  @Test func leavesPhrasesAlone() throws {
    #expect(try forms(of: "stand by") == ["stand by"])
  }

  @Test func keepsTheValueOfAWordThatHasOne() throws {
    let lexicon = Lexicon(name: "test", about: "", entries: ["rise": "a/up", "rises": "b/other"])
    let inflected = Inflections(try Language.builtIn().lexicons).inflected(lexicon).entries
    #expect(inflected["rises"] == "b/other,a/up")
    #expect(inflected["rising"] == "a/up")
  }
}
