/// A word as the alignment counts it: words of one stem are one term, so are a number in words and
/// in digits, and the spellings of one name.
///
/// A term is made of its word alone, never of what else was read: the upper three bits are its
/// class, which says what it weighs, the others a part of the hash of its stem. So terms need no
/// numbering, and are the same on every thread and in every run. Two words of a class have one
/// term by chance once in 5 × 10⁸ cases, which moves a likeness a little and nothing else.
enum Term {
  /// What a word says before any article is read.
  enum Class: UInt32 {
    case stop = 1, news, common, uncommon, number, unknown
  }

  /// No term.
  static let none: UInt32 = 0

  static func make(_ kind: Class, _ stem: UInt64) -> UInt32 {
    kind.rawValue << 29 | UInt32(truncatingIfNeeded: stem >> 35)
  }

  /// How much the term says, in nats of rarity.
  @inline(__always)
  static func weight(_ term: UInt32) -> Float {
    switch term >> 29 {
    case 1: 0.7
    case 2: 2.5
    case 3: 4.0
    case 4: 5.2
    case 5: 4.5
    case 6: 6.5
    default: 0
    }
  }

  /// Whether it says next to nothing.
  @inline(__always)
  static func isStop(_ term: UInt32) -> Bool { term >> 29 <= 1 }

  @inline(__always)
  static func isNumber(_ term: UInt32) -> Bool { term >> 29 == 5 }

  /// Whether it says something, be it only that this is news.
  @inline(__always)
  static func isContent(_ term: UInt32) -> Bool { term >> 29 >= 2 }

  /// Whether it says what a text is about.
  @inline(__always)
  static func isTelling(_ term: UInt32) -> Bool { term >> 29 >= 3 }
}
