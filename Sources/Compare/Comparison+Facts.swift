extension Comparison {
  /// Bytes of text whose facts are read and written at a time.
  private static let portion = 8 << 20

  /// Reads the facts of articles and writes them, article by article.
  ///
  /// Tokens and facts are let go as soon as they are written, so that the memory does not grow
  /// with the number of articles.
  ///
  /// - Parameter write: takes the next part of the output.
  /// - Complexity: O(bytes of text).
  package func writeFacts(
    of articles: [Article], with reporter: FactReporter, _ write: (ArraySlice<UInt8>) -> Void
  ) {
    var pieces = FactPieces(reporter.format)
    var at = 0
    while at < articles.count {
      var end = at
      var bytes = 0
      while end < articles.count, end == at || bytes < Self.portion {
        bytes += articles[end].text.count
        end += 1
      }
      let first = at
      let portion = Parallel.map(end - first, jobs: jobs) { offset in
        let document = document(articles[first + offset], number: first + offset)
        return reporter.piece(document, facts: facts(of: document))
      }
      for piece in portion { write(pieces.next(piece)) }
      at = end
    }
    write(pieces.end())
  }
}
