/// Runs one layer's network as a deterministic automaton whose states are made when first needed.
///
/// A state is the set of positions just taken. Symbols that no label of the layer can tell apart
/// share a number. States stay for the life of the machine; when there are too many the table
/// is emptied, which changes nothing but time.
struct Machine: Sendable {
  private let network: Network
  private static let stride = 1024
  private static let mostStates = 16_000
  static let dead: UInt16 = 1

  /// Symbol → local symbol; 0 meets no label, `unknown` is not computed yet.
  private var locals: [UInt16] = []
  private static let unknown: UInt16 = .max
  private var localNumbers: [[Bool]: UInt16] = [:]
  private var localLabels: [[Bool]] = []

  /// (state × stride + local symbol) → 0 unknown, 1 dead, else state + 2.
  private var next: [UInt16] = []
  private var states: [[Int32]] = []
  private var accepting: [[Int32]] = []
  private var isAccepting: [Bool] = []
  /// Symbol → state after it from the beginning, `dead`, or 0 when not computed yet.
  private var begin: [UInt16] = []
  private var stateNumbers: [[Int32]: UInt16] = [:]

  init(_ network: Network) {
    self.network = network
    forget()
  }

  private mutating func forget() {
    locals = []
    localNumbers = [:]
    localLabels = []
    next = []
    states = []
    accepting = []
    isAccepting = []
    begin = []
    stateNumbers = [:]
    _ = local(of: [Bool](repeating: false, count: network.labels.count))
    _ = state([])  // the beginning; nothing else is empty
  }

  private mutating func local(of met: [Bool]) -> UInt16 {
    if let known = localNumbers[met] { return known }
    let number = UInt16(localLabels.count)
    localNumbers[met] = number
    localLabels.append(met)
    return number
  }

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
    next.append(contentsOf: repeatElement(0, count: Self.stride))
    return number
  }

  /// The local number of a symbol; 0 when no label of the layer is met.
  @inline(__always)
  mutating func local(_ symbol: Int32, _ symbols: Symbols) -> UInt16 {
    let index = Int(symbol)
    if index < locals.count, locals[index] != Self.unknown { return locals[index] }
    return computeLocal(index, symbols)
  }

  private mutating func computeLocal(_ index: Int, _ symbols: Symbols) -> UInt16 {
    if localLabels.count >= Self.stride { forget() }
    while locals.count <= index { locals.append(Self.unknown) }
    let met = network.labels.map { symbols.meets($0, Int32(index)) }
    let number = local(of: met)
    locals[index] = number
    return number
  }

  /// The state after the beginning (`from` 0) or after `from` on a local symbol; `dead` if none.
  @inline(__always)
  mutating func step(_ from: UInt16, _ local: UInt16) -> UInt16 {
    let known = next[Int(from) * Self.stride + Int(local)]
    return known != 0 ? known : compute(from, local)
  }

  private mutating func compute(_ from: UInt16, _ local: UInt16) -> UInt16 {
    let met = localLabels[Int(local)]
    var reached = Set<Int32>()
    if from == 0 {
      for position in network.first where met[Int(network.positions[Int(position)].label)] {
        reached.insert(position)
      }
    } else {
      for position in states[Int(from)] {
        for follower in network.positions[Int(position)].follow
        where met[Int(network.positions[Int(follower)].label)] {
          reached.insert(follower)
        }
      }
    }
    let result = reached.isEmpty ? Self.dead : state(reached.sorted()) + 2
    next[Int(from) * Self.stride + Int(local)] = result
    return result
  }

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

  private mutating func computeBegin(_ symbol: Int, _ symbols: Symbols) -> UInt16 {
    let local = local(Int32(symbol), symbols)
    let state = local == 0 ? Self.dead : step(0, local)
    while begin.count <= symbol { begin.append(0) }
    begin[symbol] = state
    return state
  }

  /// Whether there are so many states that the table should be emptied between two documents.
  var isFull: Bool { states.count > Self.mostStates }

  /// Patterns that end in a state, first written first; empty for most.
  @inline(__always)
  func accepts(_ state: UInt16) -> [Int32] { accepting[Int(state)] }

  /// The positions of `pattern` that each item of a match can have taken, from its beginning.
  ///
  /// - Complexity: O(match × positions of the pattern).
  mutating func paths(
    _ pattern: Int32, over items: ArraySlice<Item>, symbols: Symbols
  ) -> [[Int32]] {
    var layers: [[Int32]] = []
    layers.reserveCapacity(items.count)
    for item in items {
      let met = localLabels[Int(local(item.symbol, symbols))]
      var reached: [Int32] = []
      if let before = layers.last {
        for position in before {
          for follower in network.positions[Int(position)].follow
          where met[Int(network.positions[Int(follower)].label)] && !reached.contains(follower) {
            reached.append(follower)
          }
        }
      } else {
        for position in network.first
        where network.positions[Int(position)].pattern == pattern
          && met[Int(network.positions[Int(position)].label)]
        {
          reached.append(position)
        }
      }
      layers.append(reached)
    }
    return layers
  }

  /// Which item each capture took on a path through the first `count` items: pairs of capture and
  /// item, the match beginning at `start`.
  func captures(
    _ paths: [[Int32]], count: Int, from start: Int
  ) -> [(capture: Int32, item: Int)] {
    var found: [(Int32, Int)] = []
    var later: Int32?
    for offset in (0..<count).reversed() {
      var choice: Int32?
      for position in paths[offset] {
        let place = network.positions[Int(position)]
        let fits = later.map { place.follow.contains($0) } ?? place.isLast
        if fits, position < choice ?? .max { choice = position }
      }
      guard let choice else { return [] }
      let capture = network.positions[Int(choice)].capture
      if capture >= 0 { found.append((capture, start + offset)) }
      later = choice
    }
    return found.reversed()
  }
}
