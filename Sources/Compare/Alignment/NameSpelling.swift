/// Names that are written in several ways in Latin letters.
enum NameSpelling {
  /// What the usual transliterations of one name have in common.
  ///
  /// `y` and `j` count as `i`, `w` as `v`, `q`, `kh` and `ck` as `k`, `ph` as `f`, doubled letters
  /// as one, so that "zelensky", "zelenskyy" and "zelenskiy" are all `zelenski`.
  static func key(_ word: [UInt8]) -> [UInt8] {
    var key: [UInt8] = []
    key.reserveCapacity(word.count)
    for at in word.indices {
      var letter = word[at]
      switch letter {
      case UInt8(ascii: "y"), UInt8(ascii: "j"): letter = UInt8(ascii: "i")
      case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
      case UInt8(ascii: "q"): letter = UInt8(ascii: "k")
      case UInt8(ascii: "h") where key.last == UInt8(ascii: "k"): continue
      case UInt8(ascii: "h") where key.last == UInt8(ascii: "p"):
        key.removeLast()
        letter = UInt8(ascii: "f")
      case UInt8(ascii: "k") where key.last == UInt8(ascii: "c"): key.removeLast()
      case UInt8(ascii: "'"): continue
      default: break
      }
      if key.last != letter { key.append(letter) }
    }
    return key
  }
}
