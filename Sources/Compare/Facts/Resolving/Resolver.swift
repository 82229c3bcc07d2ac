/// A resolved moment: its TIMEX3 value and the days or seconds it allows.
struct Resolved: Sendable {
  var value: String
  var bounds: Bounds
  var isResolved: Bool
  /// First day of it, for "the next day" later in the text.
  var day: CivilDate?

  /// Whether the value names both ends ("Ramadan").
  var isStretch: Bool { value.utf8.contains(UInt8(ascii: "/")) }
}

/// Resolves moments to TIMEX3 values by calendar arithmetic (ISO-TimeML 1.2.1, §A.2).
struct Resolver: Sendable {
  /// Hours of the parts of the day, as `first-past` in minutes after midnight.
  let parts: [String: ClosedRange<Int>]

  /// A stretch of whole days and its TIMEX3 name.
  struct Stretch {
    var value: String
    var first: CivilDate?
    var last: CivilDate?
    /// TIMEX3 value of what was last spoken of, for "the same month a year earlier".
    var lastValue: String?
    var isResolved = true

    static func unresolved(_ value: String) -> Stretch {
      Stretch(value: value, first: nil, last: nil, isResolved: false)
    }

    static func day(_ date: CivilDate) -> Stretch {
      Stretch(value: date.description, first: date, last: date)
    }
  }

  func resolve(_ moment: Moment, in context: Context) -> Resolved? {
    if let reference = moment.reference {
      return Resolved(
        value: reference, bounds: Bounds(low: nil, high: nil), isResolved: false, day: nil)
    }
    if moment.isOrderOpen { return resolveEitherOrder(moment, in: context) }
    if let shift = moment.shift, shift.unit.timex.isClock, shift.unit != .night {
      return clockShift(shift, isTold: moment.isAnaphoric, context)
    }
    guard var stretch = days(of: moment, in: context) else { return nil }
    if moment.daysFrom != 0 {
      stretch =
        stretch.first.map { .day($0.adding(days: moment.daysFrom)) } ?? .unresolved("XXXX-XX-XX")
    }
    if let counted = moment.weekdayFrom {
      stretch =
        stretch.first.map { .day($0.weekday(counted)) }
        ?? .unresolved("XXXX-WXX-\(counted.weekday)")
    }
    if moment.isBC {
      stretch.value = "BC" + stretch.value
      stretch.first = nil
      stretch.last = nil
    }
    if moment.isTime { return time(moment, on: stretch) }
    var bounds = Bounds(
      low: stretch.first.map { Double($0.serial) }, high: stretch.last.map { Double($0.serial) })
    if let low = bounds.low, let high = bounds.high {
      let length = high - low
      switch moment.mod {
      case .start: bounds.high = (low + length / 2).rounded(.up)
      case .end: bounds.low = (low + length / 2).rounded(.down)
      case .mid:
        bounds = Bounds(
          low: (low + length / 4).rounded(.down), high: (high - length / 4).rounded(.up))
      case .before, .lessThan, .onOrBefore: bounds.low = nil
      case .after, .moreThan, .onOrAfter: bounds.high = nil
      case .approx:
        let slack = max(1, (length / 4).rounded(.up))
        bounds = Bounds(low: low - slack, high: high + slack)
      default: break
      }
    }
    return Resolved(
      value: stretch.value, bounds: bounds, isResolved: stretch.isResolved && !moment.isAnaphoric,
      day: stretch.first)
  }

  // MARK: Times

  private func time(_ moment: Moment, on stretch: Stretch) -> Resolved {
    var value = stretch.value
    var bounds = Bounds(low: nil, high: nil)
    if let hour = moment.hour {
      value += "T" + hour.padded(2) + ":" + (moment.minute ?? 0).padded(2)
      if let second = moment.second { value += ":" + second.padded(2) }
      let start = Double(hour * 3600 + (moment.minute ?? 0) * 60 + (moment.second ?? 0))
      let isRound = moment.second == nil
      bounds = Bounds(low: start, high: start + (isRound ? 59 : 0))
      if moment.mod == .approx { bounds = Bounds(low: start - 1800, high: start + 1800) }
      // "Shortly before noon", "just after 3 p.m.": within the hour.
      if moment.mod == .before { bounds.low = start - 3600 }
      if moment.mod == .after { bounds.high = start + 3600 }
      if let zone = moment.zone {
        value += zone == 0 ? "Z" : Self.offset(zone)
      }
    } else if let part = moment.part {
      value += "T" + part
      if let range = parts[part] {
        bounds = Bounds(low: Double(range.lowerBound) * 60, high: Double(range.upperBound) * 60)
      }
    }
    return Resolved(
      value: value, bounds: bounds, isResolved: stretch.isResolved && !moment.isAnaphoric,
      day: stretch.first)
  }

  static func offset(_ minutes: Int) -> String {
    (minutes < 0 ? "-" : "+") + (abs(minutes) / 60).padded(2) + ":" + (abs(minutes) % 60).padded(2)
  }

  /// "three hours ago": needs the time of publication.
  private func clockShift(
    _ shift: Moment.Shift, isTold: Bool, _ context: Context
  ) -> Resolved? {
    let most = Self.mostUnits
    let isSane = abs(shift.count) <= most && abs(shift.days) <= most
    // "Two hours later": after the hour told last.
    let told = isTold ? context.lastClock : nil
    guard isSane, !shift.isVague, let base = told?.day ?? context.published?.day,
      let minutes = told?.minutes ?? context.published?.minutes
    else {
      let value = shift.count < 0 ? "PAST_REF" : shift.count > 0 ? "FUTURE_REF" : "PRESENT_REF"
      return Resolved(
        value: value, bounds: Bounds(low: nil, high: nil), isResolved: false, day: nil)
    }
    let seconds = Int(shift.unit.seconds.low) * shift.count + shift.days * 60
    let at = base.serial * 86_400 + minutes * 60 + seconds
    let day = CivilDate(serial: at >= 0 ? at / 86_400 : (at - 86_399) / 86_400)
    let rest = at - day.serial * 86_400
    let value =
      "\(day)T\((rest / 3600).padded(2)):\((rest / 60 % 60).padded(2))"
      + (shift.unit == .second ? ":" + (rest % 60).padded(2) : "")
    let slack = shift.unit.seconds.low / 2
    return Resolved(
      value: value, bounds: Bounds(low: Double(rest) - slack, high: Double(rest) + slack),
      isResolved: true, day: day)
  }

  // MARK: Days

  /// The days a moment takes in.
  private func days(of moment: Moment, in context: Context) -> Stretch? {
    var moment = moment
    let reference =
      moment.isAnaphoric || moment.isDefinite && context.narrativeYear != nil
      ? context.told(asDay: moment.shift?.unit == .day || moment.weekday != nil)
      : context.published?.day
    if let year = moment.year, moment.isShortYear {
      moment.year = Self.fullYear(year, near: reference?.year)
    }
    // "March last year", "the third quarter of this year": the shift says which year.
    if let shift = moment.shift, shift.unit == .year, moment.hasPartOfYear {
      guard let reference else { return Self.openEnded(moment) }
      moment.year = reference.year + shift.count
      moment.shift = nil
    }
    if let shift = moment.shift, shift.count == 0, let year = moment.year, let reference,
      let same = Self.same(shift.unit, as: reference, in: year)
    {
      return same
    }
    // "Five months later he was well": after something that no day was told of.
    if let shift = moment.shift, moment.isMoved, moment.isAnaphoric, shift.count > 0,
      context.last == nil, context.tense.isPast
    {
      return .unresolved("FUTURE_REF")
    }
    if let shift = moment.shift { return shifted(moment, by: shift, reference) }
    if let feast = moment.feast {
      let stretch = Feast.stretch(feast, moment, reference, context)
      guard moment.around == .weekend, let day = stretch?.first else { return stretch }
      // The weekend before a Monday, the one after a Thursday.
      return Self.weekend(of: day.adding(days: day.weekday < 3 ? -day.weekday : 0))
    }
    if moment.nth != nil {
      if let stretch = counted(moment, reference, context) { return stretch }
      // "the first Monday of the strike"
      if let weekday = moment.weekday { return .unresolved("XXXX-WXX-\(weekday)") }
    }
    if let unit = moment.lastUnit, let year = moment.year {
      let told = (context.lastPeriod ?? context.lastValue)
        .flatMap { Int($0.drop { $0 == "F" || $0 == "Y" }.prefix(4)) }
      return Self.shiftedLast(
        by: year - (told ?? context.published?.day.year ?? year), unit, context)
    }
    if let years = moment.yearsFromLast {
      return Self.shiftedLast(by: years, moment.lastUnit, context)
    }
    if moment.isMonthEnd, let month = moment.month {
      guard let last = self.month(month, moment, reference, context)?.last else {
        return Self.openEnded(moment)
      }
      return .day(last)
    }
    if let month = moment.month, let day = moment.day {
      let stretch = dayOfYear(month, day, moment, reference, context)
      guard let unit = moment.around, let day = stretch?.first else { return stretch }
      return unit == .weekend ? Self.weekend(of: day) : Self.week(of: day)
    }
    if let week = moment.week { return Self.week(week, moment, reference) }
    if let day = moment.day {
      let stretch = dayOfMonth(day, moment, reference, context)
      guard let unit = moment.around, let day = stretch?.first else { return stretch }
      return unit == .weekend ? Self.weekend(of: day) : Self.week(of: day)
    }
    if let weekday = moment.weekday {
      return nearestWeekday(weekday, moment, reference, context.tense)
    }
    if moment.isWeekend {
      guard let reference else { return .unresolved("XXXX-WXX-WE") }
      let back = context.tense.isPast && moment.direction == nil && reference.weekday < 6 ? -1 : 0
      return Self.weekend(of: reference.adding(days: 7 * ((moment.direction ?? 0) + back)))
    }
    if let month = moment.month { return self.month(month, moment, reference, context) }
    if let season = moment.season { return Self.season(season, moment, reference, context) }
    if let quarter = moment.quarter {
      return Self.quarter(quarter, moment, reference, context.tense)
    }
    if let half = moment.half { return Self.half(half, moment, reference) }
    if let decade = moment.decade { return Self.decade(decade, moment, reference) }
    if let century = moment.century {
      return Stretch(
        value: (century - 1).padded(2),
        first: CivilDate(year: (century - 1) * 100, month: 1, day: 1),
        last: CivilDate(year: (century - 1) * 100 + 99, month: 12, day: 31))
    }
    if let year = moment.year { return Self.year(year, moment) }
    if moment.isTime {
      if let day = context.sentenceDay { return .day(day) }
      let day = context.narrativeYear == nil ? reference : context.last
      let back = moment.isOvernight && !context.tense.isFuture && context.narrativeYear == nil
      return today(back ? day?.adding(days: -1) : day)
    }
    return nil
  }

  /// A time of day alone is on the day that its sentence names, else on that of publication.
  private func today(_ reference: CivilDate?) -> Stretch {
    reference.map { Stretch.day($0) } ?? .unresolved("")
  }

  static func fullYear(_ short: Int, near year: Int?) -> Int {
    let near = year ?? 2000
    let century = near / 100 * 100
    let candidates = [century - 100 + short, century + short]
    // Two digits of the future are rare: "'30" in 2025 is taken as 1930, "'26" as 2026.
    return candidates.last { $0 <= near + 10 } ?? candidates[0]
  }

  /// The value of a moment whose year is not known.
  static func openEnded(_ moment: Moment) -> Stretch {
    var value = "XXXX"
    if let month = moment.month {
      value += "-" + month.padded(2)
      if let day = moment.day { value += "-" + day.padded(2) }
    } else if let quarter = moment.quarter {
      value += "-Q\(quarter)"
    } else if let season = moment.season {
      value += "-" + season
    } else if let half = moment.half {
      value += "-H\(half)"
    }
    return .unresolved(value)
  }
}

extension Moment {
  /// "the end of the year", "the 28th", "the previous April": where a text tells of long ago, of
  /// the time it tells of.
  var isDefinite: Bool {
    if direction != nil, month != nil || season != nil { return true }
    if let shift { return shift.count == 0 && shift.unit != .day && mod != nil }
    return day != nil && month == nil
  }

  var hasPartOfYear: Bool {
    month != nil || season != nil || quarter != nil || half != nil || feast != nil
  }
}
