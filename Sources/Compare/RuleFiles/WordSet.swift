/// Words of a lexicon by the hashes of their normal forms, made once and asked for every word of
/// every text.
///
/// A `Set` would hash the hashes anew with each question. A class, since many tests hold many of
/// them.
public final class WordSet: Sendable {
  public let hashes: Set<UInt64>
  private let table: FixedMap

  public init(_ hashes: Set<UInt64> = []) {
    self.hashes = hashes
    table = FixedMap(hashes)
  }

  @inline(__always)
  public func contains(_ hash: UInt64) -> Bool { table.contains(hash) }

  public var isEmpty: Bool { hashes.isEmpty }

  public func union(_ other: WordSet) -> WordSet { WordSet(hashes.union(other.hashes)) }

  public func subtracting(_ other: WordSet) -> WordSet { WordSet(hashes.subtracting(other.hashes)) }
}
