/// The articles that are compared with each other, and what could not be read of them.
public struct ArticleSet: Sendable {
  /// The folder with `byFolder`, else empty.
  public let name: String
  /// In input order; no other article of the run has the same id.
  public var articles: [Article]
  public var skipped: [Skipped]
  /// What people should know though it is no error: guessed encodings, ids given twice.
  public var notes: [Skipped]

  /// Reads the files and folders at `paths`; `-` is JSON Lines on standard input.
  ///
  /// - Parameters:
  ///   - byFolder: makes every folder a set of its own.
  ///   - excluding: files to leave out of folders, such as the baseline of the run.
  ///   - output: where the run writes, left out of folders as well.
  ///   - jobs: threads at most; the result is the same for any number.
  /// - Throws: `MissingInput` for a path that does not exist, `ReplacedInput` when an article stands
  ///   where the output goes. Whatever can't be read of the others is in `skipped`.
  public static func read(
    _ paths: [String], byFolder: Bool = false, excluding: [String] = [], output: String? = nil,
    jobs: Int = 1
  ) throws -> [ArticleSet] {
    var finder = ArticleFinder(excluding: excluding, output: output)
    for path in paths { try finder.add(path) }
    // The result of the last run may be replaced, and so may what can't be read as an article.
    if let replaced = finder.replaced, FileReader.holdsArticles(replaced) {
      throw ReplacedInput(path: replaced.path)
    }
    var groups: [(name: String, files: [ArticleFinder.File])] = []
    var numbers: [String: Int] = [:]
    for file in finder.files {
      let name = byFolder ? file.folder : ""
      if let number = numbers[name] {
        groups[number].files.append(file)
      } else {
        numbers[name] = groups.count
        groups.append((name, [file]))
      }
    }
    let results = groups.map { FileReader.read($0.files, jobs: jobs) }
    let drafts = results.map { $0.readings.compactMap(\.draft) }
    var (ids, doubles) = ArticleIdentity.ids(
      of: drafts.count == 1 ? drafts[0] : drafts.flatMap { $0 })
    var sets = zip(groups, zip(results, drafts)).map { group, read in
      let (results, drafts) = read
      let own = Array(ids.prefix(drafts.count))
      ids.removeFirst(drafts.count)
      return ArticleSet(
        name: group.name,
        articles: Parallel.map(drafts.count, jobs: jobs) { Article(drafts[$0], id: own[$0]) },
        skipped: results.readings.compactMap(\.skipped), notes: results.notes)
    }
    if sets.isEmpty { sets = [ArticleSet(name: "", articles: [], skipped: [], notes: [])] }
    sets[0].skipped = finder.skipped + sets[0].skipped
    sets[0].notes += doubles
    return sets
  }
}

extension Article {
  init(_ draft: ArticleDraft, id: String) {
    self.init(
      id: id, hasOwnID: draft.id == id,
      outlet: draft.outlet ?? ArticleIdentity.outlet(of: draft, id: id),
      published: draft.published, title: draft.title, url: draft.url,
      language: draft.language.map { String($0.prefix { $0 != "-" && $0 != "_" }).lowercased() }
        ?? "en",
      path: draft.path, text: draft.text,
      body: TextRange(draft.bodyStart, draft.text.count), recordLine: draft.recordLine)
  }
}
