extension CSVReporter {
  /// All that a row is made of.
  struct Row {
    let conflict: Conflict
    let a: Article
    let b: Article
    /// How many take part in the dispute.
    let outlets: Int
    /// The same, with copies of one text as one.
    let voices: Int
    let version: String
  }

  struct Column: Sendable {
    let name: String
    let value: @Sendable (Row) -> Value

    init(_ name: String, _ value: @escaping @Sendable (Row) -> Value) {
      (self.name, self.value) = (name, value)
    }
  }

  /// Public: only ever appended to.
  ///
  /// `reason`, `accepted_by` and `until` are of the baseline entry
  /// that accepts the conflict, and empty for one that nobody accepted.
  static let columns: [Column] = [
    Column("status") { .text($0.conflict.status.rawValue) },
    Column("severity") { .text($0.conflict.severity.rawValue) },
    Column("kind") { .text($0.conflict.kind.rawValue) },
    Column("rule") { .text($0.conflict.rule) },
    Column("message") { .text($0.conflict.message) },
    Column("a_outlet") { .text($0.a.outlet) },
    Column("a_published") { .text($0.a.published?.text) },
    Column("a_value") { .text($0.conflict.a.value) },
    Column("a_text") { .text($0.a.string($0.conflict.a.range)) },
    Column("a_passage") { .text($0.a.string($0.conflict.a.passage)) },
    Column("b_outlet") { .text($0.b.outlet) },
    Column("b_published") { .text($0.b.published?.text) },
    Column("b_value") { .text($0.conflict.b.value) },
    Column("b_text") { .text($0.b.string($0.conflict.b.range)) },
    Column("b_passage") { .text($0.b.string($0.conflict.b.passage)) },
    Column("match") { .text($0.conflict.match.rawValue) },
    Column("similarity") { .number(similarity($0.conflict.similarity)) },
    Column("outlets") { .number(String($0.outlets)) },
    Column("a_attribution") { .text($0.conflict.a.attribution) },
    Column("b_attribution") { .text($0.conflict.b.attribution) },
    Column("reason") { .text($0.conflict.acceptance?.reason) },
    Column("accepted_by") { .text($0.conflict.acceptance?.by) },
    Column("until") { .text($0.conflict.acceptance?.until?.description) },
    Column("a_title") { .text($0.a.title) },
    Column("a_url") { .text($0.a.url) },
    Column("a_path") { .text($0.a.path) },
    Column("a_line") { .number(String($0.a.place(of: $0.conflict.a.range.start).line)) },
    Column("a_column") { .number(String($0.a.place(of: $0.conflict.a.range.start).column)) },
    Column("b_title") { .text($0.b.title) },
    Column("b_url") { .text($0.b.url) },
    Column("b_path") { .text($0.b.path) },
    Column("b_line") { .number(String($0.b.place(of: $0.conflict.b.range.start).line)) },
    Column("b_column") { .number(String($0.b.place(of: $0.conflict.b.range.start).column)) },
    Column("dispute") { .text($0.conflict.dispute) },
    Column("fingerprint") { .text($0.conflict.fingerprint) },
    Column("tool_version") { .text($0.version) },
    Column("voices") { .number(String($0.voices)) },
  ]

  /// Four decimals at most, as in JSON.
  private static func similarity(_ value: Double) -> String {
    let rounded = (value * 10_000).rounded() / 10_000
    return Int(exactly: rounded).map(String.init) ?? "\(rounded)"
  }
}
