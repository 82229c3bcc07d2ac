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
      #expect(explained.output.contains("Mine.\n\nConflict:\n  a: The vote took place"))
    }

    @Test func theReadmesRulePasses() throws {
      var root = URL(fileURLWithPath: #filePath)
      for _ in 0..<4 { root.deleteLastPathComponent() }
      let readme = try String(
        contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
      let start = try #require(readme.firstRange(of: "```yaml\n")).upperBound
      let end = try #require(readme[start...].firstRange(of: "```")).lowerBound
      let path = try folder.write("readme.yml", String(readme[start..<end]))
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
  }
}
