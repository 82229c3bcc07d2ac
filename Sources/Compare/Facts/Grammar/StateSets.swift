/// The states of an automaton: sets of a network's positions, one after another in flat arrays.
struct StateSets: Sendable {
  private var members: [Int32] = []
  private var memberEnds: [Int32] = []
  private var accepted: [Accepted] = []
  private var acceptedEnds: [Int32] = []
  private var numbers: [[Int32]: UInt16] = [:]

  /// A pattern that ends in a state, and the first of its positions there with which it does.
  private struct Accepted {
    let pattern: Int32
    let position: Int32
  }

  var count: Int { memberEnds.count }

  /// - Parameter positions: ascending.
  mutating func append(_ positions: [Int32], of network: Network) {
    numbers[positions] = UInt16(count)
    members += positions
    memberEnds.append(Int32(members.count))
    let start = accepted.count
    for position in positions where network.positions[Int(position)].isLast {
      let pattern = network.positions[Int(position)].pattern
      if accepted.count == start || accepted.last?.pattern != pattern {
        accepted.append(Accepted(pattern: pattern, position: position))
      }
    }
    acceptedEnds.append(Int32(accepted.count))
  }

  /// The state with these positions, if there is one.
  func number(of positions: [Int32]) -> UInt16? { numbers[positions] }

  /// Indices of a state's positions, ascending.
  @inline(__always)
  func positions(of state: UInt16) -> Range<Int> {
    (state == 0 ? 0 : Int(memberEnds[Int(state) - 1]))..<Int(memberEnds[Int(state)])
  }

  /// The position at an index of `positions(of:)`.
  @inline(__always)
  subscript(index: Int) -> Int32 { members[index] }

  @inline(__always)
  func isAccepting(_ state: UInt16) -> Bool { !patterns(of: state).isEmpty }

  /// Indices of the patterns that end in a state, first written first.
  @inline(__always)
  func patterns(of state: UInt16) -> Range<Int> {
    (state == 0 ? 0 : Int(acceptedEnds[Int(state) - 1]))..<Int(acceptedEnds[Int(state)])
  }

  /// The pattern at an index of `patterns(of:)`.
  @inline(__always)
  func pattern(at index: Int) -> Int32 { accepted[index].pattern }

  /// The first position with which the pattern at an index of `patterns(of:)` ends there.
  @inline(__always)
  func lastPosition(at index: Int) -> Int32 { accepted[index].position }
}

/// A set of positions that is filled and emptied again and again.
struct PositionSet: Sendable {
  private var bits: [UInt64]

  init(count: Int) { bits = Array(repeating: 0, count: (count + 63) / 64) }

  @inline(__always)
  mutating func insert(_ position: Int32) {
    bits[Int(position) / 64] |= 1 << UInt64(position % 64)
  }

  /// Empties the set; what was in it, ascending.
  mutating func removeAll() -> [Int32] {
    var found: [Int32] = []
    for index in bits.indices where bits[index] != 0 {
      var rest = bits[index]
      while rest != 0 {
        found.append(Int32(index * 64 + rest.trailingZeroBitCount))
        rest &= rest - 1
      }
      bits[index] = 0
    }
    return found
  }
}
