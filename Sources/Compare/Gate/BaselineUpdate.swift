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
  public mutating func record(
    _ conflict: Conflict, in result: Gate.Result, paths: RelativePath, decision: Decision,
    reason: String?, by: String?, until: CivilDate?
  ) {
    if let index = result.findings.conflicts.firstIndex(where: {
      $0.fingerprint == conflict.fingerprint
    }), let pairing = result.matching.pairings[index], pairing.kind != .joined {
      remove(result.matching.fingerprint(ofEntry: pairing.entry))
    }
    var writer = BaselineWriter(result.findings, paths: paths)
    set(writer.entry(for: conflict, decision: decision, reason: reason, by: by, until: until))
  }

  /// Takes out what is stale and writes the entries of moved and reworded conflicts anew, with the
  /// decision that they have.
  ///
  /// - Parameter unseen: also takes out entries that the run could not see.
  public mutating func prune(
    _ result: Gate.Result, rules: [Rule], paths: RelativePath, unseen: Bool
  ) {
    guard let summary = result.findings.baseline else { return }
    let before = entries
    for leftover in summary.stale + (unseen ? summary.unseen : []) { remove(leftover.fingerprint) }
    var writer = BaselineWriter(result.findings, paths: paths)
    var renewed: [BaselineEntry] = []
    for (entry, conflict) in zip(before, result.matching.conflicts) {
      guard let conflict, result.matching.pairings[conflict]?.kind != .changed else { continue }
      remove(entry.fingerprint)
      renewed.append(
        writer.entry(
          for: result.findings.conflicts[conflict], decision: entry.decision,
          reason: entry.reason, by: entry.by, until: entry.until))
    }
    // Only now: of twins, one may take the other's fingerprint.
    for entry in renewed { set(entry) }
    self.rules = Baseline.digest(of: rules)
  }
}
