/// A map from 64-bit keys to small numbers, made once and then only read.
///
/// Open addressing, half full at most, behind a filter with one bit for each key: what is not in
/// the map mostly costs one look at a few kilobytes.
struct FixedMap: Sendable {
  private struct Place {
    let key: UInt64
    /// -1 in an empty place.
    let value: Int32
    let mark: Int32
  }

  private let places: [Place]
  private let filter: [UInt64]
  /// How far a mixed key is shifted to give its place.
  private let shift: UInt64

  /// The filter has eight bits for each place: a key's bit is found by three bits more.
  private static let filterBits: UInt64 = 3

  /// - Parameters:
  ///   - entries: each key once; values are 0 or more.
  ///   - mark: what is found together with a value.
  init(
    _ entries: some Collection<(key: UInt64, value: Int32)>, mark: (Int32) -> Int32 = { _ in 0 }
  ) {
    var bits: UInt64 = 6
    while 1 << bits < entries.count * 2 { bits += 1 }
    shift = 64 - bits
    var places = [Place](repeating: Place(key: 0, value: -1, mark: 0), count: 1 << bits)
    var filter = [UInt64](repeating: 0, count: (places.count << Int(Self.filterBits)) / 64)
    for (key, value) in entries {
      let mixed = Self.mixed(key)
      let bit = mixed &>> (shift - Self.filterBits)
      filter[Int(bit / 64)] |= 1 << (bit % 64)
      var at = Int(mixed &>> shift)
      while places[at].value >= 0 { at = (at + 1) & (places.count - 1) }
      places[at] = Place(key: key, value: value, mark: mark(value))
    }
    (self.places, self.filter) = (places, filter)
  }

  /// The set of these keys.
  init(_ keys: Set<UInt64>) {
    self.init(keys.lazy.map { (key: $0, value: 0) })
  }

  /// Spreads keys that differ in few bits over the high ones.
  @inline(__always)
  private static func mixed(_ key: UInt64) -> UInt64 { key &* 0x9E37_79B9_7F4A_7C15 }

  /// The number of a key; -1 when it has none.
  @inline(__always)
  subscript(key: UInt64) -> Int32 { look(key).value }

  /// Whether a key has a number.
  @inline(__always)
  func contains(_ key: UInt64) -> Bool { self[key] >= 0 }

  /// The number of a key, -1 when it has none, and the mark of the number.
  @inline(__always)
  func look(_ key: UInt64) -> (value: Int32, mark: Int32) {
    let mixed = Self.mixed(key)
    let bit = mixed &>> (shift - Self.filterBits)
    // A shifted key is less than the count of places, by how `shift` is chosen.
    let mayBeIn = filter.withUnsafeBufferPointer { $0[Int(bit / 64)] &>> (bit % 64) & 1 != 0 }
    return mayBeIn ? find(key, from: Int(mixed &>> shift)) : (-1, 0)
  }

  private func find(_ key: UInt64, from start: Int) -> (value: Int32, mark: Int32) {
    places.withUnsafeBufferPointer { places in
      var at = start
      while places[at].value >= 0 {
        if places[at].key == key { return (places[at].value, places[at].mark) }
        at = (at + 1) & (places.count - 1)
      }
      return (-1, 0)
    }
  }
}
