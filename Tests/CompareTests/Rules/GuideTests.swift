import Foundation
import Testing

@testable import Compare

/// `docs/write-a-rule.md` against the program: its files work, its messages are the real ones.
@Suite struct GuideTests {
  private let guide: String
  private let files: GuideFiles

  init() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/write-a-rule.md")
    guide = try String(contentsOf: page, encoding: .utf8)
    files = try GuideFiles(guide)
  }

  private func source(_ path: String, _ text: String) -> RuleSource {
    RuleSource(path: path, place: String(path.drop { $0 != "/" }.dropFirst()), text: text)
  }

  private func language(lexicon: String, rules: [RuleSource]) throws -> Language {
    let data = RuleSource.builtIn().filter {
      $0.place.hasPrefix("en/") && !$0.place.contains("/conflicts/")
    }
    return try Language(
      data + [source("my-rules/lexicons/warnings.yml", lexicon)], conflicts: rules)
  }

  @Test func itsRuleFindsTheConflict() throws {
    let texts = Dictionary(uniqueKeysWithValues: files.yaml.map { ($0.path, $0.text) })
    let rule = try #require(texts["my-rules/warning-level.yml"])
    let lexicon = try #require(texts["my-rules/lexicons/warnings.yml"])
    let language = try language(
      lexicon: lexicon, rules: [source("my-rules/warning-level.yml", rule)])
    #expect(RuleExamples(language).failures(of: language.judge.rules).isEmpty)
    #expect(language.judge.rules.map(\.id) == ["my.warning-level"])
  }

  /// What to change in the guide's files, and what is said of it then.
  @Test(
    arguments: [
      ("title:", "titel:", ":3:1: unknown key `titel`; did you mean `title`?"),
      (
        "my.warnings}", "my.warning}",
        ":10:15: no lexicon is named `my.warning`; did you mean `my.warnings`?"
      ),
      (
        "{a.outlet}", "{a.outlets}",
        ":6:10: no field is named {a.outlets}; did you mean `a.outlet`?"
      ),
      ("severity: warning", "severity: high", ":5:11: `high` is not one of note, warning, error"),
      (
        "title: The", "title: Weather: the",
        ":3:15: not valid YAML: mapping values are not allowed in this context; "
          + "put a text that holds `: ` in quotes"
      ),
      (
        "  conflict:", "\tconflict:",
        ":12:1: not valid YAML: found character that cannot start any token; "
          + "indent with spaces, not tabs, and put a text that begins with @, % or ` in quotes"
      ),
      (
        "  agree:", " agree:",
        ":15:2: not valid YAML: did not find expected key; is this line indented like its "
          + "neighbours, is a quote or bracket left open above it?"
      ),
      (
        ", \"A red warning is in force until midnight.\"]", "]",
        ":14:7: an example is a pair of passages"
      ),
      (
        "red: \"3\"", "red: top",
        ":10:15: in the lexicon my.warnings, `red` needs an interval like 51-99"
      ),
    ])
  func itsMessagesAreTheRealOnes(find: String, replacement: String, message: String) throws {
    var changed = 0
    let texts = Dictionary(
      uniqueKeysWithValues: files.yaml.map { path, text in
        changed += text.contains(find) ? 1 : 0
        return (path, text.replacingOccurrences(of: find, with: replacement))
      })
    #expect(changed > 0)
    let expected = "my-rules/warning-level.yml" + message
    #expect(guide.contains("\n\(expected)\n"))
    do {
      _ = try language(
        lexicon: try #require(texts["my-rules/lexicons/warnings.yml"]),
        rules: [
          source(
            "my-rules/warning-level.yml", try #require(texts["my-rules/warning-level.yml"]))
        ])
      Issue.record("nothing was said of \(replacement)")
    } catch let error as SourceErrors {
      #expect(error.errors.map(\.description) == [expected])
    } catch let error as SourceError {
      #expect(error.description == expected)
    }
  }
}
