/// What two printings of one quotation have behind words that one of them leaves out with a mark.
///
/// "The proof, all in all, was weak" and "The proof … was thin": too little matches there to be
/// found by itself.
enum QuotedOmission {
  /// Words from the region to the end of the sentence at most.
  private static let farthest = 14
  /// Words of the last phrase at most.
  private static let widest = 4

  /// The words left out, those that match again, and the last ones, which differ; empty where the
  /// region does not end at an omission.
  static func tail(of region: QuotedRegion, _ a: QuotedText, _ b: QuotedText) -> [Edit] {
    let (i, j) = (region.a.upperBound, region.b.upperBound)
    if b.gaps[j] == .omission, let found = steps(i, a, j, b) {
      return found.map { Edit(a: $0.whole, b: $0.cut, isMatch: $0.isMatch) }
    }
    if a.gaps[i] == .omission, let found = steps(j, b, i, a) {
      return found.map { Edit(a: $0.cut, b: $0.whole, isMatch: $0.isMatch) }
    }
    return []
  }

  private typealias Step = (whole: Range<Int>, cut: Range<Int>, isMatch: Bool)

  /// - Parameters:
  ///   - start: where the printing that is whole goes on.
  ///   - resumed: where the other one goes on behind its omission.
  private static func steps(
    _ start: Int, _ whole: QuotedText, _ resumed: Int, _ cut: QuotedText
  ) -> [Step]? {
    guard whole.gaps[start] == .none, let last = end(cut, from: resumed, within: widest),
      let end = end(whole, from: start, within: farthest), last > resumed
    else { return nil }
    // The last place at which it can go on.
    let places = (start + 1..<max(start + 1, end)).filter {
      whole.words[$0].key == cut.words[resumed].key && end - $0 <= widest
    }
    guard var at = places.last else { return nil }
    let match = (at, resumed)
    var next = resumed
    while at < end, next < last, whole.words[at].key == cut.words[next].key {
      at += 1
      next += 1
    }
    guard at < end, next < last else { return nil }
    return [
      (start..<match.0, resumed..<resumed, false), (match.0..<at, match.1..<next, true),
      (at..<end, next..<last, false),
    ]
  }

  /// The end of the sentence, or of the marks, in which nothing else is left out.
  private static func end(_ text: QuotedText, from start: Int, within reach: Int) -> Int? {
    (start + 1..<start + 1 + reach).first { $0 < text.gaps.count && text.gaps[$0] > .none }
      .flatMap { text.gaps[$0] == .omission ? nil : $0 }
  }
}
