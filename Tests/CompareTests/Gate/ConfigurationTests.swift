import Testing

@testable import Compare

@Suite struct ConfigurationTests {
  private func read(_ text: String, folder: String = "") throws -> Configuration {
    try Configuration(text, path: ".compare.yml", folder: folder)
  }

  @Test func readsAllKeys() throws {
    let settings = try read(
      """
      paths: [articles, /abs]
      rules: [my-rules]
      by-folder: true
      fail-on: error
      min-match: suggested
      baseline: known.jsonl
      fail-stale: yes
      disable: [number.count]
      outlets:
        Reuters: [reuters.com, REUTERS]
        AP: ap
      spellings:
        - [Odesa, Odessa]
      """, folder: "..")
    #expect(settings.paths == ["../articles", "/abs"])
    #expect(settings.rules == ["../my-rules"])
    #expect(settings.byFolder == true && settings.failStale == true)
    #expect(settings.failOn == .error && settings.minMatch == .suggested)
    #expect(settings.baseline == "../known.jsonl")
    #expect(settings.disabled.map(\.text) == ["number.count"])
    #expect(settings.outlets == ["reuters.com": "Reuters", "reuters": "Reuters", "ap": "AP"])
    #expect(settings.spellings == [["Odesa", "Odessa"]])
    #expect(try read("").paths.isEmpty)
  }

  @Test(arguments: [
    ("fail-onn: error", "1:1", "did you mean `fail-on`?"),
    ("fail-on: eror", "1:10", "did you mean `error`?"),
    ("a: b: c", "1:", "not valid YAML"),
    ("- x", "1:1", "expected `key: value` lines"),
    ("by-folder: maybe", "1:12", "true or false"),
    ("spellings:\n  - [Odesa]", "2:5", "two or more"),
    ("spellings:\n  - [New York, NYC]", "2:5", "`New York` is not"),
    ("outlets:\n  A: [x]\n  B: [X]", "3:7", "already counts as `A`"),
  ]) func mistakesHaveAPlaceAndTheRightWord(text: String, place: String, message: String) {
    let error = #expect(throws: SourceError.self) { try read(text) }
    #expect(error?.description.hasPrefix(".compare.yml:\(place)") == true, "\(error as Any)")
    #expect(error?.message.contains(message) == true, "\(error as Any)")
  }

  @Test func unknownRulesAreNamed() throws {
    let rules = try Language.builtIn().judge.rules
    let settings = try read("disable:\n  - duration.lenght")
    let error = #expect(throws: SourceErrors.self) { try settings.disabledRules(of: rules) }
    #expect(
      error?.description
        == ".compare.yml:2:5: no rule is called `duration.lenght`; did you mean `duration.length`?")
  }

  @Test func spellingsAreOneWord() throws {
    let spellings = try read("spellings:\n  - [Odesa, Odessa, Odessza]").spelling()
    func hashes(_ text: String) -> [UInt64] {
      let bytes = Array(text.utf8)
      return spellings.applied(to: Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count)))
        .map(\.hash)
    }
    #expect(hashes("in Odessa now") == hashes("in odesa now"))
    #expect(hashes("in Odessza") == hashes("in ODESA"))
    #expect(hashes("in Kyiv") != hashes("in Odesa"))
  }
}
