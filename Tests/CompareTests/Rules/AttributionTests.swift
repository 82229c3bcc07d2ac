import Testing

@testable import Compare

/// Whom a sentence gives as its source.
@Suite struct SourceNameTests {
  private func source(of text: String) throws -> String? {
    let language = try Language.builtIn()
    let article = Article(id: "a", outlet: "A", path: "a.txt", text: Array(text.utf8))
    let document = Comparison(language: language).documents(of: [article])[0]
    let attribution = Attribution(language.lexicons)
    return attribution.source(of: document.sentences[0].tokens, in: document)
  }

  @Test(arguments: [
    ("The chief engineer, Ann Lund, told reporters that the dam holds.", "Ann Lund"),
    ("“The dam holds,” said the engineer, Ann Lund.", "Ann Lund"),
    ("A spokesman for the owners, Ivo Orr, said that the dam holds.", "Ivo Orr"),
    ("Ann Lund of the White Hart Union said that the dam holds.", "Ann Lund"),
    (
      "The mill owes 500 farmers back pay, Ann Brand-Meyer of the White Hart Union said.",
      "Ann Brand-Meyer"
    ),
    ("The dam holds, police said on Friday.", "police"),
    ("The dam holds, the Arden council said on Friday.", "Arden council"),
  ])
  func isWhoSpeaks(text: String, source: String) throws {
    #expect(try self.source(of: text) == source)
  }

  @Test(arguments: [
    "Ann Lund rejected claims that the dam leaks.",
    "The dam holds, she told a crowded hall.",
  ])
  func isNotMadeUp(text: String) throws {
    let source = try source(of: text)
    #expect(source == nil || source == "Ann Lund")
  }
}
