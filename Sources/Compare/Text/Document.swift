/// An article cut into tokens, sentences and quotations.
public struct Document: Sendable {
  /// One object, so that a document is cheap to hand on.
  private let content: Content

  /// Position of the article in the input.
  public var number: Int { content.number }
  public var article: Article { _read { yield content.article } }
  public var tokens: [Token] { _read { yield content.tokens } }
  public var sentences: [Sentence] { _read { yield content.sentences } }
  public var quotations: [Quotation] { _read { yield content.quotations } }
  /// Words that count as one in it.
  var spellings: Spellings { _read { yield content.spellings } }

  public init(
    _ article: Article, number: Int, segmenter: Segmenter, spellings: Spellings = Spellings()
  ) {
    let tokens = spellings.applied(to: Tokeniser.tokens(of: article.text, in: article.body))
    let sentences = segmenter.sentences(tokens)
    content = Content(
      article, number: number, tokens: tokens, sentences: sentences,
      quotations: Quotations.find(in: tokens, sentences: sentences), spellings: spellings)
  }

  /// The article and where its sentences are; no tokens and no quotations.
  package init(outline article: Article, number: Int, sentences: [Sentence] = []) {
    content = Content(article, number: number, tokens: [], sentences: sentences)
  }

  private final class Content: Sendable {
    let number: Int
    let article: Article
    let tokens: [Token]
    let sentences: [Sentence]
    let quotations: [Quotation]
    let spellings: Spellings

    init(
      _ article: Article, number: Int, tokens: [Token], sentences: [Sentence],
      quotations: [Quotation] = [], spellings: Spellings = Spellings()
    ) {
      (self.article, self.number, self.tokens) = (article, number, tokens)
      (self.sentences, self.quotations, self.spellings) = (sentences, quotations, spellings)
    }
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
