extension Judge {
  /// The stretches of candidates that are of the same two documents.
  static func byDocuments(_ candidates: [Candidate]) -> [Range<Int>] {
    var groups: [Range<Int>] = []
    for (index, candidate) in candidates.enumerated() {
      if let last = groups.last, candidates[last.lowerBound].aDocument == candidate.aDocument,
        candidates[last.lowerBound].bDocument == candidate.bDocument
      {
        groups[groups.count - 1] = last.lowerBound..<index + 1
      } else {
        groups.append(index..<index + 1)
      }
    }
    return groups
  }

  /// Documents that are compared with each document.
  static func partners(_ pairs: [Candidate]) -> [Int: Set<Int>] {
    pairs.reduce(into: [:]) { partners, pair in
      partners[pair.aDocument, default: []].insert(pair.bDocument)
      partners[pair.bDocument, default: []].insert(pair.aDocument)
    }
  }

  /// The quotations of the documents that are compared; `nil` for all others.
  func quotedTexts(
    of documents: [Document], in pairs: [Candidate], jobs: Int
  ) -> [QuotedText?] {
    guard compiled.contains(where: { $0.quotedTest != nil && !disabled.contains($0.rule.id) })
    else { return [] }
    let isCompared = pairs.reduce(into: [Bool](repeating: false, count: documents.count)) {
      ($0[$1.aDocument], $0[$1.bDocument]) = (true, true)
    }
    return Parallel.map(documents.count, jobs: jobs) { number in
      isCompared[number] ? QuotedText(documents[number], wording: quotedWording) : nil
    }
  }

  /// Other documents at most that are asked whether they print both wordings.
  private static let mostThirds = 20

  /// What the rules on quotations find between two documents; nothing within one.
  func judgements(
    ofQuotationsIn a: Document, _ b: Document, _ quoted: [QuotedText?],
    partners: [Int: Set<Int>], facts: FactIndex
  ) -> [Judgement] {
    guard a.number != b.number, !quoted.isEmpty, let aText = quoted[a.number],
      let bText = quoted[b.number], !aText.shingles.isEmpty, !bText.shingles.isEmpty
    else { return [] }
    let thirds = (partners[a.number] ?? []).intersection(partners[b.number] ?? []).sorted()
    let pair = QuotedPair(
      a, aText, facts.facts(a.number), b, bText, facts.facts(b.number),
      thirds: thirds.prefix(Self.mostThirds).compactMap { quoted[$0] })
    guard !pair.regions.isEmpty else { return [] }
    return compiled.filter { !disabled.contains($0.rule.id) }.flatMap { rule -> [Judgement] in
      let findings = rule.quotedTest?.findings(pair) ?? []
      return findings.map {
        Judgement(
          rule: rule.rule, finding: $0, a: a, b: b, similarity: 0, attribution: attribution,
          labels: labels)
      }
    }
  }
}
