import ArgumentParser
import Compare
import Foundation

/// What makes the exit status 1.
struct GateOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The least severity that makes the exit status 1. (default: warning)", valueName: "severity"))
  var failOn: Severity?

  @Option(
    help: ArgumentHelp(
      "How sure a conflict must be to count for the exit status and the baseline. "
        + "(default: confirmed)",
      discussion: "Conflicts that are only suggested are reported all the same, apart and marked.",
      valueName: "match"))
  var minMatch: Match?

  @Flag(
    help: ArgumentHelp(
      "Hold every article against itself as well.",
      discussion: "Only suggested, unless nothing but the value differs."))
  var within = false

  @Option(
    help: ArgumentHelp(
      "The file of conflicts that are known: only others make the exit status 1.",
      valueName: "file"), completion: .file(extensions: ["jsonl"]))
  var baseline: String?

  @Flag(help: "Entries of the baseline whose conflict is gone make the exit status 1 as well.")
  var failStale = false

  @Option(
    help: ArgumentHelp(
      "The day that `until` in the baseline is held against; else the newest day on which an "
        + "article was published.", valueName: "yyyy-mm-dd"))
  var today: CivilDate?

  /// The flags, and what the file says where there is no flag.
  func settings(_ configuration: Configuration) -> GateSettings {
    GateSettings(
      threshold: Threshold(
        severity: failOn ?? configuration.failOn ?? .warning,
        match: minMatch ?? configuration.minMatch ?? .confirmed),
      path: baseline ?? configuration.baseline,
      failStale: failStale || configuration.failStale ?? false, today: today, within: within)
  }
}

/// The gate of one run.
struct GateSettings {
  let threshold: Threshold
  /// Of the baseline.
  let path: String?
  let failStale: Bool
  let today: CivilDate?
  var within = false

  /// A baseline and where it lies.
  struct Opened {
    let path: String
    var baseline: Baseline
    let paths: RelativePath
    let today: CivilDate?

    init(path: String, baseline: Baseline, today: CivilDate?) {
      (self.path, self.baseline, self.today) = (path, baseline, today)
      paths = Self.paths(path)
    }

    static func paths(_ path: String) -> RelativePath {
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
      return RelativePath(from: folder, working: FileManager.default.currentDirectoryPath)
    }
  }

  /// The baseline, if one is asked for.
  ///
  /// - Throws: `Failure` when there is none at the path; `SourceError` when it is none of ours.
  func baseline() throws -> Opened? { try path.map { try open($0) } }

  func open(_ path: String) throws -> Opened {
    guard let text = try BaselineFile(path: path).read() else {
      throw Failure("\(path): there is no baseline; `compare baseline create` makes one")
    }
    return Opened(path: path, baseline: try Baseline(text, path: path), today: today)
  }

  func status(of findings: Findings) -> ExitStatus {
    let isStale = failStale && findings.baseline.map { !$0.stale.isEmpty } ?? false
    return isStale || findings.conflicts.contains(where: threshold.counts) ? .conflicts : .clean
  }

  /// Says on standard error what the report's reader might not see.
  func tell(_ findings: Findings, isQuiet: Bool) {
    guard let summary = findings.baseline else { return }
    for conflict in findings.conflicts where summary.expired.contains(conflict.fingerprint) {
      Console.error(
        "\(conflict.fingerprint) \(conflict.message): \(conflict.acceptance?.note ?? "expired")")
    }
    if failStale {
      for entry in summary.stale {
        Console.error("\(entry.fingerprint) \(entry.description): is in the baseline and is gone")
      }
    }
    guard !isQuiet else { return }
    for note in summary.notes { Console.note(note) }
    if !failStale, !summary.stale.isEmpty {
      Console.note(
        "\(summary.stale.count) in the baseline are gone; `compare baseline prune` takes them out")
    }
  }
}
