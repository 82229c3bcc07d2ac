/// One part in one event, given to two people of the same last name: "Linda Marsh won the post",
/// "the post went to Loretta Marsh".
struct FirstNameTest: PairTest {
  let names: PersonNameReader
  /// Short and long forms of first names, `Bill: William`.
  let forms: [UInt64: String]
  /// Least weight of what the two sentences share, see `SharedContext`.
  private static let least = 8.0

  var need: Need { .fullNames }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = names.fullNames(in: pair.aTokens, of: pair.a)
    guard !left.isEmpty else { return [] }
    let right = names.fullNames(in: pair.bTokens, of: pair.b)
    return left.flatMap { first in
      right.compactMap { second in
        guard first.last == second.last, first.first != second.first,
          !isForm(first, of: pair.a, second, of: pair.b),
          !isNamed(first, in: pair.b), !isNamed(second, in: pair.a),
          SharedContext(first.tokens, second.tokens, in: pair).weight >= Self.least
        else { return nil }
        return Finding(
          a: first.tokens, b: second.tokens, aValue: pair.a.string(first.tokens),
          bValue: pair.b.string(second.tokens), isConflict: true, match: .confirmed,
          hunk: first.tokens)
      }
    }
  }

  /// "Mike" and "Michael", "Chris" and "Christopher".
  private func isForm(
    _ a: PersonName, of first: Document, _ b: PersonName, of second: Document
  ) -> Bool {
    guard let left = a.first, let right = b.first else { return true }
    if let form = forms[left], form == forms[right] { return true }
    func letters(_ name: PersonName, _ document: Document) -> [UInt8] {
      document.normalForm(name.tokens.lowerBound)
    }
    return letters(a, first).prefix(3) == letters(b, second).prefix(3)
  }

  /// Whether the article names this person too.
  private func isNamed(_ name: PersonName, in document: Document) -> Bool {
    document.tokens.contains { $0.hash == name.first && $0.flags.contains(.capitalised) }
  }
}
