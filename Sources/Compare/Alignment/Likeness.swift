/// How alike two documents are as a whole: the cosine of their weighted words.
enum Likeness {
  /// Weight from which a word says something of what a text is about.
  static let leastWeight: Float = 3.9

  /// Sum of the squared weights of one document; 0 when no word says anything.
  static func norm(_ document: SentenceTerms, weights: [Float]) -> Float {
    var sum: Float = 0
    document.eachTerm { term, uses in
      let weight = weights[Int(term)]
      if weight >= leastWeight { sum += Float(uses.count) * square(weight) }
    }
    return sum
  }

  /// 0 to 1; terms count by the square root of the number of sentences that have them.
  ///
  /// - Complexity: O(terms of both).
  static func cosine(_ a: SentenceTerms, _ b: SentenceTerms, weights: [Float]) -> Float {
    let norms = norm(a, weights: weights) * norm(b, weights: weights)
    guard norms > 0 else { return 0 }
    var shared: Float = 0
    var at = 0
    a.eachTerm { term, uses in
      let weight = weights[Int(term)]
      guard weight >= leastWeight else { return }
      while at < b.postings.count, b.postings[at] >> 32 < UInt64(term) { at += 1 }
      var other = 0
      while at < b.postings.count, b.postings[at] >> 32 == UInt64(term) {
        (at, other) = (at + 1, other + 1)
      }
      shared += Float(uses.count * other).squareRoot() * square(weight)
    }
    return shared / norms.squareRoot()
  }

  /// Rare words tell much more than common ones.
  private static func square(_ weight: Float) -> Float { weight * weight * weight * weight }

  /// Cosine of two passages.
  ///
  /// - Complexity: O(terms of both documents).
  static func cosine(
    _ a: SentenceTerms, _ left: Range<Int>, _ b: SentenceTerms, _ right: Range<Int>,
    weights: [Float]
  ) -> Float {
    func sums(_ document: SentenceTerms, _ range: Range<Int>) -> [(UInt32, Float)] {
      var terms: [(UInt32, Float)] = []
      document.eachTerm { term, uses in
        var count = 0
        for at in uses where range.contains(document.sentence(at)) { count += 1 }
        if count > 0 { terms.append((term, weights[Int(term)] * Float(count).squareRoot())) }
      }
      return terms
    }
    let left = sums(a, left)
    let right = sums(b, right)
    var shared: Float = 0
    var at = 0
    for (term, weight) in left {
      while at < right.count, right[at].0 < term { at += 1 }
      if at < right.count, right[at].0 == term { shared += weight * right[at].1 }
    }
    let norms =
      left.reduce(0) { $0 + $1.1 * $1.1 } * right.reduce(0) { $0 + $1.1 * $1.1 }
    return norms > 0 ? shared / norms.squareRoot() : 0
  }
}
