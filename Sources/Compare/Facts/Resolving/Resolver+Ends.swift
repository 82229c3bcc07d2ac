/// The two ends of a stretch ("from June to March", "8 p.m. to 6 a.m.") tell of one another.
extension Resolver {
  /// Both ends, each with what the other says of its year, week or day.
  func settled(_ from: Moment, _ to: Moment, in context: Context) -> (from: Moment, to: Moment) {
    guard from.reference == nil, to.reference == nil,
      let start = resolve(from, in: context)?.day, let end = resolve(to, in: context)?.day
    else { return (from, to) }
    var (from, to) = (from, to)
    let isAhead = context.tense.isFuture
    if start > end {
      if from.weekday != nil, to.weekday != nil, to.month == nil {
        // "Monday to Friday" is one week, in whatever direction it lies.
        if isAhead || from.direction != nil {
          to.set(end.adding(days: (start.serial - end.serial + 6) / 7 * 7))
        } else {
          from.set(start.adding(days: -7))
        }
      } else if from.year == nil, to.year == nil, let first = from.month, let last = to.month {
        let isOneYear = (first, from.day ?? 1) <= (last, to.day ?? 31)
        if isAhead {
          to.year = start.year + (isOneYear ? 0 : 1)
        } else {
          from.year = end.year - (isOneYear ? 0 : 1)
        }
      }
    } else if start == end, from.isHalfKnown, to.isHalfKnown,
      let evening = from.minutes, let morning = to.minutes, morning < evening
    {
      to.set(end.adding(days: 1))
    }
    return (from, to)
  }
}

extension Moment {
  /// After midnight.
  fileprivate var minutes: Int? { hour.map { $0 * 60 + (minute ?? 0) } }

  /// Makes it that day, with the time of day that it has.
  fileprivate mutating func set(_ date: CivilDate) {
    (year, month, day) = (date.year, date.month, date.day)
    (weekday, direction, shift) = (nil, nil, nil)
  }
}
