/// One thing called the first of its kind over areas of different width: "the world's largest
/// employer", "the country's biggest private employer".
struct SuperlativeTest: PairTest {
  /// "largest", "biggest": size.
  private let superlatives: [UInt64: String]
  /// "world", "country", with how wide they are.
  private let areas: [UInt64: String]
  private let functionWords: WordSet
  private let conjunctions: WordSet
  /// Words between the superlative and what it is said of.
  private static let reach = 3

  /// "In".
  private let inside: WordSet

  init(_ lexicons: Lexicons) {
    func hashes(_ name: String) -> [UInt64: String] {
      (lexicons[name]?.entries ?? [:]).reduce(into: [:]) { $0[Hash.of($1.key)] = $1.value }
    }
    superlatives = hashes("superlative")
    areas = hashes("place.area")
    functionWords = lexicons.words("word.function")
    conjunctions = lexicons.words("word.conjunction")
    inside = Particles(lexicons).inside
  }

  var need: Need { .words(WordSet(Set(superlatives.keys))) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = claims(pair.aTokens, of: pair.a, pair.words)
    let right = claims(pair.bTokens, of: pair.b, pair.words)
    guard !left.isEmpty, !right.isEmpty else { return [] }
    let names = pair.aNames.intersection(pair.bNames)
    guard !names.isEmpty else { return [] }
    return left.flatMap { first in
      right.compactMap { second in
        guard first.kind == second.kind, first.head == second.head else { return nil }
        return Finding(
          a: first.tokens, b: second.tokens, aValue: first.area, bValue: second.area,
          isConflict: first.area != second.area, match: .confirmed, hunk: first.tokens)
      }
    }
  }

  private struct Claim {
    /// From the area, or the superlative, to the noun.
    let tokens: Range<Int>
    let kind: String
    let area: String
    let head: UInt32
  }

  private func claims(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [Claim] {
    var found: [Claim] = []
    for at in sentence {
      guard let kind = superlatives[document.tokens[at].hash] else { continue }
      let end = nounPhrase(after: at, in: sentence, of: document)
      guard end > at + 1, let head = words.terms(CollectionOfOne(end - 1), of: document).first
      else { continue }
      if let (area, start) = area(before: at, in: sentence, of: document) {
        found.append(Claim(tokens: start..<end, kind: kind, area: area, head: head))
      } else if let (area, last) = area(after: end, in: sentence, of: document) {
        found.append(Claim(tokens: at..<last, kind: kind, area: area, head: head))
      } else if let last = found.last, at - last.tokens.upperBound <= 1,
        last.tokens.upperBound < at,
        conjunctions.contains(document.tokens[last.tokens.upperBound].hash)
      {
        // "the country's largest retailer and biggest employer".
        found.append(Claim(tokens: at..<end, kind: kind, area: last.area, head: head))
      }
    }
    return found
  }

  private func nounPhrase(
    after superlative: Int, in sentence: Range<Int>, of document: Document
  ) -> Int {
    var at = superlative + 1
    while at < sentence.upperBound, at - superlative <= Self.reach,
      document.tokens[at].kind == .word, !functionWords.contains(document.tokens[at].hash),
      !conjunctions.contains(document.tokens[at].hash)
    {
      at += 1
    }
    return at
  }

  /// "the WORLD's largest".
  private func area(
    before superlative: Int, in sentence: Range<Int>, of document: Document
  ) -> (String, Int)? {
    let at = superlative - 2
    guard at >= sentence.lowerBound, document.tokens[at + 1].kind == .possessive,
      let area = areas[document.tokens[at].hash]
    else { return nil }
    return (area, at)
  }

  /// "the largest employer in the WORLD".
  private func area(
    after noun: Int, in sentence: Range<Int>, of document: Document
  ) -> (String, Int)? {
    guard noun < sentence.upperBound, inside.contains(document.tokens[noun].hash),
      let at = (noun + 1..<min(sentence.upperBound, noun + 3)).first(where: {
        areas[document.tokens[$0].hash] != nil
      }), let area = areas[document.tokens[at].hash]
    else { return nil }
    return (area, at + 1)
  }
}
