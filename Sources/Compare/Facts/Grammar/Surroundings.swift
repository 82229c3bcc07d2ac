/// What must (not) stand on either side of a pattern's matches: groups of labels, -1 where the
/// pattern asks nothing.
struct Sides: Sendable {
  var precededBy: Int32 = -1
  var notPrecededBy: Int32 = -1
  var followedBy: Int32 = -1
  var notFollowedBy: Int32 = -1

  var areFree: Bool {
    precededBy < 0 && notPrecededBy < 0 && followedBy < 0 && notFollowedBy < 0
  }
}

/// Looks at the items beside a match; what a symbol meets is worked out once.
struct Surroundings: Sendable {
  private let groups: LabelGroups
  /// Symbol → the groups it meets, `groups.width` words of bits for each.
  private var met: [UInt64] = []
  private var isKnown: [Bool] = []

  init(_ groups: LabelGroups) { self.groups = groups }

  /// Whether a match can stand between two items.
  ///
  /// - Complexity: O(1), but for symbols not seen before.
  mutating func allow(
    _ sides: Sides, between before: Int32, and after: Int32, _ symbols: Symbols
  ) -> Bool {
    if sides.areFree { return true }
    if sides.precededBy >= 0, !meets(sides.precededBy, before, symbols) { return false }
    if sides.notPrecededBy >= 0, meets(sides.notPrecededBy, before, symbols) { return false }
    if sides.followedBy >= 0, !meets(sides.followedBy, after, symbols) { return false }
    if sides.notFollowedBy >= 0, meets(sides.notFollowedBy, after, symbols) { return false }
    return true
  }

  private mutating func meets(_ group: Int32, _ symbol: Int32, _ symbols: Symbols) -> Bool {
    if Int(symbol) >= isKnown.count || !isKnown[Int(symbol)] { learn(symbol, symbols) }
    return met[Int(symbol) * groups.width + Int(group) / 64] &>> UInt64(group % 64) & 1 != 0
  }

  @inline(never)
  private mutating func learn(_ symbol: Int32, _ symbols: Symbols) {
    let missing = Int(symbol) + 1 - isKnown.count
    if missing > 0 {
      isKnown.append(contentsOf: repeatElement(false, count: missing))
      met.append(contentsOf: repeatElement(0, count: missing * groups.width))
    }
    isKnown[Int(symbol)] = true
    let start = Int(symbol) * groups.width
    met.replaceSubrange(start..<start + groups.width, with: groups.met(by: symbol, symbols))
  }
}
