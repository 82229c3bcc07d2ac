import Testing

@testable import Compare

@Suite struct RuleExampleTests {
  @Test func everyExampleHolds() throws {
    let language = try Language.builtIn()
    let failures = RuleExamples(language).failures(of: language.judge.rules)
    #expect(failures.isEmpty, "\(failures.map(\.description).joined(separator: "\n"))")
  }
}
