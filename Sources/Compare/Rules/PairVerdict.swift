/// What two texts are to each other.
public enum PairLabel: String, Sendable, CaseIterable {
  /// They say things that cannot both hold.
  case conflict
  /// They have comparable facts, none in conflict.
  case agree
  /// Nothing in them can be compared.
  case neutral
}

/// The judgement of one pair.
public struct PairVerdict: Sendable {
  public let id: String
  public let label: PairLabel
  public let conflicts: [Conflict]
  public let documents: [Document]
}
