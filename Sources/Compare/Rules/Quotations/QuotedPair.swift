/// What one sort of rule does with the quotations of two documents.
protocol QuotedTest: RuleTest {
  /// Every comparison that the test makes, conflicting or not, in the order of the text.
  func findings(_ pair: QuotedPair) -> [Finding]
}

extension QuotedTest {
  var asQuotedTest: (any QuotedTest)? { self }
}

/// Two documents whose quotations are held against each other: any against any, for the sentences
/// around a quotation may be quite other ones.
struct QuotedPair {
  let a: Document
  let b: Document
  let aText: QuotedText
  let bText: QuotedText
  /// Facts of the two articles.
  let aFacts: [Fact]
  let bFacts: [Fact]
  /// Quotations of other documents that are compared with both.
  let thirds: [QuotedText]
  /// Stretches of quoted words that both have.
  let regions: [QuotedRegion]

  init(
    _ a: Document, _ aText: QuotedText, _ aFacts: [Fact], _ b: Document, _ bText: QuotedText,
    _ bFacts: [Fact], thirds: [QuotedText] = []
  ) {
    self.thirds = thirds
    (self.a, self.aText, self.aFacts) = (a, aText, aFacts)
    (self.b, self.bText, self.bFacts) = (b, bText, bFacts)
    regions = QuotedRegion.all(aText, bText)
  }
}
