extension CompiledRule {
  /// What is only asked of declared texts comes after what is asked of all.
  private static let afterAll = 10

  /// The test of a rule for texts that are declared to be about the same thing, with its rank;
  /// `nil` for a rule that is asked of all texts.
  ///
  /// Its words are looked up when such texts are first judged: most runs have none.
  static func declaredTest(_ rule: Rule, _ lexicons: Lexicons) -> (Int, any PairTest)? {
    let words = DeclaredLexicons(lexicons: lexicons)
    func test(after rank: Int, _ make: @escaping @Sendable () -> any PairTest) -> (
      Int, any PairTest
    ) {
      (afterAll + rank, DeferredTest(test: Lazy(make)))
    }
    switch rule.test {
    case .inference(.order):
      return test(after: 0) {
        ComparisonTest(
          lists: words.names,
          words: ComparisonWords(
            links: lexicons.words("word.auxiliary"), particles: words.particles))
      }
    case .inference(.count):
      return test(after: 0) { ListCountTest(lists: words.names, choices: words.particles.or) }
    case .inference(.span): return test(after: 0) { SpanTest(lexicons, lists: words.names) }
    case .inference(.change):
      return test(after: 4) {
        ChangeTest(reader: words.changes)
      }
    case .inference(.size):
      return test(after: 4) {
        ChangeSizeTest(reader: words.changes, sizes: PhraseTable(words["change.size"]))
      }
    case .inference(.relation):
      return test(after: 8) {
        RelationTest(
          words: PhraseTable(words["relation.word"]),
          notNames: lexicons.words("word.capitalised"), negations: words.negations)
      }
    case .inference(.country):
      return test(after: 6) { CountryTest(lexicons, negations: words.negations) }
    case .inference(.person): return test(after: 7) { PersonPlaceTest(lexicons) }
    case .inference(.holder): return test(after: 6) { HolderTest(lexicons) }
    case .inference(.sort):
      return test(after: 7) { KindTest(lexicons, negations: words.negations) }
    case .inference(.hoax):
      return test(after: 4) {
        HoaxTest(
          hoaxes: lexicons.words("denial.hoax"), unmasked: PhraseTable(words["denial.unmasked"]),
          words: words.denials(words.negations), negations: words.negations)
      }
    case .inference(.unmentioned):
      return test(after: 9) {
        UnmentionedTest(
          polarity: DeclaredPolarityTest(
            words: words.denials(PhraseTable(words["denial.negation"]))))
      }
    case .inference(.stranger):
      return test(after: 9) {
        StrangerTest(
          notNames: lexicons.words("word.capitalised"),
          functionWords: lexicons.words("word.function"))
      }
    case .value(let types, .declared):
      return test(after: 1) {
        DeclaredValueTest(
          types: FactTypes(types), negations: words.negations, lists: words.names,
          another: lexicons.words("word.another"), particles: words.particles)
      }
    case .polarity(let name, .declared):
      return test(after: 4) {
        DeclaredPolarityTest(words: words.denials(PhraseTable(words[name])))
      }
    case .opposites(let name, .declared, let reach):
      return test(after: 5) {
        DeclaredOppositesTest(
          words: PoleWords(words[name]), negations: words.negations, reach: reach,
          isIndefiniteExcepted: rule.unless.contains(.indefinite), particles: words.particles)
      }
    case .name(.declared):
      return test(after: 8) {
        DeclaredNameTest(
          notNames: lexicons.words("word.capitalised"), lists: words.names,
          negations: words.negations, particles: words.particles)
      }
    default: return nil
    }
  }
}

/// What several tests of declared texts read from the lexicons.
private struct DeclaredLexicons: Sendable {
  let lexicons: Lexicons

  subscript(name: String) -> Lexicon {
    lexicons[name] ?? Lexicon(name: name, about: "", entries: [:])
  }

  var negations: PhraseTable { PhraseTable(self["negation"]) }
  var particles: Particles { Particles(lexicons) }
  var names: NameLists {
    NameLists(
      conjunctions: lexicons.words("word.conjunction"),
      functionWords: lexicons.words("word.function"))
  }

  var changes: ChangeReader {
    ChangeReader(self["change.direction"], lexicons, negations: negations)
  }

  func denials(_ negations: PhraseTable) -> DenialWords {
    DenialWords(lexicons, negations: negations, forms: WordFormLexicon(lexicons))
  }
}

/// A test of declared texts that is put together when it is first asked.
private struct DeferredTest: PairTest {
  let test: Lazy<any PairTest>

  var need: Need { .declaration }

  func findings(_ pair: SentencePair) -> [Finding] { test.value.findings(pair) }
}
