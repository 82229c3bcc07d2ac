import Testing

extension CommandLineTests {
  @Suite struct LanguageOptionTests {
    private let folder: TemporaryFolder
    private let text = "Das Treffen dauerte zwei Stunden. Es endete am Dienstag."

    init() throws { folder = try TemporaryFolder() }

    private func extract(_ path: String, _ options: [String]) throws -> String {
      let result = try Executable.run(["extract", path, "--format", "jsonl"] + options)
      #expect(result.status == 0)
      return result.output
    }

    @Test func itIsTheLanguageOfAllArticles() throws {
      let path = try folder.write("treffen.txt", text)
      #expect(!(try extract(path, [])).contains("\"PT2H\""))
      #expect(try extract(path, ["--language", "de"]).contains("\"PT2H\""))
    }

    @Test func itBeatsWhatTheArticleSays() throws {
      let path = try folder.write("treffen.txt", "---\nlanguage: de\n---\n\(text)")
      #expect(try extract(path, []).contains("\"PT2H\""))
      #expect(!(try extract(path, ["--language", "en"])).contains("\"PT2H\""))
    }

    @Test func aPageNamesItsOwn() throws {
      let path = try folder.write(
        "treffen.html",
        "<html lang=\"de-DE\"><head><title>Treffen</title></head><body><p>\(text)</p></body></html>"
      )
      #expect(try extract(path, []).contains("\"PT2H\""))
    }

    @Test func anArticleInALanguageWithoutRulesIsTold() throws {
      let french = try folder.write(
        "pont.txt", "---\nlanguage: fr\n---\nLe pont est long de 300 metres.")
      let note = "1 article is in fr, which has no rules here (de, en have), and read as English"
      let command = ["extract", french, "--format", "jsonl"]
      #expect(try Executable.run(command).error.contains(note))
      #expect(try Executable.run(command + ["--quiet"]).error.isEmpty)
      #expect(try Executable.run(command + ["--language", "de"]).error.isEmpty)
    }

    @Test(arguments: ["check", "align", "extract"])
    func anUnknownOneIsAMistake(command: String) throws {
      let path = try folder.write("treffen.txt", text)
      let result = try Executable.run([command, path, "--language", "xx"])
      #expect(result.status == 2)
      #expect(result.error.contains("--language xx is not built in; there are de, en."))
    }

    @Test func pairsAndClaimTakeIt() throws {
      let pairs = try folder.write(
        "pairs.jsonl",
        #"{"id": "1", "a": "Das Treffen der Minister dauerte zwei Stunden.", "b": "Das Treffen der Minister dauerte drei Tage."}"#
          + "\n")
      let verdicts = try Executable.run(["pairs", pairs, "--language", "de"])
      #expect(verdicts.output.contains("\"label\":\"conflict\""))
      let path = try folder.write("treffen.txt", text)
      let claim = try Executable.run([
        "claim", "Das Treffen dauerte zwei Tage.", "--against", path, "--language", "de", "-f",
        "json",
      ])
      #expect(claim.output.contains("\"PT2H\""))
    }
  }
}
