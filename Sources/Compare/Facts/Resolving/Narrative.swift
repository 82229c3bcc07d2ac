/// What a text has spoken of so far: the day last named, and the year that it tells of.
struct Narrative: Sendable {
  private var farYears = 0
  private var nearTimes = 0

  /// Takes a resolved moment into `context`.
  ///
  /// A text full of years long past tells of them; one such year in a news story does not, nor do
  /// several in a story that also speaks of "Tuesday" and "last week".
  mutating func tell(_ moment: Moment, _ resolved: Resolved, in context: inout Context) {
    guard let day = resolved.day, !moment.isTime || moment.day != nil else { return }
    context.last = day
    context.lastValue = resolved.value
    guard let published = context.published else { return }
    if let year = moment.year, !moment.isShortYear, moment.decade == nil {
      if published.day.year - year >= 3 { farYears += 1 } else { nearTimes += 1 }
      context.narrativeYear =
        farYears > 3 * nearTimes + 1 && published.day.year > year ? year : nil
    } else if !moment.isAnaphoric, moment.weekday != nil || moment.shift != nil {
      nearTimes += 1
      if farYears <= 3 * nearTimes + 1 { context.narrativeYear = nil }
    }
  }
}
