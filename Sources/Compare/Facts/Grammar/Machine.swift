/// Runs one layer's network as a deterministic automaton whose states are made when first needed.
///
/// A state is the set of positions just taken. Symbols that no label of the layer can tell apart
/// share a number. States stay for the life of the machine; when there are too many the table is
/// emptied where no match is under way, which changes nothing but time.
struct Machine: Sendable {
  private let layer: Grammar.Layer
  /// The layer's bit among those that can begin at an item.
  private let bit: Beginnings.Layers
  /// States and local symbols at which the table is emptied before the next match is looked for.
  private let mostStates: Int
  private let mostLocals: Int

  /// Numbers of states: what is not computed yet, what leads nowhere, the beginning.
  private static let unknown: UInt16 = 0
  private static let dead: UInt16 = 1
  private static let beginning: UInt16 = 2

  /// Symbol → local symbol; 0 meets no label, `unknownLocal` is not computed yet.
  private var locals: [UInt16] = []
  private static let unknownLocal: UInt16 = 1
  private var localNumbers: [[UInt64]: UInt16] = [:]
  /// Which labels each local symbol meets, `layer.labels.width` words of bits for each.
  private var met: [UInt64] = []

  private var states = StateSets()
  /// (state × stride + local symbol) → state.
  private var next: [UInt16] = []
  private var stride = 256
  /// Symbol → state after it from the beginning.
  private var begin: [UInt16] = []
  /// Where a match is known to end in nothing: a bit for each local symbol in each state.
  ///
  /// The same as in `next`, `stride` bits a state, but so small that it stays near.
  private var dead: [UInt64] = []

  /// Items of the longest match at the place found last; 0 when there is none.
  private(set) var longest = 0
  /// The states behind each item from the place found last on, as far as that match went; what
  /// stands behind them is of matches before.
  private var path: [UInt16] = []
  private var reached: PositionSet

  init(_ grammar: Grammar, layer number: Int, mostStates: Int, mostLocals: Int) {
    layer = grammar.layers[number]
    bit = 1 << number
    self.mostStates = mostStates
    self.mostLocals = mostLocals
    reached = PositionSet(count: layer.network.positions.count)
    forget()
  }

  private mutating func forget() {
    locals.removeAll(keepingCapacity: true)
    localNumbers = [:]
    met.removeAll(keepingCapacity: true)
    next = []
    stride = 256
    states = StateSets()
    begin.removeAll(keepingCapacity: true)
    dead.removeAll(keepingCapacity: true)
    let none = [UInt64](repeating: 0, count: layer.labels.width)
    _ = local(meeting: none)
    met += none  // those of `unknownLocal`
    for _ in Self.unknown...Self.beginning { appendState([]) }
  }

  private var isFull: Bool { states.count > mostStates || localNumbers.count > mostLocals }

  // MARK: Symbols

  private mutating func local(meeting labels: [UInt64]) -> UInt16 {
    if let known = localNumbers[labels] { return known }
    let number = met.count / layer.labels.width
    localNumbers[labels] = UInt16(number)
    met += labels
    if number >= stride { widen() }
    return UInt16(number)
  }

  /// Makes room for twice as many local symbols in every state.
  private mutating func widen() {
    var wider = [UInt16](repeating: Self.unknown, count: states.count * stride * 2)
    for state in 0..<states.count {
      for local in 0..<stride { wider[state * stride * 2 + local] = next[state * stride + local] }
    }
    next = wider
    stride *= 2
    dead = [UInt64](repeating: 0, count: states.count * stride / 64)
    for state in 0..<states.count {
      for local in 0..<stride { noteDead(UInt16(state), UInt16(local)) }
    }
  }

  /// The local number of a symbol; 0 when no label of the layer is met.
  @inline(__always)
  private mutating func local(_ symbol: Int32, _ symbols: Symbols) -> UInt16 {
    let index = Int(symbol)
    if index < locals.count, locals[index] != Self.unknownLocal { return locals[index] }
    return computeLocal(symbol, symbols)
  }

  @inline(never)
  private mutating func computeLocal(_ symbol: Int32, _ symbols: Symbols) -> UInt16 {
    while locals.count <= Int(symbol) { locals.append(Self.unknownLocal) }
    let number = local(meeting: layer.labels.met(by: symbol, symbols))
    locals[Int(symbol)] = number
    return number
  }

  @inline(__always)
  private func meets(_ position: Int32, _ local: UInt16) -> Bool {
    let label = Int(layer.network.positions[Int(position)].label)
    return met[Int(local) * layer.labels.width + label / 64] &>> UInt64(label % 64) & 1 != 0
  }

  // MARK: States

  private mutating func appendState(_ positions: [Int32]) {
    states.append(positions, of: layer.network)
    next.append(contentsOf: repeatElement(Self.unknown, count: stride))
    dead.append(contentsOf: repeatElement(0, count: stride / 64))
    let state = UInt16(states.count - 1)
    if state == Self.dead {
      for local in 0..<stride { noteDead(state, UInt16(local)) }
    } else {
      noteDead(state, 0)
    }
  }

  /// Marks a symbol after a state where it is known to lead nowhere.
  private mutating func noteDead(_ state: UInt16, _ local: UInt16) {
    guard state != Self.unknown, !states.isAccepting(state) else { return }
    guard
      state == Self.dead || local == 0
        || next[Int(state) * stride + Int(local)] == Self.dead
    else { return }
    dead[(Int(state) * stride + Int(local)) / 64] |= 1 << UInt64(local % 64)
  }

  private mutating func state(_ positions: [Int32]) -> UInt16 {
    guard !positions.isEmpty else { return Self.dead }
    if let known = states.number(of: positions) { return known }
    appendState(positions)
    return UInt16(states.count - 1)
  }

  @inline(__always)
  private mutating func step(_ from: UInt16, _ local: UInt16) -> UInt16 {
    let known = next[Int(from) * stride + Int(local)]
    return known != Self.unknown ? known : compute(from, local)
  }

  @inline(never)
  private mutating func compute(_ from: UInt16, _ local: UInt16) -> UInt16 {
    let network = layer.network
    if from == Self.beginning {
      for position in network.first where meets(position, local) { reached.insert(position) }
    } else {
      for index in states.positions(of: from) {
        for follower in network.positions[Int(states[index])].followers {
          let position = network.follows[follower]
          if meets(position, local) { reached.insert(position) }
        }
      }
    }
    let result = state(reached.removeAll())
    next[Int(from) * stride + Int(local)] = result
    noteDead(from, local)
    return result
  }

  @inline(never)
  private mutating func computeBegin(_ symbol: Int32, _ symbols: Symbols) -> UInt16 {
    if isFull { forget() }
    let local = local(symbol, symbols)
    let state = local == 0 ? Self.dead : step(Self.beginning, local)
    while begin.count <= Int(symbol) { begin.append(Self.unknown) }
    begin[Int(symbol)] = state
    return state
  }

  // MARK: Matches

  /// The next place from `start` on at which a match begins, `longest` items long at most; the
  /// count of the items when there is none.
  mutating func find(from start: Int, in work: Workspace) -> Int {
    var at = start
    while true {
      at = skip(from: at, in: work)
      guard at < work.items.count else { return at }
      follow(from: at, in: work.items, symbols: work.symbols)
      if longest > 0 { return at }
      at += 1
    }
  }

  /// The next item from `start` on with which a match may begin: all before it are known to lead
  /// nowhere, by themselves or with the item after them.
  private func skip(from start: Int, in work: Workspace) -> Int {
    work.items.withUnsafeBufferPointer { items in
      work.begun.withUnsafeBufferPointer { begun in
        var at = Beginnings.next(from: start, in: begun, layer: bit)
        while at + 1 < items.count, isDead(items[at].symbol, before: items[at + 1].symbol) {
          at = Beginnings.next(from: at + 1, in: begun, layer: bit)
        }
        return at
      }
    }
  }

  /// Whether it is known that no match begins with an item when a certain one follows.
  @inline(__always)
  private func isDead(_ symbol: Int32, before follower: Int32) -> Bool {
    guard Int(symbol) < begin.count, Int(follower) < locals.count else { return false }
    let index = Int(begin[Int(symbol)]) * stride + Int(locals[Int(follower)])
    return dead[index / 64] &>> UInt64(index % 64) & 1 != 0
  }

  /// Runs from `start` on as far as the automaton goes.
  private mutating func follow(from start: Int, in items: [Item], symbols: Symbols) {
    longest = 0
    let symbol = items[start].symbol
    var state = Int(symbol) < begin.count ? begin[Int(symbol)] : Self.unknown
    if state == Self.unknown || isFull { state = computeBegin(symbol, symbols) }
    var at = start
    while state != Self.dead {
      if at - start < path.count { path[at - start] = state } else { path.append(state) }
      at += 1
      if states.isAccepting(state) { longest = at - start }
      guard at < items.count else { break }
      let local = local(items[at].symbol, symbols)
      guard local != 0 else { break }
      state = step(state, local)
    }
  }

  /// The patterns that match the first `count` items at the place found last, first written first,
  /// as indices for `pattern(at:)`; none for most counts.
  @inline(__always)
  func accepted(after count: Int) -> Range<Int> { states.patterns(of: path[count - 1]) }

  @inline(__always)
  func pattern(at index: Int) -> Int32 { states.pattern(at: index) }

  /// Which item each capture took where the pattern at `index` matches the first `count` items at
  /// the place found last, which is `start`; in the order of the items.
  ///
  /// Of all ways through the pattern this is the one that, from the end on, takes what is written
  /// first.
  ///
  /// - Complexity: O(match × positions of its states).
  func captures(
    at index: Int, count: Int, from start: Int, into found: inout [(capture: Int32, item: Int)]
  ) {
    found.removeAll(keepingCapacity: true)
    var number = states.lastPosition(at: index)
    var offset = count - 1
    while true {
      let position = layer.network.positions[Int(number)]
      if position.capture >= 0 { found.append((position.capture, start + offset)) }
      guard offset > 0 else { break }
      offset -= 1
      guard let before = self.position(before: number, in: path[offset]) else {
        return found.removeAll(keepingCapacity: true)
      }
      number = before
    }
    found.reverse()
  }

  /// The first position of a state that `later` can follow.
  private func position(before later: Int32, in state: UInt16) -> Int32? {
    let network = layer.network
    let first = network.positions[Int(later)].patternStart
    for index in states.positions(of: state) {
      let number = states[index]
      // Those of one pattern are side by side, and none but they lead to each other.
      guard number >= first else { continue }
      for follower in network.positions[Int(number)].followers
      where network.follows[follower] == later {
        return number
      }
    }
    return nil
  }
}
