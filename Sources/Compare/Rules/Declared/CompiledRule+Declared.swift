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
    let particles = Particles(lexicons)
    let names = NameLists(
      conjunctions: lexicons.words("word.conjunction"),
      functionWords: lexicons.words("word.function"))
    switch rule.test {
    case .inference(.order):
      return (
        afterAll,
        ComparisonTest(
          lists: names,
          words: ComparisonWords(links: lexicons.words("word.auxiliary"), particles: particles))
      )
    case .inference(.count): return (afterAll, ListCountTest(lists: names, choices: particles.or))
    case .inference(.span): return (afterAll, SpanTest(lexicons, lists: names))
    case .inference(.change):
      return (afterAll + 4, ChangeTest(lexicon("change.direction"), lexicons, negations: negations))
    case .inference(.country): return (afterAll + 6, CountryTest(lexicons, negations: negations))
    case .inference(.person):
      return (afterAll + 7, PersonPlaceTest(lexicons))
    case .inference(.holder): return (afterAll + 6, HolderTest(lexicons))
    case .inference(.sort): return (afterAll + 7, KindTest(lexicons, negations: negations))
    case .inference(.hoax):
      return (
        afterAll + 4,
        HoaxTest(
          hoaxes: lexicons.words("denial.hoax"), unmasked: PhraseTable(lexicon("denial.unmasked")),
          words: DenialWords(lexicons, negations: negations, forms: WordFormLexicon(lexicons)),
          negations: negations)
      )
    case .inference(.unmentioned):
      let words = DenialWords(
        lexicons, negations: PhraseTable(lexicon("denial.negation")),
        forms: WordFormLexicon(lexicons))
      return (afterAll + 9, UnmentionedTest(polarity: DeclaredPolarityTest(words: words)))
    case .value(let types, .declared):
      return (
        afterAll + 1,
        DeclaredValueTest(
          types: Set(types), negations: negations, lists: names,
          another: lexicons.words("word.another"), particles: particles)
      )
    case .polarity(let name, .declared):
      let words = DenialWords(
        lexicons, negations: PhraseTable(lexicon(name)), forms: WordFormLexicon(lexicons))
      return (afterAll + 4, DeclaredPolarityTest(words: words))
    case .opposites(let name, .declared, let reach):
      return (
        afterAll + 5,
        DeclaredOppositesTest(
          words: PoleWords(lexicon(name)), negations: negations,
          reach: reach,
          isIndefiniteExcepted: rule.unless.contains(.indefinite), particles: particles)
      )
    case .name(.declared):
      return (
        afterAll + 8,
        DeclaredNameTest(
          notNames: lexicons.words("word.capitalised"), lists: names, negations: negations,
          particles: particles)
      )
    default: return nil
    }
  }
}
