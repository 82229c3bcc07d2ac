import Foundation
import Testing

@testable import Compare

@Suite struct RuleReferenceTests {
  @Test func thePageIsCurrent() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let page = folder.appendingPathComponent("../../../docs/rules.md").standardizedFileURL
    let written = try String(contentsOf: page, encoding: .utf8)
    let expected = RuleReference(try Language.builtIn()).markdown()
    let isCurrent = written == expected
    #expect(isCurrent, "docs/rules.md is stale: run `make docs` and commit it")
  }

  /// Whoever reads a report must be able to look up why.
  @Test func everyRuleHasAllItsParts() throws {
    let language = try Language.builtIn()
    for rule in language.judge.rules {
      #expect(rule.id.contains("."), "\(rule.id) has no group before a dot")
      #expect(rule.title.count >= 15 && !rule.title.hasSuffix("."), "\(rule.id): title")
      #expect(rule.explain.split(separator: " ").count >= 10, "\(rule.id): explain says too little")
      #expect(rule.message.contains("{a.") && rule.message.contains("{b."), "\(rule.id): message")
      #expect(rule.examples.conflict.count >= Rule.fewestExamples, "\(rule.id): conflict")
      #expect(rule.examples.agree.count >= Rule.fewestExamples, "\(rule.id): agree")
      for name in rule.lexiconNames {
        let about = language.lexicons[name]?.about ?? ""
        #expect(
          about.split(separator: " ").count >= 3, "\(name), named by \(rule.id), has no about")
      }
    }
  }

  @Test func thePageHasASectionAndEveryExampleOfEachRule() throws {
    let language = try Language.builtIn()
    let page = RuleReference(language).markdown()
    for rule in language.judge.rules {
      #expect(page.contains("\n## \(rule.id)\n"))
      for example in rule.examples.conflict + rule.examples.agree {
        #expect(page.contains(example.a), "\(rule.id): \(example.a)")
      }
    }
  }

  @Test func markupInExamplesIsEscaped() throws {
    let rule = """
      id: my.rule
      title: A rule with a title
      kind: scope
      severity: note
      message: "{a.text} / {b.text}"
      explain: Because.
      take: {scale: scale.quantifier}
      examples:
        conflict: [[All | *x*, Most <b>], [All y, Most y]]
        agree: [[a, b], [c, d]]
      """
    let source = RuleSource(path: "mine.yml", place: "mine.yml", text: rule)
    let page = RuleReference(try Language.builtIn(conflicts: [source])).markdown()
    #expect(page.contains("| All \\| \\*x\\* | Most \\<b> |\n"))
  }
}
