/// Two sentences that tell the same thing, or may do.
struct SentenceLink: Sendable {
  let a: Int
  let b: Int
  /// Words in common, in order.
  var common: Int
  /// 0 to 1: word-level for near-duplicates, of weighted terms for others.
  var similarity: Float
  var kind: AlignmentKind
  /// How sure it is that the two tell the same thing, 0 to 1; see `RetoldScore`.
  var probability: Float = 0
}

/// Finds the sentences of two documents that belong together.
struct SentenceMatcher {
  let a: SentenceTerms
  let b: SentenceTerms
  let grid: SentenceGrid
  let limits: Limits

  /// Thresholds; similarities from 0 to 1.
  struct Limits: Sendable {
    /// Least word-level similarity of near-duplicates.
    var nearDuplicate: Float = 0.55
    /// Least share of the shorter sentence's words in the longer one, where one is part of the
    /// other.
    var part: Float = 0.75
    /// Look-alikes of each sentence that are compared word by word.
    var looks = 4
    /// Look-alikes of each sentence that stay candidates.
    var candidates = 4
    /// Least cosine of a candidate.
    var leastCosine: Float = 0.07
  }

  init(
    _ a: SentenceTerms, _ b: SentenceTerms, limits: Limits = Limits()
  ) {
    (self.a, self.b, self.limits) = (a, b, limits)
    grid = SentenceGrid(a, b)
  }

  // MARK: Near-duplicates

  /// Near-duplicate sentences, each with its own counterpart; sorted.
  func nearDuplicates() -> [SentenceLink] {
    var proposals: [SentenceLink] = []
    for (row, column) in looks() {
      if let link = nearDuplicate(row, column) { proposals.append(link) }
    }
    guard !proposals.isEmpty else { return [] }
    var chosen = assign(proposals)
    fillGaps(&chosen)
    return chosen.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  /// Pairs worth comparing word by word: the most alike for either sentence.
  private func looks() -> [(Int, Int)] {
    best(limits.looks) { row, column in
      let cosine = grid.cosine(row, column)
      let part = grid.containment(row, column)
      return max(cosine >= 0.25 ? cosine : 0, part >= 0.5 ? part * 0.9 : 0)
    }
  }

  /// The pairs with a value that are among the `count` best of their row or of their column.
  func best(_ count: Int, _ value: (Int, Int) -> Float) -> [(Int, Int)] {
    var byRow = BestCells(lists: grid.rows, most: count)
    var byColumn = BestCells(lists: grid.columns, most: count)
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let cell = row * grid.columns + column
        guard grid.shared[cell] > 0 else { continue }
        let score = value(row, column)
        guard score > 0 else { continue }
        byRow.keep(cell, score, in: row)
        byColumn.keep(cell, score, in: column)
      }
    }
    var last = -1
    return (byRow.cells + byColumn.cells).sorted().compactMap { cell in
      guard cell != last else { return nil }
      last = cell
      return (cell / grid.columns, cell % grid.columns)
    }
  }

  /// The pair as near-duplicates, if it is one.
  private func nearDuplicate(_ row: Int, _ column: Int) -> SentenceLink? {
    let left = a.words(row)
    let right = b.words(column)
    let common = WordOverlap.common(left, right)
    let similarity = 2 * Float(common) / Float(left.count + right.count)
    let shorter = min(left.count, right.count)
    let cosine = grid.cosine(row, column)
    let isAlike = similarity >= limits.nearDuplicate && cosine >= 0.3
    let isPart =
      Float(common) >= limits.part * Float(shorter) && common >= 4
      && grid.containment(row, column) >= 0.6
      && min(grid.rowTerms[row], grid.columnTerms[column]) >= 2
    guard isAlike || isPart else { return nil }
    return SentenceLink(
      a: row, b: column, common: common, similarity: similarity, kind: .nearDuplicate)
  }

  /// Gives every sentence its counterpart: the best pairs first, neighbours of a good pair
  /// preferred; a second counterpart only for words that the first left over.
  private func assign(_ proposals: [SentenceLink]) -> [SentenceLink] {
    let strong = Set(proposals.filter { $0.similarity >= 0.7 }.map { $0.a * grid.columns + $0.b })
    func hasNeighbour(_ link: SentenceLink, _ step: Int) -> Bool {
      let (row, column) = (link.a + step, link.b + step)
      return row >= 0 && column >= 0 && column < grid.columns
        && strong.contains(row * grid.columns + column)
    }
    let ranked = proposals.map { link in
      let bonus: Float = (hasNeighbour(link, 1) ? 0.1 : 0) + (hasNeighbour(link, -1) ? 0.1 : 0)
      let place = abs(
        Float(link.a) / Float(max(1, grid.rows)) - Float(link.b) / Float(max(1, grid.columns)))
      return (link.similarity + bonus - 0.02 * place, link)
    }.sorted { ($0.0, $1.1.a, $1.1.b) > ($1.0, $0.1.a, $0.1.b) }
    var chosen: [SentenceLink] = []
    var takenA = [Int](repeating: 0, count: grid.rows)
    var takenB = [Int](repeating: 0, count: grid.columns)
    for (_, link) in ranked {
      let left = a.words(link.a).count
      let right = b.words(link.b).count
      // Words that are still without a counterpart must suffice for this pair's common ones.
      let slack = link.common / 4
      guard takenA[link.a] + link.common <= left + slack,
        takenB[link.b] + link.common <= right + slack
      else { continue }
      takenA[link.a] += link.common
      takenB[link.b] += link.common
      chosen.append(link)
    }
    return chosen
  }

  /// Between two pairs that follow each other closely, the sentences left over are likely to
  /// belong together even when few rare words say so.
  private func fillGaps(_ chosen: inout [SentenceLink]) {
    let sorted = chosen.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    guard !sorted.isEmpty else { return }
    var matchedA = Set(chosen.map(\.a))
    var matchedB = Set(chosen.map(\.b))
    func fill(_ rows: Range<Int>, _ columns: Range<Int>) {
      guard !rows.isEmpty, !columns.isEmpty, rows.count <= 8, columns.count <= 8 else { return }
      var next = columns.lowerBound
      for row in rows where !matchedA.contains(row) {
        var best: SentenceLink?
        for column in max(next, columns.lowerBound)..<columns.upperBound
        where !matchedB.contains(column) {
          let left = a.words(row)
          let right = b.words(column)
          let common = WordOverlap.common(left, right)
          let similarity = 2 * Float(common) / Float(max(1, left.count + right.count))
          if similarity >= 0.5, similarity > best?.similarity ?? 0 {
            best = SentenceLink(
              a: row, b: column, common: common, similarity: similarity, kind: .nearDuplicate)
          }
        }
        if let best {
          chosen.append(best)
          matchedA.insert(best.a)
          matchedB.insert(best.b)
          next = best.b + 1
        }
      }
    }
    for (before, after) in zip(sorted, sorted.dropFirst()) where after.b > before.b {
      fill(before.a + 1..<max(before.a + 1, after.a), before.b + 1..<after.b)
    }
    if let first = sorted.first {
      fill(max(0, first.a - 3)..<first.a, max(0, first.b - 3)..<first.b)
    }
    if let last = sorted.last {
      fill(
        last.a + 1..<min(grid.rows, last.a + 4), last.b + 1..<min(grid.columns, last.b + 4))
    }
  }

  // MARK: Re-told

  /// Sentences that may tell the same thing in other words: the most alike for either sentence,
  /// leaving out the `known` pairs and what is far less alike than a sentence's near-duplicate.
  func retold(besides known: [SentenceLink]) -> [SentenceLink] {
    var isKnown = [Bool](repeating: false, count: grid.rows * grid.columns)
    for link in known { isKnown[link.a * grid.columns + link.b] = true }
    return best(limits.candidates) { row, column in
      grid.cosine(row, column) >= limits.leastCosine ? grid.closeness(row, column) : 0
    }.compactMap { row, column in
      guard !isKnown[row * grid.columns + column] else { return nil }
      return SentenceLink(
        a: row, b: column, common: 0, similarity: grid.cosine(row, column), kind: .retold)
    }
  }
}
