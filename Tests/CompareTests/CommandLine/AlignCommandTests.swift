import Foundation
import Testing

extension CommandLineTests {
  @Suite struct AlignCommandTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func spellingsOfTheConfigurationCount() throws {
      let paths = [
        try folder.write("a.txt", "Vadim Zelkov opened the ferry line to Odesa in Harvik."),
        try folder.write("b.txt", "Wadim Selkow opened the ferry line to Odessza in Harvick."),
      ]
      let settings = try folder.write(
        "settings.yml",
        """
        spellings:
          - [Odesa, Odessza]
          - [Harvik, Harvick]
          - [Zelkov, Selkow]
          - [Vadim, Wadim]

        """)
      func similarity(_ options: [String]) throws -> Double {
        let result = try Executable.run(["align", "--format", "jsonl"] + options + paths)
        #expect(result.status == 0)
        let line = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        return try #require((line as? [String: Any])?["similarity"] as? Double)
      }
      #expect(try similarity(["--no-config"]) < 1)
      #expect(try similarity(["--config", settings]) == 1)
    }

    /// More boilerplate in more articles than are all looked at.
    @Test func theBudgetForBoilerplateIsToldWhenItBites() throws {
      let words = ["heron", "pier", "mill", "rope", "lamp", "river", "stone", "wheat", "cedar"]
      let notice = (0..<600).map { (at: Int) -> String in
        "\(words[at % 9])\(words[at / 9 % 9])\(words[at / 7 % 9])"
      }.joined(separator: " ")
      let lines = (0..<110).map {
        #"{"id": "\#($0)", "text": "Word\#($0) met name\#($0) here. \#(notice)."}"#
      }
      let path = try folder.write("set.jsonl", lines.joined(separator: "\n") + "\n")
      let note =
        "Not looked at whole: 110 articles, which are so long or share so much with so many others."
      let check = try Executable.run(["check", path, "--format", "json"])
      #expect(check.error.contains(note))
      #expect(check.output.contains("\"curtailed\": 110"))
      #expect(try Executable.run(["align", path, "--format", "jsonl"]).error.contains(note))
      #expect(try Executable.run(["check", path, "--quiet"]).error.isEmpty)
    }
  }
}
