/// A noun phrase whose width is the point of its sentence: "energy and infrastructure" in "an
/// energy and infrastructure ceasefire", "schools and nurseries" in "the closure of schools and
/// nurseries".
struct ScopePhrase {
  /// From the first to the last word.
  let tokens: Range<Int>
  /// The terms of each member of the list; generic nouns ("facilities", "sites") left out where a
  /// member has other words.
  let members: [TermSet]
  /// What governs it, as a concept: "fighting", "ban".
  let concept: String

  /// Whether this phrase, a list, holds more than `other`, which names one member of it or the
  /// members' words run together as one thing.
  func isWider(than other: ScopePhrase) -> Bool {
    guard members.count >= 2, other.members.count == 1, concept == other.concept,
      let single = other.members.first, !single.isEmpty
    else { return false }
    return members.contains(single)
      || members.reduce(into: TermSet()) { $0.formUnion($1) } == single
  }
}

/// Finds the scope phrases of a sentence.
struct ScopeReader: Sendable {
  let governors: [UInt64: String]
  /// Verbs that another word completes behind their object, with that word: "leave … alone".
  private let frames: [UInt64: (end: UInt64, concept: String)]
  let generic: WordSet
  let conjunctions: WordSet
  let functionWords: WordSet
  /// Words that may stand between a governor and its object.
  let links: WordSet
  /// Words of a member at most, and members at most.
  private static let longest = 3

  /// "Other".
  private let other: WordSet

  init(_ lexicons: Lexicons) {
    func hashes(_ name: String) -> [UInt64: String] {
      let entries = lexicons[name]?.entries ?? [:]
      return [UInt64: String](
        entries.map { (Hash.of($0.key), $0.value) }, uniquingKeysWith: { first, _ in first })
    }
    governors = hashes("scope.governor")
    frames = (lexicons["scope.frame"]?.entries ?? [:]).reduce(into: [:]) { frames, entry in
      let parts = entry.value.split(separator: " ").map(String.init)
      guard parts.count == 2 else { return }
      frames[Hash.of(entry.key)] = (Hash.of(parts[0]), parts[1])
    }
    generic = lexicons.words("scope.generic")
    conjunctions = lexicons.words("word.conjunction")
    other = Particles(lexicons).other
    functionWords = lexicons.words("word.function").union(lexicons.words("clause.boundary"))
    links = lexicons.words("scope.link")
  }

  /// Words without one of which no phrase is found.
  var words: WordSet { WordSet(Set(governors.keys).union(frames.keys)) }

  /// In the order of the text.
  func phrases(_ sentence: Range<Int>, of document: Document, _ words: ClauseWords) -> [ScopePhrase]
  {
    var found: [ScopePhrase] = framed(sentence, of: document, words)
    for at in sentence {
      guard let concept = governors[document.tokens[at].hash] else { continue }
      let after = object(after: at, in: sentence, of: document)
      let before = modifiers(before: at, in: sentence, of: document)
      for range in [before, after] where !range.isEmpty {
        let members = members(range, of: document, words)
        guard !members.isEmpty, !found.contains(where: { $0.tokens.overlaps(range) }) else {
          continue
        }
        found.append(ScopePhrase(tokens: range, members: members, concept: concept))
      }
    }
    return found
  }

  /// "leave Ukraine's ENERGY FACILITIES alone": what stands between a verb and the word that ends it.
  private func framed(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [ScopePhrase] {
    sentence.compactMap { at in
      guard let frame = frames[document.tokens[at].hash] else { return nil }
      let reach = at + 1..<min(sentence.upperBound, at + 2 + Self.longestFrame)
      guard let end = reach.first(where: { document.tokens[$0].hash == frame.end }) else {
        return nil
      }
      let object = object(after: at, in: sentence.lowerBound..<end, of: document)
      let members = members(object, of: document, words)
      guard object.upperBound == end, !members.isEmpty else { return nil }
      return ScopePhrase(tokens: object, members: members, concept: frame.concept)
    }
  }

  /// Tokens between the words of a frame at most.
  private static let longestFrame = 9

  private func isContent(_ at: Int, _ document: Document) -> Bool {
    let token = document.tokens[at]
    return token.kind == .word && !functionWords.contains(token.hash)
      && !conjunctions.contains(token.hash) && governors[token.hash] == nil
  }

  private func isConjunction(_ at: Int, _ document: Document) -> Bool {
    conjunctions.contains(document.tokens[at].hash)
  }

  /// "halt attacks ON each other's ENERGY FACILITIES AND INFRASTRUCTURE for a month".
  private func object(after governor: Int, in sentence: Range<Int>, of document: Document)
    -> Range<Int>
  {
    var at = governor + 1
    var skipped = 0
    while at < sentence.upperBound, skipped < 6, isSkipped(at, document) {
      at += 1
      skipped += 1
    }
    return run(from: at, in: sentence, of: document)
  }

  /// Links, possessors and capitalised adjectives before the phrase ("on Ukraine's").
  private func isSkipped(_ at: Int, _ document: Document) -> Bool {
    let token = document.tokens[at]
    return links.contains(token.hash) || token.kind == .possessive
      || (token.kind == .word && token.flags.contains(.capitalised)
        && !token.flags.contains(.allCaps))
      || governors[token.hash] != nil
  }

  private func run(from start: Int, in sentence: Range<Int>, of document: Document) -> Range<Int> {
    var end = start
    var words = 0
    while end < sentence.upperBound {
      if isContent(end, document), words < Self.longest {
        words += 1
        end += 1
      } else if end > start, let member = memberStart(after: end, in: sentence, of: document) {
        words = 0
        end = member
      } else {
        break
      }
    }
    return start..<end
  }

  /// Where the list goes on after a conjunction: "and infrastructure", "and other civilian sites".
  private func memberStart(
    after at: Int, in sentence: Range<Int>, of document: Document
  ) -> Int? {
    guard isConjunction(at, document) else { return nil }
    var next = at + 1
    if next < sentence.upperBound, other.contains(document.tokens[next].hash) { next += 1 }
    guard next < sentence.upperBound, isContent(next, document),
      !document.tokens[next].flags.contains(.capitalised)
    else { return nil }
    return next
  }

  /// "an ENERGY AND INFRASTRUCTURE ceasefire".
  private func modifiers(before governor: Int, in sentence: Range<Int>, of document: Document)
    -> Range<Int>
  {
    var start = governor
    while start > sentence.lowerBound, governor - start < 5,
      isContent(start - 1, document) || (start < governor && isConjunction(start - 1, document)),
      !document.tokens[start - 1].flags.contains(.capitalised)
    {
      start -= 1
    }
    while start < governor, !isContent(start, document) { start += 1 }
    // One adjective alone ("limited ceasefire") is no list of things.
    let holdsList = (start..<governor).contains { isConjunction($0, document) }
    return holdsList ? start..<governor : governor..<governor
  }

  private func members(
    _ range: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [TermSet] {
    let parts = range.split { isConjunction($0, document) }
    return parts.compactMap { part in
      let specific = part.filter { !generic.contains(document.tokens[$0].hash) }
      let terms = words.terms(specific, of: document)
      return terms.isEmpty ? nil : terms
    }
  }
}
