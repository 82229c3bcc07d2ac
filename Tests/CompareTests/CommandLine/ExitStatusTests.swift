import Foundation
import Testing

/// Every way in which a run ends.
extension CommandLineTests {
  @Suite struct ExitStatusTests {
    private let folder: TemporaryFolder
    /// Two articles that tell one thing differently.
    private let disputed: String
    /// Two articles that tell different things.
    private let quiet: String
    private let broken: String

    init() throws {
      folder = try TemporaryFolder()
      disputed = folder.path + "/disputed"
      quiet = folder.path + "/quiet"
      let start = "The regional council met in the old town hall to vote on the harbour plan."
      try folder.write(
        "disputed/a.txt",
        start + " Members agreed to protect water plants and pumping stations all year.")
      try folder.write(
        "disputed/b.txt", start + " Members agreed to protect water plants all year.")
      try folder.write("quiet/a.txt", "A heron nested on the pier.")
      try folder.write("quiet/b.txt", "Bakers in the valley went on strike.")
      broken = try folder.write("broken.jsonl", "{\"text\": \n")
    }

    private func status(_ arguments: String..., input: String = "") throws -> Int32 {
      try Executable.run(arguments, input: input).status
    }

    @Test func conflictsAreOne() throws {
      #expect(try status("check", disputed) == 1)
      #expect(try status(disputed) == 1)
      #expect(try status(disputed, "--fail-on", "note") == 1)
    }

    @Test func belowTheThresholdIsZero() throws {
      #expect(try status("check", quiet) == 0)
      #expect(try status(disputed, "--fail-on", "error") == 0)
    }

    @Test func alignAndExtractHaveNoOne() throws {
      #expect(try status("align", disputed) == 0)
      #expect(try status("extract", disputed) == 0)
    }

    @Test func mistakesInTheCallAreTwo() throws {
      #expect(try status() == 2)
      #expect(try status("check", "--format", "excel", quiet) == 2)
      #expect(try status("check", "--jobs", "0", quiet) == 2)
      #expect(try status("check", "--unknown", quiet) == 2)
      #expect(try status("check", folder.path + "/missing") == 2)
      #expect(try status("pairs", folder.path + "/missing.jsonl") == 2)
      #expect(try status("check", quiet, "--output", folder.path + "/no/such/folder.json") == 2)
      #expect(try status("check", quiet, "--rules", folder.path + "/missing") == 2)
    }

    @Test func optionsThatWouldDoNothingAreTwo() throws {
      let output = folder.path + "/x.jsonl"
      let baseline = folder.path + "/known.jsonl"
      for arguments in [
        ["baseline", "create", "-o", output, quiet, "--baseline", baseline],
        ["baseline", "accept", "00000000", "--reason", "x", "-o", output, quiet],
        ["baseline", "prune", "-o", output, quiet], ["review", "-o", output, quiet],
        ["extract", "--disable", "duration.length", quiet],
        ["align", "--disable", "duration.length", quiet],
        ["pairs", "--outlet", "a=b", "-"],
        ["check", "--explain", "3f9a", "-f", "json", disputed],
      ] {
        let result = try Executable.run(arguments)
        #expect(result.status == 2 && result.error.contains("no use"), "\(arguments)")
      }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 3)
    }

    @Test func noArticleAtAllIsTwo() throws {
      try folder.write("empty/readme.rst", "No article.")
      #expect(try status("check", folder.path + "/empty") == 2)
      #expect(try status("check", "-") == 2)
      let stdin = try Executable.run(["check", "-"]).error
      #expect(stdin.contains("no article on standard input, which is read as a JSON object a line"))
    }

    @Test func skippedInputIsThreeAndOutranksConflicts() throws {
      #expect(try status("check", quiet, broken) == 3)
      #expect(try status("check", disputed, broken) == 3)
      #expect(try status("check", broken) == 3)
      #expect(try status("align", quiet, broken) == 3)
      #expect(try status("extract", quiet, broken) == 3)
      #expect(try status("pairs", "-", input: "{\"id\":\"x\",\"a\":\"A.\"}\n") == 3)
    }

    @Test func mistakesOutrankSkippedInput() throws {
      #expect(try status("check", broken, folder.path + "/missing") == 2)
    }

    @Test func skippedInputIsNamedOnStandardErrorAndInTheReport() throws {
      let result = try Executable.run(["check", quiet, broken, "--format", "json", "--quiet"])
      #expect(result.error.hasPrefix("\(broken):1: not valid JSON"))
      #expect(result.output.contains("\"reason\": \"not valid JSON"))
      #expect(result.output.contains("\"articles\": 2"))
    }

    @Test func aClosedPipeIsNoError() throws {
      let result = try Executable.run(["check", disputed], closesOutput: true)
      #expect(result.status == 0)
      #expect(result.error.isEmpty)
    }

    @Test func helpAndVersionAreZero() throws {
      #expect(try status("--help") == 0)
      #expect(try status("check", "--help") == 0)
      let version = try Executable.run(["--version"])
      #expect(version.status == 0)
      #expect(version.output.hasSuffix("\n"))
    }

    @Test func standardInputIsJSONLines() throws {
      let lines = #"{"id":"a","text":"A heron."}"# + "\n" + #"{"id":"b","text":"A pier."}"# + "\n"
      let result = try Executable.run(["check", "-", "--format", "json"], input: lines)
      #expect(result.status == 0)
      #expect(result.output.contains("\"articles\": 2"))
    }

    @Test func interruptIs130AndLeavesNoFile() throws {
      let process = Process()
      process.executableURL = Executable.url
      process.arguments = ["check", "-", "--output", folder.path + "/out.json"]
      process.standardInput = Pipe()
      process.standardError = Pipe()
      try process.run()
      // The file that it has open shows that the run has begun; it now waits for standard input.
      func isOpen() throws -> Bool {
        let list = "/proc/\(process.processIdentifier)/fd"
        let manager = FileManager.default
        let open = ((try? manager.contentsOfDirectory(atPath: list)) ?? []).compactMap {
          try? manager.destinationOfSymbolicLink(atPath: "\(list)/\($0)")
        }
        return try manager.contentsOfDirectory(atPath: folder.path).contains {
          $0.hasPrefix("out.json.")
        } || open.contains { $0.hasPrefix(folder.path + "/") }
      }
      for _ in 0..<500 where try !isOpen() { usleep(10_000) }
      #expect(try isOpen())
      process.interrupt()
      process.waitUntilExit()
      #expect(process.terminationStatus == 130)
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      #expect(!left.contains { $0.contains("out.json") })
    }
  }
}
