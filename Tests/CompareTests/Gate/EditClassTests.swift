import Foundation
import Testing

@testable import Compare

/// Twelve classes of edits on generated article sets: what does not change a fact raises nothing
/// new, what does is caught, each by its name.
///
/// With `COMPARE_RESULTS` set to a path, fifty sets are edited instead of ten, and the counts are
/// written there as a table.
@Suite struct EditClassTests {
  static let results = ProcessInfo.processInfo.environment["COMPARE_RESULTS"]
  static let sets = results == nil ? 10 : 50

  struct Outcome: Sendable {
    var known = 0
    var new = 0
    var changed = 0
    var stale = 0
    var isNamed = false
    var details: [String] = []
  }

  @Test func onlyEditsThatChangeFactsAreCaught() throws {
    let language = try Language.builtIn()
    let reworded = try Self.reworded()
    var table: [(EditClass, sets: Int, Outcome, named: Int)] = []
    let outcomes = Parallel.map(Self.sets, jobs: 2) { number in
      Result { try Self.outcomes(number, language, reworded) }
    }
    for edit in EditClass.allCases {
      var total = Outcome()
      var named = 0
      for (number, result) in outcomes.enumerated() {
        let outcome = try #require(try result.get()[edit])
        total.known += outcome.known
        total.new += outcome.new
        total.changed += outcome.changed
        total.stale += outcome.stale
        named += outcome.isNamed ? 1 : 0
        let note: Comment = "set \(number), \(edit.rawValue): \(outcome.details)"
        if edit.changesFacts {
          #expect(outcome.isNamed, note)
        } else {
          #expect(outcome.new == 0 && outcome.changed == 0, note)
        }
      }
      table.append((edit, Self.sets, total, named))
    }
    if let path = Self.results {
      var text = "| edit | sets | known | new | changed | gone | caught and named |\n"
      text += "| --- | --- | --- | --- | --- | --- | --- |\n"
      for (edit, sets, total, named) in table {
        let caught = edit.changesFacts ? "\(named)" : "–"
        text += "| \(edit.rawValue) | \(sets) | \(total.known) | \(total.new) "
        text += "| \(total.changed) | \(total.stale) | \(caught) |\n"
      }
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    }
  }

  /// The built-in rules with other messages and titles.
  private static func reworded() throws -> Language {
    let sources = RuleSource.builtIn().filter { $0.place.hasPrefix("en/conflicts/") }
    return try .builtIn(
      conflicts: sources.map { source in
        let lines = source.text.split(separator: "\n", omittingEmptySubsequences: false)
        let text = lines.map { line in
          for key in ["message: ", "title: "] {
            if let at = line.firstRange(of: key),
              line[..<at.lowerBound].allSatisfy({ " -".contains($0) })
            {
              return line[..<at.upperBound] + "\"Other words\""
            }
          }
          return line
        }
        return RuleSource(
          path: source.path, place: source.place, text: text.joined(separator: "\n"))
      })
  }

  private static func outcomes(
    _ number: Int, _ language: Language, _ reworded: Language
  ) throws -> [EditClass: Outcome] {
    let original = GeneratedSet(number)
    let before = try findings(original, language)
    let (found, folder) = before
    let paths = RelativePath(from: folder.path, working: folder.path)
    let written = Baseline.create(
      from: found, rules: language.judge.rules, paths: paths, least: .confirmed, reason: "seen",
      by: nil, until: nil)
    let baseline = try Baseline(written.text, path: "compare-baseline.jsonl")
    var outcomes: [EditClass: Outcome] = [:]
    for edit in EditClass.allCases {
      var edited = original
      edit.apply(to: &edited)
      let used = edit == .rewordedRule ? reworded : language
      let (after, place) = try findings(edited, used)
      let gate = Gate(
        baseline, path: "compare-baseline.jsonl",
        paths: RelativePath(from: place.path, working: place.path))
      let result = gate.result(for: after, rules: used.judge.rules).findings
      outcomes[edit] = outcome(result, edit: edit, original: original)
    }
    return outcomes
  }

  private static func findings(
    _ set: GeneratedSet, _ language: Language
  ) throws -> (Findings, TemporaryFolder) {
    let folder = try TemporaryFolder()
    try set.write(to: folder)
    let sets = try ArticleSet.read([folder.path])
    return (Comparison(language: language).findings(in: sets), folder)
  }

  private static func outcome(
    _ findings: Findings, edit: EditClass, original: GeneratedSet
  ) -> Outcome {
    var outcome = Outcome()
    let sure = findings.conflicts.filter { $0.match == .confirmed }
    outcome.known = sure.count { $0.status == .known }
    outcome.new = sure.count { $0.status == .new }
    outcome.changed = sure.count { $0.status == .changed }
    outcome.stale = findings.baseline?.stale.count ?? 0
    outcome.details = sure.filter { $0.status != .known }
      .map { "\($0.status) \($0.rule): \($0.message) \($0.acceptance?.note ?? "")" }
    outcome.details += findings.baseline?.stale.map { "gone \($0.description)" } ?? []
    func isAbout(_ conflict: Conflict, _ statement: Int) -> Bool {
      let start = GeneratedSet.statements[statement].text.prefix { $0 != "@" && $0 != "%" }
      return [conflict.a, conflict.b].allSatisfy {
        findings.documents[$0.document].article.string($0.passage).hasPrefix(start)
      }
    }
    func all(_ status: Status, _ statement: Int) -> Bool {
      let found = sure.filter { $0.status == status }
      return !found.isEmpty && found.allSatisfy { isAbout($0, statement) }
    }
    switch edit {
    case .valueChanged:
      outcome.isNamed =
        all(.changed, original.changeable)
        && (outcome.new == 0 || all(.new, original.changeable))
    case .conflictAdded: outcome.isNamed = all(.new, original.agreed[0]) && outcome.changed == 0
    case .conflictSwapped:
      outcome.isNamed =
        all(.new, original.agreed[0]) && outcome.changed == 0 && outcome.stale > 0
    default: break
    }
    return outcome
  }
}
