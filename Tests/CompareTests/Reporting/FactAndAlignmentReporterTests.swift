import Testing

@testable import Compare

@Suite struct FactAndAlignmentReporterTests {
  private func fact(
    _ words: String, _ type: FactType, _ value: String, in document: Document, low: Double? = nil,
    high: Double? = nil, mod: Modifier? = nil, unit: String? = nil
  ) throws -> Fact {
    let start = try #require(document.article.text.firstRange(of: Array(words.utf8))).lowerBound
    let range = TextRange(start, start + words.utf8.count)
    let tokens = document.tokens(in: range)
    return Fact(
      type: type, range: range, tokens: tokens, value: value, mod: mod,
      bounds: Bounds(low: low, high: high), unit: unit,
      sentence: document.sentence(ofToken: tokens.lowerBound))
  }

  private func facts(_ documents: [Document]) throws -> [[Fact]] {
    [
      [
        try fact("“30 days”", .quote, "30 days", in: documents[0]),
        try fact(
          "30 days", .duration, "P30D", in: documents[0], low: 2_592_000, high: 2_592_000),
      ],
      [
        try fact("six weeks", .duration, "P6W", in: documents[1], high: 3_628_800.5, mod: .lessThan)
      ],
      [try fact("nine", .date, "2025-03-18", in: documents[2], low: 20_165, high: 20_165)],
    ]
  }

  @Test(arguments: FactFormat.allCases)
  func factsMatchTheirGoldenFile(format: FactFormat) throws {
    let documents = try SampleFindings.make().documents
    var text = ""
    FactReporter(format).write(documents, facts: try facts(documents), to: &text)
    try expect(text, inFile: "extract.\(format.rawValue)")
  }

  @Test(arguments: AlignmentFormat.allCases)
  func alignmentsMatchTheirGoldenFile(format: AlignmentFormat) throws {
    let documents = try SampleFindings.make().documents
    let alignments = [
      Alignment(
        a: Passage(document: 0, sentences: 0..<1), b: Passage(document: 1, sentences: 1..<2),
        similarity: 0.87654, kind: .nearDuplicate),
      Alignment(
        a: Passage(document: 1, sentences: 0..<2), b: Passage(document: 2, sentences: 0..<1),
        similarity: 0.4, kind: .retold),
    ]
    var text = ""
    var reporter = AlignmentReporter(format)
    reporter.write(alignments, of: documents, to: &text)
    reporter.finish(to: &text)
    try expect(text, inFile: "align.\(format.rawValue)")
  }
}
