/// Aligns two documents sentence by sentence.
struct PairAligner {
  let a: Int
  let b: Int
  let matcher: SentenceMatcher

  struct Result: Sendable {
    var alignments: [Alignment] = []
    var candidates: [Candidate] = []
  }

  init(
    _ a: Int, _ aTerms: SentenceTerms, _ b: Int, _ bTerms: SentenceTerms, weights: [Float]
  ) {
    (self.a, self.b) = (a, b)
    matcher = SentenceMatcher(aTerms, bTerms, weights: weights)
  }

  /// - Parameter isSameEvent: whether the articles tell of one event, so that re-told sentences
  ///   are candidates even where they do not align.
  func result(isSameEvent: Bool) -> Result {
    let near = matcher.nearDuplicates()
    let retold = matcher.retold(besides: near)
    var links = near + retold.filter { $0.similarity >= 0.5 }
    links.sort { ($0.a, $0.b) < ($1.a, $1.b) }
    let boxes = Passages.boxes(links, gap: 0)
    var result = Result()
    for box in boxes { result.alignments.append(alignment(box)) }
    for link in (near + retold).sorted(by: { ($0.a, $0.b) < ($1.a, $1.b) }) {
      let isAligned = boxes.contains { $0.a.contains(link.a) && $0.b.contains(link.b) }
      guard isSameEvent || isAligned || link.kind == .nearDuplicate else { continue }
      result.candidates.append(
        Candidate(
          aDocument: a, aSentence: link.a, bDocument: b, bSentence: link.b,
          similarity: Double(link.similarity), kind: link.kind, isAligned: isAligned))
    }
    return result
  }

  private func alignment(_ box: Passages.Box) -> Alignment {
    let words = matcher.a.wordCount(box.a) + matcher.b.wordCount(box.b)
    let common = box.links.reduce(0) { $0 + $1.common }
    let similarity = min(1, 2 * Double(common) / Double(max(1, words)))
    let isNear = similarity >= 0.5 || box.links.allSatisfy { $0.kind == .nearDuplicate }
    let told = box.links.map(\.similarity).max() ?? 0
    return Alignment(
      a: Passage(document: a, sentences: box.a), b: Passage(document: b, sentences: box.b),
      similarity: isNear ? similarity : Double(told), kind: isNear ? .nearDuplicate : .retold)
  }
}
