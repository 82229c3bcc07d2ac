/// Puts a layer's network together while its patterns are read, from the inside outwards: a step
/// is a part, and parts are joined to larger ones.
///
/// The first and the last positions of a part are lists threaded through arrays. A position is in
/// one list of either kind at a time, that of the largest part so far, so that joining two parts
/// joins their lists end to end.
struct NetworkBuilder {
  struct Step {
    let label: Int32
    let capture: Int32
    let pattern: Int32
    let patternStart: Int32
    var isLast = false
  }

  /// Part of a pattern: where it can begin, where it can end, whether it can match nothing.
  struct Part {
    fileprivate var first = List()
    fileprivate var last = List()
    fileprivate var canBeEmpty: Bool

    /// A part with no steps.
    fileprivate static let nothing = Part(canBeEmpty: true)

    /// The same, or nothing.
    var optional: Part {
      var part = self
      part.canBeEmpty = true
      return part
    }
  }

  /// Positions by the first and the last of them; -1 for none.
  fileprivate struct List {
    var head: Int32 = -1
    var tail: Int32 = -1
  }

  /// A place between what was built before and what will be.
  struct Mark {
    fileprivate let steps: Int
    fileprivate let edges: Int
  }

  private(set) var steps: [Step] = []
  /// Which position may follow which.
  private(set) var edges: [(from: Int32, to: Int32)] = []
  /// Where a match can begin.
  private(set) var first: [Int32] = []
  /// What the steps ask for, each once.
  private(set) var labels: [Label] = []
  private var labelNumbers = HashTable(capacity: 64)
  private var nextFirst: [Int32] = []
  private var nextLast: [Int32] = []
  private var pattern: Int32 = 0
  private var patternStart: Int32 = 0

  var mark: Mark { Mark(steps: steps.count, edges: edges.count) }

  /// What follows is of another pattern; earlier ones win over later ones that match as much.
  mutating func begin(pattern number: Int) {
    pattern = Int32(number)
    patternStart = Int32(steps.count)
  }

  /// Ends the pattern, of which this is the whole.
  mutating func end(_ whole: Part) {
    var at = whole.first.head
    while at >= 0 {
      first.append(at)
      at = nextFirst[Int(at)]
    }
    at = whole.last.head
    while at >= 0 {
      steps[Int(at)].isLast = true
      at = nextLast[Int(at)]
    }
  }

  // MARK: Parts

  /// One step: an item that meets any of the labels.
  mutating func step(_ wanted: [Label], capture: Int32) -> Part {
    var part = Part(canBeEmpty: false)
    for label in wanted {
      let position = Int32(steps.count)
      let list = List(head: position, tail: position)
      append(
        Step(
          label: number(of: label), capture: capture, pattern: pattern, patternStart: patternStart))
      part.first = Self.joined(part.first, list, &nextFirst)
      part.last = Self.joined(part.last, list, &nextLast)
    }
    return part
  }

  private mutating func append(_ step: Step) {
    steps.append(step)
    nextFirst.append(-1)
    nextLast.append(-1)
  }

  private mutating func number(of label: Label) -> Int32 {
    let number = labelNumbers.insert(label.hash, UInt32(labels.count))
    if number == labels.count { labels.append(label) }
    return Int32(number)
  }

  /// Either of two parts.
  mutating func either(_ a: Part, _ b: Part) -> Part {
    Part(
      first: Self.joined(a.first, b.first, &nextFirst),
      last: Self.joined(a.last, b.last, &nextLast), canBeEmpty: a.canBeEmpty || b.canBeEmpty)
  }

  /// Two parts, one after the other.
  mutating func sequence(_ a: Part, _ b: Part) -> Part {
    var from = a.last.head
    while from >= 0 {
      var to = b.first.head
      while to >= 0 {
        edges.append((from, to))
        to = nextFirst[Int(to)]
      }
      from = nextLast[Int(from)]
    }
    return Part(
      first: a.canBeEmpty ? Self.joined(a.first, b.first, &nextFirst) : a.first,
      last: b.canBeEmpty ? Self.joined(a.last, b.last, &nextLast) : b.last,
      canBeEmpty: a.canBeEmpty && b.canBeEmpty)
  }

  /// A part `low` to `high` times, in one sequence.
  ///
  /// `x{1,3}` is x (x (x)?)?: a copy is followed by the next one alone, so that the states stay
  /// small.
  ///
  /// - Parameter start: the mark before the part, which was built last.
  mutating func repeated(_ part: Part, since start: Mark, _ times: ClosedRange<Int>) -> Part {
    guard times.upperBound > 0 else { return .nothing }
    let end = mark
    var copies = [part]
    while copies.count < times.upperBound { copies.append(copy(part, start, end)) }
    var tail: Part?
    for copy in copies[times.lowerBound...].reversed() {
      tail = (tail.map { sequence(copy, $0) } ?? copy).optional
    }
    var whole = Part.nothing
    for copy in copies[..<times.lowerBound] { whole = sequence(whole, copy) }
    return tail.map { sequence(whole, $0) } ?? whole
  }

  /// A part once more: all between two marks, further on.
  private mutating func copy(_ part: Part, _ start: Mark, _ end: Mark) -> Part {
    let offset = Int32(steps.count - start.steps)
    for position in start.steps..<end.steps {
      steps.append(steps[position])
      nextFirst.append(Self.moved(nextFirst[position], by: offset))
      nextLast.append(Self.moved(nextLast[position], by: offset))
    }
    for edge in edges[start.edges..<end.edges] {
      edges.append((edge.from + offset, edge.to + offset))
    }
    return Part(
      first: List(
        head: Self.moved(part.first.head, by: offset), tail: Self.moved(part.first.tail, by: offset)
      ),
      last: List(
        head: Self.moved(part.last.head, by: offset), tail: Self.moved(part.last.tail, by: offset)),
      canBeEmpty: part.canBeEmpty)
  }

  private static func moved(_ position: Int32, by offset: Int32) -> Int32 {
    position < 0 ? position : position + offset
  }

  private static func joined(_ a: List, _ b: List, _ next: inout [Int32]) -> List {
    guard a.head >= 0 else { return b }
    guard b.head >= 0 else { return a }
    next[Int(a.tail)] = b.head
    return List(head: a.head, tail: b.tail)
  }
}
