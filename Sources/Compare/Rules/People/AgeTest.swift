/// One person, in two articles, at two ages: "Ivo Reyl, 54," against "45-year-old Ivo Reyl".
///
/// An age is a person's where it stands beside the name. Each article must give the person one age
/// only. Not in nearly alike sentences alone: wherever two articles on one event name the person.
struct AgeTest: ArticleTest {
  let names: PersonNameReader
  /// Days between the articles at most: people grow older.
  private static let farthest = 14
  /// Tokens between an age and the name behind it: "54-year-old farmer Ivo Reyl".
  private static let reach = 4

  init(_ lexicons: Lexicons) { names = PersonNameReader(lexicons) }

  /// Someone's age, as one article tells it.
  private struct Told {
    let name: PersonName
    let fact: Fact
  }

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.daysApart <= Self.farthest, pair.a.number != pair.b.number else { return [] }
    let left = ages(in: pair.a, pair.facts)
    guard !left.isEmpty else { return [] }
    let right = ages(in: pair.b, pair.facts)
    guard !right.isEmpty else { return [] }
    return Set(left.map(\.name.last)).intersection(right.map(\.name.last)).compactMap { last in
      let one = left.filter { $0.name.last == last }
      let other = right.filter { $0.name.last == last }
      // Of two people of one last name, or at two ages, nothing is known.
      guard Set(one.map(\.fact.value)).count == 1, Set(other.map(\.fact.value)).count == 1,
        let first = one.first, let second = other.first, first.name.isCompatible(with: second.name),
        Set((one + other).compactMap(\.name.first)).count <= 1,
        !first.fact.agrees(with: second.fact)
      else { return nil }
      return Finding(
        a: first.fact.tokens, b: second.fact.tokens, aValue: first.fact.value,
        bValue: second.fact.value, isConflict: true, match: .confirmed, hunk: first.fact.tokens)
    }.sorted { $0.a.lowerBound < $1.a.lowerBound }
  }

  /// - Complexity: O(facts of the article).
  private func ages(in document: Document, _ facts: FactIndex) -> [Told] {
    facts.facts(document.number).compactMap { fact in
      guard fact.type == .age, fact.mod == nil else { return nil }
      let sentence = document.sentences[fact.sentence].tokens
      return (before(fact, sentence, document) ?? behind(fact, sentence, document)).map {
        Told(name: $0, fact: fact)
      }
    }
  }

  /// "Ivo Reyl, 54": nothing but a comma between.
  private func before(
    _ fact: Fact, _ sentence: Range<Int>, _ document: Document
  ) -> PersonName? {
    let comma = fact.tokens.lowerBound - 1
    guard sentence.contains(comma), document.tokens[comma].kind == .punctuation else { return nil }
    return names.name(before: comma, in: sentence, of: document)
  }

  /// "54-year-old Ivo Reyl", "54-year-old farmer Ivo Reyl".
  private func behind(
    _ fact: Fact, _ sentence: Range<Int>, _ document: Document
  ) -> PersonName? {
    let near =
      fact.tokens.upperBound..<min(sentence.upperBound, fact.tokens.upperBound + Self.reach)
    guard fact.tokens.count > 1,
      let start = near.first(where: { document.tokens[$0].flags.contains(.capitalised) }),
      document.tokens[near.lowerBound..<start].allSatisfy(\.isWord),
      let name = names.name(at: start, in: sentence, of: document), name.first != nil
    else { return nil }
    return name
  }
}
