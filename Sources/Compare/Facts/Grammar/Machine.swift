/// Runs one layer's network as a deterministic automaton whose states are made when first needed.
///
/// A state is the set of positions just taken. Symbols that no label of the layer can tell apart
/// share a number. States stay for the life of the machine; when there are too many the table is
/// emptied where no match is under way, which changes nothing but time.
struct Machine: Sendable {
  private let network: Network
  /// States and local symbols at which the table is emptied before the next match is looked for.
  private let mostStates: Int
  private let mostLocals: Int
  static let dead: UInt16 = 1

  /// Symbol → local symbol; 0 meets no label, `unknown` is not computed yet.
  private var locals: [UInt16] = []
  private static let unknown: UInt16 = .max
  private var localNumbers: [[UInt64]: UInt16] = [:]
  /// Which labels each local symbol meets: `width` words of bits for each.
  private var met: [UInt64] = []
  private let width: Int

  /// (state × stride + local symbol) → 0 unknown, 1 dead, else state + 2.
  private var next: [UInt16] = []
  private var stride = 256
  private var states: [[Int32]] = []
  private var accepting: [[Int32]] = []
  private var isAccepting: [Bool] = []
  /// Symbol → state after it from the beginning, `dead`, or 0 when not computed yet.
  private var begin: [UInt16] = []
  private var stateNumbers: [[Int32]: UInt16] = [:]

  /// The positions that each item of the match traced last can have taken, one item after another.
  private var trail: [Int32] = []
  private var trailEnds: [Int] = []

  init(_ network: Network, mostStates: Int, mostLocals: Int) {
    self.network = network
    self.mostStates = mostStates
    self.mostLocals = mostLocals
    width = (network.labels.count + 63) / 64
    forget()
  }

  private mutating func forget() {
    locals.removeAll(keepingCapacity: true)
    localNumbers = [:]
    met.removeAll(keepingCapacity: true)
    next = []
    stride = 256
    states = []
    accepting = []
    isAccepting = []
    begin.removeAll(keepingCapacity: true)
    stateNumbers = [:]
    _ = local(meeting: [UInt64](repeating: 0, count: width))
    _ = state([])  // the beginning; nothing else is empty
  }

  private var isFull: Bool { states.count > mostStates || localNumbers.count > mostLocals }

  // MARK: Symbols

  private mutating func local(meeting labels: [UInt64]) -> UInt16 {
    if let known = localNumbers[labels] { return known }
    let number = localNumbers.count
    localNumbers[labels] = UInt16(number)
    met += labels
    if number >= stride { widen() }
    return UInt16(number)
  }

  /// Makes room for twice as many local symbols in every state.
  private mutating func widen() {
    var wider = [UInt16](repeating: 0, count: states.count * stride * 2)
    for state in states.indices {
      for local in 0..<stride { wider[state * stride * 2 + local] = next[state * stride + local] }
    }
    next = wider
    stride *= 2
  }

  /// The local number of a symbol; 0 when no label of the layer is met.
  @inline(__always)
  private mutating func local(_ symbol: Int32, _ symbols: Symbols) -> UInt16 {
    let index = Int(symbol)
    if index < locals.count, locals[index] != Self.unknown { return locals[index] }
    return computeLocal(index, symbols)
  }

  @inline(never)
  private mutating func computeLocal(_ index: Int, _ symbols: Symbols) -> UInt16 {
    while locals.count <= index { locals.append(Self.unknown) }
    var labels = [UInt64](repeating: 0, count: width)
    for (number, label) in network.labels.enumerated()
    where symbols.meets(label, Int32(index)) {
      labels[number / 64] |= 1 << UInt64(number % 64)
    }
    let number = local(meeting: labels)
    locals[index] = number
    return number
  }

  @inline(__always)
  private func meets(_ position: Int32, _ local: UInt16) -> Bool {
    let label = Int(network.positions[Int(position)].label)
    return met[Int(local) * width + label / 64] >> UInt64(label % 64) & 1 != 0
  }

  // MARK: States

  private mutating func state(_ positions: [Int32]) -> UInt16 {
    if let known = stateNumbers[positions] { return known }
    let number = UInt16(states.count)
    stateNumbers[positions] = number
    states.append(positions)
    var patterns: [Int32] = []
    for position in positions where network.positions[Int(position)].isLast {
      let pattern = network.positions[Int(position)].pattern
      if patterns.last != pattern { patterns.append(pattern) }
    }
    accepting.append(patterns)
    isAccepting.append(!patterns.isEmpty)
    next.append(contentsOf: repeatElement(0, count: stride))
    return number
  }

  /// The state after the beginning (`from` 0) or after `from` on a local symbol; `dead` if none.
  @inline(__always)
  private mutating func step(_ from: UInt16, _ local: UInt16) -> UInt16 {
    let known = next[Int(from) * stride + Int(local)]
    return known != 0 ? known : compute(from, local)
  }

  @inline(never)
  private mutating func compute(_ from: UInt16, _ local: UInt16) -> UInt16 {
    var reached = Set<Int32>()
    if from == 0 {
      for position in network.first where meets(position, local) { reached.insert(position) }
    } else {
      for position in states[Int(from)] {
        for index in network.followers(of: position) {
          let follower = network.follows[index]
          if meets(follower, local) { reached.insert(follower) }
        }
      }
    }
    let result = reached.isEmpty ? Self.dead : state(reached.sorted()) + 2
    next[Int(from) * stride + Int(local)] = result
    return result
  }

  // MARK: Matches

  /// The next place from `start` on at which a match begins, with all ends it can have and the
  /// states there, shortest first; `items.count` when there is none.
  mutating func find(
    from start: Int, in items: [Item], symbols: Symbols, ends: inout [(end: Int, state: UInt16)]
  ) -> Int {
    ends.removeAll(keepingCapacity: true)
    let count = items.count
    var at = start
    while at < count {
      let symbol = Int(items[at].symbol)
      var state = symbol < begin.count ? begin[symbol] : 0
      if state == 0 { state = computeBegin(symbol, symbols) }
      if state != Self.dead {
        if isFull {
          forget()
          state = computeBegin(symbol, symbols)
        }
        var next = at + 1
        while true {
          if isAccepting[Int(state) - 2] { ends.append((next, state - 2)) }
          guard next < count else { break }
          let local = local(items[next].symbol, symbols)
          guard local != 0 else { break }
          state = step(state - 2, local)
          if state == Self.dead { break }
          next += 1
        }
        if !ends.isEmpty { return at }
      }
      at += 1
    }
    return count
  }

  @inline(never)
  private mutating func computeBegin(_ symbol: Int, _ symbols: Symbols) -> UInt16 {
    if isFull { forget() }
    let local = local(Int32(symbol), symbols)
    let state = local == 0 ? Self.dead : step(0, local)
    while begin.count <= symbol { begin.append(0) }
    begin[symbol] = state
    return state
  }

  /// Patterns that end in a state, first written first; empty for most.
  @inline(__always)
  func accepts(_ state: UInt16) -> [Int32] { accepting[Int(state)] }

  /// Finds the positions of `pattern` that each of `items` can have taken, from the beginning of
  /// a match; `captures` then reads them.
  ///
  /// - Complexity: O(match × positions of the pattern).
  mutating func trace(_ pattern: Int32, over items: [Item], _ range: Range<Int>, symbols: Symbols) {
    trail.removeAll(keepingCapacity: true)
    trailEnds.removeAll(keepingCapacity: true)
    var before = 0..<0
    for index in range {
      let local = local(items[index].symbol, symbols)
      let start = trail.count
      if index == range.lowerBound {
        for position in network.first
        where network.positions[Int(position)].pattern == pattern && meets(position, local) {
          trail.append(position)
        }
      } else {
        for place in before {
          for index in network.followers(of: trail[place]) {
            let follower = network.follows[index]
            if meets(follower, local), !trail[start...].contains(follower) {
              trail.append(follower)
            }
          }
        }
      }
      before = start..<trail.count
      trailEnds.append(trail.count)
    }
  }

  /// Which item each capture took on a path through the first `count` items of the match traced
  /// last, which begins at `start`; in the order of the items.
  func captures(count: Int, from start: Int, into found: inout [(capture: Int32, item: Int)]) {
    found.removeAll(keepingCapacity: true)
    var later: Int32 = -1
    for offset in (0..<count).reversed() {
      var choice: Int32 = .max
      for index in (offset == 0 ? 0 : trailEnds[offset - 1])..<trailEnds[offset] {
        let position = trail[index]
        let fits =
          later < 0
          ? network.positions[Int(position)].isLast
          : network.follows[network.followers(of: position)].contains(later)
        if fits, position < choice { choice = position }
      }
      guard choice != .max else { return found.removeAll(keepingCapacity: true) }
      let capture = network.positions[Int(choice)].capture
      if capture >= 0 { found.append((capture, start + offset)) }
      later = choice
    }
    found.reverse()
  }
}
