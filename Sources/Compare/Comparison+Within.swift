extension Comparison {
  /// What each article says twice and differently, the earlier sentence as side a.
  ///
  /// Only suggested, unless the two sentences differ in nothing but the value; what the article
  /// explains itself (a correction, another time, another source) is left out.
  func conflictsWithin(_ documents: [Document], facts: [[Fact]]) -> [Conflict] {
    let candidates = language.aligner.candidatesWithin(documents, jobs: jobs)
    guard !candidates.isEmpty else { return [] }
    let judgements = language.judge.judgements(
      documents: documents, facts: facts,
      aligned: Alignments(
        alignments: [], candidates: candidates,
        vocabulary: language.aligner.vocabulary(of: documents)),
      jobs: jobs)
    let test = SelfContradiction(language.lexicons)
    let index = FactIndex(facts, documents: documents)
    return judgements.compactMap {
      test.conflict($0, in: documents[$0.conflict.a.document], facts: index)
    }
  }
}
