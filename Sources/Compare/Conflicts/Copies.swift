/// Which articles carry one text, as when several outlets print one agency's story.
///
/// Two articles are copies when they share most words of both, in passages that are
/// near-duplicates; copies of copies carry the same text. A brief that stands whole inside a long
/// report is no copy of it: the rest of the report is the outlet's own.
struct Copies: Sendable {
  /// Least share of the shorter article's words: a copy may be cut and edited.
  static let leastOfShorter = 0.8
  /// Least share of the longer article's words.
  static let leastOfLonger = 0.5
  /// Texts with fewer words in common may be alike by chance.
  static let fewestWords = 20

  /// For each document the first one that carries its text.
  private let texts: [Int]

  /// - Parameters:
  ///   - documents: in input order.
  ///   - alignments: sorted by both documents.
  /// - Complexity: O(alignments and the sentences in them).
  init(_ documents: [Document], _ alignments: [Alignment]) {
    // Of those that are in an alignment, each counted once.
    var known: [Int: Int] = [:]
    func words(_ number: Int) -> Int {
      if let count = known[number] { return count }
      let count = Self.words(documents[number], documents[number].sentences.indices)
      known[number] = count
      return count
    }
    var texts = Array(documents.indices)
    func first(_ number: Int) -> Int {
      var at = number
      while texts[at] != at { at = texts[at] }
      texts[number] = at
      return at
    }
    var start = 0
    while start < alignments.count {
      let (a, b) = (alignments[start].a.document, alignments[start].b.document)
      let end =
        alignments[start...].firstIndex { ($0.a.document, $0.b.document) != (a, b) }
        ?? alignments.count
      let shared = min(
        Self.shared(documents[a], alignments[start..<end], \.a),
        Self.shared(documents[b], alignments[start..<end], \.b))
      let (shorter, longer) = (Double(min(words(a), words(b))), Double(max(words(a), words(b))))
      if shared >= Double(Self.fewestWords), shared >= Self.leastOfShorter * shorter,
        shared >= Self.leastOfLonger * longer
      {
        let (left, right) = (first(a), first(b))
        texts[max(left, right)] = min(left, right)
      }
      start = end
    }
    self.texts = documents.indices.map(first)
  }

  /// The outlets of some articles that say the same: each voice once, with those that only repeat
  /// its text; sorted by outlet.
  ///
  /// An outlet that says it in a text of its own as well is a voice of its own.
  func voices(_ numbers: some Sequence<Int>, in documents: [Document]) -> [Dispute.Voice] {
    var articles: [String: [Int]] = [:]
    for number in numbers { articles[documents[number].article.outlet, default: []].append(number) }
    var outlets: [Int: [(outlet: String, first: Int)]] = [:]
    var voices: [Dispute.Voice] = []
    for (outlet, numbers) in articles {
      let carried = Set(numbers.map { texts[$0] })
      if let text = carried.first, carried.count == 1, let first = numbers.min() {
        outlets[text, default: []].append((outlet, first))
      } else {
        voices.append(Dispute.Voice(outlet: outlet))
      }
    }
    for group in outlets.values {
      func rank(_ number: Int) -> (Int, Int) {
        (documents[number].article.published?.order ?? .max, number)
      }
      let sorted = group.sorted { rank($0.first) < rank($1.first) }.map(\.outlet)
      voices.append(Dispute.Voice(outlet: sorted[0], copies: sorted.dropFirst().sorted()))
    }
    return voices.sorted { $0.outlet < $1.outlet }
  }

  /// About the words of one side that its near-duplicate passages share with the other.
  private static func shared(
    _ document: Document, _ alignments: ArraySlice<Alignment>, _ side: (Alignment) -> Passage
  ) -> Double {
    var shared = 0.0
    var seen: Set<Int> = []
    for alignment in alignments where alignment.kind == .nearDuplicate {
      let fresh = side(alignment).sentences.filter { seen.insert($0).inserted }
      shared += alignment.similarity * Double(words(document, fresh))
    }
    return shared
  }

  private static func words(_ document: Document, _ sentences: some Sequence<Int>) -> Int {
    sentences.reduce(0) { sum, sentence in
      sum + document.tokens[document.sentences[sentence].tokens].count { $0.isWord }
    }
  }
}
