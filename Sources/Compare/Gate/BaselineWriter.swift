/// The conflicts of a run as baseline entries state them, and what tells its articles apart.
///
/// Made once for a run; it does not depend on the baseline.
public struct ObservedConflicts: Sendable {
  /// An entry for every conflict, in the findings' order.
  let entries: [BaselineEntry]
  /// Of the documents.
  let keys: [String]
  /// Of the documents, as entries tell them.
  let paths: [String]

  /// - Complexity: O(conflicts × sentence + words of their articles).
  public init(_ findings: Findings, paths: RelativePath) {
    var writer = BaselineWriter(findings, paths: paths)
    entries = findings.conflicts.map { writer.entry(for: $0) }
    keys = findings.documents.indices.map { writer.key(of: $0) }
    self.paths = findings.documents.map { paths.of($0.article.path) }
  }
}

/// Makes baseline entries of conflicts.
struct BaselineWriter {
  /// Scalars of a sentence that an entry keeps.
  static let excerpt = 300

  private let documents: [Document]
  private let paths: RelativePath
  private var fingerprints: Fingerprints

  /// - Parameters:
  ///   - findings: that the conflicts are of.
  ///   - paths: told from the baseline's folder.
  init(_ findings: Findings, paths: RelativePath) {
    documents = findings.documents
    self.paths = paths
    fingerprints = Fingerprints(documents: documents)
  }

  mutating func entry(
    for conflict: Conflict, decision: Decision = .accepted, reason: String? = nil,
    by: String? = nil, until: CivilDate? = nil
  ) -> BaselineEntry {
    BaselineEntry(
      fingerprint: conflict.fingerprint, decision: decision, reason: reason, by: by, until: until,
      rule: conflict.rule, revision: conflict.revision, kind: conflict.kind.rawValue,
      a: side(conflict.a),
      b: side(conflict.b))
  }

  mutating func key(of document: Int) -> String { fingerprints.key(of: document) }

  mutating func side(_ side: Side) -> BaselineEntry.Side {
    let document = documents[side.document]
    return BaselineEntry.Side(
      article: key(of: side.document), path: paths.of(document.article.path),
      outlet: document.article.outlet, value: side.value,
      text: TerminalText.line(document.article.string(side.range)),
      slot: SlotWords.of(side, in: document), passage: Self.excerpt(side, in: document),
      signature: fingerprints.signature(of: side.document)?.hex ?? "")
  }

  /// The sentence, or the part of it around the value.
  private static func excerpt(_ side: Side, in document: Document) -> String {
    let article = document.article
    let passage = TerminalText.line(article.string(side.passage))
    guard passage.unicodeScalars.count > excerpt else { return passage }
    let before = TerminalText.line(
      article.string(TextRange(side.passage.start, side.range.start)))
    let skipped = max(0, before.unicodeScalars.count - excerpt / 2)
    let part = passage.unicodeScalars.dropFirst(skipped).prefix(excerpt)
    return (skipped > 0 ? "…" : "") + String(part) + "…"
  }
}
