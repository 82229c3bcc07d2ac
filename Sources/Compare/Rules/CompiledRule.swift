/// A rule with its words looked up: what the engine runs.
struct CompiledRule: Sendable {
  let rule: Rule
  private let test: Test

  private enum Test: Sendable {
    case value(ValueTest)
    case scale(ScaleTest)
    case opposites(OppositesTest)
    case polarity(PolarityTest)
    case quotation(QuotationTest)
    case structure(StructureTest)
  }

  init(_ rule: Rule, lexicons: Lexicons) {
    self.rule = rule
    func phrases(_ name: String) -> PhraseTable {
      PhraseTable(lexicons[name] ?? Lexicon(name: name, about: "", entries: [:]))
    }
    switch rule.test {
    case .value(let types, let slot):
      test = .value(ValueTest(types: Set(types), slot: slot, exceptions: rule.unless))
    case .scale(let name): test = .scale(ScaleTest(phrases: phrases(name)))
    case .opposites(let name): test = .opposites(OppositesTest(phrases: phrases(name)))
    case .polarity(let name):
      test = .polarity(
        PolarityTest(
          negations: phrases(name), auxiliaries: lexicons.words("word.auxiliary")))
    case .quotation: test = .quotation(
        QuotationTest(
          wording: QuotedWording(lexicons), attribution: Attribution(lexicons),
          functionWords: lexicons.words("word.function")))
    case .structure(let shape):
      test = .structure(
        StructureTest(
          shape: shape, conjunctions: lexicons.words("word.conjunction"),
          functionWords: lexicons.words("word.function"),
          governors: lexicons.words("scope.governor")))
    }
  }

  func findings(_ pair: SentencePair) -> [Finding] {
    switch test {
    case .value(let test): test.findings(pair)
    case .scale(let test): test.findings(pair)
    case .opposites(let test): test.findings(pair)
    case .polarity(let test): test.findings(pair)
    case .quotation(let test): test.findings(pair)
    case .structure(let test): test.findings(pair)
    }
  }

  /// What comes first when two rules see one difference: words inside quotation marks belong to
  /// the quotation, values to their slot, and only then to the lists of words.
  var rank: Int {
    switch test {
    case .quotation: 0
    case .value: 1
    case .structure: 2
    case .scale: 3
    case .polarity: 4
    case .opposites: 5
    }
  }
}
