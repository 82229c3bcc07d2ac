/// What a value is about, in the words that stand around it, as reports head a dispute:
/// "raises the property tax levy by …".
struct SlotLabel: Sendable {
  /// Words before the value, and after it, at most.
  private static let reach = (before: 7, after: 4)
  /// Bytes at most; a word can be long.
  private static let longest = 160

  private let functionWords: WordSet
  private let conjunctions: WordSet
  private let boundaries: WordSet
  /// Words that a label does not begin with.
  private let leads: WordSet

  init(_ lexicons: Lexicons) {
    functionWords = lexicons.words("word.function")
    conjunctions = lexicons.words("word.conjunction")
    boundaries = lexicons.words("clause.boundary")
    leads = lexicons.words("label.lead").union(conjunctions).union(boundaries)
  }

  /// The clause around the value, with `…` in its place; the value's own first words where nothing
  /// else stands in its sentence.
  func around(_ value: Range<Int>, in document: Document) -> String {
    let sentence = document.sentences[document.sentence(ofToken: value.lowerBound)].tokens
    let left = before(value.lowerBound, from: sentence.lowerBound, in: document)
    let right = after(value.upperBound, to: sentence.upperBound, in: document)
    if left.isEmpty, right.isEmpty {
      let words = value.filter { document.tokens[$0].isWord }.prefix(Self.reach.before)
      guard let first = words.first, let last = words.last else { return "" }
      return text(first..<last + 1, in: document) + " …"
    }
    return [text(left, in: document), "…", text(right, in: document)].filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// Back to where the clause begins, and further where that is only a word.
  private func before(_ end: Int, from lowest: Int, in document: Document) -> Range<Int> {
    var start = end
    var words = 0
    var weighty = 0
    while start > lowest {
      let token = document.tokens[start - 1]
      if token.isWord {
        guard words < Self.reach.before, weighty < 2 || !boundaries.contains(token.hash) else {
          break
        }
        words += 1
        if !functionWords.contains(token.hash) { weighty += 1 }
      } else if Self.parts(token), weighty >= 2 {
        break
      }
      start -= 1
    }
    start = whole(start, from: lowest, in: document)
    // "the 45th president" is not cut behind its digits.
    while start > lowest, start < end, !document.tokens[start].flags.contains(.spaceBefore),
      document.tokens[start - 1].isWord
    {
      start -= 1
    }
    var range = start..<end
    while let first = range.first,
      !document.tokens[first].isWord || leads.contains(document.tokens[first].hash)
    {
      range = range.dropFirst()
    }
    while let last = range.last, !document.tokens[last].isWord,
      document.tokens[last].kind != .possessive
    {
      range = range.dropLast()
    }
    return range
  }

  /// Further back where a name, or what a small word belongs to, was cut in two: "over the river", "League".
  private func whole(_ start: Int, from lowest: Int, in document: Document) -> Int {
    var start = start
    let last = max(lowest, start - Self.further)
    while start > last, document.tokens[start - 1].isWord {
      let (token, before) = (document.tokens[start], document.tokens[start - 1])
      let isName =
        token.flags.contains(.capitalised) && before.flags.contains(.capitalised)
        && !functionWords.contains(before.hash)
      guard isName || functionWords.contains(token.hash) && !leads.contains(token.hash) else {
        break
      }
      start -= 1
    }
    return start
  }

  /// Words by which a label may be longer for the sake of its first one.
  private static let further = 4

  /// On to where the clause ends or a list begins.
  private func after(_ start: Int, to highest: Int, in document: Document) -> Range<Int> {
    var end = start
    var words = 0
    while end < highest, words < Self.reach.after {
      let token = document.tokens[end]
      if token.isWord {
        if conjunctions.contains(token.hash) || boundaries.contains(token.hash) { break }
        words += 1
      } else if Self.parts(token) {
        break
      }
      end += 1
    }
    var range = start..<end
    while let last = range.last,
      !document.tokens[last].isWord || functionWords.contains(document.tokens[last].hash)
    {
      range = range.dropLast()
    }
    while let first = range.first, !document.tokens[first].isWord { range = range.dropFirst() }
    return range
  }

  /// Whether a sign separates clauses; hyphens, possessives and currency signs do not.
  private static func parts(_ token: Token) -> Bool {
    switch token.kind {
    case .punctuation, .dash, .ellipsis, .openQuote, .closeQuote, .straightQuote, .fullStop,
      .exclamation:
      true
    default: false
    }
  }

  private func text(_ tokens: Range<Int>, in document: Document) -> String {
    guard !tokens.isEmpty else { return "" }
    let range = document.range(tokens)
    let text = document.article.string(
      TextRange(range.start, min(range.end, range.start + Self.longest)))
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
