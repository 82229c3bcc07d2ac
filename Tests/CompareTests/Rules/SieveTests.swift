import Testing

@testable import Compare

@Suite("Which rules are asked of two sentences") struct SieveTests {
  private let document: Document

  init() throws {
    let text =
      "At least nine boats sank. Up to nine boats were lost. Anna Orr left for Lund. He left at noon."
    document = Document(
      Article(id: "a", outlet: "A", path: "a.txt", text: Array(text.utf8)), number: 0,
      segmenter: try Language.builtIn().segmenter)
  }

  /// Which of the needs, by number, are met by two sentences of the document.
  private func asked(
    _ needs: [Need], _ a: Int, _ b: Int, isDeclared: Bool = false
  ) -> [Int] {
    let sieve = Sieve(needs)
    let marks = sieve.marks(document, [])
    var asked: [Int] = []
    sieve.asked(marks[a], marks[b], isDeclared: isDeclared).forEach(of: needs.count) {
      asked.append($0)
    }
    return asked
  }

  private let bounds = PhraseTable(
    Lexicon(name: "bound", about: "", entries: ["at least": "", "up to": ""]))

  @Test func aPhraseIsAllOfItsWords() {
    #expect(asked([.phrase([bounds])], 0, 2) == [0])
    // "At" alone is no bound.
    #expect(asked([.phrase([bounds])], 2, 3).isEmpty)
    #expect(asked([.phrases(bounds)], 0, 1) == [0])
    #expect(asked([.phrases(bounds)], 0, 3).isEmpty)
  }

  @Test func wordsStandOnOneSideOrOnBoth() {
    let left = WordSet([Hash.of("left")])
    #expect(asked([.word(left), .words(left)], 0, 2) == [0])
    #expect(asked([.word(left), .words(left)], 2, 3) == [0, 1])
  }

  @Test func namesAreCapitalisedInsideASentence() {
    #expect(asked([.names], 2, 2) == [0])
    #expect(asked([.names], 2, 3).isEmpty)
    #expect(asked([.fullNames], 2, 2) == [0])
    #expect(asked([.fullNames], 0, 2).isEmpty)
  }

  @Test func someAreAskedAlwaysAndSomeOfDeclaredTexts() {
    #expect(asked([.nothing, .declaration], 0, 1) == [0])
    #expect(asked([.nothing, .declaration], 0, 1, isDeclared: true) == [0, 1])
  }

  @Test func thereMayBeMoreRulesThanBits() {
    let needs = [Need](repeating: .names, count: 70)
    #expect(asked(needs, 0, 1) == Array(63..<70))
    #expect(asked(needs, 2, 2) == Array(0..<70))
  }
}
