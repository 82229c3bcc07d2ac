/// Comparisons that can't all hold: "Lund is taller than Tarsk, Tarsk is as tall as Orr" against
/// "Orr is taller than Lund".
struct ComparisonTest: DeclaredTest {
  let lists: NameLists
  let words: ComparisonWords

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let claims = relations(sides.claimTokens, of: sides.claim.document)
    guard claims.count == 1, let claim = claims.first else { return [] }
    let order = ComparisonOrder(
      sides.evidence.document.sentences.flatMap {
        relations($0.tokens, of: sides.evidence.document)
      }.filter { $0.quality == claim.quality })
    guard let isTrue = order.holds(claim) else { return [] }
    let found = relations(sides.evidenceTokens, of: sides.evidence.document)
    guard let first = found.first, let last = found.last else { return [] }
    return [
      sides.finding(
        claim: claim.tokens, evidence: first.tokens.lowerBound..<last.tokens.upperBound,
        isConflict: !isTrue)
    ]
  }

  /// The comparisons of a sentence: names, "is taller than" or "is as tall as", names.
  private func relations(_ sentence: Range<Int>, of document: Document) -> [Comparison] {
    let names = lists.lists(sentence, of: document)
    return zip(names, names.dropFirst()).compactMap { left, right in
      guard
        let (quality, sign) = words.relation(
          left.tokens.upperBound..<right.tokens.lowerBound, of: document)
      else { return nil }
      // A comma may end one comparison and begin the next: "A is taller than B, C is as tall as D".
      let subject = left.members.last.map { [$0] } ?? []
      return Comparison(
        tokens: left.tokens.lowerBound..<right.tokens.upperBound, quality: quality, sign: sign,
        left: subject, right: right.members)
    }
  }

  /// One comparison, with the names on its two sides.
  struct Comparison {
    let tokens: Range<Int>
    /// The stem of what is compared: "tall".
    let quality: UInt64
    /// 1: the left has more; 0: both have as much; -1: the left has less.
    let sign: Int
    let left: [[UInt64]]
    let right: [[UInt64]]
  }
}

/// The words of comparisons.
struct ComparisonWords: Sendable {
  /// "is", "was", "are": what stands before the compared quality.
  let links: WordSet
  let particles: Particles

  /// What the words between two names compare, and which way.
  func relation(_ tokens: Range<Int>, of document: Document) -> (quality: UInt64, sign: Int)? {
    let words = tokens.filter { document.tokens[$0].isWord }
    guard let first = words.first, words.count == tokens.count,
      links.contains(document.tokens[first].hash)
    else { return nil }
    let rest = words.dropFirst().map { document.tokens[$0].hash }
    if rest.count == 2, particles.than.contains(rest[1]) {
      return Self.base(document.normalForm(words[1])).map { ($0, 1) }
    }
    guard rest.count == 3 else { return nil }
    if particles.alike.contains(rest[0]), particles.alike.contains(rest[2]) { return (rest[1], 0) }
    guard particles.than.contains(rest[2]) else { return nil }
    return particles.more.contains(rest[0])
      ? (rest[1], 1) : particles.less.contains(rest[0]) ? (rest[1], -1) : nil
  }

  /// The adjective that a comparative is made of: "taller", "bigger", "heavier", "larger".
  private static func base(_ comparative: [UInt8]) -> UInt64? {
    guard comparative.count > 4, comparative.suffix(2).elementsEqual("er".utf8) else { return nil }
    var base = Array(comparative.dropLast(2))
    if base.last == UInt8(ascii: "i") { base[base.count - 1] = UInt8(ascii: "y") }
    let isDoubled =
      base.count > 3 && base[base.count - 1] == base[base.count - 2]
      && !"lsz".utf8.contains(base[base.count - 1])
    if isDoubled { base.removeLast() }
    return base.withUnsafeBytes { Hash.of($0) }
  }
}

/// What follows from a set of comparisons of one quality.
struct ComparisonOrder {
  /// Names that have as much are in one class.
  private var classes: [[UInt64]: Int] = [:]
  private var more: Set<[Int]> = []

  init(_ comparisons: [ComparisonTest.Comparison]) {
    var parent: [Int] = []
    func find(_ at: Int) -> Int {
      var at = at
      while parent[at] != at { at = parent[at] }
      return at
    }
    var numbers: [[UInt64]: Int] = [:]
    func number(_ name: [UInt64]) -> Int {
      if let known = numbers[name] { return known }
      numbers[name] = parent.count
      parent.append(parent.count)
      return parent.count - 1
    }
    for comparison in comparisons {
      for left in comparison.left {
        for right in comparison.right {
          let (first, second) = (number(left), number(right))
          if comparison.sign == 0 { parent[find(first)] = find(second) }
        }
      }
    }
    classes = numbers.mapValues(find)
    for comparison in comparisons where comparison.sign != 0 {
      for left in comparison.left {
        for right in comparison.right {
          guard let first = classes[left], let second = classes[right] else { continue }
          more.insert(comparison.sign > 0 ? [first, second] : [second, first])
        }
      }
    }
    close()
  }

  /// What is more than something that is more than a third is more than the third.
  private mutating func close() {
    var grew = true
    while grew {
      grew = false
      for first in more {
        for second in more where first[1] == second[0] {
          if more.insert([first[0], second[1]]).inserted { grew = true }
        }
      }
    }
  }

  /// Whether the comparison follows (`true`), or its opposite does (`false`); `nil` when neither.
  func holds(_ claim: ComparisonTest.Comparison) -> Bool? {
    guard let left = claim.left.first.flatMap({ classes[$0] }),
      let right = claim.right.first.flatMap({ classes[$0] })
    else { return nil }
    let found =
      left == right
      ? 0 : more.contains([left, right]) ? 1 : more.contains([right, left]) ? -1 : nil
    return found.map { $0 == claim.sign }
  }
}
