import ArgumentParser
import Compare

/// The root of the command line.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Finds what news articles on the same event tell differently.",
    version: ToolVersion.current,
    subcommands: [Check.self, Align.self, Extract.self, Pairs.self],
    defaultSubcommand: Check.self)
}
