/// What a team has agreed on for its runs: the file `.compare.yml`.
///
/// Every key has a flag that does the same; a flag beats the file.
public struct Configuration: Sendable {
  public static let name = ".compare.yml"

  /// Where it stands; empty when there is none.
  public var path = ""
  public var paths: [String] = []
  public var rules: [String] = []
  public var byFolder: Bool?
  public var failOn: Severity?
  public var minMatch: Match?
  public var baseline: String?
  public var failStale: Bool?
  /// Ids of rules that are not asked.
  public var disabled: [Placed] = []
  /// An outlet's label in lower case → the label that it counts as.
  public var outlets: [String: String] = [:]
  /// Groups of words that count as their first.
  public var spellings: [[String]] = []

  public init() {}

  /// A text and where it stands, for messages.
  public struct Placed: Sendable {
    public let text: String
    let path: String
    let line: Int
    let column: Int

    /// Of a flag on the command line.
    public init(flag: String, _ text: String) {
      (self.text, path, line, column) = (text, flag, 1, 1)
    }

    init(_ reader: YAMLReader) throws {
      text = try reader.string()
      (path, line, column) = (reader.path, reader.line, reader.column)
    }

    func error(_ message: String) -> SourceError {
      SourceError(path: path, line: line, column: column, message: message)
    }
  }

  /// The ids of the rules that are not asked.
  ///
  /// - Throws: `SourceErrors` for ids that no rule has.
  public func disabledRules(of rules: [Rule]) throws -> Set<String> {
    let known = rules.map(\.id)
    let errors = disabled.filter { !known.contains($0.text) }.map {
      $0.error("no rule is called `\($0.text)`\(Nearest.hint($0.text, among: known))")
    }
    guard errors.isEmpty else { throw SourceErrors(errors) }
    return Set(disabled.map(\.text))
  }

  /// The groups of words as the tokeniser sees them.
  ///
  /// - Throws: `SourceError` for what is not one word.
  public func spelling() throws -> Spellings {
    var all = Spellings()
    for group in spellings {
      if let wrong = all.add(group) {
        throw SourceError(
          path: path.isEmpty ? "--spelling" : path, line: 1, column: 1,
          message: "a spelling is one word, and `\(wrong)` is not")
      }
    }
    return all
  }

  /// The article under the label that its outlet counts as.
  public func renamed(_ article: Article) -> Article {
    guard let name = outlets[article.outlet.lowercased()] else { return article }
    return article.renamed(outlet: name)
  }
}

extension Configuration {
  private static let keys = [
    "paths", "rules", "by-folder", "fail-on", "min-match", "baseline", "fail-stale", "disable",
    "outlets", "spellings",
  ]

  /// Reads the text of a configuration file.
  ///
  /// Paths are told from the file's folder, and put behind `folder` here.
  ///
  /// - Throws: `SourceError` with line and column, and the nearest right word.
  public init(_ text: String, path: String, folder: String) throws {
    self.path = path
    guard let root = try YAMLReader.parse(text, path: path) else { return }
    try root.expectKeys(Self.keys)
    func below(_ name: String) -> String {
      name.hasPrefix("/") || name == "-" || name == RuleSource.builtInName || folder.isEmpty
        ? name : "\(folder)/\(name)"
    }
    paths = try root.optional("paths")?.strings().map(below) ?? []
    rules = try root.optional("rules")?.strings().map(below) ?? []
    byFolder = try root.optional("by-folder")?.boolean()
    failOn = try root.optional("fail-on")?.choice(Severity.self)
    minMatch = try root.optional("min-match")?.choice(Match.self)
    baseline = try root.optional("baseline").map { reader in
      let text = try reader.string()
      guard !text.isEmpty else { throw reader.error("expected the path of a baseline here") }
      return below(text)
    }
    failStale = try root.optional("fail-stale")?.boolean()
    if let list = root.optional("disable") {
      disabled = try (list.isScalar ? [list] : list.list()).map { try Placed($0) }
    }
    try readOutlets(root.optional("outlets"))
    for group in try root.optional("spellings")?.list() ?? [] {
      let words = try group.list().map { try $0.string() }
      guard words.count > 1 else { throw group.error("a group of spellings has two or more words") }
      var probe = Spellings()
      if let wrong = probe.add(words) {
        throw group.error("a spelling is one word, and `\(wrong)` is not")
      }
      spellings.append(words)
    }
  }

  private mutating func readOutlets(_ reader: YAMLReader?) throws {
    guard let reader else { return }
    for (name, labels) in try reader.entries() {
      let outlet = try name.string()
      let list = labels.isScalar ? [labels] : try labels.list()
      for label in list {
        let text = try label.string()
        if let other = outlets.updateValue(outlet, forKey: text.lowercased()), other != outlet {
          throw label.error("the label `\(text)` already counts as `\(other)`")
        }
      }
    }
  }
}

extension Article {
  /// The same article under another label.
  func renamed(outlet: String) -> Article {
    Article(
      id: id, hasOwnID: hasOwnID, outlet: outlet, published: published, title: title, url: url,
      language: language, path: path, text: text, body: body, recordLine: recordLine)
  }
}
