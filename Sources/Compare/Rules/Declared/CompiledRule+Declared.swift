extension CompiledRule {
  /// What is only asked of declared texts comes after what is asked of all.
  private static let afterAll = 10

  /// The test of a rule for texts that are declared to be about the same thing, with its rank;
  /// `nil` for a rule that is asked of all texts.
  static func declaredTest(_ rule: Rule, _ lexicons: Lexicons) -> (Int, any PairTest)? {
    func lexicon(_ name: String) -> Lexicon {
      lexicons[name] ?? Lexicon(name: name, about: "", entries: [:])
    }
    let negations = PhraseTable(lexicon("negation"))
    let names = NameLists(
      conjunctions: lexicons.words("word.conjunction"),
      functionWords: lexicons.words("word.function"))
    switch rule.test {
    case .inference(.order):
      return (afterAll, ComparisonTest(lists: names, links: lexicons.words("word.auxiliary")))
    case .inference(.count): return (afterAll, ListCountTest(lists: names))
    case .value(let types, .declared):
      return (afterAll + 1, DeclaredValueTest(types: Set(types), negations: negations, lists: names))
    case .polarity(let name, .declared):
      let words = DenialWords(
        lexicons, negations: PhraseTable(lexicon(name)), forms: WordFormLexicon(lexicons))
      return (afterAll + 4, DeclaredPolarityTest(words: words))
    case .opposites(let name, .declared):
      return (
        afterAll + 5,
        DeclaredOppositesTest(
          words: PoleWords(lexicon(name)), negations: negations,
          isClass: name == "opposites.class",
          isIndefiniteExcepted: rule.unless.contains(.indefinite))
      )
    case .name(.declared):
      return (
        afterAll + 8,
        DeclaredNameTest(
          notNames: lexicons.words("word.capitalised"), lists: names, negations: negations)
      )
    default: return nil
    }
  }
}
