/// One line of a baseline: a conflict that people have looked at, and what they decided.
public struct BaselineEntry: Sendable, Equatable {
  public var fingerprint: String
  public var decision: Decision
  public var reason: String?
  public var by: String?
  /// The last day on which the decision holds.
  public var until: CivilDate?
  public var rule: String
  public var revision: Int
  public var kind: String
  public var a: Side
  public var b: Side

  /// One side as it was, for people and for knowing it again.
  public struct Side: Sendable, Equatable {
    /// Which article: `id:…`, `url:…`, `text:…` or `path:…`.
    public var article: String
    /// Below the baseline's folder, with `/`.
    public var path: String
    public var outlet: String
    public var value: String
    /// The words in the article.
    public var text: String
    /// The weighty words around them, `…` in their place.
    public var slot: [String]
    /// An excerpt of the sentence.
    public var passage: String
    /// 64 hex digits of `TextSignature`; empty for a text of a few words.
    public var signature: String
  }

  /// Whether the decision takes the conflict out of the gate on this day.
  func holds(on today: CivilDate?) -> Bool {
    decision == .accepted && !hasExpired(on: today)
  }

  func hasExpired(on today: CivilDate?) -> Bool {
    guard let until, let today else { return false }
    return until < today
  }

  /// The values, on one line.
  var description: String { "\(a.outlet): \(a.text) / \(b.outlet): \(b.text)" }

  func acceptance(note: String? = nil) -> Acceptance {
    Acceptance(decision: decision, reason: reason, by: by, until: until, note: note)
  }

  var leftover: BaselineSummary.Leftover {
    BaselineSummary.Leftover(
      fingerprint: fingerprint, rule: rule, description: description, paths: [a.path, b.path])
  }
}
