/// All patterns of a language, compiled.
final class Grammar: Sendable {
  /// One pattern: what to make of its matches, and what must (not) stand on either side.
  final class Pattern: Sendable {
    let id: String
    let maker: Maker
    let arguments: [(name: ParameterName, source: ArgumentSource)]
    /// What must (not) stand beside a match.
    let sides: Sides

    init(
      id: String, maker: Maker, arguments: [(name: ParameterName, source: ArgumentSource)],
      sides: Sides
    ) {
      self.id = id
      self.maker = maker
      self.arguments = arguments
      self.sides = sides
    }
  }

  /// The patterns that run together, and what their steps ask for.
  struct Layer: Sendable {
    let network: Network
    /// A group for each of the network's labels.
    let labels: LabelGroups
    /// The labels with which a match can begin, as bits.
    let firstLabels: [UInt64]

    init(_ network: Network, classCount: Int) {
      self.network = network
      labels = LabelGroups(network.labels, classCount: classCount)
      var first = [UInt64](repeating: 0, count: labels.width)
      for position in network.first {
        let label = Int(network.positions[Int(position)].label)
        first[label / 64] |= 1 << UInt64(label % 64)
      }
      firstLabels = first
    }
  }

  let words: WordTable
  let patterns: [Pattern]
  /// In the order they run.
  let layers: [Layer]
  /// What patterns ask of the items beside their matches.
  let surroundings: LabelGroups
  let tables: NormalizationFile
  /// The pattern files.
  private let sources: [RuleSource]
  let tenses: TenseClasses
  /// By the names of units; few texts have any.
  let measures: Lazy<[String: Measure]>

  /// - Throws: `SourceErrors` with every mistake found.
  init(_ sources: [RuleSource], lexicons: Lexicons) throws {
    var errors: [SourceError] = []
    func collect(_ body: () throws -> Void) throws {
      do { try body() } catch let error as SourceError { errors.append(error) }
    }
    var files: [PatternFile] = []
    var tables = NormalizationFile()
    for source in sources {
      try collect {
        if Self.isTable(source) {
          let reader = try source.withBytes { try YAMLReader.parse($0, path: source.path) }
          if let reader { try tables.read(reader) }
        } else if let file = try PatternFile.read(source, isShown: !source.isBuiltIn) {
          files.append(file)
        }
      }
    }
    var compiler = PatternCompiler(lexicons: lexicons)
    var networks: [Network] = []
    for layer in PatternFile.layers {
      let files = files.filter { $0.layer == layer }
      guard !files.isEmpty else { continue }
      var network = NetworkBuilder()
      for entry in files.flatMap(\.patterns) {
        try collect { try compiler.add(entry, to: &network) }
      }
      networks.append(Network(network))
    }
    tenses = TenseClasses(
      future: compiler.classes.number(lexicon: "tense.future"),
      past: compiler.classes.number(lexicon: "tense.past"),
      verb: compiler.classes.number(lexicon: "tense.verb"),
      infinitive: compiler.classes.number(lexicon: "tense.infinitive"),
      done: compiler.classes.number(lexicon: "tense.done"),
      passive: compiler.classes.number(lexicon: "tense.passive"),
      copula: compiler.classes.number(lexicon: "tense.copula"),
      attribute: compiler.classes.number(lexicon: "tense.attribute"),
      phrasal: compiler.classes.number(lexicon: "tense.phrasal"),
      particle: compiler.classes.number(lexicon: "tense.particle"),
      coming: compiler.classes.number(lexicon: "tense.coming"),
      must: compiler.classes.number(lexicon: "tense.must"),
      not: compiler.classes.number(lexicon: "tense.not"),
      sure: compiler.classes.number(lexicon: "tense.sure"),
      pastEndings: (lexicons["tense.past-ending"]?.entries.keys.sorted() ?? []).map {
        Array($0.utf8)
      })
    guard errors.isEmpty else { throw SourceErrors(errors) }
    words = WordTable(compiler.classes.words)
    patterns = compiler.patterns
    let classCount = compiler.classes.words.classCount
    layers = networks.map { Layer($0, classCount: classCount) }
    surroundings = LabelGroups(
      compiler.sides.labels, ends: compiler.sides.ends, classCount: classCount)
    self.tables = tables
    measures = Lazy {
      lexicons["unit.base"]?.entries.compactMapValues { Measure($0) } ?? [:]
    }
    self.sources = sources.filter { !Self.isTable($0) }
  }

  private static func isTable(_ source: RuleSource) -> Bool { source.isIn("normalization") }

  /// What all patterns are shown by, read anew for who asks.
  var examples: [PatternExample] {
    sources.flatMap { source -> [PatternExample] in
      do {
        return try PatternFile.read(source, isShown: true)?.patterns.flatMap(\.examples) ?? []
      } catch {
        // Files that people bring were read with their examples before.
        RuleSource.isBroken(error)
      }
    }
  }
}
