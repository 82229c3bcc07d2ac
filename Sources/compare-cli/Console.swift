import Compare
import Foundation

/// Standard error: everything that is not the result goes here, free of control sequences.
enum Console {
  static func error(_ message: String) { write("compare: error: \(message)\n") }

  static func note(_ message: String) { write("compare: \(message)\n") }

  /// Says so when the budget for articles that share boilerplate was too small.
  static func note(curtailed count: Int) {
    guard count > 0 else { return }
    note(
      "\(count) article\(count == 1 ? " shares" : "s share") so much with so many others that not "
        + "all of it was looked at")
  }

  static func write(_ message: String) {
    Progress.shared.hide()
    let clean = TerminalText.lines(message)
    let text = Workflow.isHere ? WorkflowText.plain(clean) : clean
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }

  static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }
}
