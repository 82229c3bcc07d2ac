/// Takes decisions of people on the conflicts of one run, and keeps them in the baseline.
///
/// The file is read anew for every decision and only the entries decided on change, so that
/// several tabs, several reviews and `compare baseline` can work on one file. A decision that was
/// made looking at something older than the file is refused.
public actor ReviewDesk {
  private let findings: Findings
  private let rules: [Rule]
  private let disabled: Set<String>
  private let store: any ReviewStore
  private let path: String
  private let paths: RelativePath
  private let observed: ObservedConflicts
  private let today: CivilDate?
  private let places: [String: Int]
  /// The file as last read, and what followed from it.
  private var held: (text: String?, baseline: Baseline, result: Gate.Result)?

  /// - Parameters:
  ///   - findings: of the run, not yet held against a baseline.
  ///   - path: of the baseline, for messages.
  ///   - paths: told from the baseline's folder.
  public init(
    _ findings: Findings, rules: [Rule], disabled: Set<String> = [], store: any ReviewStore,
    path: String, paths: RelativePath, today: CivilDate? = nil
  ) {
    (self.findings, self.rules, self.disabled) = (findings, rules, disabled)
    (self.store, self.path, self.paths, self.today) = (store, path, paths, today)
    observed = ObservedConflicts(findings, paths: paths)
    places = Dictionary(
      findings.conflicts.enumerated().map { ($1.fingerprint, $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// What came of a decision.
  public struct Answer: Sendable {
    /// Whether the decision was taken over; if not, someone else was faster.
    public let isTaken: Bool
    /// The conflicts named, and all others whose state has changed with them.
    public let states: [ConflictState]
    /// Of the file.
    public let version: String
  }

  /// The findings as they stand against the file now.
  ///
  /// - Throws: `SourceError` or `SourceErrors` when the file is no baseline.
  public func current() throws -> Findings { try load().result.findings }

  /// How every conflict stands now, and the version of the file.
  public func states() throws -> Answer {
    let held = try load()
    return Answer(
      isTaken: true, states: held.result.findings.conflicts.map(ConflictState.init),
      version: Self.version(held.text))
  }

  /// - Throws: `ReviewDecision.Problem`; what reading and writing the file throws.
  public func decide(_ decision: ReviewDecision) throws -> Answer {
    let named = try decision.items.map { item in
      guard let place = places[item.fingerprint] else {
        throw ReviewDecision.Problem(
          description: "no conflict of this run has the fingerprint \(item.fingerprint)")
      }
      return place
    }
    return try store.exclusively {
      let before = try load()
      let conflicts = before.result.findings.conflicts
      let isFresh = zip(named, decision.items).allSatisfy { place, item in
        ConflictState(conflicts[place]).tag == item.seen
      }
      guard isFresh else {
        return Answer(
          isTaken: false, states: named.map { ConflictState(conflicts[$0]) },
          version: Self.version(before.text))
      }
      var baseline = before.baseline
      for place in named {
        if let word = decision.decision {
          baseline.record(
            place, of: before.result, decision: word, reason: decision.reason, by: decision.by,
            until: decision.until)
        } else {
          baseline.forget(place, of: before.result)
        }
      }
      baseline.rules = Baseline.digest(of: rules)
      let text = baseline.text
      try store.write(text)
      let after = hold(baseline, text)
      return Answer(
        isTaken: true, states: changes(from: before.result, to: after.result, and: Set(named)),
        version: Self.version(after.text))
    }
  }

  private func changes(
    from before: Gate.Result, to after: Gate.Result, and named: Set<Int>
  ) -> [ConflictState] {
    after.findings.conflicts.indices.compactMap { place in
      let state = ConflictState(after.findings.conflicts[place])
      let isSame = ConflictState(before.findings.conflicts[place]) == state
      return isSame && !named.contains(place) ? nil : state
    }
  }

  private func load() throws -> (text: String?, baseline: Baseline, result: Gate.Result) {
    let text = try store.read()
    if let held, held.text == text { return held }
    let baseline =
      try text.map { try Baseline($0, path: path) }
      ?? Baseline(rules: Baseline.digest(of: rules))
    return hold(baseline, text)
  }

  private func hold(
    _ baseline: Baseline, _ text: String?
  ) -> (text: String?, baseline: Baseline, result: Gate.Result) {
    let result = Gate(baseline, path: path, paths: paths, today: today)
      .result(for: findings, rules: rules, disabled: disabled, observed: observed)
    let loaded = (text, baseline, result)
    held = loaded
    return loaded
  }

  private static func version(_ text: String?) -> String { Hash.hex128(text ?? "") }
}
