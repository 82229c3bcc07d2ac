import Testing

@testable import Compare

@Suite struct QuotationsTests {
  /// The words inside the marks, quotation by quotation.
  private func quoted(_ text: String) throws -> [String] {
    let comparison = Comparison(language: try Language.builtIn())
    let document = comparison.documents(of: [TextPair(id: "1", a: text, b: "").a])[0]
    return document.quotations.map { document.string($0.inner) }
  }

  @Test(arguments: [
    ("“We need a bridge,” she said. “We need it now.”", ["We need a bridge,", "We need it now."]),
    (
      "\"We need a bridge,” she said. “We need it now.\"", ["We need a bridge,", "We need it now."]
    ),
    (
      "\"\"We need a bridge,\" she said. \"We need it now.\"",
      ["We need a bridge,", "We need it now."]
    ),
    ("She called it “a ‘very’ bad plan” on Monday.", ["a ‘very’ bad plan"]),
  ])
  func marksArePaired(text: String, inner: [String]) throws {
    #expect(try quoted(text) == inner)
  }
}
