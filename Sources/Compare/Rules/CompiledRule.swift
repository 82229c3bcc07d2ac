/// What one sort of rule does.
protocol RuleTest: Sendable {
  // The test by what it is asked of; `nil` where it isn't. Casts would ask the runtime for each
  // rule at every start.
  var asPairTest: (any PairTest)? { get }
  var asQuotedTest: (any QuotedTest)? { get }
  var asArticleTest: (any ArticleTest)? { get }
}

extension RuleTest {
  var asPairTest: (any PairTest)? { nil }
  var asQuotedTest: (any QuotedTest)? { nil }
  var asArticleTest: (any ArticleTest)? { nil }
}

/// What one sort of rule does with two aligned sentences.
protocol PairTest: RuleTest {
  /// Without which the test finds nothing in a pair.
  var need: Need { get }
  /// Every comparison that the test makes, conflicting or not, in the order of the text.
  func findings(_ pair: SentencePair) -> [Finding]
}

extension PairTest {
  var need: Need { .nothing }
  var asPairTest: (any PairTest)? { self }
}

/// A rule with its words looked up: what the engine runs.
final class CompiledRule: Sendable {
  let rule: Rule
  /// Asked of every pair of sentences that may tell the same thing.
  let pairTest: (any PairTest)?
  /// Asked of the quotations of two documents.
  let quotedTest: (any QuotedTest)?
  /// Asked of every pair of articles on one event.
  let articleTest: (any ArticleTest)?
  /// What comes first when two rules see one difference: words inside quotation marks belong to
  /// the quotation, values to their slot, and only then to the lists of words.
  let rank: Int

  init(_ rule: Rule, lexicons: Lexicons, readers: RuleReaders) {
    self.rule = rule
    let (rank, test) = Self.declaredTest(rule, lexicons) ?? Self.test(rule, lexicons, readers)
    self.rank = rank
    pairTest = test.asPairTest
    quotedTest = test.asQuotedTest
    articleTest = test.asArticleTest
  }

  private static func adverbEndings(_ lexicons: Lexicons) -> [[UInt8]] {
    (lexicons["word.adverb-ending"]?.entries ?? [:]).keys.sorted().map { Array($0.utf8) }
  }

  private static func test(
    _ rule: Rule, _ lexicons: Lexicons, _ readers: RuleReaders
  ) -> (Int, any RuleTest) {
    func phrases(_ name: String) -> PhraseTable { lexicons.phrases(name) }
    let functionWords = lexicons.words("word.function")
    switch rule.test {
    case .quotation(.wording):
      return (
        0,
        QuotationTest(
          wording: QuotedWording(lexicons), attribution: Attribution(lexicons),
          translated: phrases("quote.translated"), occasions: phrases("quote.occasion"))
      )
    case .value(let types, .kind):
      return (
        9,
        KindedValueTest(
          types: FactTypes(types), reader: readers.kindedValues, context: readers.values)
      )
    case .value(let types, let slot):
      return (
        1,
        ValueTest(
          types: FactTypes(types), slot: slot, growing: lexicons.words("count.growing"),
          moving: lexicons.words("value.moving"),
          snapshots: lexicons.words("particle.snapshot"),
          statements: lexicons.words("verb.statement"), exceptions: rule.unless,
          context: readers.values)
      )
    case .structure(.superlative): return (9, SuperlativeTest(lexicons))
    case .structure(.denial):
      return (
        5,
        DenialExtentTest(
          negations: readers.negations, parts: lexicons.words("negation.part"))
      )
    case .structure(.threshold):
      return (9, ThresholdTest(above: phrases("limit.above"), upwards: phrases("limit.upwards")))
    case .structure(.deed): return (3, DeedTest(lexicons))
    case .structure(.tally): return (1, TallyTest(reader: TallyReader(lexicons)))
    case .structure(.existence): return (4, ExistenceTest(lexicons))
    case .structure(.sides): return (9, SidesTest(lexicons))
    case .structure(.part): return (2, PartTest(lexicons))
    case .structure(.dating): return (9, DateSetTest(lexicons))
    case .structure(.place): return (9, PlaceTest(lexicons))
    case .structure(.regard): return (9, RegardTest(lexicons, readers))
    case .structure(.places): return (9, StoppedPlacesTest(lexicons, readers))
    case .structure(.width): return (2, WidthTest(reader: ScopeReader(lexicons)))
    case .structure(let shape):
      return (
        2,
        StructureTest(
          shape: shape, conjunctions: lexicons.words("word.conjunction"),
          functionWords: functionWords, governors: lexicons.words("scope.governor"))
      )
    case .scale(let name, let slot):
      return (3, ScaleTest(phrases: phrases(name), negations: readers.negations, slot: slot))
    case .polarity(let name, let slot):
      return (
        4,
        PolarityTest(
          negations: phrases(name), implied: phrases("negation.implied"),
          openers: Openers(
            words: lexicons.words("negation.opener"), counts: lexicons.words("negation.count")),
          slot: slot, stops: lexicons.words("stop.word"),
          partial: lexicons.words("quantifier.partial"),
          words: DeniedWords(lexicons, readers, adverbEndings: adverbEndings(lexicons)))
      )
    case .none(let name):
      return (3, NoneTest(none: phrases(name), functionWords: functionWords))
    case .opposites(let name, let slot, _):
      return (
        5,
        OppositesTest(
          phrases: readers.opposites(name), negations: readers.negations,
          exceptions: rule.unless, oneOfMany: lexicons.words("particle.one-of-many"), slot: slot,
          open: lexicons.words("deed.open"),
          adverbEndings: adverbEndings(lexicons))
      )
    case .inference:
      preconditionFailure("asked of declared texts only")
    case .quotation(.speaker):
      return (
        6,
        SpeakerTest(attribution: Attribution(lexicons), names: PersonNameReader(lexicons))
      )
    case .term(let name):
      return (7, TermTest(phrases: phrases(name), leaving: lexicons.words("role.leaving")))
    case .order(let name, let events):
      let sorts = lexicons[events]?.entries ?? [:]
      return (
        9,
        OrderTest(
          relations: phrases(name),
          events: sorts.reduce(into: [:]) { $0[Hash.of($1.key)] = $1.value },
          negations: readers.negations)
      )
    case .person(.title): return (9, PersonTest(lexicons))
    case .person(.age): return (9, AgeTest(lexicons))
    case .person:
      let forms = lexicons["person.form"]?.entries ?? [:]
      return (
        9,
        FirstNameTest(
          names: PersonNameReader(lexicons),
          forms: forms.reduce(into: [:]) {
            $0[Hash.of($1.key)] = $1.value
            $0[Hash.of($1.value)] = $1.value
          })
      )
    case .name:
      return (
        8,
        NameTest(
          functionWords: functionWords, notNames: lexicons.words("word.capitalised"))
      )
    }
  }
}
