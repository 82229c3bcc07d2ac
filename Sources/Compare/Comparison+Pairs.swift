/// What two texts are to each other.
public enum PairLabel: String, Sendable, CaseIterable {
  /// They say things that cannot both hold.
  case conflict
  /// They have comparable facts, none in conflict.
  case agree
  /// Nothing in them can be compared.
  case neutral
}

/// The judgement of one pair.
public struct PairVerdict: Sendable {
  public let id: String
  public let label: PairLabel
  public let conflicts: [Conflict]
  public let documents: [Document]
}

extension Comparison {
  /// Judges two texts about the same event: every sentence of one is held against every sentence
  /// of the other, and the rules decide which facts share a slot.
  ///
  /// - Complexity: O(a's sentences × b's sentences).
  public func verdict(on pair: TextPair) -> PairVerdict {
    let documents = documents(of: [pair.a, pair.b])
    let facts = facts(of: documents)
    let conflicts = language.judge.conflicts(
      documents: documents, facts: facts, candidates: Self.allPairs(documents[0], documents[1]),
      jobs: 1)
    let label: PairLabel =
      !conflicts.isEmpty ? .conflict : Self.isComparable(facts[0], facts[1]) ? .agree : .neutral
    return PairVerdict(id: pair.id, label: label, conflicts: conflicts, documents: documents)
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

  /// Whether some fact of one has a fact of the same type and unit, with a value that goes with it,
  /// in the other.
  private static func isComparable(_ a: [Fact], _ b: [Fact]) -> Bool {
    a.contains { left in
      left.isResolved
        && b.contains { right in
          right.isResolved && left.type == right.type && left.unit == right.unit
            && left.bounds.meets(right.bounds)
        }
    }
  }
}
