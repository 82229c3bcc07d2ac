import Testing

@testable import Compare

/// What a dispute is headed with.
@Suite struct SlotLabelTests {
  private func label(_ text: String, _ value: String) throws -> String {
    let language = try Language.builtIn()
    let document = Document(
      Article(id: "a", outlet: "A", path: "a.txt", text: Array(text.utf8)), number: 0,
      segmenter: language.segmenter)
    let start = try #require(document.article.text.firstRange(of: Array(value.utf8))?.lowerBound)
    let end = start + value.utf8.count
    let tokens = document.tokens.indices.filter {
      document.tokens[$0].start >= start && document.tokens[$0].end <= end
    }
    return SlotLabel(language.lexicons)
      .around(try #require(tokens.first)..<(try #require(tokens.last)) + 1, in: document)
  }

  @Test(arguments: [
    (
      "After a long night, the council raised the harbour fee by 4 percent, and went home.",
      "4 percent", "the council raised the harbour fee by …"
    ),
    (
      "The ferry may carry 300 passengers per crossing because of the wind.", "300",
      "The ferry may carry … passengers per crossing"
    ),
    (
      "Mill workers struck for 12 days in June and July.", "12 days",
      "Mill workers struck for … in June"
    ),
    ("The town's largest bakery closed.", "largest", "The town's … bakery closed"),
    ("It was shut on “Monday”, she said.", "Monday", "It was shut on …"),
    ("Of the\n  crew, nine were hurt.", "nine", "crew … were hurt"),
    ("No ferry sailed.", "No ferry sailed", "No ferry sailed …"),
  ])
  func isTheClauseAroundTheValue(text: String, value: String, expected: String) throws {
    #expect(try label(text, value) == expected)
  }
}

/// The positions of a dispute.
@Suite struct PositionTests {
  private func positions(_ texts: [String]) throws -> [[String]] {
    let articles = texts.enumerated().map { number, text in
      Article(
        id: "\(number)", outlet: "Outlet \(number)", path: "\(number).txt", text: Array(text.utf8))
    }
    let findings = Comparison(language: try .builtIn()).findings(in: articles)
    #expect(findings.disputes.count == 1)
    return findings.disputes.flatMap(\.positions).map(\.outlets)
  }

  @Test func otherWordsForOneWidthAreOnePosition() throws {
    let start = "The two sides agreed to halt attacks on"
    let end = "for six weeks, the mediator told reporters in the harbour town."
    #expect(
      try positions([
        "\(start) water sites \(end)", "\(start) water facilities \(end)",
        "\(start) water facilities and railways \(end)",
      ]) == [["Outlet 0", "Outlet 1"], ["Outlet 2"]])
  }

  @Test func otherValuesAreOtherPositions() throws {
    let start = "The evacuation of the harbour district took"
    let end = "and ended before dawn, the fire chief told reporters."
    #expect(
      try positions(["\(start) two hours \(end)", "\(start) five hours \(end)"])
        == [["Outlet 0"], ["Outlet 1"]])
  }
}
