/// How one conflict stands: what the baseline says of it, now.
public struct ConflictState: Sendable, Equatable {
  public let fingerprint: String
  public let status: Status
  public let acceptance: Acceptance?

  init(_ conflict: Conflict) {
    (fingerprint, status) = (conflict.fingerprint, conflict.status)
    acceptance = conflict.acceptance
  }

  /// Changes whenever the state does: who decides names the state that they saw.
  public var tag: String {
    let parts = [
      status.rawValue, acceptance?.decision.rawValue, acceptance?.reason, acceptance?.by,
      acceptance?.until.map { "\($0)" }, acceptance?.note,
    ]
    return String(Hash.hex128(parts.map { $0 ?? "\u{1}" }.joined(separator: "\u{1F}")).prefix(16))
  }

  var json: JSONValue {
    .object([
      "fingerprint": .string(fingerprint),
      "status": .string(status.rawValue),
      "acceptance": .acceptance(acceptance),
      "seen": .string(tag),
    ])
  }
}

extension JSONValue {
  /// A decision as the page reads it.
  static func acceptance(_ acceptance: Acceptance?) -> JSONValue {
    guard let acceptance else { return .null }
    return .object([
      "decision": .string(acceptance.decision.rawValue),
      "reason": .optional(acceptance.reason),
      "by": .optional(acceptance.by),
      "until": .optional(acceptance.until.map { "\($0)" }),
      "note": .optional(acceptance.note),
    ])
  }
}
