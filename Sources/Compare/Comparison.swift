/// The whole of `compare`, stage by stage.
public struct Comparison: Sendable {
  public let language: Language
  private let others: Languages
  /// ISO 639-1 code of the language to read all articles in; `nil` for each article's own.
  public var articleLanguage: String?
  /// Words that count as one.
  public var spellings = Spellings()
  /// Whether every article is also held against itself.
  public var within = false
  /// Threads at most; the result is the same for any number.
  public var jobs: Int
  /// Told what is being done, for people who wait.
  public var progress: @Sendable (String) -> Void = { _ in }

  /// - Parameters:
  ///   - language: whose rules judge.
  ///   - others: in place of the built-in languages of their codes.
  public init(language: Language, others: [Language] = [], jobs: Int = 1) {
    self.language = language
    self.others = Languages(others)
    self.jobs = jobs
  }

  /// Compares the articles of one set with each other.
  ///
  /// - Parameters:
  ///   - articles: in input order.
  ///   - skipped: articles that could not be read, for the coverage.
  public func findings(in articles: [Article], skipped: [Skipped] = []) -> Findings {
    // Cut the texts into tokens and sentences, while the rules are compiled.
    progress("cutting into sentences")
    let documents = documents(of: articles, meanwhile: language.prepare)
    // Find the passages that tell the same thing.
    progress("aligning")
    let aligned = language.aligner.align(documents, jobs: jobs)
    // Read the facts of what was compared, each with the interval that its wording allows.
    progress("extracting facts")
    let facts = facts(of: documents) { within || aligned.isCompared[$0] }
    // Ask every rule of every pair of sentences what cannot both be true.
    progress("judging")
    let judgements = language.judge.judgements(
      documents: documents, facts: facts, aligned: aligned, jobs: jobs)
    var conflicts = judgements.filter(\.isConflict).map(\.conflict)
    if within { conflicts += conflictsWithin(documents, facts: facts) }
    // Gather what is one quarrel.
    let (disputed, disputes) = Disputes.gather(
      conflicts, documents: documents, alignments: aligned.alignments, lexicons: language.lexicons)

    var coverage = Coverage()
    coverage.articles = articles.count
    coverage.passages = documents.reduce(0) { $0 + $1.sentences.count }
    coverage.alignments = aligned.alignments.count
    let curtailed = within ? Aligner.curtailedWithin(documents) : []
    coverage.curtailed = aligned.curtailed.union(curtailed).count
    coverage.facts = facts.reduce(0) { $0 + $1.count }
    coverage.unresolved = facts.reduce(0) { $0 + $1.count { !$0.isResolved } }
    coverage.skipped = skipped
    var findings = Findings(
      documents: documents, conflicts: disputed, disputes: disputes, coverage: coverage)
    findings.alignments = aligned.alignments
    findings.facts = facts
    return findings
  }

  /// The passages that tell the same thing, without the facts; the articles are not in memory as
  /// documents all at once.
  ///
  /// - Returns: the alignments, with no candidates, and for every article where its sentences are
  ///   if it has any alignment.
  public func alignments(
    in articles: [Article]
  ) -> (aligned: Alignments, outlines: [Document]) {
    language.aligner.align(articles, jobs: jobs) { document(articles[$0], number: $0) }
  }

  public func documents(
    of articles: [Article], meanwhile: (@Sendable () -> Void)? = nil
  ) -> [Document] {
    Parallel.map(articles.count, jobs: jobs, meanwhile: meanwhile) {
      document(articles[$0], number: $0)
    }
  }

  func document(_ article: Article, number: Int) -> Document {
    Document(
      article, number: number, segmenter: language(of: article).segmenter, spellings: spellings)
  }

  /// The facts of each document; none of those that are not wanted.
  public func facts(
    of documents: [Document], where isWanted: @Sendable (Int) -> Bool = { _ in true }
  ) -> [[Fact]] {
    Parallel.map(documents.count, jobs: jobs) { isWanted($0) ? facts(of: documents[$0]) : [] }
  }

  func facts(of document: Document) -> [Fact] {
    language(of: document.article).extractor.facts(in: document)
  }

  /// Articles are cut and their facts read in their own language, where it is built in.
  public func language(of article: Article) -> Language {
    let code = articleLanguage ?? article.language
    return code == language.code ? language : others[code] ?? language
  }
}
