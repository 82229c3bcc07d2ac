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

  /// One sentence, and the items read so far. An item takes one token at least, so that they have
  /// room.
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
    while at < end {
      let token = line.tokens[at]
      let word = words.word(token.hash)
      if token.kind == .number {
        let symbol = symbols.symbol(
          Digits.traits(of: token, in: document.article.text), token.writing,
          classSet: word >= 0 ? words.classSet[Int(word)] : 0)
        line.append(Item(symbol: symbol, start: Int32(at), end: Int32(at + 1)))
        at += 1
      } else if word >= 0 {
        at = read(word, at, &line)
      } else if token.kind == .word {
        at = readRun(at, &line, symbols)
      } else {
        line.append(
          Item(
            symbol: symbols.symbol(token.isQuoteMark ? .quoteMark : .sign, token.writing),
            start: Int32(at), end: Int32(at + 1)))
        at += 1
      }
    }
    line.append(Item(symbol: symbols.symbol(.edge, 0), start: Int32(end), end: Int32(end)))
  }

  /// A known word, or the longest phrase that begins with it; the index after it.
  private func read(_ word: Int32, _ at: Int, _ line: inout Line) -> Int {
    var (known, end) = (word, at + 1)
    if words.beginsPhrase(word) {
      (known, end) = words.phrase(
        word, in: line.tokens, at: at + 1, before: line.range.upperBound)
    }
    let symbol = Symbols.word(words.classSet[Int(known)], line.tokens[at].writing)
    line.append(Item(symbol: symbol, start: Int32(at), end: Int32(end), word: known))
    return end
  }

  /// Unknown words from `start` on; the index after them.
  private func readRun(_ start: Int, _ line: inout Line, _ symbols: Symbols) -> Int {
    var end = start + 1
    while end < line.range.upperBound, line.tokens[end].kind == .word,
      words.word(line.tokens[end].hash) < 0
    {
      end += 1
    }
    let first = line.tokens[start]
    // A capital letter at the beginning of a sentence tells nothing.
    let isOpening = start == line.range.lowerBound && end == start + 1
    let kind = Symbols.Common(
      startsName: first.flags.contains(.capitalised),
      endsName: line.tokens[end - 1].flags.contains(.capitalised) && !isOpening)
    line.append(
      Item(symbol: symbols.symbol(kind, first.writing), start: Int32(start), end: Int32(end)))
    return end
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
