/// The right word for a mistyped one.
package enum Nearest {
  /// ` (did you mean …?)`, or nothing when no known word is near.
  package static func hint(_ word: String, among known: [String]) -> String {
    let scored = known.map { (distance($0, word), $0) }.min { $0 < $1 }
    guard let (edits, best) = scored, edits <= max(2, word.count / 3) else { return "" }
    return "; did you mean `\(best)`?"
  }

  /// Levenshtein's distance.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left.unicodeScalars)
    let right = Array(right.unicodeScalars)
    var row = Array(0...right.count)
    for (i, scalar) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (scalar == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[right.count]
  }
}
