import Foundation
import Testing

extension CommandLineTests {
  @Suite struct RulesTests {
    private let folder: TemporaryFolder
    init() throws { folder = try TemporaryFolder() }

    @Test func listsEveryRule() throws {
      let result = try Executable.run(["rules", "list"])
      #expect(result.status == 0)
      #expect(result.output.contains("duration.length"))
    }

    @Test func aTypoIsNamedWithItsPlaceAndTheRightWord() throws {
      let path = try folder.write("mine.yml", "id: my.rule\ntitel: A rule\n")
      for arguments in [
        ["rules", "validate", path], ["rules", "list", "--rules", path],
        ["check", "--rules", path, folder.path],
      ] {
        let result = try Executable.run(arguments)
        #expect(result.status == 2)
        #expect(
          result.error == "\(path):2:1: unknown key `titel`; did you mean `title`?\n",
          "\(arguments)"
        )
      }
    }

    @Test func ownRulesTakeThePlaceOfTheBuiltInOnes() throws {
      let rule = """
        id: my.negation
        title: One affirms what the other denies
        kind: negation
        severity: note
        message: "{a.text} / {b.text}"
        explain: Mine.
        take: {polarity: negation}
        examples:
          conflict:
            - ["The vote took place in the old hall.", "The vote did not take place in the old hall."]
            - ["The bridge is open to all lorries.", "The bridge is not open to all lorries."]
          agree:
            - ["The bridge is open to lorries.", "The bridge is open to all lorries."]
            - ["The vote took place at noon.", "The vote took place at night."]

        """
      let path = try folder.write("mine.yml", rule)
      let list = try Executable.run(["rules", "list", "--rules", path])
      #expect(list.output == "my.negation  negation  note     One affirms what the other denies\n")
      #expect(try Executable.run(["rules", "validate", path]).status == 0)
      let explained = try Executable.run(["rules", "explain", "my.negation", "--rules", path])
      #expect(explained.output.contains("\n\nConflict:\n  a: The vote took place"))
    }

    /// The folder of all built-in rules, given as one's own, finds what the built-in ones find.
    @Test func aFolderOfSeveralLanguagesIsReadLanguageByLanguage() throws {
      var root = URL(fileURLWithPath: #filePath)
      for _ in 0..<4 { root.deleteLastPathComponent() }
      let rules = root.appendingPathComponent("Rules").path
      let texts = [
        "en": ["The talks took two hours on Tuesday.", "The talks took three hours on Tuesday."],
        "de": [
          "Das Treffen dauerte zwei Stunden am Dienstag.",
          "Das Treffen dauerte drei Stunden am Dienstag.",
        ],
      ]
      for (language, texts) in texts {
        for (number, text) in texts.enumerated() {
          try folder.write("\(language)/\(number).txt", "---\nlanguage: \(language)\n---\n\(text)")
        }
        let articles = folder.path + "/\(language)"
        let own = try Executable.run(["extract", "-f", "jsonl", "--rules", rules, articles])
        let builtIn = try Executable.run(["extract", "-f", "jsonl", articles])
        #expect(own.status == 0 && own.output.contains("PT2H"), "\(own.error)")
        #expect(own.output == builtIn.output)
      }
      // One file of one language takes the place of its namesake there and nowhere else.
      let german = try folder.write(
        "mine/de/lexicons/own.yml", "lexicon: number.dozen\nabout: Mine.\nentries: {Schock: 60}\n")
      #expect(
        try Executable.run(["extract", "--rules", german, folder.path + "/de"]).status == 0)
    }

    private func readmesRule() throws -> String {
      var root = URL(fileURLWithPath: #filePath)
      for _ in 0..<4 { root.deleteLastPathComponent() }
      let readme = try String(
        contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
      let start = try #require(readme.firstRange(of: "```yaml\n")).upperBound
      let end = try #require(readme[start...].firstRange(of: "```")).lowerBound
      return String(readme[start..<end])
    }

    /// Folders above what is named may be called as those of language data are.
    @Test func rulesMayLieBelowAnyFolder() throws {
      let path = try folder.write("patterns/my/shift.yml", readmesRule())
      for named in [path, folder.path + "/patterns/my"] {
        let result = try Executable.run(["rules", "validate", named])
        #expect(result.output == "Valid: rules 1, files 1.\n", "\(result.error)")
      }
      let list = try folder.write(
        "lists/lexicons/mine.yml", "lexicon: mine\nabout: Mine.\nwords: [heron]\n")
      for named in [list, folder.path + "/lists/lexicons", folder.path + "/lists"] {
        #expect(try Executable.run(["rules", "list", "--rules", named]).status == 0)
      }
    }

    /// Whatever its file is called, and for every command.
    @Test(arguments: ["mine", "negation"])
    func anOwnListTakesThePlaceOfItsNamesakeAlone(name: String) throws {
      var root = URL(fileURLWithPath: #filePath)
      for _ in 0..<4 { root.deleteLastPathComponent() }
      let builtIn = try String(
        contentsOf: root.appendingPathComponent("Rules/en/lexicons/negation.yml"), encoding: .utf8)
      let end = try #require(builtIn.firstRange(of: "- lexicon: negation.")).lowerBound
      try folder.write("my/lexicons/\(name).yml", String(builtIn[..<end]))
      let my = folder.path + "/my"
      let validated = try Executable.run(["rules", "validate", my])
      #expect(validated.status == 0, "\(validated.error)")
      try folder.write("set/a.txt", "The bridge is open to lorries, the town council said.")
      try folder.write("set/b.txt", "The bridge is not open to lorries, the town council said.")
      #expect(try Executable.run(["check", "--rules", my, folder.path + "/set"]).status == 1)
      // The other lists of the built-in file are there.
      let tested = try Executable.run(
        ["rules", "test", "--rules", my, "scope.denial", "negation.deed"])
      #expect(tested.status == 0, "\(tested.output)\(tested.error)")
    }

    @Test func theReadmesRulePasses() throws {
      let path = try folder.write("readme.yml", readmesRule())
      let result = try Executable.run(["rules", "test", "--rules", path])
      #expect(result.status == 0, "\(result.output)\(result.error)")
    }

    @Test func anUnknownRuleIsAnErrorWithTheNearestName() throws {
      let result = try Executable.run(["rules", "explain", "duration.lenght"])
      #expect(result.status == 2)
      #expect(result.error.contains("did you mean `duration.length`?"))
    }

    @Test func theSchemaIsJSON() throws {
      let result = try Executable.run(["rules", "schema"])
      #expect(result.status == 0)
      let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
      #expect((schema as? [String: Any])?["$schema"] != nil)
    }

    /// The whole of `rules test`, on a rule whose first example of either side is wrong.
    @Test func aFailingExampleIsNamedWithItsPlace() throws {
      let path = try folder.write(
        "mine.yml",
        """
        id: my.extent
        title: One makes it wider than the other
        kind: scope
        severity: note
        message: "{a.text} / {b.text}"
        explain: Mine.
        take: {opposites: opposites.extent}
        examples:
          conflict:
            - [They agreed on a truce today., They agreed on a truce now.]
            - [They agreed on a full truce today., They agreed on a partial truce today.]
          agree:
            - [They won a permanent ban on lorries., They won a temporary ban on lorries.]
            - [They agreed on a full truce today., They agreed on a total truce today.]

        """)
      let result = try Executable.run(["rules", "test", "--rules", path])
      #expect(result.status == 2)
      #expect(
        result.output == """
          \(path):10:7: my.extent: this example should conflict, and nothing was found
            a: They agreed on a truce today.
            b: They agreed on a truce now.
          \(path):13:7: my.extent: this example should agree, and a conflict was found
            a: They won a permanent ban on lorries.
            b: They won a temporary ban on lorries.
          Failures 2: rules 1, examples 4, each in 5 ways.

          """)
    }

    @Test func builtInRulesCanStandBesideOwnOnes() throws {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      let guide = try String(
        contentsOf: folder.appendingPathComponent("../../../docs/write-a-rule.md"), encoding: .utf8)
      let files = try GuideFiles(guide)
      for (path, text) in files.yaml { try self.folder.write(path, text) }
      let own = self.folder.path + "/my-rules"
      let alone = try Executable.run(["rules", "list", "--rules", own])
      #expect(alone.output.split(separator: "\n").count == 1)
      let both = try Executable.run(["rules", "list", "--rules", "built-in", "--rules", own])
      #expect(both.output.contains("my.warning-level"))
      #expect(both.output.contains("duration.length"))
      // The guide shows what the commands print.
      for arguments in [["rules", "validate", own], ["rules", "test", "--rules", own]] {
        let result = try Executable.run(arguments)
        #expect(result.status == 0)
        #expect(guide.contains("\n" + result.output))
      }
    }

    @Test func explainSaysWhatIsTakenAndWhatIsExcepted() throws {
      let result = try Executable.run(["rules", "explain", "duration.length"])
      #expect(result.status == 0)
      for part in ["Taken: Values of type duration.", "  vague: ", "Conflict:", "No conflict:"] {
        #expect(result.output.contains(part))
      }
    }
  }
}
