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

  private(set) var positions: [Position] = []
  private(set) var follows: [Int32] = []
  /// Where a match can begin.
  private(set) var first: [Int32] = []
  /// What the positions ask for, each once.
  private(set) var labels: [Label] = []

  private var labelNumbers: [Label: Int32] = [:]

  /// One step as a set of labels, any of which will do.
  struct Step {
    var labels: [Label]
    var capture: Int32
  }

  indirect enum Node {
    case step(Step)
    case sequence([Node])
    case choice([Node])
    case many(Node, Int, Int)
  }

  /// Adds a pattern; patterns added earlier win over later ones that match as much.
  mutating func add(_ node: Node, pattern: Int) {
    var draft = Draft(base: positions.count)
    let parts = draft.build(node)
    for position in parts.first { first.append(Int32(position)) }
    let last = Set(parts.last)
    for (offset, step) in draft.steps.enumerated() {
      let number = draft.base + offset
      let start = follows.count
      for next in draft.follow[offset].sorted() {
        if follows.count == start || follows.last != next { follows.append(next) }
      }
      positions.append(
        Position(
          label: labelNumber(step.label), pattern: Int32(pattern), capture: step.capture,
          isLast: last.contains(number), patternStart: Int32(draft.base),
          followStart: Int32(start), followEnd: Int32(follows.count)))
    }
  }

  private mutating func labelNumber(_ label: Label) -> Int32 {
    if let known = labelNumbers[label] { return known }
    let number = Int32(labels.count)
    labels.append(label)
    labelNumbers[label] = number
    return number
  }

  private struct Draft {
    let base: Int
    var steps: [(label: Label, capture: Int32)] = []
    /// Positions that may follow each; some twice.
    var follow: [[Int32]] = []

    struct Parts {
      var first: [Int] = []
      var last: [Int] = []
      var canBeEmpty = false
    }

    init(base: Int) { self.base = base }

    mutating func build(_ node: Node) -> Parts {
      switch node {
      case .step(let step):
        var parts = Parts()
        for label in step.labels {
          let number = base + steps.count
          steps.append((label, step.capture))
          follow.append([])
          parts.first.append(number)
        }
        parts.last = parts.first
        return parts
      case .choice(let nodes):
        var parts = Parts()
        for node in nodes {
          let part = build(node)
          parts.first += part.first
          parts.last += part.last
          parts.canBeEmpty = parts.canBeEmpty || part.canBeEmpty
        }
        return parts
      case .sequence(let nodes): return chain(nodes)
      case .many(let node, let low, let high):
        // `x{1,3}` is x (x (x)?)?: a copy is followed by the next one alone, so that the states
        // stay small.
        var copies = [Node](repeating: node, count: low)
        var tail: Node?
        for _ in low..<high { tail = .many(tail.map { .sequence([node, $0]) } ?? node, 0, 1) }
        if let tail { copies.append(tail) }
        if low == 0, high == 1 {
          var parts = build(node)
          parts.canBeEmpty = true
          return parts
        }
        return chain(copies)
      }
    }

    private mutating func chain(_ nodes: [Node]) -> Parts {
      var parts = Parts(canBeEmpty: true)
      for node in nodes {
        let part = build(node)
        for number in parts.last { follow[number - base] += part.first.lazy.map { Int32($0) } }
        if parts.canBeEmpty { parts.first += part.first }
        parts.last = part.canBeEmpty ? parts.last + part.last : part.last
        parts.canBeEmpty = parts.canBeEmpty && part.canBeEmpty
      }
      return parts
    }
  }
}
