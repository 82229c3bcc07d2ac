/// A stretch of quoted words that two articles share, with the places where they differ.
struct QuotedRegion {
  /// Words of either article's `QuotedText`.
  let a: Range<Int>
  let b: Range<Int>
  /// From the words of `a` to those of `b`, in order; matches and differences take turns, and both
  /// ends match.
  let edits: [Edit]
  /// Words that match.
  let matching: Int

  /// Runs of words that both articles have, as places of their first words.
  private struct Run {
    var a: Int
    var b: Int
    var count: Int
    var aEnd: Int { a + count }
    var bEnd: Int { b + count }

    /// What is left of the run after `earlier`; `nil` when it does not follow it.
    func following(_ earlier: Run) -> Run? {
      let overlap = max(0, earlier.aEnd - a, earlier.bEnd - b)
      let rest = Run(a: a + overlap, b: b + overlap, count: count - overlap)
      guard overlap == 0 || rest.count >= 2, earlier.a < a, earlier.b < b,
        max(rest.a - earlier.aEnd, rest.b - earlier.bEnd) <= widestGap
      else { return nil }
      return rest
    }
  }

  /// Words between two common runs at most.
  private static let widestGap = 14
  /// Places of one shingle at most, in both articles together; what is repeated more is a refrain.
  private static let mostPlaces = 16

  /// The stretches that the two share, by their place in `a`.
  ///
  /// - Complexity: O(shingles) and what is shared, about squared.
  static func all(_ a: QuotedText, _ b: QuotedText) -> [QuotedRegion] {
    var byUtterances: [UInt64: [Run]] = [:]
    for run in runs(a, b) {
      let key = UInt64(a.utterances[run.a]) << 32 | UInt64(b.utterances[run.b])
      byUtterances[key, default: []].append(run)
    }
    var regions: [QuotedRegion] = []
    for key in byUtterances.keys.sorted() {
      let found = chains(byUtterances[key] ?? []).map { QuotedRegion($0, a, b) }
        .sorted { ($1.matching, $0.a.lowerBound) < ($0.matching, $1.a.lowerBound) }
      // Of two that share words, the one that explains more is the one meant.
      var kept: [QuotedRegion] = []
      for region in found
      where !kept.contains(where: { $0.a.overlaps(region.a) || $0.b.overlaps(region.b) }) {
        kept.append(region)
      }
      regions += kept
    }
    return regions.sorted {
      ($0.a.lowerBound, $0.b.lowerBound) < ($1.a.lowerBound, $1.b.lowerBound)
    }
  }

  /// Longest common runs that hold a shared shingle, within one utterance of either.
  private static func runs(_ a: QuotedText, _ b: QuotedText) -> [Run] {
    var runs: [Run] = []
    var ends: [Int: Int] = [:]
    for (left, right) in sharedPlaces(a, b) {
      // On one diagonal places come in order: what a run covers needs no other.
      if let end = ends[right - left], left < end { continue }
      var run = Run(a: left, b: right, count: 0)
      while run.a > 0, run.b > 0, a.words[run.a - 1].key == b.words[run.b - 1].key,
        a.gaps[run.a] < .utterance, b.gaps[run.b] < .utterance
      {
        run.a -= 1
        run.b -= 1
      }
      repeat {
        run.count += 1
      } while run.aEnd < a.words.count && run.bEnd < b.words.count
        && a.words[run.aEnd].key == b.words[run.bEnd].key
        && a.gaps[run.aEnd] < .utterance && b.gaps[run.bEnd] < .utterance
      ends[right - left] = run.aEnd
      runs.append(run)
    }
    return runs
  }

  /// The places of shared shingles, by their place in `a`.
  private static func sharedPlaces(_ a: QuotedText, _ b: QuotedText) -> [(Int, Int)] {
    var places: [(Int, Int)] = []
    let (left, right) = (a.shingles, b.shingles)
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      let hash = left[i].hash
      if hash != right[j].hash {
        if hash < right[j].hash { i += 1 } else { j += 1 }
        continue
      }
      var iEnd = i
      var jEnd = j
      while iEnd < left.count, left[iEnd].hash == hash { iEnd += 1 }
      while jEnd < right.count, right[jEnd].hash == hash { jEnd += 1 }
      if (iEnd - i) * (jEnd - j) <= mostPlaces {
        for first in left[i..<iEnd] {
          for second in right[j..<jEnd] { places.append((Int(first.word), Int(second.word))) }
        }
      }
      (i, j) = (iEnd, jEnd)
    }
    return places.sorted(by: <)
  }

  /// The runs in groups that are in order on both sides, each run in the group that covers most
  /// words with least between them.
  private static func chains(_ runs: [Run]) -> [[Run]] {
    let runs = runs.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
    var scores = runs.map { Double($0.count) }
    var before = [Int](repeating: -1, count: runs.count)
    for at in runs.indices {
      for earlier in 0..<at {
        guard let other = runs[at].following(runs[earlier]) else { continue }
        let gap = max(other.a - runs[earlier].aEnd, other.b - runs[earlier].bEnd)
        let score = scores[earlier] + Double(other.count) - 0.2 * Double(gap)
        if score > scores[at] { (scores[at], before[at]) = (score, earlier) }
      }
    }
    var isUsed = [Bool](repeating: false, count: runs.count)
    var chains: [[Run]] = []
    for end in runs.indices.sorted(by: { (scores[$1], $0) < (scores[$0], $1) }) where !isUsed[end] {
      var chain: [Run] = []
      var at = end
      while at >= 0, !isUsed[at] {
        isUsed[at] = true
        chain.append(runs[at])
        at = before[at]
      }
      chains.append(chain.reversed())
    }
    return chains
  }

  private init(_ chain: [Run], _ a: QuotedText, _ b: QuotedText) {
    var script = QuotedScript()
    let covered = chain.reduce(0) { $0 + $1.count }
    let leading = QuotedExtension.steps(a, b, before: chain[0].a, chain[0].b, count: covered)
    for step in leading.reversed() {
      script.match(step.matchA, step.matchB)
      script.differ(step.differA, step.differB)
    }
    var previous: Run?
    for next in chain {
      let run = previous.flatMap { next.following($0) } ?? next
      if let previous {
        script.fill(a, previous.aEnd..<run.a, b, previous.bEnd..<run.b)
      }
      script.match(run.a..<run.aEnd, run.b..<run.bEnd)
      previous = run
    }
    let last = chain[chain.count - 1]
    for step in QuotedExtension.steps(a, b, after: last.aEnd, last.bEnd, count: covered) {
      script.differ(step.differA, step.differB)
      script.match(step.matchA, step.matchB)
    }
    edits = script.compact(a, b)
    self.a = edits[0].a.lowerBound..<edits[edits.count - 1].a.upperBound
    self.b = edits[0].b.lowerBound..<edits[edits.count - 1].b.upperBound
    matching = edits.reduce(0) { $0 + ($1.isMatch ? $1.a.count : 0) }
  }
}

/// Collects the steps of a region.
private struct QuotedScript {
  var edits: [Edit] = []

  mutating func match(_ a: Range<Int>, _ b: Range<Int>) { add(a, b, isMatch: true) }

  mutating func differ(_ a: Range<Int>, _ b: Range<Int>) { add(a, b, isMatch: false) }

  private mutating func add(_ a: Range<Int>, _ b: Range<Int>, isMatch: Bool) {
    guard !a.isEmpty || !b.isEmpty else { return }
    if let last = edits.last, last.isMatch == isMatch {
      edits[edits.count - 1] = Edit(
        a: last.a.lowerBound..<a.upperBound, b: last.b.lowerBound..<b.upperBound, isMatch: isMatch)
    } else {
      edits.append(Edit(a: a, b: b, isMatch: isMatch))
    }
  }

  /// The steps with short matches moved to the longer ones they continue: of "A | X A | B" only "X"
  /// and one "A" are new, whichever "A" that is.
  func compact(_ a: QuotedText, _ b: QuotedText) -> [Edit] {
    var edits = self.edits
    var at = 1
    while at + 3 < edits.count {
      let (first, match, second, next) = (edits[at], edits[at + 1], edits[at + 2], edits[at + 3])
      guard !first.isMatch, match.isMatch, !second.isMatch, match.a.count <= 2,
        next.a.count > match.a.count
      else {
        at += 1
        continue
      }
      let count = match.a.count
      func ends(_ text: QuotedText, _ range: Range<Int>, _ words: Range<Int>) -> Bool {
        range.count >= count
          && text.words[range].suffix(count).elementsEqual(
            text.words[words], by: { $0.key == $1.key })
      }
      if second.a.isEmpty, ends(b, second.b, match.b) {
        let split = next.b.lowerBound - count
        edits[at] = Edit(a: first.a, b: first.b.lowerBound..<split, isMatch: false)
        edits[at + 1] = Edit(
          a: match.a.lowerBound..<next.a.upperBound, b: split..<next.b.upperBound, isMatch: true)
        edits.removeSubrange(at + 2...at + 3)
      } else if second.b.isEmpty, ends(a, second.a, match.a) {
        let split = next.a.lowerBound - count
        edits[at] = Edit(a: first.a.lowerBound..<split, b: first.b, isMatch: false)
        edits[at + 1] = Edit(
          a: split..<next.a.upperBound, b: match.b.lowerBound..<next.b.upperBound, isMatch: true)
        edits.removeSubrange(at + 2...at + 3)
      } else {
        at += 1
      }
    }
    return edits
  }

  /// The longest common subsequence of two short runs.
  mutating func fill(_ a: QuotedText, _ left: Range<Int>, _ b: QuotedText, _ right: Range<Int>) {
    let width = right.count + 1
    var lengths = [Int32](repeating: 0, count: (left.count + 1) * width)
    for i in stride(from: left.count - 1, through: 0, by: -1) {
      for j in stride(from: right.count - 1, through: 0, by: -1) {
        let isSame = a.words[left.lowerBound + i].key == b.words[right.lowerBound + j].key
        lengths[i * width + j] =
          isSame
          ? lengths[(i + 1) * width + j + 1] + 1
          : max(lengths[(i + 1) * width + j], lengths[i * width + j + 1])
      }
    }
    var i = 0
    var j = 0
    while i < left.count || j < right.count {
      let (x, y) = (left.lowerBound + i, right.lowerBound + j)
      if i < left.count, j < right.count, a.words[x].key == b.words[y].key {
        match(x..<x + 1, y..<y + 1)
        (i, j) = (i + 1, j + 1)
      } else if j == right.count
        || (i < left.count && lengths[(i + 1) * width + j] >= lengths[i * width + j + 1])
      {
        differ(x..<x + 1, y..<y)
        i += 1
      } else {
        differ(x..<x, y..<y + 1)
        j += 1
      }
    }
  }
}

extension QuotedRegion {
  /// Words that match, as a share of all, 0 to 1.
  var similarity: Double {
    2 * Double(matching) / Double(max(1, a.count + b.count))
  }

  /// Whether so much matches that both print one utterance.
  ///
  /// - Parameters:
  ///   - differing: words that differ.
  ///   - rough: ends at which both go on otherwise.
  ///   - besides: words that match behind an omission at its end.
  func isOneUtterance(
    _ text: QuotedText, differing: Int, rough: Int, besides: Int = 0
  ) -> Bool {
    let matching = matching + besides
    let content = edits.reduce(0) { sum, edit in
      sum + (edit.isMatch ? text.words[edit.a].count { $0.isContent } : 0)
    }
    return content >= 2 && matching >= 5 + 5 * rough && 2 * matching >= 3 * differing + 6 * rough
  }
}
