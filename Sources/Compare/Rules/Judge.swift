/// Asks the rules what cannot both be true.
public struct Judge: Sendable {
  public let rules: [Rule]
  /// Ids of the rules that are not asked.
  public var disabled: Set<String> = []
  let compiled: [CompiledRule]
  /// Those that are asked of pairs of sentences.
  private let pairRules: [PairRule]
  private let sieve: Sieve
  let attribution: Attribution
  let boundaries: WordSet
  let particles: Particles
  let labels: SlotLabel
  let quotedWording: QuotedWording
  let titles: TitleReader
  private let wordForms: Lazy<WordFormLexicon>
  private let functionWords: WordSet
  let valueContext: ValueContext

  /// Reads and compiles the rule files.
  ///
  /// - Throws: `SourceErrors` with every mistake in them.
  public init(_ sources: [RuleSource], lexicons: Lexicons) throws {
    rules = try Rule.readAll(sources, lexicons: lexicons)
    let readers = RuleReaders(lexicons)
    compiled = rules.map { CompiledRule($0, lexicons: lexicons, readers: readers) }
      .sorted { ($0.rank, $0.rule.id) < ($1.rank, $1.rule.id) }
    pairRules = compiled.compactMap { compiled in
      compiled.pairTest.map { PairRule(compiled.rule, test: $0) }
    }
    sieve = Sieve(pairRules.map(\.test.need))
    attribution = Attribution(lexicons)
    quotedWording = QuotedWording(lexicons)
    boundaries = lexicons.words("clause.boundary")
    particles = Particles(lexicons)
    labels = SlotLabel(lexicons)
    titles = TitleReader(lexicons)
    valueContext = readers.values
    wordForms = readers.wordForms
    functionWords = lexicons.words("word.function").union(lexicons.words("denial.negation"))
      .union(lexicons.words("word.contraction"))
  }

  /// Every comparison of values that the rules made between the sentences of the candidates,
  /// conflicting or not, in the candidates' order.
  ///
  /// - Parameters:
  ///   - facts: of each document, in document order.
  ///   - areDeclared: whether the caller says that the first two documents, the only ones, are
  ///     about the same thing.
  public func judgements(
    documents: [Document], facts: [[Fact]], aligned: Alignments, jobs: Int,
    areDeclared: Bool = false
  ) -> [Judgement] {
    let candidates = aligned.candidates
    let isAsked = candidates.reduce(into: [Bool](repeating: false, count: documents.count)) {
      ($0[$1.aDocument], $0[$1.bDocument]) = (true, true)
    }
    let marks = Parallel.map(documents.count, jobs: jobs) {
      isAsked[$0] ? sieve.marks(documents[$0], facts[$0]) : []
    }
    let facts = FactIndex(facts, documents: documents)
    let words = ClauseWords(
      vocabulary: aligned.vocabulary, boundaries: boundaries, particles: particles)
    let declared =
      areDeclared
      ? DeclaredTexts(
        documents[0], documents[1], forms: WordForms(wordForms.value), functionWords: functionWords)
      : nil
    let groups = Self.byDocuments(candidates)
    let pairs = groups.map { candidates[$0.lowerBound] }
    let quoted = quotedTexts(of: documents, in: pairs, jobs: jobs)
    let partners = Self.partners(pairs)
    let judged = Parallel.map(groups.count, jobs: jobs) { group -> [Judgement] in
      let first = candidates[groups[group].lowerBound]
      // What differs inside quotation marks is the quotations' own matter.
      let quotations = judgements(
        ofQuotationsIn: documents[first.aDocument], documents[first.bDocument], quoted,
        partners: partners, facts: facts)
      let taken = quotations.filter(\.isConflict)
      let articles = ComparedArticles(
        documents[first.aDocument], documents[first.bDocument], facts: facts, words: words,
        declared: declared)
      var found = quotations
      for candidate in candidates[groups[group]] {
        let asked = sieve.asked(
          marks[candidate.aDocument][candidate.aSentence],
          marks[candidate.bDocument][candidate.bSentence], isDeclared: areDeclared)
        guard !asked.isEmpty else { continue }
        found += judgements(of: SentencePair(candidate, of: articles), asked, taken: taken)
      }
      return found
    }
    let found = judged.flatMap { $0 }
    let more = articleJudgements(
      documents: documents, facts: facts, aligned: aligned, words: words, jobs: jobs)
    return Self.settled(Self.merged(found, more))
  }

  /// - Parameter taken: conflicts between the two documents that are known already.
  private func judgements(
    of pair: SentencePair, _ asked: Sieve.Asked, taken: [Judgement]
  ) -> [Judgement] {
    var found: [Judgement] = []
    asked.forEach(of: pairRules.count) { number in
      let rule = pairRules[number]
      guard !disabled.contains(rule.rule.id) else { return }
      for finding in rule.test.findings(pair) {
        let overlaps = { (other: Judgement) in
          other.isConflict
            // What is sure is not kept back by what is only suggested.
            && (pair.declared == nil || other.finding.match == .confirmed)
            && (other.finding.a.overlaps(finding.a) || other.finding.b.overlaps(finding.b))
        }
        let isTaken =
          finding.isConflict && (found.contains(where: overlaps) || taken.contains(where: overlaps))
        let isSaidAlike = finding.isConflict && finding.standsElsewhere(pair)
        if !isTaken, !isSaidAlike {
          found.append(
            Judgement(
              rule: rule.rule, finding: finding, a: pair.a, b: pair.b,
              similarity: pair.candidate.similarity, attribution: attribution, labels: labels))
        }
      }
    }
    return weighed(found, pair)
  }
}

/// A rule that is asked of pairs of sentences.
///
/// A class, since a test can be large, and is not to be copied for every pair.
private final class PairRule: Sendable {
  let rule: Rule
  let test: any PairTest

  init(_ rule: Rule, test: any PairTest) { (self.rule, self.test) = (rule, test) }
}

/// One comparison that a rule made.
///
/// A class, since it is large, and is handed on from list to list.
public final class Judgement: Sendable {
  /// Whether the two can't both be true.
  public let isConflict: Bool
  /// The comparison as a report shows it; without message, sources and slot where it is none.
  public let conflict: Conflict
  let finding: Finding

  init(
    rule: Rule, finding: Finding, a first: Document, b second: Document, similarity: Double,
    attribution: Attribution, labels: SlotLabel
  ) {
    self.finding = finding
    let isConflict = finding.isConflict
    self.isConflict = isConflict
    func side(
      _ tokens: Range<Int>, _ value: String, _ bounds: Bounds?, _ document: Document
    ) -> Side {
      let sentence = document.sentences[document.sentence(ofToken: tokens.lowerBound)]
      let last = document.sentences[document.sentence(ofToken: tokens.upperBound - 1)]
      return Side(
        document: document.number, range: document.range(tokens), value: value, bounds: bounds,
        passage: TextRange(sentence.range.start, last.range.end),
        attribution: isConflict ? attribution.source(of: sentence.tokens, in: document) : nil)
    }
    let a = side(finding.a, finding.aValue, finding.bounds?.a, first)
    let b = side(finding.b, finding.bValue, finding.bounds?.b, second)
    let about = isConflict ? labels.around(finding.a, in: first) : ""
    let message = isConflict ? MessageTemplate(rule.message) : nil
    conflict = Conflict(
      rule: rule.id, revision: rule.revision, kind: rule.kind,
      severity: finding.isGrowth ? .note : finding.severity ?? rule.severity,
      match: finding.match,
      message: message?.filled(a: (a, first), b: (b, second), about: about) ?? "",
      reason: finding.isGrowth
        ? "\(rule.title), at different times: "
          + Self.timeline([(first, finding.a), (second, finding.b)])
        : rule.title,
      similarity: finding.similarity ?? similarity, about: about, a: a, b: b)
  }

  private init(_ other: Judgement, match: Match) {
    (isConflict, finding) = (other.isConflict, other.finding)
    var conflict = other.conflict
    conflict.match = match
    self.conflict = conflict
  }

  /// The same, less sure.
  func doubted() -> Judgement { Judgement(self, match: .suggested) }

  /// The values in the order of publication: "12 (2025-03-20), then 17 (2025-03-21)".
  private static func timeline(_ sides: [(document: Document, tokens: Range<Int>)]) -> String {
    let sorted = sides.sorted { left, right in
      let first = left.document.article.published?.order ?? 0
      let second = right.document.article.published?.order ?? 0
      return first < second
    }
    let told = sorted.map { side -> String in
      let day = side.document.article.published?.text ?? "undated"
      return "\(side.document.string(side.tokens)) (\(day))"
    }
    return told.joined(separator: ", then ")
  }
}
