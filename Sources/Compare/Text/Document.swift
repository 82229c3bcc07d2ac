/// An article cut into tokens, sentences and quotations.
public struct Document: Sendable {
  /// Position of the article in the input.
  public let number: Int
  public let article: Article
  public let tokens: [Token]
  public let sentences: [Sentence]
  public let quotations: [Quotation]
  /// Words that count as one in it.
  let spellings: Spellings

  public init(
    _ article: Article, number: Int, segmenter: Segmenter, spellings: Spellings = Spellings()
  ) {
    self.number = number
    self.article = article
    self.spellings = spellings
    tokens = spellings.applied(to: Tokeniser.tokens(of: article.text, in: article.body))
    sentences = segmenter.sentences(tokens)
    quotations = Quotations.find(in: tokens, sentences: sentences)
  }

  /// The article and where its sentences are; no tokens and no quotations.
  package init(outline article: Article, number: Int, sentences: [Sentence] = []) {
    (self.article, self.number, self.sentences) = (article, number, sentences)
    tokens = []
    quotations = []
    spellings = Spellings()
  }

  /// The bytes from the first to the last of these tokens.
  public func range(_ tokens: Range<Int>) -> TextRange {
    guard !tokens.isEmpty else {
      let at =
        tokens.lowerBound < self.tokens.count
        ? Int(self.tokens[tokens.lowerBound].start) : article.body.end
      return TextRange(at, at)
    }
    return TextRange(
      Int(self.tokens[tokens.lowerBound].start), self.tokens[tokens.upperBound - 1].end)
  }

  /// The words of these tokens as they stand in the article.
  public func string(_ tokens: Range<Int>) -> String { article.string(range(tokens)) }

  /// The sentence that holds the token at `index`.
  /// - Complexity: O(log sentences).
  public func sentence(ofToken index: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= index { low = middle } else { high = middle }
    }
    return low
  }
}
