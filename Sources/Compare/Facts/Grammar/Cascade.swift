/// What one run of the grammar over a document works in.
///
/// Kept between documents, so that the automata's states are made once.
struct Cascade: Sendable {
  private var layers: [Layer]
  private var surroundings: Surroundings
  private var work: Workspace

  /// Sentences are run together until they have so many tokens: what is worked on stays near, and
  /// does not grow with the text.
  private static let portion = 2_000

  /// - Parameters: sizes of the automata's tables, for `Machine`.
  init(_ grammar: Grammar, mostStates: Int = 16_000, mostLocals: Int = 4_000) {
    layers = grammar.layers.indices.map {
      Layer(grammar, $0, mostStates: mostStates, mostLocals: mostLocals)
    }
    surroundings = Surroundings(grammar.surroundings)
    work = Workspace(grammar)
  }

  /// Runs all layers over a document, some sentences at a time.
  ///
  /// - Parameter found: is told the items and meanings of each portion. No pattern reaches over
  ///   the end of a sentence.
  /// - Complexity: O(tokens).
  mutating func run(_ page: Page, found: (Workspace) -> Void) {
    let document = page.document
    var next = 0
    while next < document.sentences.count {
      let first = next
      let start = document.sentences[first].tokens.lowerBound
      while next < document.sentences.count,
        document.sentences[next].tokens.upperBound - start <= Self.portion || next == first
      {
        next += 1
      }
      work.read(first..<next, of: document)
      for layer in layers.indices { layers[layer].run(over: &work, &surroundings, page) }
      found(work)
    }
  }
}
