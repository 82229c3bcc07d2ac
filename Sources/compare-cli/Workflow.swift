import Compare
import Foundation

/// What a run inside a GitHub workflow does more.
enum Workflow {
  /// Whether the runner reads the output for commands.
  static var isHere: Bool { ProcessInfo.processInfo.environment["GITHUB_ACTIONS"] == "true" }

  /// Writes the report; to the log of a workflow, so that no word of an article is a command of
  /// it, and with the summary of the job.
  static func write(
    _ findings: Findings, format: ReportFormat, options: ReportOptions, to output: inout Output
  ) throws {
    if isHere, output.isStandard, format == .text {
      var plain = WorkflowText.Stream(output)
      format.reporter(options).write(findings, to: &plain)
      plain.finish()
    } else {
      format.reporter(options).write(findings, to: &output)
    }
    if format == .github { try appendSummary(findings, options: options) }
  }

  /// The file that GitHub shows as the job's summary, if there is one.
  private static func appendSummary(_ findings: Findings, options: ReportOptions) throws {
    guard let path = ProcessInfo.processInfo.environment["GITHUB_STEP_SUMMARY"], !path.isEmpty
    else { return }
    var text = ""
    MarkdownReporter(options).write(findings, to: &text)
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o666)
    guard descriptor >= 0 else {
      return Console.note("the summary of the job can't be written")
    }
    let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    try file.write(contentsOf: Data((text + "\n").utf8))
  }
}
