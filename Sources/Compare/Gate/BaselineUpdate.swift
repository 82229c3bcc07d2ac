extension Baseline {
  /// A baseline of all conflicts that are at least this sure.
  public static func create(
    from findings: Findings, rules: [Rule], paths: RelativePath, least: Match, reason: String?,
    by: String?, until: CivilDate?
  ) -> Baseline {
    var writer = BaselineWriter(findings, paths: paths)
    let entries = findings.conflicts.filter { $0.match >= least }.map {
      writer.entry(for: $0, reason: reason, by: by, until: until)
    }
    return Baseline(rules: digest(of: rules), entries: entries)
  }

  /// Notes a decision on a conflict of `result`; what the entry was that it has changed from goes.
  ///
  /// - Parameter index: of the conflict in the findings.
  public mutating func record(
    _ index: Int, of result: Gate.Result, decision: Decision, reason: String?, by: String?,
    until: CivilDate?
  ) {
    forget(index, of: result)
    var entry = result.matching.observed.entries[index]
    (entry.decision, entry.reason, entry.by, entry.until) = (decision, reason, by, until)
    set(entry)
  }

  /// Takes back what was decided about a conflict of `result`.
  mutating func forget(_ index: Int, of result: Gate.Result) {
    remove(result.findings.conflicts[index].fingerprint)
    if let pairing = result.matching.pairings[index], pairing.kind != .joined {
      remove(result.matching.fingerprint(ofEntry: pairing.entry))
    }
  }

  /// Takes out what is stale and writes the entries of moved and reworded conflicts anew, with the
  /// decision that they have.
  ///
  /// - Parameter unseen: also takes out entries that the run could not see.
  public mutating func prune(_ result: Gate.Result, rules: [Rule], unseen: Bool) {
    guard let summary = result.findings.baseline else { return }
    let before = entries
    for leftover in summary.stale + (unseen ? summary.unseen : []) { remove(leftover.fingerprint) }
    var renewed: [BaselineEntry] = []
    for (entry, conflict) in zip(before, result.matching.conflicts) {
      guard let conflict, result.matching.pairings[conflict]?.kind != .changed else { continue }
      remove(entry.fingerprint)
      var new = result.matching.observed.entries[conflict]
      (new.decision, new.reason, new.by, new.until) = (
        entry.decision, entry.reason, entry.by, entry.until
      )
      renewed.append(new)
    }
    // Only now: of twins, one may take the other's fingerprint.
    for entry in renewed { set(entry) }
    self.rules = Baseline.digest(of: rules)
  }
}
