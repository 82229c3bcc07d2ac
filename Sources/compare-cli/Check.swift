import ArgumentParser
import Compare
import Foundation

/// `compare check`: the main job.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report what the articles say that cannot both be true (the default command).",
    discussion: """
      The text report goes dispute by dispute: who says what, then the sentences against each \
      other, the words in conflict in [brackets] and other differing words between _underscores_ \
      (or in colours). Its last lines say how much was looked at. Places are path:line:column.

      EXAMPLES:
        \(CompareCommand.name) check articles/
        \(CompareCommand.name) check --fail-on error --format json articles/ > report.json
        \(CompareCommand.name) check --rules my-rules/ articles/
        \(CompareCommand.name) check --explain 3f9a articles/
        zcat set.jsonl.gz | \(CompareCommand.name) check -
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .shortAndLong, help: "How to write the report.")
  var format: ReportFormat = .text

  @OptionGroup(title: "Gate") var gate: GateOptions

  @Flag(help: "Write CSV cells as they are, even those that a spreadsheet takes for a formula.")
  var noCsvGuard = false

  @Option(
    help: ArgumentHelp(
      "Instead of the report, the whole way to one conflict: alignment, facts, slots, condition.",
      discussion: "The first digits of its fingerprint suffice; reports show them behind the rule.",
      valueName: "fingerprint"))
  var explain: String?

  func validate() throws {
    guard explain == nil || format == .text else {
      throw ValidationError(
        "--explain writes text; --format \(format.rawValue) has no use with it.")
    }
  }

  func run() throws {
    let gate = try gate.settings(common.configuration.load())
    // A missing baseline is told before the work is done.
    let baseline = try gate.baseline()
    let comparison = try common.comparison()
    UntilExit.keep(comparison)
    let status = try common.withOutput { output in
      let analysis = try Analysis(comparison, input: input, common: common, gate: gate)
      UntilExit.keep(analysis)
      if let explain {
        try Explained(explain, comparison, analysis.findings).write(to: &output)
        return analysis.sets.status
      }
      let findings = baseline.map { analysis.held(against: $0).findings } ?? analysis.findings
      gate.tell(findings, isQuiet: common.quiet)
      var options = ReportOptions(version: ToolVersion.current)
      options.usesColor = common.usesColor
      options.csvGuard = !noCsvGuard
      options.threshold = gate.threshold
      options.rules = analysis.rulesThatRan
      options.workingDirectory = FileManager.default.currentDirectoryPath
      try Workflow.write(findings, format: format, options: options, to: &output)
      return max(analysis.sets.status, gate.status(of: findings))
    }
    throw Finished(status: status)
  }
}
