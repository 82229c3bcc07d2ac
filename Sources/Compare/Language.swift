/// What the stages know of one language and of what conflicts, compiled from rule files.
public struct Language: Sendable {
  /// ISO 639-1.
  public let code: String
  public let lexicons: Lexicons
  public let segmenter: Segmenter
  public let aligner: Aligner
  public let extractor: FactExtractor
  public var judge: Judge

  /// Compiles the files of one language.
  ///
  /// - Parameters:
  ///   - sources: files below a language folder: `lexicons`, `patterns`, `normalization` and
  ///     `conflicts`.
  ///   - code: ISO 639-1 code of the language.
  /// - Throws: `SourceError` or `SourceErrors`, with file, line and column.
  public init(_ sources: [RuleSource], conflicts: [RuleSource], code: String = "en") throws {
    self.code = code
    func folder(_ name: String) -> [RuleSource] {
      sources.filter { $0.place.split(separator: "/").dropLast().contains(Substring(name)) }
    }
    lexicons = try Lexicons(folder("lexicons"))
    segmenter = Segmenter(lexicons)
    aligner = Aligner(lexicons)
    extractor = try FactExtractor(
      folder("patterns") + folder("normalization"), lexicons: lexicons)
    judge = try Judge(conflicts, lexicons: lexicons)
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
