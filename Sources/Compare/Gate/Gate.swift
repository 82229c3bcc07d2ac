/// Holds findings against a baseline: what is new, what is known, what has changed.
public struct Gate: Sendable {
  private let baseline: Baseline
  private let path: String
  private let paths: RelativePath
  private let today: CivilDate?

  /// - Parameters:
  ///   - path: of the baseline, as the user named it.
  ///   - paths: told from the baseline's folder.
  ///   - today: the day that `until` is held against; else the newest day on which an article of
  ///     the findings was published. The clock is never asked.
  public init(_ baseline: Baseline, path: String, paths: RelativePath, today: CivilDate? = nil) {
    (self.baseline, self.path, self.paths, self.today) = (baseline, path, paths, today)
  }

  /// What came of it.
  public struct Result: Sendable {
    /// With the status and acceptance of every conflict, and a summary.
    public let findings: Findings
    let matching: BaselineMatching
  }

  /// - Parameters:
  ///   - rules: all that were read; those that are disabled among them.
  ///   - observed: of the findings, where they are held against several baselines.
  public func result(
    for findings: Findings, rules: [Rule], disabled: Set<String> = [],
    observed: ObservedConflicts? = nil
  ) -> Result {
    let matching = BaselineMatching(
      baseline.entries, findings: findings,
      observed: observed ?? ObservedConflicts(findings, paths: paths))
    let newest = findings.documents.compactMap { $0.article.published?.day }.max()
    var findings = findings
    var summary = BaselineSummary(path: path)
    summary.today = today ?? newest
    for index in findings.conflicts.indices {
      guard let pairing = matching.pairings[index] else { continue }
      judge(
        &findings.conflicts[index], pairing, of: findings.documents, summary: &summary)
    }
    let ran = Set(rules.map(\.id)).subtracting(disabled)
    for (entry, isSeen) in zip(baseline.entries.indices, matching.isSeen)
    where matching.conflicts[entry] == nil {
      let entry = baseline.entries[entry]
      if isSeen, ran.contains(entry.rule) {
        summary.stale.append(entry.leftover)
      } else {
        summary.unseen.append(entry.leftover)
      }
    }
    if baseline.rules != Baseline.digest(of: rules) {
      summary.notes.append(
        "the rules are not those that \(path) was written with; `compare baseline prune` takes "
          + "the change over")
    }
    findings.baseline = summary
    return Result(findings: findings, matching: matching)
  }

  private func judge(
    _ conflict: inout Conflict, _ pairing: BaselineMatching.Pairing, of documents: [Document],
    summary: inout BaselineSummary
  ) {
    let entry = baseline.entries[pairing.entry]
    let note: String? =
      switch pairing.kind {
      case .same: nil
      case .moved: "moved; was in \(entry.a.path) and \(entry.b.path)"
      case .reworded: "reworded around the same values"
      case .changed: "was \(entry.description)"
      case .joined: "one more outlet holds a known position"
      }
    conflict.acceptance = entry.acceptance(note: note)
    if pairing.kind == .changed {
      conflict.status = .changed
    } else if entry.holds(on: summary.today) {
      conflict.status = .known
    } else if entry.hasExpired(on: summary.today), let until = entry.until {
      conflict.acceptance?.note = "accepted until \(until), which is past"
      summary.expired.append(conflict.fingerprint)
    }
  }
}
