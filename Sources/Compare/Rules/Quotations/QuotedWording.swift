/// In which form quoted words are compared, and which differences an honest quotation may have.
struct QuotedWording: Sendable {
  private let fillers: WordSet
  private let light: WordSet
  private let dropped: WordSet
  private let functionWords: WordSet
  private let same: [UInt64: [Phrase]]

  /// Words that are compared as others: "we're" as "we are".
  private struct Phrase: Sendable {
    let hashes: [UInt64]
    let keys: [UInt64]
  }

  private static let opening = Set(["[", "("].map { Hash.of($0) })
  private static let closing = Set(["]", ")"].map { Hash.of($0) })
  private static let ampersand = Hash.of("&")
  private static let and = Hash.of("and")
  private static let isKey = Hash.of("is")
  private static let wouldKey = Hash.of("would")
  /// What "'s" may stand for, beside "is", and "'d", beside "would".
  private static let otherIs = Set(["has", "us"].map { Hash.of($0) })
  private static let otherWould = Set(["had", "did"].map { Hash.of($0) })
  /// Tokens in brackets at most; a bracket that nothing closes leaves nothing out.
  private static let longestBracket = 16

  init(_ lexicons: Lexicons) {
    fillers = lexicons.words("quote.filler")
    light = lexicons.words("quote.light")
    dropped = lexicons.words("quote.dropped")
    functionWords = lexicons.words("word.function")
    var same: [UInt64: [Phrase]] = [:]
    for (phrase, value) in lexicons["quote.same"]?.entries ?? [:] {
      let bytes = Array(phrase.utf8)
      let hashes = Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count)).map(\.hash)
      guard let first = hashes.first else { continue }
      let keys = value.split(separator: " ").map { Hash.of(String($0)) }
      same[first, default: []].append(Phrase(hashes: hashes, keys: keys))
    }
    self.same = same.mapValues { $0.sorted { $0.hashes.count > $1.hashes.count } }
  }

  /// A word, or what stands between words.
  enum Step {
    case word(QuotedText.Word)
    case gap(QuotedText.Gap)
  }

  /// Reads the tokens of one quotation: words in their common form, fillers left out, and the
  /// places at which something was left out or put in.
  func read(_ range: Range<Int>, of document: Document, _ take: (Step) -> Void) {
    let tokens = document.tokens
    var at = range.lowerBound
    while at < range.upperBound {
      let token = tokens[at]
      if Self.opening.contains(token.hash), let end = bracketEnd(at, range, tokens) {
        take(.gap(.omission))
        at = end
        continue
      }
      if let phrase = phrase(at: at, end: range.upperBound, tokens) {
        let isContracted = phrase.keys.count > phrase.hashes.count || token.kind == .possessive
        for key in phrase.keys { take(.word(word(key, at, isContracted: isContracted))) }
        // A phrase of several tokens is shown from its first to its last.
        at += phrase.hashes.count
        continue
      }
      switch token.kind {
      case .word, .number:
        if !fillers.contains(token.hash) { take(.word(word(token.hash, at, isContracted: false))) }
      case .possessive: take(.word(word(Self.isKey, at, isContracted: true)))
      case .symbol where token.hash == Self.ampersand:
        take(.word(word(Self.and, at, isContracted: false)))
      case .ellipsis: take(.gap(.omission))
      case .fullStop, .exclamation: take(.gap(.sentence))
      default: break
      }
      at += 1
    }
  }

  private func word(_ key: UInt64, _ token: Int, isContracted: Bool) -> QuotedText.Word {
    QuotedText.Word(
      key: key, token: token, isContracted: isContracted, isContent: !functionWords.contains(key))
  }

  private func phrase(at: Int, end: Int, _ tokens: [Token]) -> Phrase? {
    guard let phrases = same[tokens[at].hash] else { return nil }
    return phrases.first { phrase in
      at + phrase.hashes.count <= end
        && phrase.hashes.indices.allSatisfy { tokens[at + $0].hash == phrase.hashes[$0] }
    }
  }

  /// The token after the closing bracket.
  private func bracketEnd(_ at: Int, _ range: Range<Int>, _ tokens: [Token]) -> Int? {
    (at + 1..<min(range.upperBound, at + Self.longestBracket))
      .first { Self.closing.contains(tokens[$0].hash) }.map { $0 + 1 }
  }

  /// Whether the words say hardly anything by themselves: a conjunction, an article.
  func isLight(_ words: ArraySlice<QuotedText.Word>) -> Bool {
    words.allSatisfy { light.contains($0.key) }
  }

  /// Whether the difference changes the form and not the matter: the same words in another order,
  /// one word in the singular and in the plural, "your" left out.
  func isSmall(
    _ a: ArraySlice<QuotedText.Word>, of first: Document, _ b: ArraySlice<QuotedText.Word>,
    of second: Document
  ) -> Bool {
    if a.isEmpty || b.isEmpty { return (a + b).allSatisfy { dropped.contains($0.key) } }
    if a.map(\.key).sorted() == b.map(\.key).sorted() { return true }
    guard a.count == 1, b.count == 1, let one = a.first, let other = b.first, one.isContent,
      other.isContent
    else { return false }
    let stemmer = StemCache()
    return stemmer.stem(first.tokens[one.token], in: first.article.text)
      == stemmer.stem(second.tokens[other.token], in: second.article.text)
  }

  /// Whether the two runs are the same words in other spellings: written together or apart, names
  /// in another transcription, a contraction that may stand for either, letters masked.
  func isSame(
    _ a: ArraySlice<QuotedText.Word>, of first: Document, _ b: ArraySlice<QuotedText.Word>,
    of second: Document
  ) -> Bool {
    let (left, right) = (letters(a, first), letters(b, second))
    if left == right { return true }
    guard a.count == 1, b.count == 1, let one = a.first, let other = b.first else {
      return isMasked(a, first, right) || isMasked(b, second, left)
    }
    if mayStandFor(one, other) || mayStandFor(other, one) { return true }
    let areNames =
      first.tokens[one.token].flags.contains(.capitalised)
      && second.tokens[other.token].flags.contains(.capitalised)
    return areNames && NameSpelling.key(left) == NameSpelling.key(right)
  }

  /// Whether two words begin alike, as forms of one word do: "promise", "promised".
  func areForms(
    _ a: QuotedText.Word, of first: Document, _ b: QuotedText.Word, of second: Document
  ) -> Bool {
    let left = letters([a], first)
    let right = letters([b], second)
    return left.prefix(Self.stem) == right.prefix(Self.stem)
  }

  /// Letters that forms of one word share.
  private static let stem = 5

  private func mayStandFor(_ short: QuotedText.Word, _ full: QuotedText.Word) -> Bool {
    short.isContracted
      && (short.key == Self.isKey && Self.otherIs.contains(full.key)
        || short.key == Self.wouldKey && Self.otherWould.contains(full.key))
  }

  /// "f---ing": letters with dashes or stars between them that begin as the other side does.
  private func isMasked(
    _ words: ArraySlice<QuotedText.Word>, _ document: Document, _ other: [UInt8]
  ) -> Bool {
    guard let first = words.first, let last = words.last, first.token < last.token else {
      return false
    }
    let between = document.tokens[first.token + 1..<last.token]
    return !between.isEmpty
      && between.allSatisfy { !$0.flags.contains(.spaceBefore) && !$0.isWord }
      && !document.tokens[last.token].flags.contains(.spaceBefore)
      && letters(words.prefix(1), document).first == other.first
  }

  /// The letters as printed, without spaces and full stops, in lower case.
  private func letters(_ words: ArraySlice<QuotedText.Word>, _ document: Document) -> [UInt8] {
    var letters: [UInt8] = []
    for word in words {
      for byte in document.article.text[document.tokens[word.token].range.bytes]
      where byte != 0x2E && byte != 0x2C {
        letters.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
      }
    }
    return letters
  }
}
