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

  @Test func unrelatedTextsDoNotAlign() {
    let (result, _) = align([
      "The council approved a new bus line to the northern suburbs. It opens in May.",
      "Scientists found a frog with blue feet near the river. It sings at night.",
    ])
    #expect(result.alignments.isEmpty)
    #expect(result.candidates.isEmpty)
  }
}
