/// Places whose names look alike, told of one thing: "a rally in Norbeck", "the rally in Norwick".
///
/// Names that are mixed up differ in the middle. One letter alone may be a slip or another spelling.
struct PlaceTest: ArticleTest {
  private let particles: Particles
  /// Capitalised words that are no name of their own: titles, days, months, peoples.
  private let notNames: WordSet
  private let functionWords: WordSet
  /// Letters of a name at least; letters at its beginning and end that are the same at least; letters
  /// between them that differ, at least and at most.
  private static let shortest = 6
  private static let same = (begin: 3, end: 2)
  private static let differing = 2...3
  /// Least weight of what the sentences share, see `SharedContext`.
  private static let least = 1.0

  init(_ lexicons: Lexicons) {
    particles = Particles(lexicons)
    notNames = lexicons.words("word.capitalised")
    functionWords = lexicons.words("word.function")
  }

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.a.number != pair.b.number else { return [] }
    let left = places(pair.a)
    guard !left.isEmpty else { return [] }
    let right = places(pair.b)
    guard !right.isEmpty, pair.tellOneEvent else { return [] }
    let alike = left.flatMap { first in
      right.filter { areAlike(first, $0, pair) }.map { (a: first, b: $0) }
    }
    return alike.compactMap { a, b in
      let sentences = pair.sentences(
        pair.a.sentence(ofToken: a), pair.b.sentence(ofToken: b))
      let shared = SharedContext(a..<a + 1, b..<b + 1, in: sentences)
      guard shared.weight >= Self.least, tellsDeed(shared.terms, sentences),
        !holds(pair.b, pair.a.tokens[a].hash), !holds(pair.a, pair.b.tokens[b].hash)
      else { return nil }
      return Finding(
        a: a..<a + 1, b: b..<b + 1, aValue: pair.a.string(a..<a + 1),
        bValue: pair.b.string(b..<b + 1), isConflict: true, match: .confirmed, hunk: a..<a + 1)
    }
  }

  /// Whether what two sentences share is more than who is named.
  private func tellsDeed(_ shared: TermSet, _ pair: SentencePair) -> Bool {
    let names = pair.words.terms(
      pair.aTokens.lazy.filter { pair.a.tokens[$0].flags.contains(.capitalised) }, of: pair.a)
    return shared.subtracting(names).contains(where: Term.isTelling)
  }

  /// Names of one word behind "in", "at" or "near".
  private func places(_ document: Document) -> [Int] {
    document.sentences.flatMap { sentence in
      sentence.tokens.dropFirst().filter { at in
        isName(document.tokens[at])
          && particles.places.contains(document.tokens[at - 1].hash)
          && !(at + 1 < sentence.tokens.upperBound && continues(document.tokens[at + 1]))
      }
    }
  }

  private func isName(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalised) && !token.flags.contains(.allCaps)
      && Int(token.length) >= Self.shortest && !notNames.contains(token.hash)
      && !functionWords.contains(token.hash)
  }

  /// Whether the name goes on: "in Norwick Springs", "in Norwick-on-Sea".
  private func continues(_ token: Token) -> Bool {
    token.kind == .hyphen || token.kind == .word && token.flags.contains(.capitalised)
  }

  private func holds(_ document: Document, _ name: UInt64) -> Bool {
    document.tokens.contains { $0.hash == name }
  }

  private func areAlike(_ first: Int, _ second: Int, _ pair: ArticlePair) -> Bool {
    let (a, b) = (pair.a.normalForm(first), pair.b.normalForm(second))
    guard a != b, NameSpelling.key(a) != NameSpelling.key(b) else { return false }
    let begin = zip(a, b).prefix { $0 == $1 }.count
    let end = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    return begin >= Self.same.begin && end >= Self.same.end
      && Self.differing.contains(a.count - begin - end)
      && Self.differing.contains(b.count - begin - end)
  }
}
