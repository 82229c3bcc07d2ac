/// A day, or a run of days, that an article speaks of.
struct ClaimedDays: Hashable {
  let document: Int
  /// Days since 1970-01-01, both ends included.
  let low: Int
  let high: Int
}

/// The days that articles speak of, for the timeline.
enum HTMLDates {
  /// Longer spans are no place on a timeline of days.
  private static let longest = 31
  private static let most = 20_000
  /// Scalars kept of the words.
  private static let words = 60

  static func value(of findings: Findings) -> JSONValue {
    var disputed: [Int: Set<TextRange>] = [:]
    for conflict in findings.conflicts {
      for side in [conflict.a, conflict.b] {
        disputed[side.document, default: []].insert(side.range)
      }
    }
    var counts: [ClaimedDays: (count: Int, first: TextRange, isDisputed: Bool)] = [:]
    for (document, facts) in findings.facts.enumerated() {
      let ranges = disputed[document] ?? []
      for fact in facts {
        guard let days = days(of: fact, in: document) else { continue }
        let isDisputed = ranges.contains { $0.overlaps(fact.range) }
        let known = counts[days]
        counts[days] = (
          (known?.count ?? 0) + 1, known?.first ?? fact.range,
          known?.isDisputed ?? false || isDisputed
        )
      }
    }
    let sorted = counts.sorted {
      ($0.key.document, $0.key.low, $0.key.high) < ($1.key.document, $1.key.low, $1.key.high)
    }
    return .array(
      sorted.prefix(most).map { days, found in
        let said = findings.documents[days.document].article.string(found.first)
        return .array([
          .integer(days.document), .integer(days.low), .integer(days.high),
          .integer(found.count), .string(String(said.unicodeScalars.prefix(words))),
          .integer(found.isDisputed ? 1 : 0),
        ])
      })
  }

  private static func days(of fact: Fact, in document: Int) -> ClaimedDays? {
    guard fact.isResolved else { return nil }
    if fact.type == .date, let low = fact.bounds.low, let high = fact.bounds.high,
      low <= high, high - low <= Double(longest)
    {
      return ClaimedDays(
        document: document, low: Int(low.rounded(.down)), high: Int(high.rounded(.down)))
    }
    guard fact.type == .time, let day = PublicationDate(String(fact.value.prefix(10)))?.day else {
      return nil
    }
    return ClaimedDays(document: document, low: day.serial, high: day.serial)
  }
}
