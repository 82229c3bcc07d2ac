extension Judge {
  /// Drops conflicts that the same articles settle elsewhere.
  ///
  /// A value may be compared with several sentences of the other article. Where one that is at
  /// least as alike agrees with it, the others tell of something else; and of several that
  /// conflict, only the most alike is reported.
  static func settled(_ judgements: [Judgement]) -> [Judgement] {
    var agreeing: [Place: Double] = [:]
    var conflicting: [Place: (similarity: Double, index: Int)] = [:]
    for (index, judgement) in judgements.enumerated() {
      let similarity = judgement.conflict.similarity
      for place in places(judgement) {
        if judgement.isConflict {
          if let best = conflicting[place], best.similarity >= similarity { continue }
          conflicting[place] = (similarity, index)
        } else {
          agreeing[place] = max(agreeing[place] ?? 0, similarity)
        }
      }
    }
    return judgements.enumerated().filter { index, judgement in
      guard judgement.isConflict else { return true }
      let places = places(judgement)
      let isSettled = places.contains {
        (agreeing[$0] ?? -1) >= judgement.conflict.similarity - tolerance
      }
      return !isSettled && places.contains { conflicting[$0]?.index == index }
    }.map(\.element)
  }

  /// How much less alike the agreeing sentences may be.
  private static let tolerance = 0.05

  /// A value of one article, against the other article.
  private struct Place: Hashable {
    let rule: String
    let document: Int
    let other: Int
    let start: Int
  }

  private static func places(_ judgement: Judgement) -> [Place] {
    let conflict = judgement.conflict
    return [(conflict.a, conflict.b), (conflict.b, conflict.a)].map { side, other in
      Place(
        rule: conflict.rule, document: side.document, other: other.document,
        start: side.range.start)
    }
  }
}
