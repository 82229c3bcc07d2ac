/// What people decided about a conflict.
public enum Decision: String, Sendable, CaseIterable {
  /// It may stay: it is known, and does not count at the gate.
  case accepted
  /// It is a contradiction that somebody has to resolve: it goes on to count.
  case confirmed
  /// Looked at, not decided: it goes on to count.
  case later
}

/// What the baseline says of a conflict, in words that were given when it was looked at.
public struct Acceptance: Sendable, Equatable {
  public var decision: Decision
  public var reason: String?
  public var by: String?
  /// The last day on which it holds.
  public var until: CivilDate?
  /// How the conflict was recognised when it is no longer the same to the letter, or why the
  /// entry does not hold any more.
  public var note: String?

  public init(
    decision: Decision = .accepted, reason: String? = nil, by: String? = nil,
    until: CivilDate? = nil, note: String? = nil
  ) {
    self.decision = decision
    self.reason = reason
    self.by = by
    self.until = until
    self.note = note
  }
}
