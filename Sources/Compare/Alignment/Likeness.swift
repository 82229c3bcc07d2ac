/// How alike two documents are as a whole: the cosine of their weighted words.
enum Likeness {
  /// Length of the vector of a document's terms.
  ///
  /// - Parameter postings: ascending.
  static func length(_ postings: [SentenceTerms.Posting]) -> Float {
    var sum: Float = 0
    eachTerm(postings) { term, uses in
      let weight = weight(term)
      sum += Float(uses.count) * weight * weight
    }
    return sum.squareRoot()
  }

  /// Terms count by the square root of the number of sentences that have them, and by this.
  @inline(__always)
  private static func weight(_ term: UInt32) -> Float {
    guard Term.isTelling(term) else { return 0 }
    let weight = Term.weight(term)
    return weight * weight
  }

  /// Cosine of two documents, 0 to 1.
  ///
  /// - Complexity: O(terms of both).
  static func cosine(_ a: SentenceTerms, _ b: SentenceTerms) -> Float {
    guard a.length > 0, b.length > 0 else { return 0 }
    let shared = a.postings.withUnsafeBufferPointer { left in
      b.postings.withUnsafeBufferPointer { right in Self.shared(left, right) }
    }
    return shared / (a.length * b.length)
  }

  private static func shared(
    _ a: UnsafeBufferPointer<SentenceTerms.Posting>,
    _ b: UnsafeBufferPointer<SentenceTerms.Posting>
  ) -> Float {
    var shared: Float = 0
    var i = 0
    var j = 0
    while i < a.count, j < b.count {
      let (left, right) = (a[i].term, b[j].term)
      guard left == right else {
        i += left < right ? 1 : 0
        j += right < left ? 1 : 0
        continue
      }
      let (firstA, firstB) = (i, j)
      while i < a.count, a[i].term == left { i += 1 }
      while j < b.count, b[j].term == left { j += 1 }
      let weight = weight(left)
      shared += (Float(i - firstA) * Float(j - firstB)).squareRoot() * weight * weight
    }
    return shared
  }

  /// Calls `body` with every distinct term, ascending, and where it stands.
  @inline(__always)
  static func eachTerm(
    _ postings: [SentenceTerms.Posting], _ body: (_ term: UInt32, _ uses: Range<Int>) -> Void
  ) {
    var begin = 0
    while begin < postings.count {
      let term = postings[begin].term
      var end = begin + 1
      while end < postings.count, postings[end].term == term { end += 1 }
      body(term, begin..<end)
      begin = end
    }
  }

  /// Cosine of two passages.
  ///
  /// - Complexity: O(terms of both documents).
  static func cosine(
    _ a: SentenceTerms, _ left: Range<Int>, _ b: SentenceTerms, _ right: Range<Int>
  ) -> Float {
    func sums(_ document: SentenceTerms, _ range: Range<Int>) -> [(UInt32, Float)] {
      var terms: [(UInt32, Float)] = []
      eachTerm(document.postings) { term, uses in
        var count = 0
        for at in uses where range.contains(document.sentence(at)) { count += 1 }
        if count > 0 { terms.append((term, Term.weight(term) * Float(count).squareRoot())) }
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
