/// Asks the rules what cannot both be true.
public struct Judge: Sendable {
  public let rules: [Rule]
  /// Ids of the rules that are not asked.
  public var disabled: Set<String> = []
  private let compiled: [CompiledRule]
  private let attribution: Attribution
  private let boundaries: Set<UInt64>
  private let labels: SlotLabel

  /// Reads and compiles the rule files.
  ///
  /// - Throws: `SourceErrors` with every mistake in them.
  public init(_ sources: [RuleSource], lexicons: Lexicons) throws {
    rules = try Rule.readAll(sources, lexicons: lexicons)
    compiled = rules.map { CompiledRule($0, lexicons: lexicons) }
      .sorted { ($0.rank, $0.rule.id) < ($1.rank, $1.rule.id) }
    attribution = Attribution(lexicons)
    boundaries = lexicons.words("clause.boundary")
    labels = SlotLabel(lexicons)
  }

  /// Every comparison of values that the rules made between the sentences of the candidates,
  /// conflicting or not, in the candidates' order.
  ///
  /// - Parameter facts: of each document, in document order.
  public func judgements(
    documents: [Document], facts: [[Fact]], aligned: Alignments, jobs: Int
  ) -> [Judgement] {
    let facts = FactIndex(facts, documents: documents)
    let words = ClauseWords(vocabulary: aligned.vocabulary, boundaries: boundaries)
    let candidates = aligned.candidates
    let judged = Parallel.map(candidates.count, jobs: jobs) { index in
      let pair = SentencePair(
        candidates[index], documents: documents, facts: facts, words: words)
      return judgements(of: pair)
    }
    return Self.settled(judged.flatMap { $0 })
  }

  private func judgements(of pair: SentencePair) -> [Judgement] {
    var found: [Judgement] = []
    for rule in compiled where !disabled.contains(rule.rule.id) {
      for finding in rule.test.findings(pair) {
        let isTaken = found.contains {
          $0.isConflict && finding.isConflict
            && ($0.finding.a.overlaps(finding.a) || $0.finding.b.overlaps(finding.b))
        }
        let isSaidAlike = finding.isConflict && finding.standsElsewhere(pair)
        if !isTaken, !isSaidAlike {
          found.append(
            Judgement(
              rule: rule.rule, finding: finding, pair: pair, attribution: attribution,
              labels: labels))
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

  init(
    rule: Rule, finding: Finding, pair: SentencePair, attribution: Attribution, labels: SlotLabel
  ) {
    self.finding = finding
    isConflict = finding.isConflict
    func side(_ tokens: Range<Int>, _ value: String, _ document: Document) -> Side {
      let sentence = document.sentences[document.sentence(ofToken: tokens.lowerBound)]
      return Side(
        document: document.number, range: document.range(tokens), value: value,
        passage: sentence.range, attribution: attribution.source(of: sentence.tokens, in: document))
    }
    let a = side(finding.a, finding.aValue, pair.a)
    let b = side(finding.b, finding.bValue, pair.b)
    let about = finding.isConflict ? labels.around(finding.a, in: pair.a) : ""
    let template = MessageTemplate(rule.message)
    conflict = Conflict(
      rule: rule.id, revision: rule.revision, kind: rule.kind, severity: rule.severity,
      match: finding.match,
      message: template.filled(a: (a, pair.a), b: (b, pair.b), about: about),
      reason: finding.isGrowth ? "\(rule.title), at different times" : rule.title,
      similarity: pair.candidate.similarity, about: about, a: a, b: b)
  }
}
