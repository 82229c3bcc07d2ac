/// Days that need a reference to be found.
extension Resolver {
  /// "March 18" without its year: the nearest one, leaning to the tense of the sentence.
  func dayOfYear(
    _ month: Int, _ day: Int, _ moment: Moment, _ reference: CivilDate?, _ context: Context
  ) -> Stretch? {
    if let year = moment.year {
      return CivilDate(year: year, month: month, day: day).map { .day($0) }
    }
    guard day >= 1, day <= CivilDate.daysInMonth(year: 2000, month: month) else { return nil }
    guard let reference else { return Self.openEnded(moment) }
    if moment.direction == nil, let narrative = context.year(of: month, day) {
      return CivilDate(year: narrative, month: month, day: day).map { .day($0) }
    }
    let candidates = (-4...4).compactMap {
      CivilDate(year: reference.year + $0, month: month, day: day)
    }
    if let direction = moment.direction, direction != 0 {
      let found =
        direction < 0
        ? candidates.last { $0 < reference } : candidates.first { $0 > reference }
      return found.map { .day($0) }
    }
    // With a weekday beside it, only years in which they fit are meant.
    let fitting =
      moment.weekday.map { weekday in candidates.filter { $0.weekday == weekday } } ?? candidates
    let choice = (fitting.isEmpty ? candidates : fitting).min {
      Self.distance($0, reference, context.tense) < Self.distance($1, reference, context.tense)
    }
    return choice.map { .day($0) }
  }

  /// Days between, counted dearer against the tense.
  static func distance(_ date: CivilDate, _ reference: CivilDate, _ tense: Context.Tense) -> Double
  {
    let days = Double(date.serial - reference.serial)
    let ahead =
      switch tense {
      case .past: 2.0
      case .surelyPast: 12.0
      case .unknown: 1.3
      case .future, .surelyFuture: 0.6
      }
    return days > 0 ? days * ahead : -days
  }

  /// "the 27th": of the month that makes it nearest; where a text tells of long ago, the next one.
  func dayOfMonth(
    _ day: Int, _ moment: Moment, _ reference: CivilDate?, _ context: Context
  ) -> Stretch? {
    guard (1...31).contains(day) else { return nil }
    guard let reference else { return .unresolved("XXXX-XX-" + day.padded(2)) }
    // A weekday beside it tells the month, be it further away.
    let reach = moment.weekday == nil ? 2 : 12
    let months = (-reach...reach).compactMap { shift -> CivilDate? in
      let first = CivilDate(year: reference.year, month: reference.month, day: 1)?
        .adding(months: shift)
      return first.flatMap { CivilDate(year: $0.year, month: $0.month, day: day) }
    }
    let fitting =
      moment.weekday.map { weekday in months.filter { $0.weekday == weekday } } ?? months
    if context.narrativeYear != nil, let next = fitting.first(where: { $0 >= reference }) {
      return .day(next)
    }
    return (fitting.isEmpty ? months : fitting).min {
      Self.distance($0, reference, .unknown) < Self.distance($1, reference, .unknown)
    }.map { .day($0) }
  }

  /// "Tuesday": in news the most recent one, the article's own day included; the coming one when
  /// the sentence looks ahead.
  func nearestWeekday(
    _ weekday: Int, _ moment: Moment, _ reference: CivilDate?, _ tense: Context.Tense
  ) -> Stretch? {
    guard let reference else { return .unresolved("XXXX-WXX-\(weekday)") }
    let back = (reference.weekday - weekday + 7) % 7
    let ahead = (weekday - reference.weekday + 7) % 7
    switch moment.direction {
    case let count? where count < 0:
      return .day(reference.adding(days: (back == 0 ? -7 : -back) + 7 * (count + 1)))
    case let count? where count > 0:
      return .day(reference.adding(days: (ahead == 0 ? 7 : ahead) + 7 * (count - 1)))
    // "Before that Friday": counted from the day told.
    case 0? where moment.isAnaphoric: return .day(reference.adding(days: ahead))
    case 0?: return .day(reference.adding(days: tense.isPast ? -back : ahead))
    default: return .day(reference.adding(days: tense.isFuture ? ahead : -back))
    }
  }

  /// "the third Wednesday of March", "the first week of next month", "the last day of May".
  func counted(_ moment: Moment, _ reference: CivilDate?, _ context: Context) -> Stretch? {
    guard let nth = moment.nth else { return nil }
    var outer = moment
    outer.nth = nil
    outer.weekday = nil
    outer.isWeekend = false
    var first: CivilDate?
    var last: CivilDate?
    if let month = moment.month {
      guard let stretch = self.month(month, outer, reference, context), let begin = stretch.first
      else { return .unresolved("XXXX-\(month.padded(2))") }
      first = begin
      last = begin.adding(months: 1).adding(days: -1)
    } else if let year = moment.year {
      first = CivilDate(year: year, month: 1, day: 1)
      last = CivilDate(year: year, month: 12, day: 31)
    }
    guard let first, let last else { return nil }
    if let weekday = moment.weekday {
      let date =
        nth > 0
        ? first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1))
        : last.adding(days: -((last.weekday - weekday + 7) % 7) + 7 * (nth + 1))
      return (first...last).contains(date) ? .day(date) : nil
    }
    if moment.isWeekend {
      // Saturdays count.
      let saturday =
        nth > 0
        ? first.adding(days: (6 - first.weekday + 7) % 7 + 7 * (nth - 1))
        : last.adding(days: -((last.weekday + 1) % 7) + 7 * (nth + 1))
      return Self.weekend(of: saturday)
    }
    // A week of the month: the ISO week of its nth seventh day.
    return Self.week(
      of: nth > 0 ? first.adding(days: 7 * (nth - 1) + 3) : last.adding(days: 7 * (nth + 1) - 3))
  }

  /// So many units from the reference still lie in the calendar.
  static let mostUnits = 1_000_000

  /// Some units before or after the reference; "PAST_REF" and "FUTURE_REF" beyond the calendar.
  func shifted(_ moment: Moment, by shift: Moment.Shift, _ reference: CivilDate?) -> Stretch? {
    let stretch = counted(moment, by: shift, reference)
    guard let year = stretch?.first?.year, !(1...9999).contains(year) else { return stretch }
    return .unresolved(shift.count < 0 ? "PAST_REF" : "FUTURE_REF")
  }

  private func counted(
    _ moment: Moment, by shift: Moment.Shift, _ reference: CivilDate?
  ) -> Stretch? {
    guard let reference, !shift.isVague else {
      if shift.isVague || moment.isTime || shift.count != 0 {
        return .unresolved(
          shift.count < 0 ? "PAST_REF" : shift.count > 0 ? "FUTURE_REF" : "PRESENT_REF")
      }
      return .unresolved("XXXX")
    }
    // Beyond the calendar; but "34 million years ago" has a value of its own.
    let isBeyond = abs(shift.count) > Self.mostUnits || abs(shift.months) > Self.mostUnits
    if isBeyond || abs(shift.days) > Self.mostUnits, shift.unit != .year || shift.count > 0 {
      return .unresolved(shift.count < 0 ? "PAST_REF" : "FUTURE_REF")
    }
    if shift.isExact, let months = [.month: 1, .year: 12, .decade: 120][shift.unit] {
      return .day(reference.adding(months: months * shift.count))
    }
    if shift.isExact, shift.unit == .week { return .day(reference.adding(days: 7 * shift.count)) }
    switch shift.unit {
    case .day, .night:
      return .day(
        reference.adding(months: shift.months).adding(days: shift.count + shift.days))
    case .week, .fortnight:
      let factor = shift.unit == .fortnight ? 14 : 7
      let day = reference.adding(days: factor * shift.count + shift.days)
      if let weekday = moment.weekday { return .day(day.adding(days: weekday - day.weekday)) }
      return Self.week(of: day)
    case .weekend:
      return Self.weekend(of: reference.adding(days: 7 * shift.count))
    case .month:
      guard
        let first = CivilDate(year: reference.year, month: reference.month, day: 1)?
          .adding(months: shift.count)
      else { return nil }
      if shift.days != 0 {
        let day = reference.adding(months: shift.count).adding(days: shift.days)
        return shift.isRough ? Self.month(day.year, day.month) : .day(day)
      }
      if let day = moment.day {
        return CivilDate(year: first.year, month: first.month, day: day).map { .day($0) }
      }
      if moment.nth != nil {
        var inner = moment
        inner.shift = nil
        inner.year = first.year
        inner.month = first.month
        return counted(inner, reference, Context())
      }
      let month = Self.month(first.year, first.month)
      return moment.isMonthEnd ? month?.last.map { .day($0) } : month
    case .quarter:
      let index = reference.year * 4 + (reference.month - 1) / 3 + shift.count
      return Self.quarter(index / 4, index % 4 + 1)
    case .season, .half:
      return .unresolved(shift.count < 0 ? "PAST_REF" : "FUTURE_REF")
    case .year:
      if shift.months != 0 || shift.days != 0 {
        let day = reference.adding(months: 12 * shift.count + shift.months).adding(days: shift.days)
        return shift.days != 0 ? .day(day) : Self.month(day.year, day.month)
      }
      if reference.year + shift.count < 1 {
        return .unresolved(Self.before(reference.year, years: -shift.count))
      }
      return Self.year(reference.year + shift.count, moment)
    case .decade:
      return Self.decade(reference.year / 10 * 10 + 10 * shift.count)
    case .century:
      let century = reference.year / 100 + shift.count
      return Stretch(
        value: century.padded(2), first: CivilDate(year: century * 100, month: 1, day: 1),
        last: CivilDate(year: century * 100 + 99, month: 12, day: 31))
    default: return nil
    }
  }
}

extension CivilDate {
  /// The nth of a weekday after it, or before it; the day itself does not count.
  func weekday(_ counted: Moment.WeekdayCount) -> CivilDate {
    let ahead = (counted.weekday - weekday + 7) % 7
    return counted.count > 0
      ? adding(days: (ahead == 0 ? 7 : ahead) + 7 * (counted.count - 1))
      : adding(days: (ahead == 0 ? -7 : ahead - 7) + 7 * (counted.count + 1))
  }
}
