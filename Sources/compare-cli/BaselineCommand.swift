import ArgumentParser
import Compare
import Foundation

/// `compare baseline`: the file of conflicts that people have looked at.
struct BaselineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "baseline",
    abstract: "Keep the file of conflicts that are known.",
    discussion: """
      With `check --baseline FILE` only conflicts that are not in the file, or have changed since, \
      make the exit status 1. Without --baseline the file is \(Baseline.defaultName), or the one \
      that the configuration names.
      """,
    subcommands: [Create.self, Accept.self, Prune.self, Diff.self])

  /// What all of them need to find conflicts.
  struct Options: ParsableArguments {
    @OptionGroup var input: InputOptions
    @OptionGroup var common: CommonOptions
    @OptionGroup(title: "Gate") var gate: GateOptions

    func settings() throws -> GateSettings { gate.settings(try common.configuration.load()) }

    func analysis(_ settings: GateSettings) throws -> Analysis {
      try Analysis(
        common.comparison(), input: input, common: common, gate: settings)
    }
  }

  /// Who decided what, and for how long.
  struct Word: ParsableArguments {
    @Option(help: ArgumentHelp("Why the conflict may stay.", valueName: "text"))
    var reason: String?

    @Option(help: ArgumentHelp("Who says so.", valueName: "name"))
    var by: String?

    @Option(help: ArgumentHelp("The last day on which it may stay.", valueName: "yyyy-mm-dd"))
    var until: CivilDate?
  }

  /// Changes the file as it is when all work is done, not as it was before: a review or another
  /// run may have written to it meanwhile.
  ///
  /// - Returns: how the analysis stood against the file, and what `change` made of that.
  static func change<Value>(
    _ settings: GateSettings, _ analysis: Analysis,
    _ change: (inout Baseline, Gate.Result) throws -> Value
  ) throws -> (result: Gate.Result, value: Value) {
    let file = BaselineFile(path: settings.pathOrDefault)
    return try file.exclusively {
      var opened = try settings.open(file.path)
      let result = analysis.held(against: opened)
      let value = try change(&opened.baseline, result)
      try file.write(opened.baseline.text)
      return (result, value)
    }
  }

  static func count(_ number: Int) -> String { number == 1 ? "1 entry" : "\(number) entries" }
}

extension GateSettings {
  var pathOrDefault: String { path ?? Baseline.defaultName }
}

extension BaselineCommand {
  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "create",
      abstract: "Write a baseline of all conflicts that there are; never over another file.")

    @OptionGroup var options: Options
    @OptionGroup var word: Word

    func validate() throws { try options.common.refuse(.output) }

    func run() throws {
      let settings = try options.settings()
      let path = settings.pathOrDefault
      // Told before the work is done, and asked again after it.
      try Self.expectNothing(at: path)
      let analysis = try options.analysis(settings)
      let baseline = Baseline.create(
        from: analysis.findings, rules: analysis.rules,
        paths: GateSettings.Opened.paths(path), least: settings.threshold.match,
        reason: word.reason,
        by: word.by, until: word.until)
      let file = BaselineFile(path: path)
      try file.exclusively {
        try Self.expectNothing(at: path)
        try file.write(baseline.text)
      }
      if !options.common.quiet {
        Console.note("\(path): \(BaselineCommand.count(baseline.entries.count))")
      }
      throw Finished(status: analysis.sets.status)
    }

    private static func expectNothing(at path: String) throws {
      guard (try? FileManager.default.attributesOfItem(atPath: path)) == nil else {
        throw Failure(
          "\(path) exists and is not overwritten; `compare baseline accept` and `prune` change it")
      }
    }
  }

  struct Accept: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "accept",
      abstract: "Add one conflict, with the reason why it may stay.")

    @Argument(
      help: ArgumentHelp(
        "The conflict's fingerprint, or the first 8 digits of it or more.",
        valueName: "fingerprint"))
    var fingerprint: String

    @OptionGroup var options: Options
    @OptionGroup var word: Word

    func validate() throws {
      try options.common.refuse(.output)
      guard fingerprint.utf8.count >= 8, UInt64(fingerprint.prefix(8), radix: 16) != nil else {
        throw ValidationError("\(fingerprint): a fingerprint is 32 hex digits, at least 8 of them.")
      }
      guard let reason = word.reason, !reason.isEmpty else {
        throw ValidationError("--reason is missing: say why the conflict may stay.")
      }
    }

    func run() throws {
      let settings = try options.settings()
      // A missing baseline is told before the work is done.
      _ = try settings.open(settings.pathOrDefault)
      let analysis = try options.analysis(settings)
      let (_, conflict) = try BaselineCommand.change(settings, analysis) { baseline, result in
        let index = try place(in: result.findings.conflicts)
        baseline.record(
          index, of: result, decision: .accepted, reason: word.reason, by: word.by,
          until: word.until)
        baseline.rules = Baseline.digest(of: analysis.rules)
        return result.findings.conflicts[index]
      }
      if !options.common.quiet {
        Console.note(
          "\(settings.pathOrDefault): accepted \(conflict.fingerprint): \(conflict.message)")
      }
      throw Finished(status: analysis.sets.status)
    }

    /// Which of the conflicts has the fingerprint.
    private func place(in conflicts: [Conflict]) throws -> Int {
      let wanted = fingerprint.lowercased()
      let found = conflicts.indices.filter { conflicts[$0].fingerprint.hasPrefix(wanted) }
      guard let index = found.first else {
        throw Failure("no conflict of these articles has the fingerprint \(fingerprint)")
      }
      guard found.count == 1 else {
        throw Failure("\(found.count) conflicts begin with \(fingerprint); give more digits")
      }
      return index
    }
  }

  struct Prune: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "prune",
      abstract: "Take out what is gone and renew what has moved.",
      discussion: "Conflicts that are new or have changed make the exit status 1, as in `check`.")

    @OptionGroup var options: Options

    @Flag(
      help: "Also take out entries of articles that were not read and of rules that did not run.")
    var unseen = false

    func validate() throws { try options.common.refuse(.output) }

    func run() throws {
      let settings = try options.settings()
      _ = try settings.open(settings.pathOrDefault)
      let analysis = try options.analysis(settings)
      guard analysis.sets.status == .clean || !unseen else {
        throw Failure("some articles could not be read: --unseen would take out their entries")
      }
      let (result, gone) = try BaselineCommand.change(settings, analysis) { baseline, result in
        let before = baseline.entries.count
        baseline.prune(result, rules: analysis.rules, unseen: unseen)
        return before - baseline.entries.count
      }
      if !options.common.quiet {
        Console.note("\(settings.pathOrDefault): took out \(BaselineCommand.count(gone))")
      }
      let rest = result.findings.conflicts.filter(settings.threshold.counts)
      for conflict in rest {
        Console.error("\(conflict.status.rawValue): \(conflict.fingerprint) \(conflict.message)")
      }
      throw Finished(status: max(analysis.sets.status, rest.isEmpty ? .clean : .conflicts))
    }
  }

  struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "diff",
      abstract: "Say what is new, changed, known and gone, a line each.")

    @OptionGroup var options: Options

    @Option(name: .shortAndLong, help: "How to write it.")
    var format: BaselineDiffFormat = .text

    func run() throws {
      let settings = try options.settings()
      let opened = try settings.open(settings.pathOrDefault)
      let analysis = try options.analysis(settings)
      let findings = analysis.held(against: opened).findings
      settings.tell(findings, isQuiet: options.common.quiet)
      let output = try Output.to(options.common.output)
      var stream = output
      BaselineDiffReporter(format, least: settings.threshold.match).write(findings, to: &stream)
      try output.close()
      throw Finished(status: max(analysis.sets.status, settings.status(of: findings)))
    }
  }
}
