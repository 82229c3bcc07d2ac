import Compare
import Foundation

/// Standard error: everything that is not the result goes here, free of control sequences.
enum Console {
  static func error(_ message: String) { write("compare: error: \(message)\n") }

  static func note(_ message: String) { write("compare: \(message)\n") }

  /// Says so when the budget for articles that share boilerplate, or the room for sentences, was too
  /// small.
  static func note(curtailed count: Int) {
    if let text = Coverage.curtailedText(count) { note(text) }
  }

  /// Names the languages of articles that have no rules and are read as if in English.
  static func note(languagesOf sets: [ArticleSet]) {
    var counts: [String: Int] = [:]
    let known = Set(RuleSource.builtInLanguages)
    for set in sets {
      for article in set.articles where !known.contains(article.language) {
        counts[article.language, default: 0] += 1
      }
    }
    guard !counts.isEmpty else { return }
    let count = counts.values.reduce(0, +)
    note(
      "\(count) article\(count == 1 ? " is" : "s are") in \(counts.keys.sorted().joined(separator: ", ")), "
        + "which has no rules here (\(known.sorted().joined(separator: ", ")) have), and read as English; "
        + "--language sets another")
  }

  static func write(_ message: String) {
    Progress.shared.hide()
    let clean = TerminalText.lines(message)
    let text = Workflow.isHere ? WorkflowText.plain(clean) : clean
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
