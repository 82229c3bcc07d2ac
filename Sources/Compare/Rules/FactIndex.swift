/// The facts of each article and of each sentence, looked up in constant time.
struct FactIndex {
  private let facts: [[Fact]]
  /// For each document and sentence, the position after its last fact.
  private let ends: [[Int]]

  init(_ facts: [[Fact]], documents: [Document]) {
    let sorted = facts.map { $0.sorted { ($0.sentence, $0.range) < ($1.sentence, $1.range) } }
    ends = zip(sorted, documents).map { facts, document in
      var ends = [Int](repeating: 0, count: document.sentences.count)
      for fact in facts { ends[fact.sentence] += 1 }
      for sentence in ends.indices.dropFirst() { ends[sentence] += ends[sentence - 1] }
      return ends
    }
    self.facts = sorted
  }

  /// Of one article.
  func facts(_ document: Int) -> [Fact] { facts[document] }

  /// Of one sentence.
  func facts(_ document: Int, _ sentence: Int) -> [Fact] {
    let start = sentence > 0 ? ends[document][sentence - 1] : 0
    return Array(facts[document][start..<ends[document][sentence]])
  }
}
