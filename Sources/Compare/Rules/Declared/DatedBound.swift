/// A day with the word that introduces it: "before 1990" leaves all days before.
struct DatedBound {
  private let bounds: Bounds
  private let fact: Fact
  /// Whether a word opens one of its ends.
  let isOpen: Bool

  init(_ fact: Fact, in document: Document, _ particles: Particles) {
    self.fact = fact
    let at = fact.tokens.lowerBound
    let first = document.tokens[at].hash
    let last = at > 0 ? document.tokens[at - 1].hash : 0
    let isPrior =
      particles.to.contains(last) && at > 1
      && particles.prior.contains(document.tokens[at - 2].hash)
    if fact.type != .interval,
      particles.until.contains(last) || particles.until.contains(first) || isPrior
    {
      bounds = Bounds(low: nil, high: fact.bounds.low.map { $0 - 1 })
      isOpen = true
    } else if fact.type != .interval,
      particles.since.contains(last) || particles.since.contains(first)
    {
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
