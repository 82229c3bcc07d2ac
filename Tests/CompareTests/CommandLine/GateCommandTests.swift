import Foundation
import Testing

@testable import Compare

/// Every exit status with every format, and the baseline from the command line.
extension CommandLineTests {
  @Suite struct GateCommandTests {
    private let folder: TemporaryFolder
    private let set: String
    private let quiet: String
    private let broken: String
    private let baseline: String

    init() throws {
      folder = try TemporaryFolder()
      (set, quiet) = (folder.path + "/set", folder.path + "/quiet")
      baseline = folder.path + "/known.jsonl"
      try Self.write(folder, second: "five hours")
      try folder.write("quiet/a.txt", "A heron nested on the pier.")
      broken = try folder.write("broken.jsonl", "{\"text\": \n")
    }

    private static func write(_ folder: TemporaryFolder, second: String, day: Int = 18) throws {
      for (name, words) in [("a", "two hours"), ("b", second)] {
        try folder.write(
          "set/\(name).txt",
          """
          ---
          id: \(name)
          published: 2025-03-\(day)
          ---
          The evacuation of the harbour district took \(words), the fire chief told reporters.
          """)
      }
    }

    @discardableResult
    private func run(_ arguments: String...) throws -> Executable.Result {
      try Executable.run(arguments + ["--no-config"])
    }

    private func create() throws {
      #expect(try run("baseline", "create", set, "--baseline", baseline).status == 0)
    }

    @Test(arguments: ReportFormat.allCases) func everyStatusHasEveryFormat(format: ReportFormat)
      throws
    {
      try create()
      let foreign = try folder.write("foreign.jsonl", "[]\n")
      let table: [(Int32, [String])] = [
        (0, [quiet]), (0, [set, "--baseline", baseline]), (1, [set]),
        (2, [folder.path + "/missing"]), (2, [set, "--baseline", folder.path + "/missing"]),
        (2, [set, "--baseline", foreign]), (3, [set, broken]),
        (3, [set, broken, "--baseline", baseline]),
      ]
      for (status, arguments) in table {
        let result = try Executable.run(
          ["check", "--no-config", "--format", format.rawValue] + arguments)
        #expect(result.status == status, "\(arguments): \(result.error)")
        // Nothing is reported where nothing was looked at.
        #expect(result.output.isEmpty == (status == 2 || format == .jsonl && arguments == [quiet]))
      }
      #expect(try Self.interrupted(format) == 130)
    }

    /// Waits for standard input that does not end, and is told to stop.
    private static func interrupted(_ format: ReportFormat) throws -> Int32 {
      let process = Process()
      process.executableURL = Executable.url
      process.arguments = ["check", "-", "--no-config", "--format", format.rawValue]
      let pipe = Pipe()
      process.standardInput = pipe
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 0.3)
      process.interrupt()
      process.waitUntilExit()
      return process.terminationStatus
    }

    @Test func createNeverOverwrites() throws {
      try create()
      let before = try String(contentsOfFile: baseline, encoding: .utf8)
      let again = try run("baseline", "create", set, "--baseline", baseline)
      #expect(again.status == 2 && again.error.contains("not overwritten"))
      #expect(try String(contentsOfFile: baseline, encoding: .utf8) == before)
      #expect(before.contains(#""path":"set/a.txt""#))
    }

    @Test func aChangedValueCountsUntilItIsAccepted() throws {
      try create()
      try Self.write(folder, second: "nine hours")
      let diff = try run("baseline", "diff", set, "--baseline", baseline)
      #expect(diff.status == 1 && diff.output.hasPrefix("changed "), "\(diff.output)")
      #expect(diff.output.contains("five hours"))
      let print = String(diff.output.split(separator: " ")[1])
      #expect(
        try run("baseline", "accept", "00000000", "--reason", "x", set, "--baseline", baseline)
          .status == 2)
      #expect(try run("baseline", "accept", print, set, "--baseline", baseline).status == 2)
      let accepted = try run(
        "baseline", "accept", String(print.prefix(8)), "--reason", "two counts, \"both\" right",
        "--by", "Ada", set, "--baseline", baseline)
      #expect(accepted.status == 0, "\(accepted.error)")
      let check = try run("check", set, "--baseline", baseline, "--format", "csv")
      #expect(check.status == 0 && check.output.contains("two counts, \"\"both\"\" right"))
      // The entry that it had before is gone: the file still has one.
      let lines = try String(contentsOfFile: baseline, encoding: .utf8).split(separator: "\n")
      #expect(lines.count == 2)
    }

    /// What others decide while the articles are read and compared stays.
    @Test(arguments: ["accept", "prune"]) func decisionsOfOthersStay(command: String) throws {
      try create()
      let lines = try String(contentsOfFile: baseline, encoding: .utf8).split(separator: "\n")
      let fingerprint = try #require(lines[1].firstMatch(of: /[0-9a-f]{32}/)).output
      try folder.write("known.jsonl", lines[0] + "\n")
      let articles = try ["a", "b"].map { name in
        try #require(FileManager.default.contents(atPath: "\(set)/\(name).txt"))
      }
      let process = Process()
      process.executableURL = Executable.url
      process.arguments =
        ["baseline", command] + (command == "accept" ? [String(fingerprint), "--reason", "x"] : [])
        + ["-", "--baseline", baseline, "--no-config", "--quiet"]
      let input = Pipe()
      process.standardInput = input
      process.standardError = FileHandle.nullDevice
      try process.run()
      Thread.sleep(forTimeInterval: 0.5)
      // Of two articles that this run does not read.
      let other = lines[1].replacing(fingerprint, with: String(repeating: "f", count: 32))
        .replacing(/"id:(a|b)"/) { "\"id:other-\($0.output.1)\"" }
        .replacing(/[0-9a-f]{64}/, with: "").replacing("duration.length", with: "number.count")
      try folder.write("known.jsonl", "\(lines[0])\n\(other)\n")
      for (name, article) in zip(["a", "b"], articles) {
        let text = String(decoding: article, as: UTF8.self).split(separator: "---\n")[1]
        let record = ["id": name, "published": "2025-03-18", "text": String(text)]
        try input.fileHandleForWriting.write(
          contentsOf: try JSONSerialization.data(withJSONObject: record) + Data("\n".utf8))
      }
      try input.fileHandleForWriting.close()
      process.waitUntilExit()
      let after = try String(contentsOfFile: baseline, encoding: .utf8)
      #expect(after.contains(String(repeating: "f", count: 32)), "\(after)")
      #expect(after.contains(fingerprint) == (command == "accept"))
    }

    @Test func whatHasRunOutCountsAgain() throws {
      let made = try run(
        "baseline", "create", set, "--baseline", baseline, "--until", "2025-03-20")
      #expect(made.status == 0)
      #expect(try run("check", set, "--baseline", baseline).status == 0)
      let later = try run("check", set, "--baseline", baseline, "--today", "2025-03-21", "--quiet")
      #expect(later.status == 1 && later.error.contains("2025-03-20"))
      // The newest article's day is what counts, not the clock.
      try Self.write(folder, second: "five hours", day: 21)
      #expect(try run("check", set, "--baseline", baseline).status == 1)
    }

    @Test func goneEntriesAreListedAndPruned() throws {
      try create()
      try Self.write(folder, second: "two hours")
      #expect(try run("check", set, "--baseline", baseline).status == 0)
      let strict = try run("check", set, "--baseline", baseline, "--fail-stale")
      #expect(strict.status == 1 && strict.output.contains("Gone: "))
      // A run that does not see the articles takes nothing out.
      #expect(try run("baseline", "prune", quiet, "--baseline", baseline).status == 0)
      #expect(try run("check", set, "--baseline", baseline, "--fail-stale").status == 1)
      #expect(try run("baseline", "prune", set, "--baseline", baseline).status == 0)
      #expect(try run("check", set, "--baseline", baseline, "--fail-stale").status == 0)
      try Self.write(folder, second: "five hours")
      #expect(try run("baseline", "prune", set, "--baseline", baseline).status == 1)
    }

    /// Three outlets against one are known; a fifth article holds the old position with them.
    @Test func whatIsNewIsShownFirstAndMarked() throws {
      let text = "The evacuation of the harbour district took %, the fire chief told reporters."
      for (name, words) in [("c", "two hours"), ("d", "two hours"), ("e", "nine hours")] {
        if name == "e" { try create() }
        try folder.write(
          "set/\(name).txt",
          "---\nid: \(name)\npublished: 2025-03-18\n---\n"
            + text.replacing("%", with: words))
      }
      let report = try run("check", set, "--baseline", baseline).output
      let new = report.ranges(of: /duration.length [0-9a-f]{8} \(new\):/).count
      #expect(new == 3, "\(report)")
      #expect(report.contains("  (known)\n"))
      let markdown = try run("check", set, "--baseline", baseline, "-f", "markdown").output
      #expect(markdown.ranges(of: "nine hours</b>").count == 3, "\(markdown)")
      #expect(markdown.contains("pairs of sentences are known."))
      #expect(!(try run("check", set).output.contains("(new)")))
    }

    @Test func eventsThatPrintOneArticleHaveDisputesOfTheirOwn() throws {
      for event in ["1", "2"] {
        for name in ["a", "b"] {
          try folder.write(
            "events/\(event)/\(name).txt",
            String(contentsOfFile: "\(set)/\(name).txt", encoding: .utf8))
        }
      }
      let events = folder.path + "/events"
      let report = try run("check", "--by-folder", "--format", "json", events).output
      let root = try JSONSerialization.jsonObject(with: Data(report.utf8)) as? [String: Any]
      let disputes = try #require(root?["disputes"] as? [[String: Any]]).compactMap { $0["id"] }
      let conflicts = try #require(root?["conflicts"] as? [[String: Any]])
      #expect(Set(disputes.compactMap { $0 as? String }).count == 2)
      #expect(Set(conflicts.compactMap { $0["dispute"] as? String }).count == 2)
      #expect(try run("check", "--by-folder", events).output.contains("\n2 disputes ("))
    }

    @Test func theConfigurationIsFoundAboveAndFlagsBeatIt() throws {
      try folder.write(".compare.yml", "paths: [set]\nfail-on: error\ndisable: duration.length\n")
      let process = Process()
      process.executableURL = Executable.url
      process.currentDirectoryURL = URL(fileURLWithPath: quiet)
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0)
      let path = folder.path + "/.compare.yml"
      #expect(try Executable.run(["check", "--config", path]).status == 0)
      #expect(try Executable.run(["check", "--no-config"]).status == 2)
      #expect(
        try Executable.run(["check", set, "--no-config", "--disable", "duration.length"]).status
          == 0)
      #expect(
        try Executable.run(["check", set, "--no-config", "--disable", "duration.lenght"]).status
          == 2)
    }

    @Test func theSummaryOfTheJobIsAppended() throws {
      let summary = try folder.write("summary.md", "before\n")
      let result = try Executable.run(
        ["check", set, "--no-config", "--format", "github"],
        environment: ["GITHUB_STEP_SUMMARY": summary])
      #expect(result.status == 1 && result.output.hasPrefix("::error file="))
      let text = try String(contentsOfFile: summary, encoding: .utf8)
      #expect(text.hasPrefix("before\n### compare: 1 dispute"))
    }

    /// Killed at fifty points of a run: the old file or the new one, still behind its link, and
    /// nothing beside it.
    @Test func filesAreReplacedInOneStep() throws {
      let target = try folder.write("out.json", "old")
      let link = folder.path + "/link.json"
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "out.json")
      try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
      let arguments = [
        "check", set, "--no-config", "--quiet", "--format", "json", "--output", link,
      ]
      let start = ContinuousClock.now
      #expect(try Executable.run(arguments).status == 1)
      let length = (ContinuousClock.now - start) / .seconds(1)
      let new = try String(contentsOfFile: target, encoding: .utf8)
      #expect(new != "old")
      let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      var seen: [String: Int] = [:]
      for point in 0..<50 {
        // In place, so that the file stays the same one.
        let handle = try #require(FileHandle(forWritingAtPath: target))
        try handle.truncate(atOffset: 0)
        try handle.write(contentsOf: Data("old".utf8))
        try handle.close()
        let process = Process()
        process.executableURL = Executable.url
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        Thread.sleep(forTimeInterval: length * 1.3 * Double(point) / 50)
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        let text = try String(contentsOfFile: target, encoding: .utf8)
        #expect(text == "old" || text == new, "point \(point)")
        seen[text, default: 0] += 1
        let attributes = try FileManager.default.attributesOfItem(atPath: target)
        #expect(attributes[.posixPermissions] as? Int == 0o640)
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == "out.json")
      }
      #expect(seen["old", default: 0] > 0)
      // What a kill between naming and renaming leaves, the next run takes away.
      #expect(try Executable.run(arguments).status == 1)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == files)
    }
  }
}
