import Testing

@testable import Compare

@Suite struct PatternExampleTests {
  /// Every example of every pattern gives what it says, every counter-example gives nothing.
  @Test(arguments: ["en", "de"]) func hold(code: String) throws {
    let language = try Language.builtIn(code, conflicts: [])
    #expect(!language.extractor.examples.isEmpty)
    let failures = language.extractor.failures(
      of: language.extractor.examples, segmenter: language.segmenter)
    for (example, found) in failures {
      Issue.record(
        "\(example.path):\(example.line): \(example.pattern): \(example.text): found \(found)")
    }
  }
}
