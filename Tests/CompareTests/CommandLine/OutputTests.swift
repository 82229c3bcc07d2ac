import Foundation
import Testing

extension CommandLineTests {
  @Suite struct OutputTests {
    private let folder: TemporaryFolder
    private let articles: String

    init() throws {
      folder = try TemporaryFolder()
      articles = folder.path + "/set"
      try folder.write("set/a.txt", "A heron nested on the pier.")
      try folder.write("set/b.txt", "Bakers went on strike.")
    }

    @Test func replacesTheFileAndKeepsModeAndLink() throws {
      let target = try folder.write("old.json", "old")
      let link = folder.path + "/link.json"
      let manager = FileManager.default
      try manager.setAttributes([.posixPermissions: 0o640], ofItemAtPath: target)
      try manager.createSymbolicLink(atPath: link, withDestinationPath: "old.json")
      let result = try Executable.run(["check", articles, "--format", "json", "--output", link])
      #expect(result.status == 0)
      #expect(result.output.isEmpty)
      #expect(try manager.destinationOfSymbolicLink(atPath: link) == "old.json")
      #expect(try manager.attributesOfItem(atPath: target)[.posixPermissions] as? Int == 0o640)
      #expect(try String(contentsOfFile: target, encoding: .utf8).hasPrefix("{\n \"schema\": 1"))
      #expect(try manager.contentsOfDirectory(atPath: folder.path).count == 3)
    }

    @Test func aFailedRunLeavesTheOldFile() throws {
      let target = try folder.write("old.json", "old")
      let result = try Executable.run(["check", folder.path + "/missing", "--output", target])
      #expect(result.status == 2)
      #expect(try String(contentsOfFile: target, encoding: .utf8) == "old")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).count == 2)
    }

    @Test func itsOwnOutputIsNoArticle() throws {
      let target = articles + "/out.json"
      for _ in 0..<2 {
        let result = try Executable.run(["check", articles, "--format", "json", "--output", target])
        #expect(result.status == 0)
      }
      #expect(try String(contentsOfFile: target, encoding: .utf8).contains("\"articles\": 2"))
    }

    @Test func noArticleIsReplaced() throws {
      let article = articles + "/b.txt"
      let pairs = try folder.write("pairs.jsonl", #"{"id":"1","a":"A.","b":"B."}"#)
      let baseline = folder.path + "/known.jsonl"
      #expect(
        try Executable.run(["baseline", "create", articles, "--baseline", baseline]).status == 0)
      for arguments in [
        ["check", "-o", article, articles + "/a.txt", article], ["check", "-o", article, articles],
        ["extract", "-o", article, articles], ["pairs", "-o", pairs, pairs],
        ["check", "-o", baseline, "--baseline", baseline, articles],
      ] {
        let path = arguments[2]
        let before = try String(contentsOfFile: path, encoding: .utf8)
        let result = try Executable.run(arguments)
        #expect(result.status == 2, "\(arguments)")
        #expect(result.error.contains("elsewhere"), "\(arguments)")
        #expect(try String(contentsOfFile: path, encoding: .utf8) == before)
      }
    }

    /// What a run wrote into the folder of its articles, the next one may write anew.
    @Test(
      arguments: [
        ["check", "-f", "text"], ["check", "-f", "markdown"], ["check", "-f", "json"],
        ["check", "-f", "jsonl"], ["check", "-f", "html"], ["check", "-f", "sarif"],
        ["extract", "-f", "text"], ["extract", "-f", "json"], ["extract", "-f", "jsonl"],
        ["align", "-f", "text"], ["align", "-f", "json"], ["align", "-f", "jsonl"],
      ])
    func ownResultsAreReplaced(arguments: [String]) throws {
      for name in ["a", "b"] {
        try folder.write(
          "set/\(name).txt",
          "The bridge over the Aln will stay shut for \(name == "a" ? "six" : "eight") weeks, the town "
            + "council said.")
      }
      let ending = ["html": "html", "text": "txt", "markdown": "md", "jsonl": "jsonl"]
      let target = "\(articles)/report.\(ending[arguments[2]] ?? "json")"
      let first = try Executable.run(arguments + [articles, "-o", target])
      #expect(first.status == (arguments[0] == "check" ? 1 : 0))
      let text = try String(contentsOfFile: target, encoding: .utf8)
      #expect(!text.isEmpty)
      // Nor is it an article to another run, which says so.
      let other = try Executable.run(arguments + [articles])
      #expect(other.status == first.status && other.output == text)
      #expect(other.error.contains("\(target): a result of compare, not read as an article"))
      #expect(try Executable.run(arguments + [articles, "-o", target]).status == first.status)
      #expect(try String(contentsOfFile: target, encoding: .utf8) == text)
    }

    @Test(
      arguments: [
        (["--color", "always"], ["NO_COLOR": "1"], true),
        (["--color", "never"], ["CLICOLOR_FORCE": "1"], false),
        ([], ["CLICOLOR_FORCE": "1"], true),
        ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
        ([], ["CLICOLOR_FORCE": "0"], false),
        ([], [:], false),
      ] as [([String], [String: String], Bool)])
    func coloursFollowTheRules(
      arguments: [String], environment: [String: String], expected: Bool
    ) throws {
      let result = try Executable.run(["check", articles] + arguments, environment: environment)
      #expect(result.output.contains("\u{1B}[") == expected)
    }

    @Test func figuresAreNotToldTwice() throws {
      for (name, number, money) in [("a", "3,000", "€5"), ("b", "9,000", "€7")] {
        try folder.write(
          "set/\(name).txt",
          "The union represents \(number) drivers across the valley, its chair said. The bridge over "
            + "the Aln will cost \(money) million, the town council said on Tuesday.")
      }
      let report = try Executable.run(["check", articles]).output
      #expect(report.contains("\n   3,000   a\n"), "\(report)")
      #expect(report.contains("€5 million (5,000,000)"))
    }

    @Test func isTheSameForAnyNumberOfJobs() throws {
      let one = try Executable.run(["check", articles, "--format", "json", "--jobs", "1"]).output
      let four = try Executable.run(["check", articles, "--format", "json", "--jobs", "4"]).output
      #expect(one == four)
    }

    @Test func hostileFileNamesReachNoTerminal() throws {
      let path = try folder.write("e\u{1B}[31mvil\u{202E}.txt", "")
      let result = try Executable.run(["check", articles, path])
      #expect(result.status == 3)
      #expect(!result.error.unicodeScalars.contains("\u{1B}"))
      #expect(!result.error.unicodeScalars.contains("\u{202E}"))
    }
  }
}
