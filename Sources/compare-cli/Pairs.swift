import ArgumentParser
import Compare

/// `compare pairs`: judges ready-made pairs of texts.
struct Pairs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pairs",
    abstract: "Judge ready-made pairs of texts: conflict, agree or neutral.")

  @Argument(
    help: ArgumentHelp(
      "JSON Lines of {\"id\", \"a\", \"b\"} with optional \"published_a\" and \"published_b\"; `-` "
        + "is standard input.", valueName: "file.jsonl"),
    completion: .file(extensions: ["jsonl"]))
  var file: String

  @OptionGroup var common: CommonOptions

  enum Format: String, ExpressibleByArgument, CaseIterable { case jsonl }

  @Option(name: .shortAndLong, help: "How to write the verdicts.")
  var format: Format = .jsonl

  func validate() throws { try common.refuse(.outlet) }

  func run() throws {
    try common.expectOutput(isNot: file)
    let comparison = try common.comparison()
    let status = try common.withOutput { output in
      let input = try PairFile(file)
      for skipped in input.skipped { Console.write(skipped.description + "\n") }
      if input.pairs.isEmpty, input.skipped.isEmpty { throw Failure("\(file): no pair found") }
      comparison.progress("judging")
      let verdicts = Parallel.map(input.pairs.count, jobs: common.jobs) {
        comparison.verdict(on: input.pairs[$0])
      }
      for verdict in verdicts { PairReporter().write(verdict, to: &output) }
      let found: ExitStatus = verdicts.contains { $0.label == .conflict } ? .conflicts : .clean
      return max(found, input.skipped.isEmpty ? .clean : .incomplete)
    }
    throw Finished(status: status)
  }
}
