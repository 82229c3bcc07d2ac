/// Turns tokens into items: known words and phrases, digits, signs; runs of other words are one
/// item, and the end of a sentence is one, too.
struct ItemReader {
  private let words: WordTable
  private let document: Document

  init(_ document: Document, words: WordTable) {
    (self.document, self.words) = (document, words)
  }

  /// The items of some sentences; each sentence ends with an edge.
  ///
  /// - Complexity: O(tokens).
  func items(of sentences: Range<Int>, _ symbols: inout Symbols) -> [Item] {
    guard !sentences.isEmpty else { return [] }
    let first = document.sentences[sentences.lowerBound].tokens.lowerBound
    let last = document.sentences[sentences.upperBound - 1].tokens.upperBound
    let most = last - first + sentences.count
    return [Item](unsafeUninitializedCapacity: most) { buffer, count in
      document.tokens.withUnsafeBufferPointer { tokens in
        for sentence in sentences {
          var line = Line(
            tokens: tokens, range: document.sentences[sentence].tokens, items: buffer, count: count)
          read(&line, &symbols)
          count = line.count
        }
      }
    }
  }

  /// One sentence, and the items read so far.
  ///
  /// There is room for them: an item takes one token at least, or is the edge of its sentence.
  private struct Line {
    let tokens: UnsafeBufferPointer<Token>
    let range: Range<Int>
    let items: UnsafeMutableBufferPointer<Item>
    var count: Int

    @inline(__always)
    mutating func append(_ item: Item) {
      items.initializeElement(at: count, to: item)
      count += 1
    }
  }

  private func read(_ line: inout Line, _ symbols: inout Symbols) {
    let end = line.range.upperBound
    var at = line.range.lowerBound
    // Where unknown words began that are not an item yet.
    var run = -1
    while at < end {
      let token = line.tokens[at]
      let (word, classSet) = words.look(token.hash)
      // A word that is only part of phrases is unknown without them.
      if token.kind == .word, word < 0 || classSet == 0 && isPart(word, of: line, at) {
        if run < 0 { run = at }
        at += 1
        continue
      }
      if run >= 0 { append(run..<at, &line, symbols) }
      run = -1
      if token.kind != .number, word >= 0 {
        at = append(word, at, &line)
        continue
      }
      let symbol =
        token.kind == .number
        ? symbols.symbol(
          Digits.traits(of: token, in: document.article.text), token.writing,
          classSet: classSet)
        : symbols.symbol(token.isQuoteMark ? .quoteMark : .sign, token.writing)
      line.append(Item(symbol: symbol, start: Int32(at), end: Int32(at + 1)))
      at += 1
    }
    if run >= 0 { append(run..<end, &line, symbols) }
    line.append(Item(symbol: symbols.symbol(.edge, 0), start: Int32(end), end: Int32(end)))
  }

  /// Whether no phrase begins here with a word that no class has alone.
  private func isPart(_ word: Int32, of line: Line, _ at: Int) -> Bool {
    !words[word].beginsPhrase
      || words.phrase(word, in: line.tokens, at: at + 1, before: line.range.upperBound).word == word
  }

  /// A known word, or the longest phrase that begins with it; the index after it.
  @inline(__always)
  private func append(_ word: Int32, _ at: Int, _ line: inout Line) -> Int {
    var (known, end) = (word, at + 1)
    if words[word].beginsPhrase {
      (known, end) = words.phrase(
        word, in: line.tokens, at: at + 1, before: line.range.upperBound)
    }
    let symbol = Symbols.word(words[known].classSet, line.tokens[at].writing)
    line.append(Item(symbol: symbol, start: Int32(at), end: Int32(end), word: known))
    return end
  }

  /// A run of unknown words.
  private func append(_ run: Range<Int>, _ line: inout Line, _ symbols: Symbols) {
    let first = line.tokens[run.lowerBound]
    let last = line.tokens[run.upperBound - 1]
    // A capital letter at the beginning of a sentence tells nothing of the word before a match.
    let isOpening = run.lowerBound == line.range.lowerBound && run.count == 1
    let kind = Symbols.Common(
      startsName: first.flags.contains(.capitalised),
      endsName: last.flags.contains(.capitalised) && !isOpening)
    line.append(
      Item(
        symbol: symbols.symbol(kind, first.writing), start: Int32(run.lowerBound),
        end: Int32(run.upperBound)))
  }
}

extension Token {
  /// How it is written, as the low bits of a symbol.
  fileprivate var writing: Int32 {
    (flags.contains(.spaceBefore) ? Item.spaced : 0)
      | (flags.contains(.capitalised) ? Item.capital : 0)
  }

  fileprivate var isQuoteMark: Bool {
    switch kind {
    case .openQuote, .closeQuote, .straightQuote: true
    default: false
    }
  }
}
