extension Comparison {
  /// Judges two texts about the same event: every sentence of one is held against every sentence
  /// of the other, and the rules decide which facts share a slot.
  ///
  /// - Complexity: O(a's sentences × b's sentences).
  public func verdict(on pair: TextPair) -> PairVerdict {
    let documents = documents(of: [pair.a, pair.b])
    let judgements = judgements(on: documents)
    let conflicts = judgements.filter(\.isConflict).map(\.conflict)
    let isSure = conflicts.contains { $0.match == .confirmed }
    let label: PairLabel = isSure ? .conflict : judgements.isEmpty ? .neutral : .agree
    return PairVerdict(id: pair.id, label: label, conflicts: conflicts, documents: documents)
  }

  /// Every comparison of values that the rules make between two documents, any sentence of one
  /// against any of the other.
  func judgements(on documents: [Document]) -> [Judgement] {
    language.judge.judgements(
      documents: documents, facts: facts(of: documents),
      aligned: Alignments(
        alignments: [], candidates: Self.allPairs(documents[0], documents[1]),
        vocabulary: language.aligner.vocabulary(of: documents)),
      jobs: 1, areDeclared: true)
  }

  private static func allPairs(_ a: Document, _ b: Document) -> [Candidate] {
    let right = b.sentences.map { Set(b.tokens[$0.tokens].lazy.filter(\.isWord).map(\.hash)) }
    var candidates: [Candidate] = []
    for (aSentence, sentence) in a.sentences.enumerated() {
      let left = Set(a.tokens[sentence.tokens].lazy.filter(\.isWord).map(\.hash))
      for (bSentence, words) in right.enumerated() {
        let total = left.count + words.count
        let similarity = total == 0 ? 0 : 2 * Double(left.intersection(words).count) / Double(total)
        candidates.append(
          Candidate(
            aDocument: 0, aSentence: aSentence, bDocument: 1, bSentence: bSentence,
            similarity: similarity, kind: similarity > 0.8 ? .nearDuplicate : .retold,
            isAligned: true))
      }
    }
    return candidates
  }
}
