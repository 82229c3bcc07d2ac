import Testing

@testable import Compare

@Suite struct AlignerTests {
  private let language: Language

  init() throws { language = try Language.builtIn() }

  private func align(_ texts: [String], jobs: Int = 1) -> (Alignments, [Document]) {
    let articles = texts.enumerated().map { number, text in
      Article(id: "\(number)", outlet: "\(number)", path: "\(number).txt", text: Array(text.utf8))
    }
    let documents = Comparison(language: language).documents(of: articles)
    return (language.aligner.align(documents, jobs: jobs), documents)
  }

  /// Candidate partners of the first text's sentence `number` in the second text, best first.
  private func partners(_ number: Int, _ alignments: Alignments, _ kind: AlignmentKind) -> [Int] {
    alignments.candidates.filter { $0.aSentence == number && $0.kind == kind }
      .sorted { $0.similarity > $1.similarity }.map(\.bSentence)
  }

  @Test func editedSentencesFindTheirPartners() {
    let left = """
      The ferry Marit struck a sandbank off Holm on Tuesday evening with 212 people aboard. \
      Nobody was hurt. The captain has 14 years of service. He was tested for alcohol. \
      Tugs pulled the ship free at dawn, the harbour master Elin Brandt said.
      """
    let right = """
      The ferry Marit struck a sandbank off Holm on Monday evening with 221 people aboard. \
      Nobody was killed. The captain has 40 years of service. He was tested for alcohol. \
      Tugs pulled the ship free at noon, the harbour master Elin Brandt said.
      """
    let (result, _) = align([left, right])
    for sentence in 0..<5 {
      #expect(partners(sentence, result, .nearDuplicate) == [sentence])
    }
    #expect(result.alignments.count == 1)
    #expect(result.alignments[0].a.sentences == 0..<5)
    #expect(result.alignments[0].b.sentences == 0..<5)
    #expect(result.alignments[0].kind == .nearDuplicate)
  }

  /// Two texts as long as books would take more memory than there is.
  @Test func ofTextsAsLongAsBooksTheFirstSentencesAreLookedAt() {
    #expect(SentenceGrid.room(5_000, 5_000) == (5_000, 5_000))
    #expect(SentenceGrid.room(0, 1_000_000) == (0, 1_000_000))
    for (rows, columns) in [(8_000, 8_000), (100, 900_000), (900_000, 100), (6_000, 40_000)] {
      let room = SentenceGrid.room(rows, columns)
      #expect(room.rows * room.columns <= SentenceGrid.mostCells)
      #expect(room.rows > 0 && room.rows <= rows && room.columns > 0 && room.columns <= columns)
    }
    let text = (1...6).map { "The harbour master counted \($0)00 barrels on pier \($0). " }.joined()
    let documents = align([text, text]).1
    var reader = TermReader(language.aligner.background)
    let terms = documents.map { SentenceTerms($0, reader: &reader) }
    func candidates(_ mostCells: Int) -> (sentences: [Int], curtailed: [Int]) {
      let pair = PairAligner(0, terms[0], 1, terms[1], mostCells: mostCells)
      let result = pair.result(.sameEvent)
      return (Set(result.candidates.map(\.aSentence)).sorted(), result.curtailed)
    }
    #expect(candidates(36) == (Array(0..<6), []))
    #expect(candidates(16) == (Array(0..<4), [0, 1]))
  }

  @Test func aSentenceSplitInTwoFindsBothHalves() {
    let left = """
      Prosecutors in Lindau charged the banker Otto Keller with fraud on Friday, and a judge set \
      bail at two million euros after a hearing that lasted four hours.
      """
    let right = """
      Prosecutors in Lindau charged the banker Otto Keller with fraud on Friday. A judge set bail \
      at three million euros after a hearing that lasted four hours.
      """
    let (result, _) = align([left, right])
    #expect(Set(partners(0, result, .nearDuplicate)) == [0, 1])
  }

  /// Reports of one event in other words, each line beside its partner.
  private static let retold: [(left: String, right: String)] = [
    (
      "The mayor of Holm, Karin Voss, opened the rebuilt fish market on Saturday after two years.",
      "After two years of work Karin Voss, Holm's mayor, cut the ribbon of its new fish market."
    ),
    (
      "The roof collapsed under heavy snow in February 2023 and crushed eleven stalls.",
      "Eleven stalls had been crushed when snow brought the roof down in February 2023."
    ),
    (
      "Rebuilding cost 3.4 million crowns, most of which an insurer, Nordvakt, paid.",
      "The insurer Nordvakt bore the largest part of the 3.4 million crowns that it cost."
    ),
    (
      "Traders such as Jonas Falk, who sells herring, say that rents have doubled.",
      "Herring seller Jonas Falk complained of a doubled rent, as did other traders."
    ),
  ]

  @Test func whatIsToldInOtherWordsAligns() {
    let (left, right) = (Self.retold.map(\.left), Self.retold.map(\.right))
    let (result, _) = align([left.joined(separator: " "), right.joined(separator: " ")])
    for sentence in Self.retold.indices {
      let found = result.alignments.filter { $0.a.sentences.contains(sentence) }
      #expect(found.map(\.kind) == [.retold], "\(left[sentence])")
      #expect(found.allSatisfy { $0.b.sentences.contains(sentence) }, "\(left[sentence])")
    }
    #expect(result.alignments.allSatisfy { (0.3...1).contains($0.similarity) })
  }

  /// The same town and the same people are not the same thing told.
  @Test func otherThingsOfTheSamePeopleDoNotAlign() {
    let others = """
      Karin Voss has three children and keeps bees. Jonas Falk was born on an island far to the \
      north. It rained for most of February. Nordvakt will move its seat to the capital.
      """
    let (result, _) = align([Self.retold.map(\.left).joined(separator: " "), others])
    #expect(result.alignments.isEmpty)
  }

  /// More articles than are all compared with each other: copies, re-told ones, others.
  @Test func alignmentsAreTheSameForAnyNumberOfJobs() throws {
    let texts = (0..<64).map { (number: Int) -> String in
      let sentences = Self.retold.map { number / 8 % 2 == 0 ? $0.left : $0.right }
      let first = number / 16
      let text = (sentences[first...] + sentences[..<first]).joined(separator: " ")
      // Eight events, each with people and places of its own.
      let event = ["a", "b", "c", "d", "e", "f", "g", "h"][number % 8]
      return ["Holm", "Voss", "Nordvakt", "Falk"].reduce(text) {
        $0.replacing($1, with: $1 + event)
      } + " It was day \(number) of the fair."
    }
    func told(_ jobs: Int) -> (alignments: [String], candidates: [String]) {
      let (result, _) = align(texts, jobs: jobs)
      return (result.alignments.map { "\($0)" }, result.candidates.map { "\($0)" })
    }
    let one = told(1)
    #expect(Set(align(texts).0.alignments.map(\.kind)) == [.nearDuplicate, .retold])
    for jobs in [2, 5] {
      let other = told(jobs)
      #expect(other.alignments == one.alignments)
      #expect(other.candidates == one.candidates)
    }
  }

  @Test func unrelatedTextsDoNotAlign() {
    let (result, _) = align([
      "The council approved a new bus line to the northern suburbs. It opens in May.",
      "Scientists found a frog with blue feet near the river. It sings at night.",
    ])
    #expect(result.alignments.isEmpty)
    #expect(result.candidates.isEmpty)
  }
}
