/// What the page's script works on, as JSON; offsets count UTF-16 units in the article's text.
struct HTMLData {
  /// Bytes of text of articles without a conflict that a report carries along.
  private static let extraText = 4 << 20

  private let findings: Findings
  private let isReview: Bool
  private let offsets: [UTF16Offsets?]
  private var reasons: [String: Int] = [:]
  private var reasonTexts: [String] = []

  static func value(of findings: Findings, groups: [DisputeGroup], use: HTMLPage.Use) -> JSONValue {
    var data = HTMLData(findings, isReview: use.isReview)
    let disputes = groups.map { data.dispute($0) }
    return .object([
      "schema": .integer(1),
      "review": review(use),
      "reasons": .array(data.reasonTexts.map(JSONValue.string)),
      "sets": .array(data.sets()),
      "documents": .array(findings.documents.indices.map(data.document)),
      "disputes": .array(disputes),
      "alignments": .array(findings.alignments.compactMap(data.alignment)),
      "dates": HTMLDates.value(of: findings),
    ])
  }

  private static func review(_ use: HTMLPage.Use) -> JSONValue {
    guard case .review(let by) = use else { return .null }
    return .object(["by": .optional(by)])
  }

  private init(_ findings: Findings, isReview: Bool) {
    self.findings = findings
    self.isReview = isReview
    let taking = Set(findings.conflicts.flatMap { [$0.a.document, $0.b.document] })
    var room = Self.extraText
    offsets = findings.documents.enumerated().map { number, document in
      let body = document.article.body
      if !taking.contains(number) {
        guard body.count <= room else { return nil }
        room -= body.count
      }
      return UTF16Offsets(document.article.text, in: body)
    }
  }

  private func unit(_ offset: Int, _ document: Int) -> JSONValue {
    .integer(
      offsets[document]?.unit(at: offset, in: findings.documents[document].article.text) ?? 0)
  }

  private func range(_ range: TextRange, _ document: Int) -> [JSONValue] {
    [unit(range.start, document), unit(range.end, document)]
  }

  /// Name and documents of each article set: `[name, first, end]`.
  private func sets() -> [JSONValue] {
    findings.sets.filter { !$0.isEmpty }.map { documents in
      let folders = documents.map {
        findings.documents[$0].article.path.split(separator: "/").dropLast()
      }
      let shared = folders.dropFirst().reduce(folders[0]) { shared, folder in
        shared.prefix(zip(shared, folder).prefix { $0 == $1 }.count)
      }
      return .array([
        .string(shared.last.map(String.init) ?? ""), .integer(documents.lowerBound),
        .integer(documents.upperBound),
      ])
    }
  }

  private func document(_ number: Int) -> JSONValue {
    let article = findings.documents[number].article
    return .object([
      "id": .string(article.id),
      "outlet": .string(article.outlet),
      "published": .optional(article.published?.text),
      "moment": article.published.map { .integer($0.order) } ?? .null,
      "title": .optional(article.title),
      "url": .optional(article.url),
      "path": .string(article.path),
      "text": offsets[number] == nil ? .null : .string(article.string(article.body)),
    ])
  }

  private mutating func dispute(_ group: DisputeGroup) -> JSONValue {
    let conflicts = group.conflicts.map { conflict($0) }
    return .object([
      "id": .string(group.dispute.id),
      "kind": .string(group.dispute.kind.rawValue),
      "about": .string(group.dispute.about),
      "sources": .bool(group.dispute.isBetweenSources),
      "positions": .array(
        group.dispute.positions.map { position in
          .object([
            "value": .string(position.value),
            "voices": .voices(position.voices),
            "spans": .array(
              position.spans.map { span in
                .array([.integer(span.document)] + range(span.range, span.document))
              }),
          ])
        }),
      "conflicts": .array(conflicts),
    ])
  }

  private mutating func conflict(_ conflict: Conflict) -> JSONValue {
    .object([
      "fingerprint": .string(conflict.fingerprint),
      "rule": .string(conflict.rule),
      "severity": .string(conflict.severity.rawValue),
      "match": .string(conflict.match.rawValue),
      "status": .string(conflict.status.rawValue),
      "message": .string(conflict.message),
      "reason": .integer(number(ofReason: conflict.reason)),
      "acceptance": .acceptance(conflict.acceptance),
      "seen": isReview ? .string(ConflictState(conflict).tag) : .null,
      "a": side(conflict.a),
      "b": side(conflict.b),
    ])
  }

  /// Rules give few reasons for many conflicts: each is written once.
  private mutating func number(ofReason text: String) -> Int {
    if let number = reasons[text] { return number }
    reasons[text] = reasonTexts.count
    reasonTexts.append(text)
    return reasonTexts.count - 1
  }

  private func side(_ side: Side) -> JSONValue {
    let place = findings.documents[side.document].article.place(of: side.range.start)
    return .array(
      [.integer(side.document)] + range(side.range, side.document)
        + range(side.passage, side.document)
        + [.integer(place.line), .string(side.value), .optional(side.attribution)])
  }

  private func alignment(_ alignment: Alignment) -> JSONValue? {
    let (a, b) = (alignment.a, alignment.b)
    guard offsets[a.document] != nil, offsets[b.document] != nil else { return nil }
    return .array(
      [.integer(a.document)] + range(findings.documents[a.document].range(of: a), a.document)
        + [.integer(b.document)] + range(findings.documents[b.document].range(of: b), b.document)
        + [
          .integer(Int((alignment.similarity * 100).rounded())),
          .integer(alignment.kind == .retold ? 1 : 0),
        ])
  }
}
