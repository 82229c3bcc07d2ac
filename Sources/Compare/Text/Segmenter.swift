/// Finds paragraphs and sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…` (with the quotes and brackets that close after it) when
/// what follows can begin one. Abbreviations come from lexicons.
public struct Segmenter: Sendable {
  /// A run without an end is cut after so many tokens, so that work per sentence stays bounded.
  static let longestSentence = 250

  private let titles: WordSet
  private let numbered: WordSet
  private let abbreviations: WordSet
  private let starters: WordSet
  /// Words before which digits with a full stop are an ordinal, as in German dates.
  private let ordinalFollowers: WordSet

  public init(_ lexicons: Lexicons) {
    titles = lexicons.words("abbreviation.title")
    numbered = lexicons.words("abbreviation.numbered")
    abbreviations = lexicons.words("abbreviation.other")
    starters = lexicons.words("sentence.starter")
    ordinalFollowers = lexicons.words("sentence.ordinal-follower")
  }

  /// - Complexity: O(tokens).
  public func sentences(_ tokens: [Token]) -> [Sentence] {
    tokens.withUnsafeBufferPointer { sentences($0) }
  }

  private func sentences(_ tokens: UnsafeBufferPointer<Token>) -> [Sentence] {
    let isWrapped = Self.isHardWrapped(tokens)
    var sentences: [Sentence] = []
    sentences.reserveCapacity(tokens.count / 16 + 1)
    var start = 0
    var paragraph = 0
    var at = 0
    func close(_ end: Int) {
      guard end > start else { return }
      let range = TextRange(Int(tokens[start].start), tokens[end - 1].end)
      sentences.append(Sentence(tokens: start..<end, range: range, paragraph: paragraph))
      start = end
    }
    while at < tokens.count {
      if tokens[at].isMidSentence, at - start < Self.longestSentence {
        at += 1
        continue
      }
      if at > 0, Self.beginsParagraph(tokens, at, isWrapped: isWrapped) {
        close(at)
        paragraph += 1
      }
      if at - start >= Self.longestSentence { close(at) }
      if let end = sentenceEnd(tokens, at) {
        close(end)
        at = end
      } else {
        at += 1
      }
    }
    close(tokens.count)
    return sentences
  }

  /// The index after the sentence's last token when the token at `at` ends one.
  private func sentenceEnd(_ tokens: UnsafeBufferPointer<Token>, _ at: Int) -> Int? {
    let token = tokens[at]
    var next = at + 1
    switch token.kind {
    case .fullStop, .exclamation, .ellipsis: break
    case .word where token.flags.contains(.dotted) && isLast(tokens, at): return nil
    case .word where token.flags.contains(.dotted): break
    default: return nil
    }
    while next < tokens.count, Self.closes(tokens, next) { next += 1 }
    guard next < tokens.count else { return nil }
    let following = tokens[next]
    guard following.flags.contains(.spaceBefore) || next > at + 1 && following.kind == .openQuote
    else { return nil }
    if following.flags.contains(.lineBefore), token.kind != .ellipsis, token.kind != .word {
      return canBegin(tokens, next) ? next : nil
    }
    guard canBegin(tokens, next) || standsApart(token) else { return nil }
    if token.kind == .word {  // "U.S." and the like
      return starters.contains(following.hash) || following.kind == .openQuote ? next : nil
    }
    if token.kind == .fullStop, next == at + 1, at > 0, !token.flags.contains(.spaceBefore) {
      let before = tokens[at - 1]
      if titles.contains(before.hash) { return nil }
      if numbered.contains(before.hash), following.kind == .number { return nil }
      if before.kind == .number, ordinalFollowers.contains(following.hash) { return nil }
      if abbreviations.contains(before.hash), !starters.contains(following.hash) { return nil }
      let isInitial =
        before.kind == .word && before.length == 1 && before.flags.contains(.capitalised)
      if isInitial, !starters.contains(following.hash) { return nil }
    }
    return next
  }

  /// A mark between spaces: in text that was cut into words, often all in lower case, only a
  /// sentence's end is written so.
  private func standsApart(_ token: Token) -> Bool {
    token.flags.contains(.spaceBefore) && token.kind != .ellipsis && token.kind != .word
  }

  private func isLast(_ tokens: UnsafeBufferPointer<Token>, _ at: Int) -> Bool {
    at + 1 >= tokens.count
  }

  /// Whether the token can be the first of a sentence.
  private func canBegin(_ tokens: UnsafeBufferPointer<Token>, _ at: Int) -> Bool {
    switch tokens[at].kind {
    case .word: !startsLower(tokens[at])
    case .number, .openQuote, .straightQuote, .symbol, .dash, .hyphen, .address: true
    case .punctuation: true
    default: false
    }
  }

  private func startsLower(_ token: Token) -> Bool { !token.flags.contains(.capitalised) }

  /// A closing quote or bracket that belongs to the sentence before it.
  private static func closes(_ tokens: UnsafeBufferPointer<Token>, _ at: Int) -> Bool {
    guard !tokens[at].flags.contains(.spaceBefore) else { return false }
    switch tokens[at].kind {
    case .closeQuote, .straightQuote, .exclamation, .ellipsis: return true
    case .punctuation: return tokens[at].hash == closingBracket || tokens[at].hash == closingSquare
    default: return false
    }
  }

  private static let closingBracket = Hash.of(")")
  private static let closingSquare = Hash.of("]")

  // MARK: Paragraphs

  /// An empty line always begins a paragraph; a line break does unless the text is hard-wrapped
  /// and the line goes on.
  private static func beginsParagraph(
    _ tokens: UnsafeBufferPointer<Token>, _ at: Int, isWrapped: Bool
  ) -> Bool {
    let flags = tokens[at].flags
    if flags.contains(.blankLineBefore) { return true }
    guard flags.contains(.lineBefore) else { return false }
    guard isWrapped else { return true }
    return isBullet(tokens, at)
  }

  private static func isBullet(_ tokens: UnsafeBufferPointer<Token>, _ at: Int) -> Bool {
    let token = tokens[at]
    guard at + 1 < tokens.count, tokens[at + 1].flags.contains(.spaceBefore) else { return false }
    switch token.kind {
    case .hyphen, .dash, .symbol: return true
    default: return false
    }
  }

  /// Whether line breaks stand in the middle of sentences: of the single breaks, a third or more
  /// come before a lower-case word.
  private static func isHardWrapped(_ tokens: UnsafeBufferPointer<Token>) -> Bool {
    var breaks = 0
    var continued = 0
    for token in tokens.dropFirst()
    where token.flags.contains(.lineBefore) && !token.flags.contains(.blankLineBefore) {
      breaks += 1
      if token.kind == .word, !token.flags.contains(.capitalised) { continued += 1 }
    }
    return continued >= 2 && continued * 3 >= breaks
  }
}
