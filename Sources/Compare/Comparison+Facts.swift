extension Comparison {
  /// Bytes of text whose facts are read and written at a time.
  private static let portion = 8 << 20

  /// Reads the facts of articles and writes them, article by article.
  ///
  /// Tokens and facts are let go as soon as they are written, so that the memory does not grow
  /// with the number of articles.
  ///
  /// - Parameter output: takes the next part of the output, which is gone when it returns.
  /// - Complexity: O(bytes of text).
  package func writeFacts(
    of articles: [Article], with reporter: FactReporter,
    to output: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var pieces = FactPieces(reporter.format)
    @Sendable func write(_ number: Int, to piece: (UnsafeBufferPointer<UInt8>) -> Void) {
      let document = document(articles[number], number: number)
      reporter.write(document, facts: facts(of: document), to: piece)
    }
    var at = 0
    while at < articles.count {
      var end = at
      var bytes = 0
      while end < articles.count, end == at || bytes < Self.portion {
        bytes += articles[end].text.count
        end += 1
      }
      let first = at
      at = end
      guard jobs > 1, end - first > 1 else {
        for number in first..<end { write(number) { pieces.write($0, to: output) } }
        continue
      }
      let portion = Parallel.map(end - first, jobs: jobs) { offset in
        var found: [[UInt8]] = []
        write(first + offset) { found.append(Array($0)) }
        return found
      }
      for piece in portion.joined() {
        piece.withUnsafeBufferPointer { pieces.write($0, to: output) }
      }
    }
    pieces.end(output)
  }
}
