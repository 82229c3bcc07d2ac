import ArgumentParser
import Compare

/// `compare check`: the main job.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Report what the articles say that cannot both be true (the default command).",
    discussion: """
      The text report goes dispute by dispute: who says what, then the sentences against each \
      other, the words in conflict in [brackets] and other differing words between _underscores_ \
      (or in colours). Its last lines say how much was looked at. Places are path:line:column.

      EXAMPLES:
        \(CompareCommand.name) check articles/
        \(CompareCommand.name) check --fail-on error --format json articles/ > report.json
        \(CompareCommand.name) check --rules my-rules/ articles/
        zcat set.jsonl.gz | \(CompareCommand.name) check -
      """)

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .shortAndLong, help: "How to write the report.")
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp(
      "The least severity that makes the exit status 1.", valueName: "severity"))
  var failOn: Severity = .warning

  @Option(
    help: ArgumentHelp(
      "How sure a conflict must be to count for the exit status.",
      discussion: "Conflicts that are only suggested are reported all the same, apart and marked.",
      valueName: "match"))
  var minMatch: Match = .confirmed

  @Flag(help: "Write CSV cells as they are, even those that a spreadsheet takes for a formula.")
  var noCsvGuard = false

  func run() throws {
    let language = try common.language()
    let output = try Output.to(common.output)
    do {
      let sets = try input.read(common)
      var comparison = Comparison(language: language, jobs: common.jobs)
      let progress = Progress.start(isQuiet: common.quiet)
      comparison.progress = { progress.stage($0) }
      let findings = comparison.findings(in: sets)
      progress.stop()
      var options = ReportOptions(version: ToolVersion.current)
      options.usesColor = common.usesColor
      options.csvGuard = !noCsvGuard
      var stream = output
      format.reporter(options).write(findings, to: &stream)
      try output.close()
      throw Finished(status: max(sets.status, status(of: findings)))
    } catch {
      output.abandon()
      throw error
    }
  }

  private func status(of findings: Findings) -> ExitStatus {
    let counts = findings.conflicts.contains {
      $0.severity >= failOn && $0.match >= minMatch && $0.status != .known
    }
    return counts ? .conflicts : .clean
  }
}
