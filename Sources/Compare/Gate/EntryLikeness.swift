/// How much alike an entry and a conflict are in what their values are about.
struct EntryLikeness {
  /// Words of a side's excerpt without its value.
  private let passages: [Set<UInt64>]
  /// Words next to the value.
  private let slots: [Set<String>]

  init(_ a: BaselineEntry.Side, _ b: BaselineEntry.Side) {
    passages = [a, b].map { side in
      Self.words(side.passage, least: SlotWords.shortest).subtracting(
        Self.words(side.text, least: 1))
    }
    slots = [a, b].map { Set($0.slot.filter { $0 != "…" }) }
  }

  /// Whether both sides may be the same statements, reworded, and how much alike they are, 0 to 1.
  ///
  /// One side is rewritten at a time more often than both: one must be much alike, the other a
  /// little.
  func asReworded(_ other: EntryLikeness, isCrossed: Bool) -> Double? {
    Self.judged(passages, other.passages, isCrossed: isCrossed)
  }

  /// Whether the values may fill the same slot, though they are others.
  func asChanged(_ other: EntryLikeness, isCrossed: Bool) -> Double? {
    guard let words = Self.judged(passages, other.passages, isCrossed: isCrossed),
      let slot = Self.judged(slots, other.slots, isCrossed: isCrossed)
    else { return nil }
    return words + slot
  }

  private static func judged<Word>(
    _ left: [Set<Word>], _ right: [Set<Word>], isCrossed: Bool
  ) -> Double? {
    let scores = [
      dice(left[0], right[isCrossed ? 1 : 0]), dice(left[1], right[isCrossed ? 0 : 1]),
    ]
    let (low, high) = (min(scores[0], scores[1]), max(scores[0], scores[1]))
    return high >= 0.5 && low >= 0.2 ? low + high : nil
  }

  /// Dice's coefficient; two empty sets are alike.
  private static func dice<Word>(_ left: Set<Word>, _ right: Set<Word>) -> Double {
    let total = left.count + right.count
    return total == 0 ? 1 : 2 * Double(left.intersection(right).count) / Double(total)
  }

  private static func words(_ text: String, least: Int) -> Set<UInt64> {
    let bytes = Array(text.utf8)
    let tokens = Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count))
    return Set(tokens.lazy.filter { $0.isWord && Int($0.length) >= least }.map(\.hash))
  }
}
