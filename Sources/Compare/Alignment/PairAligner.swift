/// Aligns two documents sentence by sentence.
struct PairAligner {
  let a: Int
  let b: Int
  let matcher: SentenceMatcher
  /// The documents of which only the first sentences are looked at.
  let curtailed: [Int]

  struct Result: Sendable {
    var alignments: [Alignment] = []
    var candidates: [Candidate] = []
    var curtailed: [Int] = []
  }

  /// What the two documents are to each other.
  enum Relation {
    /// They tell of one event: every likeness counts.
    case sameEvent
    /// They need not have anything to do with each other: only long likenesses count.
    case any
    /// As `any`, and only near-duplicates are looked for.
    case copy
  }

  init(
    _ a: Int, _ aTerms: SentenceTerms, _ b: Int, _ bTerms: SentenceTerms,
    mostCells: Int = SentenceGrid.mostCells
  ) {
    (self.a, self.b) = (a, b)
    let (rows, columns) = SentenceGrid.room(
      aTerms.sentenceCount, bTerms.sentenceCount, mostCells: mostCells)
    curtailed =
      (rows < aTerms.sentenceCount ? [a] : []) + (columns < bTerms.sentenceCount ? [b] : [])
    matcher = SentenceMatcher(aTerms.first(rows), bTerms.first(columns))
  }

  func result(_ relation: Relation) -> Result {
    let near = matcher.nearDuplicates()
    var boxes = Passages.boxes(near, gap: relation == .sameEvent ? 0 : 2)
    if relation != .sameEvent { boxes = boxes.filter(isLongCopy) }
    var retold: [SentenceLink] = []
    if relation != .copy {
      retold = matcher.retold(besides: near)
      if relation == .sameEvent { retold = scored(retold) }
      boxes =
        relation == .sameEvent ? withRetold(near, retold) : withLongRetold(boxes, near, retold)
    }
    var result = Result(curtailed: curtailed)
    for box in boxes { result.alignments.append(alignment(box)) }
    for link in (near + retold).sorted(by: { ($0.a, $0.b) < ($1.a, $1.b) }) {
      let isAligned = boxes.contains { $0.a.contains(link.a) && $0.b.contains(link.b) }
      guard relation == .sameEvent || isAligned else { continue }
      result.candidates.append(
        Candidate(
          aDocument: a, aSentence: link.a, bDocument: b, bSentence: link.b,
          similarity: Double(link.similarity), kind: link.kind, isAligned: isAligned))
    }
    return result
  }

  /// Whether a copied passage is long enough not to be a coincidence or a set phrase.
  private func isLongCopy(_ box: Passages.Box) -> Bool {
    let common = box.links.reduce(0) { $0 + $1.common }
    let words = matcher.a.wordCount(box.a) + matcher.b.wordCount(box.b)
    return common >= 12 && common * 5 >= words
  }

  /// Passages around the links that are sure; what is less sure counts next to such a one.
  private func withRetold(_ near: [SentenceLink], _ retold: [SentenceLink]) -> [Passages.Box] {
    let links =
      near.filter(saysEnough) + retold.filter { $0.probability >= RetoldScore.leastBeside }
    return Passages.boxes(links.sorted { ($0.a, $0.b) < ($1.a, $1.b) }, gap: 1).filter { box in
      box.links.contains { $0.kind == .nearDuplicate || isSure($0) }
    }
  }

  /// Whether a pair of sentences is an alignment by itself.
  private func isSure(_ link: SentenceLink) -> Bool {
    link.probability >= RetoldScore.least
      && min(matcher.a.words(link.a).count, matcher.b.words(link.b).count) >= 6
      && matcher.grid.sharedTerms[link.a * matcher.grid.columns + link.b] >= 2
  }

  /// The links, each with the probability that it is one.
  private func scored(_ links: [SentenceLink]) -> [SentenceLink] {
    let score = RetoldScore(matcher.a, matcher.b, grid: matcher.grid)
    return links.map { link in
      var link = link
      link.probability = score.probability(link.a, link.b)
      return link
    }
  }

  /// Whether the words of a near-duplicate are enough to be no set phrase.
  private func saysEnough(_ link: SentenceLink) -> Bool {
    link.common >= 5
      && matcher.grid.sharedTerms[link.a * matcher.grid.columns + link.b] >= 2
  }

  /// Passages re-told in documents that need not have anything to do with each other: many
  /// sentences that are somewhat alike, close together (Sanchez-Perez, Sidorov and Gelbukh, "The
  /// Winning Approach to Text Alignment for Text Reuse Detection at PAN 2014"): seeds, gaps that
  /// shrink until the passages as wholes are alike, and a least length.
  private func withLongRetold(
    _ copies: [Passages.Box], _ near: [SentenceLink], _ retold: [SentenceLink]
  ) -> [Passages.Box] {
    let seeds = (near + retold.filter { $0.similarity >= 0.3 })
      .filter { link in
        !copies.contains { $0.a.contains(link.a) && $0.b.contains(link.b) }
      }
      .sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    var found = copies
    // Where much is copied word for word, what is left is on the same subject and proves little.
    let copied = copies.flatMap(\.links).reduce(0) { $0 + ($1.similarity >= 0.9 ? $1.common : 0) }
    let least: Float = copied >= 40 ? 0.75 : 0.5
    func gather(_ links: [SentenceLink], gap: Int) {
      for box in Passages.boxes(links, gap: gap) {
        if isLongRetold(box, least: least) {
          found.append(box)
        } else if gap > 0, box.links.count > 1 {
          gather(box.links.sorted { ($0.a, $0.b) < ($1.a, $1.b) }, gap: gap - 1)
        }
      }
    }
    gather(seeds, gap: 4)
    return Passages.separate(found)
  }

  private func isLongRetold(_ box: Passages.Box, least: Float) -> Bool {
    let words = min(matcher.a.wordCount(box.a), matcher.b.wordCount(box.b))
    return words >= 25
      && Likeness.cosine(matcher.a, box.a, matcher.b, box.b) >= least
  }

  private func alignment(_ box: Passages.Box) -> Alignment {
    let words = matcher.a.wordCount(box.a) + matcher.b.wordCount(box.b)
    let common = box.links.reduce(0) { $0 + $1.common }
    let similarity = min(1, 2 * Double(common) / Double(max(1, words)))
    let isNear = similarity >= 0.5 || box.links.allSatisfy { $0.kind == .nearDuplicate }
    let sure = box.links.map { $0.kind == .retold ? $0.probability : $0.similarity }.max() ?? 0
    let told = sure > 0 ? sure : Likeness.cosine(matcher.a, box.a, matcher.b, box.b)
    return Alignment(
      a: Passage(document: a, sentences: box.a), b: Passage(document: b, sentences: box.b),
      similarity: isNear ? similarity : Double(told), kind: isNear ? .nearDuplicate : .retold)
  }
}
