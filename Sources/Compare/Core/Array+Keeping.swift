extension Array {
  /// The elements that are kept, in order: the same array, not copied, where all are.
  func keeping(_ isKept: (Element) -> Bool) -> [Element] {
    guard let first = firstIndex(where: { !isKept($0) }) else { return self }
    var kept = Array(self[..<first])
    for at in (first + 1)..<count where isKept(self[at]) { kept.append(self[at]) }
    return kept
  }
}
