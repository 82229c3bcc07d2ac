/// The positions of all patterns of one layer, and which may follow which (Glushkov's
/// construction: one position for each step as written, no empty moves).
struct Network: Sendable {
  struct Position: Sendable {
    let label: Int32
    let pattern: Int32
    let capture: Int32
    let isLast: Bool
    /// The first position of the pattern: those of one pattern are side by side.
    let patternStart: Int32
    /// Where in `follows` the positions that may follow are, ascending.
    fileprivate let followStart: Int32
    fileprivate let followEnd: Int32

    @inline(__always)
    var followers: Range<Int> { Int(followStart)..<Int(followEnd) }
  }

  let positions: [Position]
  let follows: [Int32]
  /// Where a match can begin.
  let first: [Int32]
  /// What the positions ask for, each once.
  let labels: [Label]

  init(_ builder: NetworkBuilder) {
    var ends = [Int32](repeating: 0, count: builder.steps.count)
    for edge in builder.edges { ends[Int(edge.from)] += 1 }
    var end: Int32 = 0
    positions = builder.steps.enumerated().map { number, step in
      let start = end
      end += ends[number]
      ends[number] = start
      return Position(
        label: step.label, pattern: step.pattern, capture: step.capture, isLast: step.isLast,
        patternStart: step.patternStart, followStart: start, followEnd: end)
    }
    // What follows a position was told from the inside of its pattern outwards: ascending.
    var follows = [Int32](repeating: 0, count: builder.edges.count)
    for edge in builder.edges {
      let at = Int(ends[Int(edge.from)])
      follows[at] = edge.to
      ends[Int(edge.from)] += 1
    }
    self.follows = follows
    first = builder.first
    labels = builder.labels
  }
}
