/// Asks the rules what cannot both be true.
public struct Judge: Sendable {
  public let rules: [Rule]
  private let compiled: [CompiledRule]
  private let attribution: Attribution

  /// Reads and compiles the rule files.
  ///
  /// - Throws: `SourceErrors` with every mistake in them.
  public init(_ sources: [RuleSource], lexicons: Lexicons) throws {
    rules = try Rule.readAll(sources, lexicons: lexicons)
    compiled = rules.map { CompiledRule($0, lexicons: lexicons) }
      .sorted { ($0.rank, $0.rule.id) < ($1.rank, $1.rule.id) }
    attribution = Attribution(lexicons)
  }

  /// Every comparison of values that the rules made between the sentences of the candidates,
  /// conflicting or not, in the candidates' order.
  ///
  /// - Parameter facts: of each document, in document order.
  public func judgements(
    documents: [Document], facts: [[Fact]], candidates: [Candidate], jobs: Int
  ) -> [Judgement] {
    let bySentence = SentenceFacts(facts, documents: documents)
    let judged = Parallel.map(candidates.count, jobs: jobs) { index in
      let candidate = candidates[index]
      let pair = SentencePair(
        candidate, a: documents[candidate.aDocument], b: documents[candidate.bDocument],
        aFacts: bySentence.facts(candidate.aDocument, candidate.aSentence),
        bFacts: bySentence.facts(candidate.bDocument, candidate.bSentence))
      return judgements(of: pair)
    }
    return judged.flatMap { $0 }
  }

  private func judgements(of pair: SentencePair) -> [Judgement] {
    var found: [Judgement] = []
    for rule in compiled {
      for finding in rule.findings(pair) {
        let isTaken = found.contains {
          $0.isConflict && finding.isConflict
            && ($0.finding.a.overlaps(finding.a) || $0.finding.b.overlaps(finding.b))
        }
        let isSaidAlike = finding.isConflict && finding.standsElsewhere(pair)
        if !isTaken, !isSaidAlike {
          found.append(
            Judgement(rule: rule.rule, finding: finding, pair: pair, attribution: attribution))
        }
      }
    }
    return found
  }
}

/// One comparison that a rule made.
public struct Judgement: Sendable {
  /// Whether the two can't both be true.
  public let isConflict: Bool
  /// The comparison as a report shows it.
  public let conflict: Conflict
  let finding: Finding

  init(rule: Rule, finding: Finding, pair: SentencePair, attribution: Attribution) {
    self.finding = finding
    isConflict = finding.isConflict
    func side(_ tokens: Range<Int>, _ value: String, _ document: Document, _ sentence: Int) -> Side
    {
      Side(
        document: document.number, range: document.range(tokens), value: value,
        passage: document.sentences[sentence].range,
        attribution: attribution.source(of: document.sentences[sentence].tokens, in: document))
    }
    let a = side(finding.a, finding.aValue, pair.a, pair.candidate.aSentence)
    let b = side(finding.b, finding.bValue, pair.b, pair.candidate.bSentence)
    let about = Slot.words(around: finding.a, in: pair.a, sentence: pair.candidate.aSentence)
    let template = MessageTemplate(rule.message)
    conflict = Conflict(
      rule: rule.id, kind: rule.kind, severity: rule.severity, match: finding.match,
      message: template.filled(a: (a, pair.a), b: (b, pair.b), about: about), reason: rule.title,
      similarity: pair.candidate.similarity, about: about, a: a, b: b)
  }
}

/// The facts of each sentence, looked up in constant time.
private struct SentenceFacts {
  private let facts: [[Fact]]
  /// For each document and sentence, the position after its last fact.
  private let ends: [[Int]]

  init(_ facts: [[Fact]], documents: [Document]) {
    let sorted = facts.map { $0.sorted { ($0.sentence, $0.range) < ($1.sentence, $1.range) } }
    ends = zip(sorted, documents).map { facts, document in
      var ends = [Int](repeating: 0, count: document.sentences.count)
      for fact in facts { ends[fact.sentence] += 1 }
      for sentence in ends.indices.dropFirst() { ends[sentence] += ends[sentence - 1] }
      return ends
    }
    self.facts = sorted
  }

  func facts(_ document: Int, _ sentence: Int) -> [Fact] {
    let start = sentence > 0 ? ends[document][sentence - 1] : 0
    return Array(facts[document][start..<ends[document][sentence]])
  }
}
