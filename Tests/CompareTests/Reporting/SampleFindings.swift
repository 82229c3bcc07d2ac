@testable import Compare

/// Findings made by hand: a dispute of three outlets, one that is only suggested, a page with
/// hostile text, and two inputs that were skipped.
enum SampleFindings {
  static func make() throws -> Findings {
    let segmenter = Segmenter(try Lexicons([]))
    let texts = [
      ("wire", "Northern Wire", "2025-03-18", "The truce will hold for “30 days”, the mayor said."),
      (
        "post", "The Post, Ltd", "2025-03-19T08:00:00+01:00",
        "Première:\nThe truce will hold for “six weeks”, the mayor said.\n"
      ),
      (
        "blog", "=Blog\u{1B}[31m", nil,
        "The truce may hold for 30 days\u{202E} \"or so\".\nNobody was there at nine."
      ),
    ]
    let documents = texts.enumerated().map { number, text in
      let article = Article(
        id: text.0, outlet: text.1, published: text.2.flatMap { PublicationDate($0) },
        title: number == 1 ? "Truce, \"again\"" : nil,
        url: number == 1 ? "https://post.example/1" : nil, path: "set/\(text.0).txt",
        text: Array(text.3.utf8))
      return Document(article, number: number, segmenter: segmenter)
    }
    let conflicts = [
      conflict(
        ("d1", "duration.length", .error, .confirmed), "truce holds", documents,
        (0, "30 days", "P30D", "the mayor"), (1, "six weeks", "P6W", nil), similarity: 0.912345),
      conflict(
        ("d1", "duration.length", .error, .suggested), "truce holds", documents,
        (1, "six weeks", "P6W", nil), (2, "30 days", "P30D", nil), similarity: 0.5),
      conflict(
        ("d2", "number.count", .note, .suggested), "", documents,
        (0, "mayor", "-1", nil), (2, "nine", "9", nil), similarity: 1),
    ]
    let disputes = [
      Dispute(
        id: "d1", kind: .duration, about: "truce holds",
        positions: [
          .init(
            value: "P30D",
            voices: [.init(outlet: "=Blog\u{1B}[31m", copies: ["Northern Wire"])],
            spans: [span("30 days", in: documents, 0), span("30 days", in: documents, 2)]),
          .init(
            value: "P6W", outlets: ["The Post, Ltd"], spans: [span("six weeks", in: documents, 1)]),
        ])
    ]
    var coverage = Coverage()
    coverage.articles = 3
    coverage.passages = 5
    coverage.alignments = 2
    coverage.curtailed = 1
    coverage.facts = 7
    coverage.unresolved = 1
    coverage.skipped = [
      Skipped(path: "set/bad.jsonl", line: 7, reason: "not valid JSON"),
      Skipped(path: "set/e\u{1B}]8;;x.txt", reason: "empty: no text"),
    ]
    return Findings(
      documents: documents, conflicts: conflicts, disputes: disputes, coverage: coverage)
  }

  private typealias Words = (document: Int, text: String, value: String, attribution: String?)

  private static func conflict(
    _ head: (dispute: String, rule: String, severity: Severity, match: Match), _ about: String,
    _ documents: [Document], _ a: Words, _ b: Words, similarity: Double
  ) -> Conflict {
    func side(_ words: Words) -> Side {
      let range = span(words.text, in: documents, words.document).range
      let document = documents[words.document]
      let sentence = document.sentences.first { $0.range.contains(range) }
      return Side(
        document: words.document, range: range, value: words.value,
        passage: sentence?.range ?? range, attribution: words.attribution)
    }
    return Conflict(
      fingerprint: Hash.hex128(head.rule + head.dispute + a.value), dispute: head.dispute,
      rule: head.rule,
      kind: ConflictKind(rawValue: String(head.rule.prefix { $0 != "." })) ?? .other,
      severity: head.severity,
      match: head.match, message: "\(a.text) against \(b.text)",
      reason: "The same thing, told in another way", similarity: similarity, about: about,
      a: side(a), b: side(b))
  }

  private static func span(_ words: String, in documents: [Document], _ number: Int)
    -> Dispute.Span
  {
    let text = documents[number].article.text
    let start = text.firstRange(of: Array(words.utf8))?.lowerBound ?? 0
    return Dispute.Span(
      document: number, range: TextRange(start, start + words.utf8.count))
  }
}
