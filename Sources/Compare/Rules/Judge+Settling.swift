extension Judge {
  /// Drops conflicts that the same articles settle elsewhere.
  ///
  /// A value may be compared with several sentences of the other article. Where one that is at
  /// least as alike agrees with it, the others tell of something else; and of several that
  /// conflict, only the most alike is reported.
  static func settled(_ judgements: [Judgement]) -> [Judgement] {
    // Without conflicts there is nothing to settle.
    guard judgements.contains(where: \.isConflict) else { return judgements }
    var agreeing: [Place: Double] = [:]
    var conflicting: [Place: (similarity: Double, index: Int)] = [:]
    agreeing.reserveCapacity(judgements.count * 2)
    for index in judgements.indices {
      let similarity = judgements[index].conflict.similarity
      for place in places(judgements[index]) {
        if judgements[index].isConflict {
          if let best = conflicting[place], best.similarity >= similarity { continue }
          conflicting[place] = (similarity, index)
        } else {
          agreeing[place] = max(agreeing[place] ?? 0, similarity)
        }
      }
    }
    return judgements.indices.filter { index in
      guard judgements[index].isConflict else { return true }
      let places = places(judgements[index])
      let isSettled = places.contains {
        (agreeing[$0] ?? -1) >= judgements[index].conflict.similarity - tolerance
      }
      return !isSettled && places.contains { conflicting[$0]?.index == index }
    }.map { judgements[$0] }
  }

  /// How much less alike the agreeing sentences may be.
  private static let tolerance = 0.05

  /// A value of one article, against the other article.
  private struct Place: Hashable {
    /// Hash of the rule's id.
    let rule: UInt64
    let document: Int
    let other: Int
    let start: Int
  }

  private static func places(_ judgement: Judgement) -> [Place] {
    let rule = Hash.of(judgement.conflict.rule)
    let (a, b) = (judgement.conflict.a.document, judgement.conflict.b.document)
    return [
      Place(rule: rule, document: a, other: b, start: judgement.conflict.a.range.start),
      Place(rule: rule, document: b, other: a, start: judgement.conflict.b.range.start),
    ]
  }
}
