/// A day with the word that introduces it: "before 1990" leaves all days before.
struct DatedBound {
  private let bounds: Bounds
  private let fact: Fact
  /// Whether a word opens one of its ends.
  let isOpen: Bool

  private static let before = Set(["before", "until", "till", "by"].map { Hash.of($0) })
  private static let after = Set(["after", "since"].map { Hash.of($0) })
  private static let prior = Hash.of("prior")
  private static let to = Hash.of("to")

  init(_ fact: Fact, in document: Document) {
    self.fact = fact
    let at = fact.tokens.lowerBound
    let first = document.tokens[at].hash
    let last = at > 0 ? document.tokens[at - 1].hash : 0
    let isPrior = last == Self.to && at > 1 && document.tokens[at - 2].hash == Self.prior
    if fact.type != .interval, Self.before.contains(last) || Self.before.contains(first) || isPrior
    {
      bounds = Bounds(low: nil, high: fact.bounds.low.map { $0 - 1 })
      isOpen = true
    } else if fact.type != .interval, Self.after.contains(last) || Self.after.contains(first) {
      bounds = Bounds(low: fact.bounds.low, high: nil)
      isOpen = true
    } else {
      (bounds, isOpen) = (fact.bounds, false)
    }
  }

  /// Whether both can be true of one event.
  func meets(_ other: DatedBound) -> Bool {
    isOpen || other.isOpen ? bounds.meets(other.bounds) : fact.agrees(with: other.fact)
  }
}
