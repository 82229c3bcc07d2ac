import ArgumentParser
import Compare

/// `compare extract`: facts with their values.
struct Extract: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Show the facts of articles with their normalised values.")

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .shortAndLong, help: "How to write the facts.")
  var format: FactFormat = .text

  func validate() throws { try common.refuse(.disable) }

  func run() throws {
    let comparison = try common.comparison()
    UntilExit.keep(comparison)
    let status = try common.withOutput { output in
      let sets = try input.read(common, isComparing: false)
      UntilExit.keep(sets)
      comparison.progress("extracting facts")
      let reporter = FactReporter(format, usesColor: common.usesColor)
      comparison.writeFacts(of: sets.flatMap(\.articles), with: reporter) { output.write($0) }
      return sets.status
    }
    throw Finished(status: status)
  }
}
