import Testing

@testable import Compare

@Suite struct LanguageTests {
  private static func sources(_ code: String) -> [RuleSource] {
    RuleSource.builtIn().filter { $0.place.hasPrefix(code + "/") }
  }

  /// What runs compile when it is needed has no mistake.
  @Test(arguments: RuleSource.builtInLanguages)
  func builtInFilesAreRight(code: String) throws {
    let sources = Self.sources(code)
    let language = try Language(
      sources, conflicts: sources.filter { $0.place.contains("/conflicts/") }, code: code,
      eagerly: true)
    #expect(!language.extractor.examples.isEmpty)
  }

  /// Lexicons that are read when first asked for are the same as those read at once.
  @Test(arguments: RuleSource.builtInLanguages)
  func waitingLexiconsAreTheSame(code: String) throws {
    let sources = Self.sources(code).filter { $0.place.contains("/lexicons/") }
    let waiting = try Lexicons(sources)
    let read = try Lexicons(sources, eagerly: true)
    #expect(waiting.names == read.names)
    for name in read.names {
      #expect(waiting[name]?.entries == read[name]?.entries)
      #expect(waiting[name]?.about == read[name]?.about)
    }
    #expect(waiting["no such lexicon"] == nil)
  }

  /// A mistake in a file that someone brings is told at once, although its part is not asked for.
  @Test func broughtFilesAreReadAtOnce() {
    let broken = RuleSource(path: "mine.yml", place: "mine.yml", text: "id: my.rule\n")
    #expect(throws: SourceErrors.self) {
      try Language(Self.sources("en"), conflicts: [broken])
    }
    let lexicon = RuleSource(path: "l.yml", place: "en/lexicons/l.yml", text: "lexicon: x\n")
    #expect(throws: SourceError.self) { try Language([lexicon], conflicts: []) }
  }
}
