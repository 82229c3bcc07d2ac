extension Comparison {
  /// What the rules say of two texts that are known to be about the same event: every sentence of
  /// one may be compared with every sentence of the other.
  public func judgements(ofPair a: Article, _ b: Article) -> [Judgement] {
    let documents = documents(of: [a, b])
    let facts = facts(of: documents)
    return language.judge.judgements(
      documents: documents, facts: facts, candidates: candidates(documents), jobs: 1)
  }

  /// All sentence pairs, the best partner of each sentence first.
  private func candidates(_ documents: [Document]) -> [Candidate] {
    let (a, b) = (documents[0], documents[1])
    return a.sentences.indices.flatMap { first in
      b.sentences.indices.map { second in
        Candidate(
          aDocument: 0, aSentence: first, bDocument: 1, bSentence: second,
          similarity: similarity(a, first, b, second), kind: .retold, isAligned: true)
      }
    }
  }

  /// Dice's coefficient over the words of two sentences.
  private func similarity(_ a: Document, _ first: Int, _ b: Document, _ second: Int) -> Double {
    let left = Set(a.tokens[a.sentences[first].tokens].filter(\.isWord).map(\.hash))
    let right = Set(b.tokens[b.sentences[second].tokens].filter(\.isWord).map(\.hash))
    return 2 * Double(left.intersection(right).count) / Double(max(1, left.count + right.count))
  }
}
