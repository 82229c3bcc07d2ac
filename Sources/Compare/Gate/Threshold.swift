/// From where on a conflict counts for the exit status.
public struct Threshold: Sendable {
  /// The least severity.
  public var severity: Severity
  /// The least certainty.
  public var match: Match

  public init(severity: Severity = .warning, match: Match = .confirmed) {
    (self.severity, self.match) = (severity, match)
  }

  /// Whether the conflict makes the exit status 1: severe enough, sure enough, and not known.
  public func counts(_ conflict: Conflict) -> Bool {
    conflict.severity >= severity && conflict.match >= match && conflict.status != .known
  }
}
