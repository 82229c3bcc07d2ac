/// A small set of the vocabulary's terms, ascending: those of a clause, of a noun phrase.
///
/// Sets of a few words are compared for every pair of values; for so few, a sorted run of numbers
/// is quicker than hashing, and always in one order.
struct TermSet: RandomAccessCollection, Hashable, Sendable, ExpressibleByArrayLiteral {
  private var terms: [UInt32] = []

  init() {}

  init(arrayLiteral elements: UInt32...) { for term in elements { insert(term) } }

  init(_ elements: some Sequence<UInt32>) { for term in elements { insert(term) } }

  var startIndex: Int { 0 }
  var endIndex: Int { terms.count }
  subscript(index: Int) -> UInt32 { terms[index] }

  func contains(_ term: UInt32) -> Bool {
    let at = place(of: term)
    return at < terms.count && terms[at] == term
  }

  /// - Returns: whether the term is new.
  /// - Complexity: O(count).
  @discardableResult
  mutating func insert(_ term: UInt32) -> Bool {
    let at = place(of: term)
    if at < terms.count, terms[at] == term { return false }
    // Most sets grow to a few terms.
    if terms.isEmpty { terms.reserveCapacity(8) }
    terms.insert(term, at: at)
    return true
  }

  /// - Returns: whether the term was there.
  /// - Complexity: O(count).
  mutating func remove(_ term: UInt32) -> Bool {
    let at = place(of: term)
    guard at < terms.count, terms[at] == term else { return false }
    terms.remove(at: at)
    return true
  }

  /// The first place whose term is not less.
  private func place(of term: UInt32) -> Int {
    var (low, high) = (0, terms.count)
    while low < high {
      let middle = (low + high) / 2
      if terms[middle] < term { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func filter(_ isKept: (UInt32) throws -> Bool) rethrows -> TermSet {
    var kept = TermSet()
    for term in terms where try isKept(term) { kept.terms.append(term) }
    return kept
  }

  // MARK: Two sets, in O(count + other.count)

  func isDisjoint(with other: TermSet) -> Bool {
    var (i, j) = (0, 0)
    while i < terms.count, j < other.terms.count {
      if terms[i] == other.terms[j] { return false }
      if terms[i] < other.terms[j] { i += 1 } else { j += 1 }
    }
    return true
  }

  func isSubset(of other: TermSet) -> Bool { subtracting(other).isEmpty }

  func intersection(_ other: TermSet) -> TermSet { filtered(other, keepsShared: true) }

  func subtracting(_ other: TermSet) -> TermSet { filtered(other, keepsShared: false) }

  func union(_ other: TermSet) -> TermSet {
    var both = self
    for term in other { both.insert(term) }
    return both
  }

  mutating func formUnion(_ other: TermSet) { self = union(other) }

  private func filtered(_ other: TermSet, keepsShared: Bool) -> TermSet {
    var kept = TermSet()
    var j = 0
    for term in terms {
      while j < other.terms.count, other.terms[j] < term { j += 1 }
      let isShared = j < other.terms.count && other.terms[j] == term
      if isShared == keepsShared { kept.terms.append(term) }
    }
    return kept
  }
}
