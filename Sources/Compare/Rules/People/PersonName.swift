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
  private let affixes: WordSet
  /// Capitalised words that are no names: offices, parties, days.
  private let notNames: WordSet
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
      for name in fullNames(in: sentence.tokens, of: document) {
        // "But Lund": common words that begin a sentence are no first names.
        let opening = name.tokens.lowerBound..<name.tokens.lowerBound + 1
        if let first = name.first, !words.terms(opening, of: document).isEmpty {
          known[name.last, default: []].insert(first)
        }
      }
    }
    return known
  }

  /// The names of a sentence that have a first name, in its order.
  ///
  /// - Complexity: O(tokens).
  func fullNames(in sentence: Range<Int>, of document: Document) -> [PersonName] {
    var found: [PersonName] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      // Most words begin no name.
      if isNamePart(document.tokens[at]), let name = name(at: at, in: sentence, of: document) {
        if name.first != nil { found.append(name) }
        at = name.tokens.upperBound
      }
      at += 1
    }
    return found
  }

  /// The name that begins at a token.
  func name(at start: Int, in sentence: Range<Int>, of document: Document) -> PersonName? {
    var at = start
    while at < sentence.upperBound, at - start < Self.longest,
      goesOn(at, after: at > start ? at - 1 : nil, of: document)
    {
      at += 1
    }
    return name(start..<at, of: document)
  }

  /// The name that ends before a token.
  func name(before end: Int, in sentence: Range<Int>, of document: Document) -> PersonName? {
    var at = end
    while at > sentence.lowerBound, end - at < Self.longest,
      goesOn(at - 1, after: at - 1 > sentence.lowerBound ? at - 2 : nil, of: document)
    {
      at -= 1
    }
    return name(at..<end, of: document)
  }

  /// Whether the token is a part of a name, or the full stop of "B." and "Mr.".
  private func goesOn(_ at: Int, after before: Int?, of document: Document) -> Bool {
    let token = document.tokens[at]
    guard token.kind == .fullStop, let before else { return isNamePart(token) }
    let word = document.tokens[before]
    return word.kind == .word && (isShort(word) || affixes.contains(word.hash))
  }

  private func name(_ tokens: Range<Int>, of document: Document) -> PersonName? {
    var first: Int?
    var last = tokens.lowerBound
    var count = 0
    for at in tokens {
      let token = document.tokens[at]
      guard token.kind != .fullStop, !isShort(token), !affixes.contains(token.hash) else {
        continue
      }
      if first == nil { first = at }
      last = at
      count += 1
    }
    guard let first, count <= 4 else { return nil }
    return PersonName(
      tokens: first..<last + 1, last: document.tokens[last].hash,
      first: count > 1 ? document.tokens[first].hash : nil)
  }

  private func isNamePart(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalised) && !notNames.contains(token.hash)
  }

  /// An initial.
  private func isShort(_ token: Token) -> Bool {
    token.length <= 1 || token.flags.contains(.dotted)
  }
}
