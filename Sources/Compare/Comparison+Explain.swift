extension Comparison {
  /// The whole way to one conflict: where its sentences were aligned, both facts with their bounds,
  /// what each is about, which condition held, and which exceptions did not.
  ///
  /// - Parameter findings: that hold the conflict; its `documents`, `facts` and `alignments`.
  public func explanation(of conflict: Conflict, in findings: Findings) -> Explanation {
    let isWithin = conflict.a.document == conflict.b.document
    let numbers = isWithin ? [conflict.a.document] : [conflict.a.document, conflict.b.document]
    let documents = numbers.map { findings.documents[$0] }
    let facts = numbers.map { findings.facts[$0] }
    func sentence(_ side: Side, _ document: Document) -> Int {
      document.sentence(ofToken: document.tokens(in: side.range).lowerBound)
    }
    guard let first = documents.first, let last = documents.last else {
      return Explanation(sections: [])
    }
    let a = sentence(conflict.a, first)
    let b = sentence(conflict.b, last)
    let alignment = findings.alignments.first {
      $0.a.document == conflict.a.document && $0.b.document == conflict.b.document
        && $0.a.sentences.contains(a) && $0.b.sentences.contains(b)
    }
    let candidate = Candidate(
      aDocument: 0, aSentence: a, bDocument: documents.count - 1, bSentence: b,
      similarity: conflict.similarity, kind: alignment?.kind ?? .retold, isAligned: alignment != nil
    )
    let sections = language.judge.explanation(
      of: conflict, documents: documents, facts: facts, candidate: candidate,
      vocabulary: language.aligner.vocabulary(of: documents))
    return Explanation(
      sections: [
        head(conflict, first, last), aligned(alignment, conflict, first, last),
      ] + sections)
  }

  private func head(_ conflict: Conflict, _ a: Document, _ b: Document) -> Explanation.Section {
    Explanation.Section(
      title: "\(conflict.fingerprint)  \(conflict.rule) "
        + "(\(conflict.kind), \(conflict.severity.rawValue), \(conflict.match.rawValue))",
      lines: [conflict.message]
        + [(conflict.a, a), (conflict.b, b)].map { side, document in
          "\(document.article.outlet): \(document.article.string(side.passage))"
        })
  }

  private func aligned(
    _ alignment: Alignment?, _ conflict: Conflict, _ a: Document, _ b: Document
  ) -> Explanation.Section {
    func percent(_ value: Double) -> String { "\(Int((value * 100).rounded())) % alike" }
    guard let alignment else {
      return Explanation.Section(
        title: "Alignment",
        lines: [
          conflict.similarity > 0
            ? "No aligned passage holds the two sentences; they are \(percent(conflict.similarity))."
            : "The two sentences were not compared with each other, only the two articles."
        ])
    }
    func span(_ passage: Passage, _ document: Document) -> String {
      let first = document.sentences[passage.sentences.lowerBound].range
      let last = document.sentences[passage.sentences.upperBound - 1].range
      let article = document.article
      return "\(article.outlet), sentences \(passage.sentences.lowerBound + 1) to "
        + "\(passage.sentences.upperBound), characters \(article.scalar(first.start)) to "
        + "\(article.scalar(last.end))"
    }
    return Explanation.Section(
      title: "Alignment",
      lines: [
        "\(alignment.kind.rawValue), \(percent(alignment.similarity)); "
          + "the two sentences \(percent(conflict.similarity))",
        span(alignment.a, a), span(alignment.b, b),
      ])
  }
}
