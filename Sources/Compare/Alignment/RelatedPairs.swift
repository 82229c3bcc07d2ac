/// Two documents whose sentences are worth comparing; `a` is the earlier one.
struct RelatedPair: Sendable {
  let a: Int
  let b: Int
  /// Whether they share shingles.
  var isCopy: Bool
  /// Whether they share rare words, or are so few that nothing is lost by looking.
  var mayBeSameEvent: Bool
}

/// What is kept of every document to find its relations.
struct DocumentKeys: Sendable {
  /// Winnowed shingles, ascending.
  var shingles: [UInt64]
  /// Words that are not common, each once, ascending.
  let words: [UInt64]
  /// Day of publication, in days since 1970-01-01.
  let day: Int?

  init(_ document: Document, shingles: Shingles, background: Background) {
    var fingerprints = shingles.fingerprints(of: document.tokens)
    RadixSort.sort(&fingerprints)
    self.shingles = fingerprints
    var words: [UInt64] = []
    // About as many as there are common ones and signs.
    words.reserveCapacity(document.tokens.count / 2)
    for token in document.tokens where token.isWord && token.length > 1 {
      if !background.isCommon(token.hash) { words.append(token.hash) }
    }
    RadixSort.sort(&words)
    var kept = 0
    for at in words.indices where at == 0 || words[at] != words[at - 1] {
      words[kept] = words[at]
      kept += 1
    }
    words.removeLast(words.count - kept)
    self.words = Array(words)
    day = document.article.published?.day.serial
  }
}

/// Finds the related pairs of a set of documents.
enum RelatedPairs {
  /// So few documents are all compared with each other.
  static let few = 50

  /// Sorted by a, then b.
  ///
  /// - Returns: the pairs, and the documents for which the budget ended the search.
  static func find(
    _ keys: consuming [DocumentKeys], jobs: Int
  ) -> (pairs: [RelatedPair], curtailed: Set<Int>) {
    let copies = PairIndex(least: 2) { 1 / Float(max(1, $0 - 1)).squareRoot() }
      .pairs(keys.map(\.shingles), jobs: jobs)
    for number in keys.indices { keys[number].shingles = [] }
    guard keys.count > few else {
      let known = Set(copies.pairs.map { $0.a * keys.count + $0.b })
      let all = keys.indices.flatMap { a in
        (a + 1..<max(a + 1, keys.count)).map { b in
          RelatedPair(
            a: a, b: b, isCopy: known.contains(a * keys.count + b), mayBeSameEvent: true)
        }
      }
      return (all, Set(copies.curtailed))
    }
    let count = Float(keys.count)
    // The more documents, the more of them share rare words by chance.
    let growth = max(0, SentenceGrid.log(count / 180))
    let least = 0.05 + 0.0125 * growth
    var index = PairIndex(least: least * Swift.min(1, weak + weakGrowth * growth)) { uses in
      let rarity = SentenceGrid.log(count / Float(uses) + 0.01)
      return rarity * rarity
    }
    index.isRelative = true
    index.most = 64
    var events = index.pairs(keys.map(\.words), jobs: jobs)
    events.pairs = linked(events.pairs, least: least, days: keys.map(\.day))
    return (merge(copies.pairs, events.pairs), Set(copies.curtailed).union(events.curtailed))
  }

  /// The part of the least weight that is enough for two documents which a third one links.
  private static let weak: Float = 0.6
  /// How it grows with the number of documents: in a set of thousands, links come by chance.
  private static let weakGrowth: Float = 0.2
  /// How many days apart they may be published at most.
  private static let sameDays = 2

  /// The pairs of enough weight, and weaker ones that have such a pair each with a third document:
  /// one outlet's long report links the briefs of two others.
  ///
  /// - Complexity: O(pairs × the most pairs of one document).
  static func linked(_ pairs: [KeyPair], least: Float, days: [Int?]) -> [KeyPair] {
    var neighbours = [[Int]](repeating: [], count: days.count)
    for pair in pairs where pair.weight >= least {
      neighbours[pair.a].append(pair.b)
      neighbours[pair.b].append(pair.a)
    }
    return pairs.filter { pair in
      if pair.weight >= least { return true }
      guard let first = days[pair.a], let second = days[pair.b],
        abs(first - second) <= sameDays
      else { return false }
      return neighbours[pair.a].contains { neighbours[pair.b].contains($0) }
    }
  }

  private static func merge(_ copies: [KeyPair], _ events: [KeyPair]) -> [RelatedPair] {
    var pairs: [RelatedPair] = []
    pairs.reserveCapacity(copies.count + events.count)
    var i = 0
    var j = 0
    while i < copies.count || j < events.count {
      let copy = i < copies.count ? (copies[i].a, copies[i].b) : (.max, .max)
      let event = j < events.count ? (events[j].a, events[j].b) : (.max, .max)
      let next = min(copy, event) { $0 < $1 }
      pairs.append(
        RelatedPair(
          a: next.0, b: next.1, isCopy: next == copy, mayBeSameEvent: next == event))
      if next == copy { i += 1 }
      if next == event { j += 1 }
    }
    return pairs
  }

  private static func min(
    _ left: (Int, Int), _ right: (Int, Int), by less: ((Int, Int), (Int, Int)) -> Bool
  ) -> (Int, Int) { less(right, left) ? right : left }
}
