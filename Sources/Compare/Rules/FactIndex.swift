/// The facts of each article and of each sentence, looked up in constant time.
struct FactIndex {
  private let facts: [[Fact]]
  private let bySentence: [[[Fact]]]

  init(_ facts: [[Fact]], documents: [Document]) {
    let sorted = facts.map { $0.sorted { ($0.sentence, $0.range) < ($1.sentence, $1.range) } }
    bySentence = zip(sorted, documents).map { facts, document in
      // Articles that were compared with no other have no facts.
      guard !facts.isEmpty else { return [] }
      var sentences = [[Fact]](repeating: [], count: document.sentences.count)
      for fact in facts { sentences[fact.sentence].append(fact) }
      return sentences
    }
    self.facts = sorted
  }

  /// Of one article.
  func facts(_ document: Int) -> [Fact] { facts[document] }

  /// Of one sentence.
  func facts(_ document: Int, _ sentence: Int) -> [Fact] {
    facts[document].isEmpty ? [] : bySentence[document][sentence]
  }
}
