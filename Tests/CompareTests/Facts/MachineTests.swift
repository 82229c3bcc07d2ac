import Testing

@testable import Compare

@Suite struct MachineTests {
  /// Every word that a lexicon of values names, in all ways of writing, mixed with numbers.
  private static func mixed(_ lexicons: Lexicons) -> String {
    let words = lexicons.names.filter { !$0.hasPrefix("alignment") }
      .compactMap { lexicons[$0] }
      .flatMap(\.entries.keys).sorted()
    let numbers = ["1", "12", "31", "1998", "3.5", "10.30", "1,000", "2024.01.05", "20250101"]
    let signs = [" ", " ", " ", "-", "/", ", ", ". ", "", " $"]
    var text = ""
    var random: UInt64 = 7
    func draw(_ count: Int) -> Int {
      random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(random >> 33) % count
    }
    for _ in 0..<3 {
      for word in words {
        text += draw(3) == 0 ? word.prefix(1).uppercased() + word.dropFirst() : word
        text += signs[draw(signs.count)]
        if draw(3) == 0 { text += numbers[draw(numbers.count)] + signs[draw(signs.count)] }
      }
    }
    return text
  }

  /// Emptying the tables in the middle of a text changes nothing but time.
  @Test(arguments: [(1, 1), (40, 4_000), (16_000, 12)])
  func smallTablesGiveTheSame(mostStates: Int, mostLocals: Int) throws {
    let sources = RuleSource.builtIn().filter { $0.place.hasPrefix("en/") }
    let language = try Language.builtIn()
    let grammar = try Grammar(
      sources.filter { $0.place.contains("/patterns/") || $0.place.contains("/normalization/") },
      lexicons: language.lexicons)
    let article = Article(
      id: "a", outlet: "a", published: PublicationDate("2025-03-19"), path: "a",
      text: Array(Self.mixed(language.lexicons).utf8))
    let document = Document(article, number: 0, segmenter: language.segmenter)
    let plenty = Found(Cascade(grammar), in: document)
    let scarce = Found(
      Cascade(grammar, mostStates: mostStates, mostLocals: mostLocals), in: document)
    #expect(plenty.makers.count > 1_000)
    #expect(scarce.makers == plenty.makers)
    #expect(scarce.starts == plenty.starts)
    #expect(scarce.meanings == plenty.meanings)
  }

  /// What a cascade found, portion after portion.
  private struct Found {
    var makers: [Int32] = []
    var starts: [Int32] = []
    var meanings: [Int32] = []

    init(_ cascade: Cascade, in document: Document) {
      var cascade = cascade
      cascade.run(Page(document)) { work in
        makers += work.makers
        starts += work.items.map(\.start)
        meanings += work.items.map(\.meaning)
      }
    }
  }
}
