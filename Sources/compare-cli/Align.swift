import ArgumentParser
import Compare

/// `compare align`: aligned passages only.
struct Align: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "align",
    abstract: "Show the passages that tell the same thing in different articles.")

  @OptionGroup var input: InputOptions
  @OptionGroup var common: CommonOptions

  @Option(name: .shortAndLong, help: "How to write the alignments.")
  var format: AlignmentFormat = .text

  func validate() throws { try common.refuse(.disable) }

  func run() throws {
    let comparison = try common.comparison()
    let status = try common.withOutput { output in
      let sets = try input.read(common)
      var reporter = AlignmentReporter(format, usesColor: common.usesColor)
      comparison.progress("aligning")
      for set in sets {
        let (aligned, outlines) = comparison.alignments(in: set.articles)
        if !common.quiet { Console.note(curtailed: aligned.curtailed.count) }
        reporter.write(aligned.alignments, of: outlines, to: &output)
      }
      reporter.finish(to: &output)
      return sets.status
    }
    throw Finished(status: status)
  }
}
