/// What a text has spoken of so far: the day last named, and the year that it tells of.
struct Narrative: Sendable {
  private var farYears = 0
  private var nearTimes = 0

  /// Takes a resolved moment into `context`.
  ///
  /// A text full of years long past tells of them; one such year in a news story does not, nor do
  /// several in a story that also speaks of "Tuesday" and "last week". Once it tells of a year, a
  /// year named in passing ("as in 1812", "a study of 2005") does not lead away from it.
  ///
  /// - Parameters:
  ///   - opensSentence: whether the moment stands at the head of its sentence.
  ///   - isHeading: whether it is all there is of it.
  ///   - isAside: whether it only describes something ("the 1978 treaty").
  mutating func tell(
    _ moment: Moment, _ resolved: Resolved, opensSentence: Bool, isHeading: Bool, isAside: Bool,
    in context: inout Context
  ) {
    if let day = resolved.day, let hour = moment.hour, moment.zone == nil {
      context.lastClock = (day, hour * 60 + (moment.minute ?? 0))
    }
    guard let day = resolved.day, !moment.isTime || moment.namesDay else { return }
    if resolved.value.utf8.count >= 10, moment.namesDay, moment.zone == nil {
      context.sentenceDay = day
    }
    // "Orders for the current quarter" are told beside what the text tells of.
    if let shift = moment.shift, shift.unit == .quarter, shift.count == 0, !moment.isAnaphoric,
      context.lastPeriod != nil
    {
      return
    }
    let isAnaphoric = moment.isAnaphoric || moment.isDefinite && context.narrativeYear != nil
    guard let published = context.published else {
      set(day, resolved, in: &context)
      return
    }
    // A season may have begun the year before: it leads nowhere.
    if moment.season != nil, moment.year == nil, context.narrativeYear != nil { return }
    if let year = moment.year, !moment.isShortYear, moment.decade == nil {
      // "a campaign planned for 1976" is still told of the year before.
      if isTold, moment.isBareYear, isAside || context.tense.isFuture,
        context.narrativeYear != nil
      {
        return
      }
      let isFar = published.day.year - year >= 3
      if isFar {
        // A day long past tells more than a bare year.
        farYears += isHeading || nearTimes == 0 && moment.month != nil ? 2 : 1
      } else {
        nearTimes += 1
      }
      if !opensSentence, let told = context.narrativeYear, abs(year - told) > 1,
        moment.month == nil || !isFar, isTold
      {
        return
      }
      context.narrativeYear = isTold && published.day.year > year ? year : nil
    } else if !isAnaphoric, moment.weekday != nil || moment.shift != nil {
      nearTimes += 1
      if isTold, context.narrativeYear != nil, moment.weekday == nil { return }
      if !isTold { context.narrativeYear = nil }
    } else if let shift = moment.shift, shift.count < 0, !opensSentence,
      shift.unit == .year || shift.unit.years != nil
    {
      // "as in the previous year" looks back and stays where it is.
      return
    }
    set(day, resolved, in: &context)
  }

  private func set(_ day: CivilDate, _ resolved: Resolved, in context: inout Context) {
    (context.last, context.lastValue) = (day, resolved.value)
    if CivilDate(iso: resolved.value.prefix(10)) != nil {
      context.lastDay = day
    } else if resolved.value.utf8.count == 7,
      !Self.isCompared(resolved.value, with: context.lastPeriod)
    {
      context.lastPeriod = resolved.value
    }
  }

  /// "Sales in March fell from February": the month before is what the other is held against.
  private static func isCompared(_ value: String, with last: String?) -> Bool {
    guard let last, value.prefix(4) == last.prefix(4),
      let now = Int(value.drop { $0 != "-" }.drop { "-Q".contains($0) }),
      let before = Int(last.drop { $0 != "-" }.drop { "-Q".contains($0) }),
      value.contains("Q") == last.contains("Q")
    else { return false }
    return now == before - 1
  }

  /// Whether years long past are what the text is about.
  private var isTold: Bool { farYears > 3 * nearTimes + 1 }
}

extension Moment {
  fileprivate var isBareYear: Bool { month == nil && day == nil && !hasPartOfYear && week == nil }

  /// A time of day with its own day ("Monday evening").
  fileprivate var namesDay: Bool {
    day != nil || weekday != nil || feast != nil || shift?.unit == .day
  }
}
