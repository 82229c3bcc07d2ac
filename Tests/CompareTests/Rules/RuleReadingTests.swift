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
    #expect(found == ["mine.yml:7:7: `slot: kind` goes with `value` only"])
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
