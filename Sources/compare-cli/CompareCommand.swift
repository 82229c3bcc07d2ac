import ArgumentParser
import Compare

/// The root of the command line.
struct CompareCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: name,
    abstract: "Finds what news articles on the same event tell differently.",
    discussion: """
      Give it the articles of one event, and it says who tells what: dates, durations, numbers, \
      percentages, money, scope, negations and quotations that cannot all be right. It never says \
      which side is wrong.

      EXAMPLES:
        \(name) articles/                     compare all articles of a folder
        \(name) a.txt b.html c.jsonl          compare these articles
        \(name) --by-folder events/           every folder is an event of its own
        \(name) -f csv-excel -o out.csv set/  a table for a spreadsheet
        \(name) extract a.txt                 the facts of one article
        \(name) claim "The truce lasts 60 days." --against articles/
        \(name) rules explain duration.length what a rule compares, with examples

      EXIT STATUS:
        0 nothing to report, 1 conflicts, 2 a mistake in the call or in a rule, or no article, \
      3 some input could not be read, 130 interrupted.
      """,
    version: ToolVersion.current,
    subcommands: [
      Check.self, Align.self, Extract.self, Pairs.self, Claim.self, Rules.self,
      Review.self, BaselineCommand.self,
    ],
    defaultSubcommand: Check.self)

  /// What the program is called here: it can be installed under another name, and its help and
  /// completions then use that one.
  static let name: String = {
    let last = CommandLine.arguments.first?.split(separator: "/").last.map(String.init) ?? ""
    let isPlain = last.unicodeScalars.allSatisfy {
      $0.isASCII && ($0.properties.isAlphabetic || $0.properties.numericType != nil || $0 == "-")
    }
    return isPlain && !last.isEmpty ? last : "compare"
  }()
}
