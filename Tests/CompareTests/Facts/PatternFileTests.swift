import Testing

@testable import Compare

@Suite struct PatternFileTests {
  private static let lexicons = """
    - lexicon: month
      about: Months.
      entries: {march: 3}
    """

  private func compile(_ pattern: String) throws -> FactExtractor {
    let text = """
      about: A test.
      layer: 1
      patterns:
      - id: a
      \(pattern.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
      """
    let lexicons = try Lexicons([
      RuleSource(path: "l.yml", place: "xx/lexicons/l.yml", text: Self.lexicons)
    ])
    return try FactExtractor(
      [RuleSource(path: "p.yml", place: "xx/patterns/p.yml", text: text)], lexicons: lexicons)
  }

  private static let examples = "examples:\n- in March → date XXXX-03\nnone:\n- in April"

  @Test func aRightFileCompiles() throws {
    let extractor = try compile("match: <m:month>\nmake: date(month=m)\n" + Self.examples)
    let segmenter = Segmenter(try Lexicons([]))
    #expect(extractor.examples.count == 2)
    #expect(extractor.failures(of: extractor.examples, segmenter: segmenter).isEmpty)
  }

  /// Built-in files are compiled without their examples, which changes nothing else.
  @Test func examplesAreLeftOutCleanly() throws {
    for source in RuleSource.builtIn() where source.place.contains("/patterns/") {
      let whole = try #require(try PatternFile.read(source, isShown: true))
      let brief = try #require(try PatternFile.read(source, isShown: false))
      #expect(brief.layer == whole.layer)
      #expect(brief.patterns.map(\.id) == whole.patterns.map(\.id))
      #expect(brief.patterns.map(\.reader.line) == whole.patterns.map(\.reader.line))
      #expect(
        try brief.patterns.map { try $0.make.string() }
          == whole.patterns.map { try $0.make.string() })
      #expect(
        brief.patterns.map { $0.notFollowedBy?.line }
          == whole.patterns.map { $0.notFollowedBy?.line })
      let text = String(
        decoding: source.withBytes { RuleSource.withoutExamples($0) }, as: UTF8.self)
      for example in whole.patterns.flatMap(\.examples) where example.text.utf8.count > 12 {
        #expect(!text.contains("- \(example.text)"), "\(source.path): \(example.text)")
      }
    }
  }

  /// Each mistake is named with its place and the nearest right word.
  @Test(arguments: [
    ("match: <m:mont>\nmake: date(month=m)", "p.yml:5:10", "did you mean `month`"),
    ("match: <m:month>\nmake: dat(month=m)", "p.yml:6:9", "did you mean `date`"),
    ("match: <m:month>\nmake: date(mont=m)", "p.yml:6:9", "did you mean `month`"),
    ("match: <m:month>\nmake: date(month=n)", "p.yml:6:9", "captured nowhere"),
    ("match: (<m:month>\nmake: date(month=m)", "p.yml:5:10", "without its `)`"),
    ("match: <m:month>{1,99}\nmake: date(month=m)", "p.yml:5:10", "at most 20"),
    ("match: <m:month>\nmake: spelled()", "p.yml:6:9", "needs `parts`"),
    ("mach: <m:month>\nmatch: march\nmake: nothing()", "p.yml:5:3", "did you mean `match`"),
  ])
  func mistakesAreNamed(pattern: String, place: String, hint: String) throws {
    let error = #expect(throws: SourceErrors.self) { try compile(pattern + "\n" + Self.examples) }
    let told = error?.description ?? ""
    #expect(told.hasPrefix(place), "\(told)")
    #expect(told.contains(hint), "\(told)")
  }

  @Test(arguments: [
    "", "examples:\n- in March → date XXXX-03\nnone: []", "examples: []\nnone:\n- x",
  ])
  func examplesAreNeeded(examples: String) {
    #expect(throws: SourceErrors.self) {
      try compile("match: <m:month>\nmake: date(month=m)\n" + examples)
    }
  }

  @Test func aFailingExampleIsTold() throws {
    let extractor = try compile(
      "match: <m:month>\nmake: date(month=m)\nexamples:\n- in March → date XXXX-04\nnone:\n- in April"
    )
    let failures = extractor.failures(
      of: extractor.examples, segmenter: Segmenter(try Lexicons([])))
    #expect(failures.map(\.found) == ["date XXXX-03"])
  }
}
