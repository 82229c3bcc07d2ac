/// A person's name as one article writes it: first and last, or the last one only.
struct PersonName {
  /// From the first to the last word of the name; "Mr." and "Jr." left out.
  let tokens: Range<Int>
  let last: UInt64
  /// The first name; `nil` where only the last one is given.
  let first: UInt64?

  /// Whether the two can be one person: one last name, and no two first names.
  func isCompatible(with other: PersonName) -> Bool {
    last == other.last && (first == nil || other.first == nil || first == other.first)
  }
}

/// Reads names of people.
struct PersonNameReader: Sendable {
  /// "Mr.", "Jr.", "III".
  private let affixes: Set<UInt64>
  /// Capitalised words that are no names: offices, parties, days.
  private let notNames: Set<UInt64>
  private static let longest = 7

  init(_ lexicons: Lexicons) {
    affixes = lexicons.words("person.affix")
    notNames = lexicons.words("word.function").union(lexicons.words("word.capitalised"))
      .union(lexicons.words("person.title")).union(lexicons.words("person.party"))
      .union(lexicons.words("name.place-part"))
      .subtracting(affixes)
  }

  /// The first names that an article gives with each last name.
  ///
  /// - Complexity: O(tokens).
  func firstNames(in document: Document, _ words: ClauseWords) -> [UInt64: Set<UInt64>] {
    var known: [UInt64: Set<UInt64>] = [:]
    for sentence in document.sentences {
      var at = sentence.tokens.lowerBound
      while at < sentence.tokens.upperBound {
        if let name = name(at: at, in: sentence.tokens, of: document) {
          // "But Lund": common words that begin a sentence are no first names.
          let opening = name.tokens.lowerBound..<name.tokens.lowerBound + 1
          if let first = name.first, !words.terms(opening, of: document).isEmpty {
            known[name.last, default: []].insert(first)
          }
          at = name.tokens.upperBound
        }
        at += 1
      }
    }
    return known
  }

  /// The name that begins at a token.
  func name(at start: Int, in sentence: Range<Int>, of document: Document) -> PersonName? {
    guard start < sentence.upperBound, isNamePart(document.tokens[start]) else { return nil }
    var words: [Int] = []
    var at = start
    while at < sentence.upperBound, at - start < Self.longest {
      let token = document.tokens[at]
      if isNamePart(token) {
        words.append(at)
      } else if token.kind == .fullStop, let last = words.last, last == at - 1,
        isShort(document.tokens[last]) || affixes.contains(document.tokens[last].hash)
      {
        // "B." and "Mr.", not the end of the sentence.
      } else {
        break
      }
      at += 1
    }
    return name(words, of: document)
  }

  /// The name that ends before a token.
  func name(before end: Int, in sentence: Range<Int>, of document: Document) -> PersonName? {
    var words: [Int] = []
    var at = end - 1
    while at >= sentence.lowerBound, end - at <= Self.longest {
      let token = document.tokens[at]
      if isNamePart(token) {
        words.insert(at, at: 0)
      } else if token.kind == .fullStop, at > sentence.lowerBound,
        isShort(document.tokens[at - 1]) || affixes.contains(document.tokens[at - 1].hash)
      {
        // Goes on.
      } else {
        break
      }
      at -= 1
    }
    return name(words, of: document)
  }

  private func name(_ words: [Int], of document: Document) -> PersonName? {
    let proper = words.filter {
      !isShort(document.tokens[$0]) && !affixes.contains(document.tokens[$0].hash)
    }
    guard let begin = proper.first, let end = proper.last, proper.count <= 4 else { return nil }
    return PersonName(
      tokens: begin..<end + 1, last: document.tokens[end].hash,
      first: proper.count > 1 ? document.tokens[begin].hash : nil)
  }

  private func isNamePart(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalised) && !notNames.contains(token.hash)
  }

  /// An initial.
  private func isShort(_ token: Token) -> Bool {
    token.length <= 1 || token.flags.contains(.dotted)
  }
}
