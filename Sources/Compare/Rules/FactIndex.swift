/// The facts of each article and of each sentence, looked up in constant time.
struct FactIndex {
  private let facts: [[Fact]]
  private let bySentence: [[[Fact]]]

  init(_ facts: [[Fact]], documents: [Document]) {
    self.facts = facts.map(Self.sorted)
    bySentence = zip(self.facts, documents).map { facts, document in
      // Articles that were compared with no other have no facts.
      guard !facts.isEmpty else { return [] }
      var at = 0
      return document.sentences.indices.map { sentence in
        let first = at
        while at < facts.count, facts[at].sentence == sentence { at += 1 }
        return at == first ? [] : Array(facts[first..<at])
      }
    }
  }

  /// By sentence and place, as most are already.
  private static func sorted(_ facts: [Fact]) -> [Fact] {
    func comesFirst(_ fact: Fact, _ other: Fact) -> Bool {
      (fact.sentence, fact.range) < (other.sentence, other.range)
    }
    let isSorted = facts.indices.dropFirst().allSatisfy { !comesFirst(facts[$0], facts[$0 - 1]) }
    return isSorted ? facts : facts.sorted(by: comesFirst)
  }

  /// Of one article.
  func facts(_ document: Int) -> [Fact] { facts[document] }

  /// Of one sentence.
  func facts(_ document: Int, _ sentence: Int) -> [Fact] {
    facts[document].isEmpty ? [] : bySentence[document][sentence]
  }
}
