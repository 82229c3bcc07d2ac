/// The words that a value stands with in its sentence: what makes two values fill one slot when
/// their sentences are worded differently.
struct SlotFrame {
  /// The nearest words that say something, before and after the value, the nearest first.
  let left: [UInt64]
  let right: [UInt64]
  /// All that stand near before it.
  let leading: Set<UInt64>
  /// All that stand near it.
  let window: Set<UInt64>
  /// How far its words may stand from the value, in tokens.
  private static let reach = 8
  private static let nearest = 3

  init(_ value: Range<Int>, in sentence: Range<Int>, of text: DeclaredText) {
    let before = (sentence.lowerBound..<value.lowerBound).reversed()
    let after = value.upperBound..<sentence.upperBound
    let leading = text.concepts(Self.near(before, text))
    let following = text.concepts(Self.near(after, text))
    left = Array(leading.prefix(Self.nearest))
    right = Array(following.prefix(Self.nearest))
    self.leading = Set(leading)
    window = self.leading.union(following)
  }

  /// The tokens within reach; signs between words don't count.
  private static func near(_ tokens: some Sequence<Int>, _ text: DeclaredText) -> [Int] {
    var left = reach
    var near: [Int] = []
    for at in tokens where text.document.tokens[at].isWord {
      guard left > 0 else { break }
      near.append(at)
      left -= 1
    }
    return near
  }

  /// Whether the same word stands next to both values, on the same side.
  func touches(_ other: SlotFrame) -> Bool {
    left.first.map { $0 == other.left.first } ?? false
      || right.first.map { $0 == other.right.first } ?? false
  }

  /// Whether a word is one of the two nearest to both values, on the same side.
  func nearlyTouches(_ other: SlotFrame) -> Bool {
    !Set(left.prefix(2)).isDisjoint(with: other.left.prefix(2))
      || !Set(right.prefix(2)).isDisjoint(with: other.right.prefix(2))
  }

  /// Whether most words before this value stand near the other.
  func follows(_ other: SlotFrame) -> Bool {
    leading.count >= 4 && leading.intersection(other.window).count * 5 >= leading.count * 3
  }

  /// Whether one of the words after this value is one of those after the other.
  func modifies(_ other: SlotFrame) -> Bool { right.contains { other.right.contains($0) } }

  /// What part of this frame's words the other has, 0 to 1.
  func share(_ other: SlotFrame) -> Double {
    window.isEmpty
      ? 0 : Double(window.intersection(other.window).count) / Double(window.count)
  }
}
