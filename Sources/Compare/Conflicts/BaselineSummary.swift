/// How the findings stand against the baseline, beyond the status of each conflict.
public struct BaselineSummary: Sendable {
  /// The file, as the user named it.
  public var path: String
  /// Entries whose conflict is no more, by fingerprint.
  public var stale: [Leftover] = []
  /// Entries that this run could not see: of articles that were not read, or rules that did not
  /// run; by fingerprint.
  public var unseen: [Leftover] = []
  /// Fingerprints of the conflicts whose entry has run out.
  public var expired: [String] = []
  /// The day that entries were held against.
  public var today: CivilDate?
  /// What people should know though it is no error.
  public var notes: [String] = []

  public init(path: String) { self.path = path }

  /// An entry that matches no conflict.
  public struct Leftover: Sendable, Equatable {
    public let fingerprint: String
    public let rule: String
    /// What it was, on one line.
    public let description: String
    /// Paths of the two articles, below the baseline's folder.
    public let paths: [String]
  }
}
