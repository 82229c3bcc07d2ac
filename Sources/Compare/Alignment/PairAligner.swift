/// Aligns two documents sentence by sentence.
struct PairAligner {
  let a: Int
  let b: Int
  let matcher: SentenceMatcher
  let weights: [Float]

  struct Result: Sendable {
    var alignments: [Alignment] = []
    var candidates: [Candidate] = []
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
    _ a: Int, _ aTerms: SentenceTerms, _ b: Int, _ bTerms: SentenceTerms, weights: [Float],
    isName: [Bool]
  ) {
    (self.a, self.b, self.weights) = (a, b, weights)
    matcher = SentenceMatcher(aTerms, bTerms, weights: weights, isName: isName)
  }

  func result(_ relation: Relation) -> Result {
    let near = matcher.nearDuplicates()
    var boxes = Passages.boxes(near, gap: relation == .sameEvent ? 0 : 2)
    if relation != .sameEvent { boxes = boxes.filter(isLongCopy) }
    var retold: [SentenceLink] = []
    if relation != .copy {
      retold = matcher.retold(besides: near)
      boxes =
        relation == .sameEvent ? withRetold(near, retold) : withLongRetold(boxes, near, retold)
    }
    var result = Result()
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

  private func withRetold(_ near: [SentenceLink], _ retold: [SentenceLink]) -> [Passages.Box] {
    let links = near.filter(saysEnough) + retold.filter(saysEnough)
    return Passages.boxes(links.sorted { ($0.a, $0.b) < ($1.a, $1.b) }, gap: 1)
  }

  /// Whether the shared words of a single pair are enough to be no coincidence.
  ///
  /// Sentences on one person share the name and a title and may still tell different things: what
  /// counts is words that are no names, or a likeness that leaves no room for much else.
  private func saysEnough(_ link: SentenceLink) -> Bool {
    let cell = link.a * matcher.grid.columns + link.b
    if link.kind == .nearDuplicate {
      return link.common >= 5 && matcher.grid.sharedTerms[cell] >= 2
    }
    let words = min(matcher.a.words(link.a).count, matcher.b.words(link.b).count)
    guard words >= 8, matcher.grid.sharedTerms[cell] >= 3 else { return false }
    switch matcher.grid.sharedPlain[cell] {
    case 0...1: return link.similarity >= 0.5
    case 2: return link.similarity >= 0.4
    case 3: return link.similarity >= 0.35
    default: return link.similarity >= 0.3
    }
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
      && Likeness.cosine(matcher.a, box.a, matcher.b, box.b, weights: weights) >= least
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
