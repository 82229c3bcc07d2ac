import ArgumentParser
import Compare

/// `compare claim`: one statement against an article set.
struct Claim: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "claim",
    abstract: "Hold one statement against articles: which passages conflict, support, are related.",
    discussion: """
      Every sentence that is about the same thing is shown with its outlet and place, the most \
      similar first:

        conflicts  it can't be true together with the statement; the rule and both values say why
        supports   it says the same: all values and names of the statement, not denied, as sure
        related    it is about the same thing, and a person has to decide

      No verdict on the statement follows: an article can be wrong, too. State one thing at a time \
      and name who and what ("The call between Trump and Putin lasted three hours.", not "It \
      lasted three hours."); give --published if the statement has words like "Tuesday".

      EXAMPLES:
        \(CompareCommand.name) claim "The truce covers water plants." --against articles/
        \(CompareCommand.name) claim "Voting ended on Sunday." --published 2025-03-18 --against a.txt b.html
        \(CompareCommand.name) claim "The mill employs 400 people." --against set.jsonl --format csv

      EXIT STATUS:
        1 when a passage conflicts with the statement, else as everywhere.
      """)

  @Argument(help: ArgumentHelp("The statement, in quotes.", valueName: "text"))
  var text: String

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp(
      "Articles: files and folders, as for check; `-` is JSON Lines on standard input.",
      valueName: "path"),
    completion: .file(extensions: ["txt", "md", "jsonl", "json", "html", "htm"]))
  var against: [String]

  @Option(
    help: ArgumentHelp(
      "When the statement was made: what relative dates in it count from (2025-03-18).",
      valueName: "date"))
  var published: PublicationDate?

  @OptionGroup var common: CommonOptions

  @Option(name: .shortAndLong, help: "How to write the passages.")
  var format: ClaimFormat = .text

  @Option(
    help: ArgumentHelp(
      "Related passages at most; those that conflict or support are always shown.", valueName: "n"))
  var related = 10

  @Option(
    help: ArgumentHelp(
      "How sure a conflict must be to make the exit status 1.", valueName: "match"))
  var minMatch: Match = .suggested

  @Flag(help: "Write CSV cells as they are, even those that a spreadsheet takes for a formula.")
  var noCsvGuard = false

  func validate() throws {
    if !text.unicodeScalars.contains(where: \.properties.isAlphabetic) {
      throw ValidationError("The statement has no words.")
    }
    guard related >= 0 else { throw ValidationError("--related must be 0 or more.") }
  }

  func run() throws {
    let comparison = try common.comparison()
    let status = try common.withOutput { output in
      let sets = try common.articles(against)
      let findings = comparison.findings(
        on: .claim(text, published: published), in: sets.flatMap(\.articles),
        skipped: sets.flatMap(\.skipped))
      var options = ReportOptions(version: ToolVersion.current)
      options.usesColor = common.usesColor
      options.csvGuard = !noCsvGuard
      ClaimReporter(format, options, related: related).write(findings, to: &output)
      let conflicts = findings.passages.contains { $0.match.map { $0 >= minMatch } ?? false }
      return max(sets.status, conflicts ? ExitStatus.conflicts : .clean)
    }
    throw Finished(status: status)
  }
}
