import ArgumentParser
import Compare
import Foundation

/// `compare rules`: what the rules are, whether they are right, and what they mean.
struct Rules: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List, validate, test and explain the rules.",
    subcommands: [List.self, Validate.self, Test.self, Explain.self, Schema.self, Docs.self])

  /// Which rules the commands are about.
  struct Options: ParsableArguments {
    @Option(
      help: ArgumentHelp(
        "A file or folder of rules, in place of the built-in ones.", valueName: "path"),
      completion: .file(extensions: ["yml", "yaml"]))
    var rules: [String] = []
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list",
      abstract: "One line a rule: id, kind, severity, title.")

    @OptionGroup var options: Options

    func run() throws {
      let rules = try RuleSelection(options.rules).language().judge.rules
      let wide = rules.map(\.id.count).max() ?? 0
      let kinds = rules.map(\.kind.rawValue.count).max() ?? 0
      try print(
        rules.map { rule in
          "\(rule.id.padded(to: wide))  \(rule.kind.rawValue.padded(to: kinds))  "
            + "\(rule.severity.rawValue.padded(to: 7))  \(rule.title)"
        })
    }
  }

  struct Validate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "validate",
      abstract: "Read rule files and name every mistake with file, line and column.")

    @Argument(
      help: ArgumentHelp(
        "Files or folders of rules; the built-in ones if none.", valueName: "path"),
      completion: .file(extensions: ["yml", "yaml"]))
    var paths: [String] = []

    @OptionGroup var options: Options

    func run() throws {
      let selection = try RuleSelection(paths + options.rules)
      let rules = try selection.language().judge.rules
      _ = try selection.others()
      guard !rules.isEmpty else { throw Failure("no rules in these files") }
      try print(["Valid: rules \(rules.count), files \(selection.conflicts.count)."])
    }
  }

  struct Test: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "test",
      abstract: "Run every example of the rules, as it stands and in other guises.",
      discussion: """
        Every example runs as it stands, with its two texts swapped, with CRLF line ends, with \
        decomposed accents and with an emoji in front. One that comes out otherwise than its rule \
        says is named with its place, and the exit status is 2. The examples of the patterns that \
        facts are read by run along, those of every built-in language.
        """)

    @Argument(help: ArgumentHelp("Only these rules.", valueName: "id"))
    var ids: [String] = []

    @OptionGroup var options: Options

    func run() throws {
      let selection = try RuleSelection(options.rules)
      let language = try selection.language()
      let rules = try ids.isEmpty ? language.judge.rules : ids.map { try language.rule($0) }
      guard !rules.isEmpty else { throw Failure("no rules to test") }
      let jobs = ProcessInfo.processInfo.activeProcessorCount
      let failures = RuleExamples(language).failures(of: rules, jobs: jobs)
      var languages = [language] + (try selection.others())
      if options.rules.isEmpty {
        let others = RuleSource.builtInLanguages.filter { $0 != language.code }
        languages += try others.map { try Language.builtIn($0, conflicts: []) }
      }
      let patterns = languages.map { ids.isEmpty ? $0.extractor.examples.filter(isAsked) : [] }
      let misread = zip(languages, patterns).flatMap { language, examples in
        language.extractor.failures(of: examples, segmenter: language.segmenter)
      }
      var lines = failures.map(\.description)
      lines += misread.map { example, found in
        "\(example.path):\(example.line):1: \(example.pattern): `\(example.text)` gives \(found)"
      }
      let count = patterns.joined().count
      let variants = RuleExamples.Variant.allCases.count
      let total = failures.count + misread.count
      lines.append(
        (total == 0 ? "All pass: " : "Failures \(total): ")
          + "rules \(rules.count), examples \(RuleExamples.count(rules)), each in \(variants) ways"
          + (count > 0 ? "; examples of patterns \(count)" : "") + ".")
      try print(lines)
      if total > 0 { throw Finished(status: .failure) }
    }

    /// Patterns are tested with the built-in rules, or when they are among the given files.
    private func isAsked(_ example: PatternExample) -> Bool {
      options.rules.isEmpty || options.rules.contains { example.path.hasPrefix($0) }
    }
  }

  struct Explain: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "explain",
      abstract: "Say what a rule compares, why it matters, and show its examples.")

    @Argument(help: ArgumentHelp("The rule.", valueName: "id"))
    var id: String

    @OptionGroup var options: Options

    func run() throws {
      let rule = try RuleSelection(options.rules).language().rule(id)
      var lines = ["\(rule.id)  (\(rule.kind), \(rule.severity.rawValue))", rule.title, ""]
      lines += [rule.explain.trimmed, ""]
      lines += ["Taken: \(rule.takenInWords)", ""]
      if !rule.unless.isEmpty {
        lines +=
          ["No conflict when:"] + rule.unless.map { "  \($0.rawValue): \($0.inWords)" } + [""]
      }
      for (title, examples) in [
        ("Conflict:", rule.examples.conflict), ("No conflict:", rule.examples.agree),
      ] {
        lines.append(title)
        for example in examples {
          lines.append("  a: \(example.a)")
          let date = example.published.map { "  (published \($0.text))" } ?? ""
          lines.append("  b: \(example.b)\(date)")
          lines.append("")
        }
      }
      lines.append("\(rule.path):\(rule.line)")
      try print(lines)
    }
  }

  /// Writes docs/rules.md; for those who change the built-in rules.
  struct Docs: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "docs",
      abstract: "Print the reference of all rules, as Markdown.", shouldDisplay: false)

    @OptionGroup var options: Options

    func run() throws {
      let page = RuleReference(try RuleSelection(options.rules).language()).markdown()
      let output = Output.standard()
      output.write(page)
      try output.close()
    }
  }

  struct Schema: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "schema",
      abstract: "Print the JSON Schema of rule files, for editors.")

    func run() throws { try print([RuleSchema.json()]) }
  }
}

extension ParsableCommand {
  /// Writes lines to standard output, free of control sequences.
  fileprivate func print(_ lines: [String]) throws {
    let output = Output.standard()
    for line in lines { output.write(TerminalText.lines(line) + "\n") }
    try output.close()
  }
}

extension Language {
  /// - Throws: `Failure` that names the nearest rule.
  fileprivate func rule(_ id: String) throws -> Rule {
    if let rule = judge.rules.first(where: { $0.id == id }) { return rule }
    throw Failure("no rule is called `\(id)`\(Nearest.hint(id, among: judge.rules.map(\.id)))")
  }
}

extension String {
  /// Without the line break that a folded YAML text ends in.
  fileprivate var trimmed: String { hasSuffix("\n") ? String(dropLast()) : self }

  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
