import Testing

@testable import Compare

@Suite struct RuleReadingTests {
  private static func mistakes(_ text: String) throws -> [String] {
    let lexicons = try Language.builtIn().lexicons
    do {
      _ = try Rule.readAll(
        [RuleSource(path: "mine.yml", place: "mine.yml", text: text)], lexicons: lexicons)
    } catch let errors as SourceErrors {
      return errors.errors.map(\.description)
    }
    return []
  }

  private static let examples = """
    examples:
      conflict: [[a, b], [c, d]]
      agree: [[a, b], [c, d]]
    """

  /// Built-in files are read without their examples, which are there when they are asked for.
  @Test func examplesCanWait() throws {
    let lexicons = try Language.builtIn().lexicons
    for source in RuleSource.builtIn() where source.place.hasPrefix("en/conflicts/") {
      let brief = try Rule.read(source, lexicons: lexicons)
      let whole = try Rule.read(
        RuleSource(path: source.path, place: source.place, text: source.text), lexicons: lexicons)
      #expect(brief.map(\.id) == whole.map(\.id))
      #expect(brief.map(\.line) == whole.map(\.line))
      #expect(brief.map(\.explain) == whole.map(\.explain))
      for (brief, whole) in zip(brief, whole) {
        #expect(brief.examples.conflict.map(\.b) == whole.examples.conflict.map(\.b))
        #expect(brief.examples.agree.map(\.line) == whole.examples.agree.map(\.line))
        #expect(brief.examples.agree.count >= Rule.fewestExamples)
      }
    }
  }

  @Test func allMistakesAreToldAtOnce() throws {
    let found = try Self.mistakes(
      """
      id: my.rule
      title: A rule
      kind: scope
      severity: eror
      message: "{a.txt}"
      take: {scale: scale.quantifer}
      unless: [vage]
      \(Self.examples)
      """)
    #expect(
      found == [
        "mine.yml:4:11: `eror` is not one of note, warning, error; did you mean `error`?",
        "mine.yml:5:10: no field is named {a.txt}; did you mean `a.text`?",
        "mine.yml:1:1: `explain` is missing",
        "mine.yml:6:15: no lexicon is named `scale.quantifer`; did you mean `scale.quantifier`?",
        "mine.yml:7:10: `vage` is not one of vague, elsewhere, growing, moving, indefinite, "
          + "open; did you mean `vague`?",
      ])
  }

  @Test func kindsAreOfValues() throws {
    let found = try Self.mistakes(
      """
      id: my.rule
      title: A rule
      kind: scope
      severity: error
      message: "{a.text}"
      explain: Why.
      take: {scale: scale.quantifier, slot: kind}
      \(Self.examples)
      """)
    #expect(
      found == ["mine.yml:7:39: `slot: kind` has no use with `scale`: only aligned, same"])
  }

  /// What would be ignored, or mean something else than it says.
  @Test(
    arguments: [
      (
        "id: my.rule", "id: My Rule !",
        "1:5: an id is of small letters, digits and `.`, `-`, `_`: my.rule"
      ),
      ("title: A rule", "title: \"\"", "2:8: this is empty"),
      ("message: \"{a.text}\"", "message: \" \"", "5:10: this is empty"),
      ("kind: duration", "kind: duratoin", "3:7: `duratoin` is not one of "),
      ("kind: duration", "kind: \"\"", "3:7: `` is not one of"),
      (
        "{value: duration}", "{quotation: wording, slot: same}",
        "7:34: `slot: same` has no use with `quotation`: only aligned"
      ),
      (
        "{value: duration}", "{value: duration, reach: phrase}",
        "7:32: `reach` has no use here: only with `opposites` and `slot: declared`"
      ),
      ("{value: duration}", "{value: []}", "7:15: name at least one type of fact"),
      (
        "unless: [vague]", "unless: [vague, indefinite]",
        "8:17: `indefinite` has no use with what this rule takes: only vague, elsewhere, growing, "
          + "moving"
      ),
      ("{value: duration}", "{name: true}", "8:10: `vague` has no use with what this rule takes"),
      (
        "id: my.rule", "{schema: 2, id: my.rule}",
        "1:10: this rule needs another version of compare: it is of schema 2, this program reads 1"
      ),
    ])
  func whatWouldBeIgnoredIsAMistake(find: String, replacement: String, message: String) throws {
    let rule = """
      id: my.rule
      title: A rule
      kind: duration
      severity: error
      message: "{a.text}"
      explain: Why.
      take: {value: duration}
      unless: [vague]
      \(Self.examples)
      """
    #expect(try Self.mistakes(rule).isEmpty)
    let changed =
      replacement.hasPrefix("{schema") ? replacement : rule.replacing(find, with: replacement)
    let found = try Self.mistakes(changed)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("mine.yml:\(message)") ?? false, "\(found)")
  }

  @Test(arguments: ["", "# nothing\n", "[]\n"]) func aFileWithoutRulesIsAMistake(text: String)
    throws
  {
    #expect(try Self.mistakes(text) == ["mine.yml:1:1: there is no rule in this file"])
  }

  @Test func aMistypedKeyIsNotAlsoMissing() throws {
    let found = try Self.mistakes("id: my.rule\ntitel: A rule\nseverity: high\n")
    #expect(
      found == [
        "mine.yml:2:1: unknown key `titel`; did you mean `title`?",
        "mine.yml:3:11: `high` is not one of note, warning, error",
      ])
  }

  @Test func aRuleNeedsTwoExamplesOfEitherSide() throws {
    let found = try Self.mistakes(
      """
      id: my.rule
      title: A rule
      kind: scope
      severity: note
      message: "{a.text}"
      explain: Because.
      take: {name: true}
      examples:
        conflict: [[a, b], [c, d]]
        agree: [[a, b]]
      """)
    #expect(found == ["mine.yml:10:10: a rule needs at least 2 examples of `agree`"])
  }
}

@Suite struct LexiconTests {
  private static func lexicon(_ text: String) throws -> Lexicon? {
    try Lexicons([RuleSource(path: "mine.yml", place: "lexicons/mine.yml", text: text)])["mine"]
  }

  @Test func wordsAreAListOrAText() throws {
    let list = try Self.lexicon("{lexicon: mine, about: Tests, words: [a, \"no\", c]}")
    let text = try Self.lexicon("lexicon: mine\nabout: Tests\nwords: >-\n  a no\n  c\n")
    #expect(list?.entries == ["a": "", "no": "", "c": ""])
    #expect(text?.entries == list?.entries)
  }

  @Test func aWordInATextIsListedOnce() throws {
    let error = #expect(throws: SourceError.self) {
      try Self.lexicon("lexicon: mine\nabout: Tests\nwords: a b a\n")
    }
    #expect(error?.description == "mine.yml:3:8: `a` is listed twice in mine")
  }
}
