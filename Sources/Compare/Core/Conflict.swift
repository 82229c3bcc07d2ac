/// How sure it is that both sides speak of the same slot.
public enum Match: String, Sendable, CaseIterable, Comparable {
  case suggested, confirmed

  public static func < (left: Match, right: Match) -> Bool {
    left == .suggested && right == .confirmed
  }
}

/// Against the baseline: not in it, in it, or in it with another value.
public enum Status: String, Sendable, CaseIterable {
  case new, known, changed
}

/// One side of a conflict: what one article says.
public struct Side: Sendable {
  /// Position of the document in the input.
  public internal(set) var document: Int
  /// The words that conflict.
  public let range: TextRange
  /// Their normalised value.
  public let value: String
  /// What the wording leaves of it; `nil` of what is no fact.
  public let bounds: Bounds?
  /// The sentence they stand in.
  public let passage: TextRange
  /// Whom the article gives as its source, if anyone.
  public let attribution: String?

  public init(
    document: Int, range: TextRange, value: String, bounds: Bounds? = nil, passage: TextRange,
    attribution: String?
  ) {
    self.document = document
    self.bounds = bounds
    self.range = range
    self.value = value
    self.passage = passage
    self.attribution = attribution
  }
}

/// Two facts of aligned passages, same slot, that cannot both hold.
public struct Conflict: Sendable {
  /// 32 hex digits: what the conflict is, not where it stands.
  public var fingerprint: String
  /// The dispute it belongs to.
  public var dispute: String
  /// The rule's id.
  public let rule: String
  /// The rule's revision: which meaning of the rule found it.
  public let revision: Int
  /// The rule's fact kind (`duration`, `scope`…).
  public let kind: ConflictKind
  public var severity: Severity
  public var match: Match
  public var status: Status
  /// One line for people, made from the rule's template.
  public let message: String
  /// The rule's one-line reason.
  public let reason: String
  /// Of the two sentences, 0 to 1.
  public let similarity: Double
  /// What the values are about, for people: "call lasted".
  public let about: String
  /// The side whose article comes first in input order.
  public internal(set) var a: Side
  public internal(set) var b: Side
  /// What the baseline says of it; `nil` when it says nothing.
  public var acceptance: Acceptance?

  public init(
    fingerprint: String = "", dispute: String = "", rule: String, revision: Int = 1,
    kind: ConflictKind,
    severity: Severity, match: Match, status: Status = .new, message: String, reason: String,
    similarity: Double, about: String, a: Side, b: Side, acceptance: Acceptance? = nil
  ) {
    self.fingerprint = fingerprint
    self.dispute = dispute
    self.rule = rule
    self.revision = revision
    self.kind = kind
    self.severity = severity
    self.match = match
    self.status = status
    self.message = message
    self.reason = reason
    self.similarity = similarity
    self.about = about
    self.acceptance = acceptance
    self.a = a
    self.b = b
  }
}
