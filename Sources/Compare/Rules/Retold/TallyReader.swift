/// How a vote went: "9-4", "by nine votes to four".
struct Tally: Sendable {
  /// From the first number to the last.
  let tokens: Range<Int>
  /// The larger number, then the smaller one.
  let votes: [Int]
  /// What the vote came to, as the words beside it tell: "yes", "no", or "any" where they don't.
  let outcome: String

  var total: Int { votes.reduce(0, +) }

  var value: String { votes.map(String.init).joined(separator: "-") }

  /// Whether both can be of one vote: the same outcome, and about as many votes.
  func isComparable(with other: Tally) -> Bool {
    (outcome == other.outcome || outcome == "any" || other.outcome == "any")
      && abs(total - other.total) * 8 <= max(8, max(total, other.total))
  }
}

/// Finds tallies by the words for votes beside them; scores, ranges and numbers of telephones are
/// none.
struct TallyReader: Sendable {
  /// Words for votes, with what the vote came to.
  let words: PhraseTable
  /// Words that may stand right behind a tally.
  private let followers: WordSet
  private let games: WordSet
  private let numbers: [UInt64: Int]
  /// Words of votes on the way to the last one, with the step.
  private let stepWords: PhraseTable
  private let to: WordSet
  private let leads: WordSet
  private let units: WordSet
  /// Tokens from a word for a vote to the tally behind it, and before it.
  private static let reach = (before: 6, after: 2)

  init(_ lexicons: Lexicons) {
    words = lexicons.phrases("tally.word")
    followers = lexicons.words("tally.noun")
    games = lexicons.words("tally.game")
    to = lexicons.words("particle.to")
    leads = lexicons.words("tally.lead")
    units = lexicons.words("tally.unit")
    stepWords = lexicons.phrases("tally.step")
    numbers = ["number.small", "number.tens"].reduce(into: [:]) { numbers, name in
      for (word, value) in lexicons[name]?.entries ?? [:] {
        numbers[Hash.of(word)] = Int(value)
      }
    }
  }

  /// The steps on the way to the last vote that a sentence names.
  func steps(_ sentence: Range<Int>, of document: Document) -> Set<String> {
    Set(stepWords.matches(document.tokens, in: sentence).map(\.value))
  }

  /// In the order of the text.
  func tallies(_ sentence: Range<Int>, of document: Document) -> [Tally] {
    guard !sentence.contains(where: { games.contains(document.tokens[$0].hash) }) else { return [] }
    var found: [Tally] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      if let tally = tally(at: at, in: sentence, of: document) {
        found.append(tally)
        at = tally.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  /// All tallies of an article.
  ///
  /// - Complexity: O(tokens).
  func tallies(of document: Document) -> [Tally] {
    document.sentences.flatMap { tallies($0.tokens, of: document) }
  }

  private func tally(at start: Int, in sentence: Range<Int>, of document: Document) -> Tally? {
    let tokens = document.tokens
    guard let first = number(start, document), start + 2 < sentence.upperBound,
      start == sentence.lowerBound || !isGlued(start, document)
    else { return nil }
    let isJoined = tokens[start + 1].kind == .hyphen || tokens[start + 1].kind == .dash
    var second = start + 2
    var isCounted = false
    if isJoined {
      guard isGlued(start + 1, document), isGlued(second, document) else { return nil }
    } else {
      if units.contains(tokens[start + 1].hash) {
        isCounted = true
        second += 1
      }
      guard second < sentence.upperBound, to.contains(tokens[second - 1].hash) else { return nil }
    }
    guard let last = number(second, document) else { return nil }
    let range = start..<second + 1
    guard let outcome = outcome(range, in: sentence, of: document, isCounted: isCounted),
      first >= last || isJoined && outcome == "no",
      isCounted || isJoined || isLed(start, in: sentence, of: document),
      endsHere(range.upperBound, in: sentence, of: document)
    else { return nil }
    return Tally(tokens: range, votes: [max(first, last), min(first, last)], outcome: outcome)
  }

  private func isGlued(_ at: Int, _ document: Document) -> Bool {
    let token = document.tokens[at]
    guard token.flags.isDisjoint(with: [.spaceBefore, .lineBefore, .blankLineBefore]) else {
      return false
    }
    // "(9-4)": brackets and quotation marks are no part of a number.
    return at > 0
      && (document.tokens[at - 1].isWord || document.tokens[at - 1].kind == .hyphen
        || document.tokens[at - 1].kind == .dash || document.tokens[at - 1].kind == .symbol)
  }

  private func number(_ at: Int, _ document: Document) -> Int? {
    let token = document.tokens[at]
    if token.kind == .word { return numbers[token.hash] }
    guard token.kind == .number, token.length <= 3 else { return nil }
    let digits = document.article.text[token.range.bytes]
    guard digits.first != 0x30, digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// What the vote came to; `nil` where no word for a vote stands beside the numbers.
  private func outcome(
    _ tally: Range<Int>, in sentence: Range<Int>, of document: Document, isCounted: Bool
  ) -> String? {
    let before = max(sentence.lowerBound, tally.lowerBound - Self.reach.before)..<tally.lowerBound
    let after =
      tally
      .upperBound..<min(
        sentence.upperBound, tally.upperBound + Self.reach.after)
    let hits =
      words.matches(document.tokens, in: before) + words.matches(document.tokens, in: after)
    guard !hits.isEmpty || isCounted else { return nil }
    return hits.last { $0.value != "any" }?.value ?? "any"
  }

  /// "by 11 to two", "a vote of 11 to two", "voted 11 to two": else it may be a range.
  private func isLed(_ start: Int, in sentence: Range<Int>, of document: Document) -> Bool {
    guard start > sentence.lowerBound else { return false }
    let before = start - 1..<start
    return leads.contains(document.tokens[start - 1].hash)
      || !words.matches(document.tokens, in: before).isEmpty
  }

  /// "Approved 3-2 years" is a range of years; "9-4-1" has a third part.
  private func endsHere(_ end: Int, in sentence: Range<Int>, of document: Document) -> Bool {
    guard end < sentence.upperBound else { return true }
    let next = document.tokens[end]
    switch next.kind {
    case .word:
      return followers.contains(next.hash) || next.flags.contains(.capitalised)
        || !words.matches(document.tokens, in: end..<end + 1).isEmpty
    case .number, .symbol, .possessive: return false
    case .hyphen, .dash: return next.flags.contains(.spaceBefore)
    default: return true
    }
  }
}
