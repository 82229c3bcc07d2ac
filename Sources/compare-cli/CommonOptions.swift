import ArgumentParser
import Compare
import Foundation

/// When to mark with colours.
enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}

/// What all commands that read articles share.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A file or folder of rules, in place of the built-in ones.",
      discussion: "Can be given several times; the path built-in stands for the built-in ones.",
      valueName: "path"),
    completion: .file(extensions: ["yml", "yaml"]))
  var rules: [String] = []

  @Option(
    help: ArgumentHelp(
      "Read all articles in this language, whatever they say of themselves.",
      discussion: "Without it the language is the article's own (`language` in front matter or "
        + "JSON, `lang` of a page), and English where it names none. Built in: "
        + RuleSource.builtInLanguages.joined(separator: ", ") + ".", valueName: "code"),
    completion: .list(RuleSource.builtInLanguages))
  var language: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Write the result to a file instead of standard output.",
      discussion: "The file is replaced in one step when the result is complete.", valueName: "file"
    ))
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Threads at most.", discussion: "The result is the same for any number.", valueName: "n"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions

  @Option(help: "Colours: auto, always or never.")
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "No notes and no progress on standard error; errors remain.")
  var quiet = false

  func validate() throws {
    guard jobs >= 1 else { throw ValidationError("--jobs must be 1 or more.") }
    let languages = RuleSource.builtInLanguages
    if let language, !languages.contains(language) {
      throw ValidationError(
        "--language \(language) is not built in; there are \(languages.joined(separator: ", ")).")
    }
  }

  /// Options that some commands have no use for.
  enum Idle {
    /// The command writes the baseline.
    case output
    /// It asks no rule.
    case disable
    /// Its texts have no outlets.
    case outlet
  }

  /// Nobody should wait for what an option would do.
  ///
  /// - Throws: `ValidationError` when one of these is given.
  func refuse(_ idle: Idle...) throws {
    for option in idle {
      switch option {
      case .output where output != nil:
        throw ValidationError(
          "--output has no use here: the baseline is what is written; --baseline says where.")
      case .disable where !configuration.disable.isEmpty:
        throw ValidationError("--disable has no use here: no rule is asked.")
      case .outlet where !configuration.outlet.isEmpty:
        throw ValidationError("--outlet has no use here: the texts have no outlets.")
      default: break
      }
    }
  }

  /// The flag beats NO_COLOR, which beats CLICOLOR_FORCE, which beats what the output is.
  var usesColor: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      let environment = ProcessInfo.processInfo.environment
      if environment["NO_COLOR"].map({ !$0.isEmpty }) ?? false { return false }
      if let force = environment["CLICOLOR_FORCE"], !force.isEmpty, force != "0" { return true }
      return output == nil && isatty(STDOUT_FILENO) == 1 && environment["TERM"] != "dumb"
    }
  }

  /// Runs `body` with the output and puts that in its place; after an error the old file stays.
  ///
  /// The output is opened first, so that a place that can't be written costs no work.
  func withOutput<Value>(_ body: (inout Output) throws -> Value) throws -> Value {
    var stream = try Output.to(output)
    do {
      let value = try body(&stream)
      try stream.close()
      return value
    } catch {
      stream.abandon()
      throw error
    }
  }

  /// - Throws: `Failure` when the result would take the place of a file that the run reads.
  func expectOutput(isNot path: String?) throws {
    guard let path, let output, output != "-", path != "-",
      URL(fileURLWithPath: path).resolvingSymlinksInPath()
        == URL(fileURLWithPath: output).resolvingSymlinksInPath()
    else { return }
    throw Failure("\(output): the run reads this file; write the result elsewhere")
  }

  /// The pipeline as the flags and the configuration set it up.
  ///
  /// - Throws: `SourceError` or `SourceErrors` for mistakes in rules.
  func comparison() throws -> Comparison {
    let settings = try configuration.load()
    let selection = try RuleSelection(rules.isEmpty ? settings.rules : rules)
    var ruled = try selection.language(eagerly: false)
    if !settings.disabled.isEmpty {
      ruled.judge.disabled = try settings.disabledRules(of: ruled.judge.rules)
    }
    var comparison = Comparison(
      language: ruled, others: try selection.others(eagerly: false), jobs: jobs)
    comparison.articleLanguage = language
    Progress.shared.start(isQuiet: quiet)
    comparison.progress = { Progress.shared.stage($0) }
    comparison.spellings = try settings.spelling()
    return comparison
  }
}

/// Where the articles are.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Articles: files (.txt, .md, .jsonl, .json, .html) and folders of them; `-` is JSON Lines on "
        + "standard input.", valueName: "path"),
    completion: .file(extensions: ["txt", "md", "jsonl", "json", "html", "htm"]))
  var paths: [String] = []

  @Flag(help: "Make every folder an article set of its own.")
  var byFolder = false
}

extension InputOptions {
  /// - Parameters:
  ///   - excluding: files beside the output that folders are read without.
  ///   - isComparing: whether one article alone is worth a note.
  /// - Throws: `Failure` when there is no article at all; `MissingInput`; `ReplacedInput`.
  func read(
    _ common: CommonOptions, excluding: [String] = [], isComparing: Bool = true
  ) throws -> [ArticleSet] {
    let settings = try common.configuration.load()
    let paths = paths.isEmpty ? settings.paths : paths
    guard !paths.isEmpty else {
      throw Failure("name the files or folders to compare; `-` reads standard input")
    }
    let sets = try common.articles(
      paths, byFolder: byFolder || settings.byFolder ?? false, excluding: excluding)
    if isComparing, !common.quiet, sets.reduce(0, { $0 + $1.articles.count }) == 1 {
      Console.note("only one article: nothing to compare it with")
    }
    return sets
  }
}

extension CommonOptions {
  /// Reads the articles and says on standard error what could not be read.
  ///
  /// - Parameter excluding: files beside the output that folders are read without.
  /// - Throws: `Failure` when there is no article at all; `MissingInput`; `ReplacedInput`.
  func articles(
    _ paths: [String], byFolder: Bool = false, excluding: [String] = []
  ) throws -> [ArticleSet] {
    let settings = try configuration.load()
    Progress.shared.stage("reading articles")
    let sets = try ArticleSet.read(
      paths, byFolder: byFolder, excluding: excluding, output: output, jobs: jobs
    ).map { $0.renamed(by: settings) }
    for set in sets {
      for skipped in set.skipped { Console.write(skipped.description + "\n") }
      if !quiet { for note in set.notes { Console.write(note.description + "\n") } }
    }
    if language == nil, !quiet { Console.note(languagesOf: sets) }
    if sets.allSatisfy({ $0.articles.isEmpty && $0.skipped.isEmpty }) {
      guard paths != ["-"] else {
        throw Failure("no article on standard input, which is read as a JSON object a line")
      }
      throw Failure(
        "no article found in \(paths.joined(separator: ", ")); articles are files that end in "
          + ".txt, .md, .jsonl, .json, .html or .htm")
    }
    return sets
  }
}

extension Sequence<ArticleSet> {
  /// Whether some input could not be analysed.
  var status: ExitStatus { allSatisfy(\.skipped.isEmpty) ? .clean : .incomplete }
}
