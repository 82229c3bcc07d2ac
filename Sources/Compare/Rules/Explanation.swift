/// The whole way to one conflict, for people who want to check it.
public struct Explanation: Sendable {
  public struct Section: Sendable {
    public let title: String
    public let lines: [String]
  }

  public let sections: [Section]
}

extension Judge {
  /// What made the rule report two places of two sentences: the facts with their bounds, what each
  /// is about, how they were bound, and why no exception held.
  ///
  /// - Parameters:
  ///   - documents: the two articles, or the one that contradicts itself.
  ///   - facts: of these documents, in document order.
  ///   - candidate: the two sentences.
  func explanation(
    of conflict: Conflict, documents: [Document], facts: [[Fact]], candidate: Candidate,
    vocabulary: Vocabulary
  ) -> [Explanation.Section] {
    let words = ClauseWords(vocabulary: vocabulary, boundaries: boundaries, particles: particles)
    let articles = ComparedArticles(
      documents[candidate.aDocument], documents[candidate.bDocument],
      facts: FactIndex(facts, documents: documents), words: words)
    let pair = SentencePair(candidate, of: articles)
    guard let rule = rules.first(where: { $0.id == conflict.rule }) else { return [] }
    let trace = ConflictTrace(conflict: conflict, rule: rule, pair: pair)
    return [
      Explanation.Section(title: "Facts", lines: trace.facts),
      Explanation.Section(title: "Slots", lines: trace.slots),
      Explanation.Section(title: "Condition", lines: trace.condition),
      Explanation.Section(title: "Unless", lines: trace.exceptions),
    ]
  }
}
