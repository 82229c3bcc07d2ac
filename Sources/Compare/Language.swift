/// What the stages know of one language and of what conflicts, compiled from rule files.
///
/// What needs no file that people bring is compiled when a stage first asks for it: a command pays
/// for the stages that it runs.
public struct Language: Sendable {
  /// ISO 639-1.
  public let code: String
  public let lexicons: Lexicons
  public let segmenter: Segmenter
  private let lazyAligner: Lazy<Aligner>
  private let lazyExtractor: Lazy<FactExtractor>
  private var lazyJudge: Lazy<Judge>

  public var aligner: Aligner { lazyAligner.value }
  public var extractor: FactExtractor { lazyExtractor.value }
  public var judge: Judge {
    get { lazyJudge.value }
    set { lazyJudge = Lazy(made: newValue) }
  }

  /// Compiles the files of one language.
  ///
  /// - Parameters:
  ///   - sources: files below a language folder: `lexicons`, `patterns`, `normalization` and
  ///     `conflicts`.
  ///   - code: ISO 639-1 code of the language.
  ///   - eagerly: whether everything is compiled at once, as it is where files are checked.
  /// - Throws: `SourceError` or `SourceErrors`, with file, line and column.
  public init(
    _ sources: [RuleSource], conflicts: [RuleSource], code: String = "en", eagerly: Bool = false
  ) throws {
    self.code = code
    func folder(_ name: String) -> [RuleSource] {
      sources.filter { $0.isIn(name) }
    }
    let lexicons = try Lexicons(folder("lexicons"), eagerly: eagerly)
    let patterns = folder("patterns") + folder("normalization")
    self.lexicons = lexicons
    segmenter = Segmenter(lexicons)
    lazyAligner = Lazy { Aligner(lexicons) }
    let canWait = !eagerly && sources.allSatisfy(\.isBuiltIn)
    lazyExtractor = try Self.part(canWait: canWait) {
      try FactExtractor(patterns, lexicons: lexicons)
    }
    lazyJudge = try Self.part(canWait: canWait && conflicts.allSatisfy(\.isBuiltIn)) {
      try Judge(conflicts, lexicons: lexicons)
    }
  }

  /// Compiles what waits still.
  @Sendable func prepare() { _ = (aligner, extractor, judge) }

  /// - Parameter canWait: whether there can be no mistake to be told.
  private static func part<Part>(
    canWait: Bool, _ make: @escaping @Sendable () throws -> Part
  ) throws -> Lazy<Part> {
    guard canWait else { return Lazy(made: try make()) }
    return Lazy { do { return try make() } catch { RuleSource.isBroken(error) } }
  }

  /// The language that is built in, with its own conflict rules or others.
  public static func builtIn(_ code: String = "en", conflicts: [RuleSource]? = nil) throws
    -> Language
  {
    let sources = RuleSource.builtIn().filter { $0.place.hasPrefix("\(code)/") }
    return try Language(
      sources, conflicts: conflicts ?? sources.filter { $0.place.contains("/conflicts/") },
      code: code)
  }
}
