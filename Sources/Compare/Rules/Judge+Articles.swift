extension Judge {
  /// What the rules on whole articles say of every two that tell of one event, in input order.
  ///
  /// - Complexity: O(tokens of the articles that have candidates).
  func articleJudgements(
    documents: [Document], facts: FactIndex, aligned: Alignments, words: ClauseWords, jobs: Int
  ) -> [Judgement] {
    let rules = compiled.filter { $0.articleTest != nil && !disabled.contains($0.rule.id) }
    guard !rules.isEmpty else { return [] }
    let candidates = aligned.candidates
    let found = Self.byDocuments(candidates).map { group in
      let first = candidates[group.lowerBound]
      return (a: first.aDocument, b: first.bDocument, candidates: candidates[group])
    }.filter { $0.a != $0.b }
    let involved = Set(found.flatMap { [$0.a, $0.b] })
    let people = Parallel.map(documents.count, jobs: jobs) {
      involved.contains($0) ? titles.people(in: documents[$0], words) : People()
    }
    return Parallel.map(found.count, jobs: jobs) { number -> [Judgement] in
      let (a, b, candidates) = found[number]
      let pair = ArticlePair(
        a: documents[a], b: documents[b], aPeople: people[a], bPeople: people[b],
        facts: facts, words: words, candidates: candidates)
      return rules.flatMap { rule in
        (rule.articleTest?.findings(pair) ?? []).map { finding in
          Judgement(
            rule: rule.rule, finding: finding, a: pair.a, b: pair.b,
            similarity: similarity(finding, pair, candidates), attribution: attribution,
            labels: labels)
        }
      }
    }.flatMap { $0 }
  }

  /// Of the two sentences, where they are a candidate pair; else 0.
  private func similarity(
    _ finding: Finding, _ pair: ArticlePair, _ candidates: ArraySlice<Candidate>
  ) -> Double {
    let a = pair.a.sentence(ofToken: finding.a.lowerBound)
    let b = pair.b.sentence(ofToken: finding.b.lowerBound)
    return candidates.first { $0.aSentence == a && $0.bSentence == b }?.similarity ?? 0
  }
}

extension Judge {
  /// What the rules on pairs of sentences found, and what those on articles did besides: of two
  /// conflicts in the same two places the surer one, else the former.
  static func merged(_ found: [Judgement], _ more: [Judgement]) -> [Judgement] {
    func isSure(_ judgement: Judgement) -> Bool { judgement.finding.match == .confirmed }
    let told = ToldPlaces(found)
    let surelyTold = ToldPlaces(found.lazy.filter(isSure))
    let added = more.filter { !(isSure($0) ? surelyTold : told).hold($0) }
    let surer = ToldPlaces(added.lazy.filter(isSure))
    return found.filter { !$0.isConflict || isSure($0) || !surer.hold($0) } + added
  }
}

/// The places of conflicts, by the articles that they are in.
private struct ToldPlaces {
  private struct Articles: Hashable {
    let a: Int
    let b: Int

    init(_ conflict: Conflict) { (a, b) = (conflict.a.document, conflict.b.document) }
  }

  private var told: [Articles: [Conflict]] = [:]

  /// - Parameter judgements: those that are no conflicts are left out.
  init(_ judgements: some Sequence<Judgement>) {
    for judgement in judgements where judgement.isConflict {
      told[Articles(judgement.conflict), default: []].append(judgement.conflict)
    }
  }

  /// Whether one of the conflicts is about the same two places.
  func hold(_ judgement: Judgement) -> Bool {
    let conflict = judgement.conflict
    return told[Articles(conflict)]?.contains { other in
      other.a.range.overlaps(conflict.a.range) && other.b.range.overlaps(conflict.b.range)
    } ?? false
  }
}
