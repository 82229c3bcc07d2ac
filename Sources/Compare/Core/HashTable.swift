/// Hash of a word → a number, by open addressing, for tables that grow while texts are read.
///
/// Such hashes are evenly spread already. What is made once is a `FixedMap`.
struct HashTable: Sendable {
  private var keys: [UInt64]
  private var values: [UInt32]
  private var mask: Int
  private(set) var count = 0

  /// No such key.
  static let none = UInt32.max

  /// - Parameter capacity: keys that fit without growing.
  init(capacity: Int = 512) {
    var size = 8
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [UInt32](repeating: Self.none, count: size)
    mask = size - 1
  }

  subscript(key: UInt64) -> UInt32 {
    var at = Int(truncatingIfNeeded: key) & mask
    while values[at] != Self.none {
      if keys[at] == key { return values[at] }
      at = (at + 1) & mask
    }
    return Self.none
  }

  /// The value under `key`, which becomes `new` if there was none.
  mutating func insert(_ key: UInt64, _ new: UInt32) -> UInt32 {
    if count * 2 >= keys.count { grow() }
    var at = Int(truncatingIfNeeded: key) & mask
    while values[at] != Self.none {
      if keys[at] == key { return values[at] }
      at = (at + 1) & mask
    }
    (keys[at], values[at]) = (key, new)
    count += 1
    return new
  }

  /// Calls `body` with every key and its value.
  func forEach(_ body: (UInt64, UInt32) -> Void) {
    for at in keys.indices where values[at] != Self.none { body(keys[at], values[at]) }
  }

  private mutating func grow() {
    var larger = HashTable(capacity: keys.count)
    for at in keys.indices where values[at] != Self.none {
      _ = larger.insert(keys[at], values[at])
    }
    self = larger
  }
}
