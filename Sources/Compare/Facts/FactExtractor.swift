internal import Synchronization

/// Finds the facts of a document, by the grammar that is data.
///
/// The grammar's layers run over the document's tokens one after another: numbers, then values
/// with units and dates, then what joins them, then hedges and ranges. Each layer is one finite
/// automaton, leftmost and longest; what it finds is resolved against the day of publication.
public struct FactExtractor: Sendable {
  private let grammar: Grammar
  private let pool: Pool

  /// - Throws: `SourceErrors` for mistakes in the pattern files.
  public init(_ sources: [RuleSource], lexicons: Lexicons) throws {
    grammar = try Grammar(sources, lexicons: lexicons)
    pool = Pool()
  }

  /// In document order.
  ///
  /// - Complexity: O(tokens).
  public func facts(in document: Document) -> [Fact] {
    var cascade = pool.take() ?? Cascade(grammar)
    let page = Page(document)
    var emission = Emission(grammar: grammar, page: page)
    cascade.run(page) { emission.take($0) }
    pool.give(cascade)
    return emission.facts()
  }

  /// Cascades that no thread uses just now.
  private final class Pool: Sendable {
    private let idle = Mutex<[Cascade]>([])

    func take() -> Cascade? { idle.withLock { $0.popLast() } }

    func give(_ cascade: Cascade) { idle.withLock { $0.append(cascade) } }
  }
}

extension FactExtractor {
  /// The examples and counter-examples of all patterns.
  public var examples: [PatternExample] { grammar.examples }

  /// The examples that don't give what they should, each with what they gave.
  public func failures(
    of examples: [PatternExample], segmenter: Segmenter
  ) -> [(example: PatternExample, found: String)] {
    examples.compactMap { example in
      let article = Article(
        id: example.pattern, outlet: "", published: example.published, path: example.path,
        text: Array(example.text.utf8))
      let document = Document(article, number: 0, segmenter: segmenter)
      let found = facts(in: document)
      let isRight =
        example.isCounter
        ? !applies(example.pattern, in: document)
        : example.expected.isEmpty
          ? found.isEmpty
          : example.expected.allSatisfy { wanted in
            found.contains { $0.type == wanted.type && $0.value == wanted.value }
          }
      guard !isRight else { return nil }
      let told = found.map { "\($0.type.rawValue) \($0.value)" }.joined(separator: "; ")
      return (example, told.isEmpty ? "nothing" : told)
    }
  }

  /// Whether the pattern makes anything of the document, be it only part of something larger.
  private func applies(_ pattern: String, in document: Document) -> Bool {
    var cascade = Cascade(grammar)
    var applies = false
    cascade.run(Page(document)) { work in
      applies = applies || work.makers.contains { grammar.patterns[Int($0)].id == pattern }
    }
    return applies
  }
}
