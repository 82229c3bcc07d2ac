/// Weeks, months, quarters, seasons, years.
extension Resolver {
  static func week(of day: CivilDate) -> Stretch {
    let monday = day.adding(days: 1 - day.weekday)
    let week = day.week
    return Stretch(
      value: "\(week.year.padded(4))-W\(week.week.padded(2))", first: monday,
      last: monday.adding(days: 6))
  }

  /// "week 23" of the year named, else of the one that makes it nearest.
  static func week(_ week: Int, _ moment: Moment, _ reference: CivilDate?) -> Stretch? {
    let years = moment.year.map { [$0] } ?? reference.map { [$0.year - 1, $0.year, $0.year + 1] }
    guard let years else { return .unresolved("XXXX-W" + week.padded(2)) }
    // The fourth of January always lies in the first week.
    let days = years.compactMap {
      CivilDate(year: $0, month: 1, day: 4)?.adding(days: 7 * (week - 1))
    }
    guard let reference else { return days.first.map { Self.week(of: $0) } }
    return days.min { abs($0.serial - reference.serial) < abs($1.serial - reference.serial) }
      .map { Self.week(of: $0) }
  }

  /// "the same month a year ago": the stretch of that kind told last, in another year.
  ///
  /// Where none was told, the quarter or month that was over at publication; of any other period
  /// only the year is known.
  static func shiftedLast(by years: Int, _ unit: TimeUnit?, _ context: Context) -> Stretch {
    let told = unit == nil ? context.lastValue : context.lastPeriod ?? context.lastValue
    if let told, let value = Self.shifted(told, by: years, unit) { return .unresolved(value) }
    guard let day = context.published?.day else { return .unresolved("XXXX") }
    let year = (day.year + years).padded(4)
    switch unit {
    case .quarter:
      let index = day.year * 4 + (day.month - 1) / 3 - 1 + 4 * years
      return .unresolved("\((index / 4).padded(4))-Q\(index % 4 + 1)")
    case .month:
      let month = day.adding(months: 12 * years - 1)
      return .unresolved("\(month.year.padded(4))-\(month.month.padded(2))")
    default: return .unresolved(year)
    }
  }

  /// "this day in 1933", "the same month of 2012".
  static func same(_ unit: TimeUnit, as day: CivilDate, in year: Int) -> Stretch? {
    switch unit {
    case .day:
      CivilDate(year: year, month: day.month, day: min(day.day, 28)).map {
        .day($0.adding(days: max(0, day.day - 28)))
      }
    case .month: month(year, day.month)
    case .quarter: quarter(year, (day.month + 2) / 3)
    default: nil
    }
  }

  /// A TIMEX3 value so many years on; `nil` where it is not of that kind.
  private static func shifted(_ value: String, by years: Int, _ unit: TimeUnit?) -> String? {
    let prefix = value.hasPrefix("FY") ? "FY" : ""
    let rest = value.dropFirst(prefix.utf8.count)
    guard let year = Int(rest.prefix(4)), rest.utf8.count >= 4 else { return nil }
    let detail = rest.dropFirst(4)
    let isKind =
      switch unit {
      case .quarter: detail.hasPrefix("-Q")
      case .month: detail.utf8.count == 3 && detail.utf8.allSatisfy { $0 < 0x3A }
      // A day is no period.
      case .half: detail.utf8.count <= 3
      default: true
      }
    return isKind ? prefix + (year + years).padded(4) + detail : nil
  }

  static func weekend(of day: CivilDate) -> Stretch {
    let saturday = day.adding(days: 6 - day.weekday)
    return Stretch(
      value: week(of: day).value + "-WE", first: saturday, last: saturday.adding(days: 1))
  }

  static func month(_ year: Int, _ month: Int) -> Stretch? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    return Stretch(
      value: "\(year.padded(4))-\(month.padded(2))", first: first,
      last: first.adding(months: 1).adding(days: -1))
  }

  func month(
    _ month: Int, _ moment: Moment, _ reference: CivilDate?, _ context: Context
  ) -> Stretch? {
    if let year = moment.year { return Self.month(year, month) }
    guard let reference else { return Self.openEnded(moment) }
    if moment.direction == nil, let narrative = context.year(of: month, 1) {
      return Self.month(narrative, month)
    }
    var year = reference.year
    switch moment.direction {
    case -1: if month >= reference.month { year -= 1 }
    case 1: if month <= reference.month { year += 1 }
    case 0: break
    default:
      let months = { (year: Int) in Double((year - reference.year) * 12 + month - reference.month) }
      let weight =
        switch context.tense {
        case .past: 2.0
        case .surelyPast: 12.0
        case .unknown: 1.3
        case .future, .surelyFuture: 0.4
        }
      year =
        (year - 1...year + 1).min {
          let (a, b) = (months($0), months($1))
          return (a > 0 ? a * weight : -a) < (b > 0 ? b * weight : -b)
        } ?? year
    }
    return Self.month(year, month)
  }

  static func season(
    _ season: String, _ moment: Moment, _ reference: CivilDate?, _ context: Context
  ) -> Stretch? {
    let start = ["SP": 3, "SU": 6, "FA": 9, "WI": 12][season] ?? 3
    let told = moment.direction == nil ? context.narrativeYear : nil
    guard let year = moment.year ?? told ?? reference?.year else { return openEnded(moment) }
    var resolved = year
    if moment.year == nil, told == nil, let reference {
      let hasBegun = start <= reference.month
      // A winter has the name of the year in which it begins.
      let isRunning = season == "WI" && reference.month <= 2
      switch moment.direction {
      case -1 where isRunning: resolved -= 2
      case 0 where isRunning: resolved -= 1
      case -1: if start + 2 >= reference.month { resolved -= 1 }
      case 1: if hasBegun { resolved += 1 }
      case 0: break
      default:
        let isPast = isRunning ? !context.tense.isFuture : context.tense.isPast
        // "A mild winter", said in May: the last one is nearer.
        let isNearer = context.tense == .unknown && start - reference.month > 6
        if !hasBegun, isPast || isNearer { resolved -= 1 }
        // "Until spring", said in November.
        let isOver = season != "WI" && start + 2 < reference.month
        if isOver, context.tense.isFuture { resolved += 1 }
      }
    }
    guard let first = CivilDate(year: resolved, month: start, day: 1) else { return nil }
    // Meteorological seasons; a fortnight on each side, since some count from the solstice.
    return Stretch(
      value: "\(resolved.padded(4))-\(season)", first: first.adding(days: -14),
      last: first.adding(months: 3).adding(days: 21))
  }

  static func quarter(_ year: Int, _ quarter: Int) -> Stretch? {
    guard let first = CivilDate(year: year, month: quarter * 3 - 2, day: 1) else { return nil }
    return Stretch(
      value: "\(year.padded(4))-Q\(quarter)", first: first,
      last: first.adding(months: 3).adding(days: -1))
  }

  static func quarter(
    _ quarter: Int, _ moment: Moment, _ reference: CivilDate?, _ tense: Context.Tense
  ) -> Stretch? {
    // "the final quarter"
    let quarter = quarter == -1 ? 4 : quarter
    guard (1...4).contains(quarter) else { return nil }
    if let year = moment.year { return Self.quarter(year, quarter) }
    guard let reference else { return openEnded(moment) }
    let now = (reference.month + 2) / 3
    if moment.direction == -1 {
      return Self.quarter(reference.year - (quarter < now ? 0 : 1), quarter)
    }
    // "Sales should rise in the first quarter", said in October.
    if tense.isFuture, quarter < now { return Self.quarter(reference.year + 1, quarter) }
    let hasBegun = quarter <= now
    return Self.quarter(reference.year - (hasBegun || tense.isFuture ? 0 : 1), quarter)
  }

  static func half(_ half: Int, _ moment: Moment, _ reference: CivilDate?) -> Stretch? {
    guard let year = moment.year ?? reference?.year else { return openEnded(moment) }
    return Stretch(
      value: "\(year.padded(4))-H\(half)",
      first: CivilDate(year: year, month: half == 1 ? 1 : 7, day: 1),
      last: half == 1
        ? CivilDate(year: year, month: 6, day: 30) : CivilDate(year: year, month: 12, day: 31))
  }

  static func decade(_ decade: Int, _ moment: Moment, _ reference: CivilDate?) -> Stretch? {
    guard decade < 100 else { return Self.decade(decade) }
    let near = reference?.year ?? 2000
    let full = [near / 100 * 100 - 100 + decade, near / 100 * 100 + decade].last { $0 <= near - 5 }
    return full.map { Self.decade($0) }
  }

  static func decade(_ year: Int) -> Stretch {
    Stretch(
      value: (year / 10).padded(3), first: CivilDate(year: year, month: 1, day: 1),
      last: CivilDate(year: year + 9, month: 12, day: 31))
  }

  /// So long ago that no day is meant: `BC4488`, `KA40` and `MA34` for 40,000 and 34 million years.
  static func before(_ year: Int, years: Int) -> String {
    switch years {
    case 1_000_000_000...: "GA" + Amount.text(Double(years) / 1e9)
    case 1_000_000...: "MA" + Amount.text(Double(years) / 1e6)
    case 10_000...: "KA" + Amount.text(Double(years) / 1e3)
    // There was no year 0.
    default: "BC" + (years - year + 1).padded(4)
    }
  }

  static func year(_ year: Int, _ moment: Moment) -> Stretch {
    guard !moment.isFiscal else {
      // Fiscal years begin anywhere between the April before and the October before, or in it.
      return Stretch(
        value: "FY" + year.padded(4), first: CivilDate(year: year - 1, month: 4, day: 1),
        last: CivilDate(year: year, month: 12, day: 31))
    }
    return Stretch(
      value: year.padded(4), first: CivilDate(year: year, month: 1, day: 1),
      last: CivilDate(year: year, month: 12, day: 31))
  }
}
