import Testing

@testable import Compare

/// Which offices are read from a sentence, as "last name: status rank office".
@Suite struct TitleReaderTests {
  private static let language = Result { try Language.builtIn() }

  private func titles(_ text: String) throws -> [String] {
    let language = try Self.language.get()
    let article = Article(
      id: "a", outlet: "A", published: nil, path: "a.txt", text: Array(text.utf8))
    let document = Document(article, number: 0, segmenter: language.segmenter)
    let words = ClauseWords(
      vocabulary: language.aligner.vocabulary(of: [document]), boundaries: WordSet(),
      particles: Particles(language.lexicons))
    return TitleReader(language.lexicons).people(in: document, words).mentions.map {
      let name = document.string($0.name.tokens)
      let rank = $0.title.rank == nil ? "" : "deputy "
      return "\(name): \($0.title.status.rawValue) \(rank)\($0.title.office)"
    }
  }

  @Test(arguments: [
    ("It was signed by chief executive Ann Lund.", "Ann Lund: current chief executive"),
    (
      "Ann B. Lund, the chief executive of Arda, signed it.", "Ann B. Lund: current chief executive"
    ),
    (
      "It was signed by the chief executive, Ann Lund, in May.", "Ann Lund: current chief executive"
    ),
    ("She said that Ann Lund is the chief executive.", "Ann Lund: current chief executive"),
    (
      "In 1990 Mr. Lund, then an assistant district attorney, left.",
      "Lund: then deputy district attorney"
    ),
    ("The former Arda director Ann Lund left.", "Ann Lund: past director"),
    ("He met ex-director Ann Lund.", "Ann Lund: past director"),
    ("He met acting director Ann Lund.", "Ann Lund: open director"),
    ("He met House Minority Leader Ann Lund (D-Arden).", "Ann Lund: current minority leader"),
    ("Arda's former director, Ann Lund, left.", "Ann Lund: past director"),
  ])
  func reads(_ text: String, _ expected: String) throws {
    #expect(try titles(text) == [expected])
  }

  @Test(arguments: [
    // What someone else calls her.
    "“The director, Ann Lund, is gone,” he said.",
    // Of the office, not of her.
    "Ann Lund, the director's sister, left.",
    // Held at another time.
    "Ann Lund, the director from 2000 to 2006, left.",
    "The director left before Ann Lund came.",
  ])
  func leavesAlone(_ text: String) throws {
    #expect(try titles(text).isEmpty)
  }
}
