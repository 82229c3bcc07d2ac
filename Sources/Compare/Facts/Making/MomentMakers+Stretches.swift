/// Makers of stretches of calendar time, from their two ends.
extension MomentMakers {
  static func interval(_ arguments: Arguments) -> Meaning? {
    guard var from = arguments.moment("from"), var to = arguments.moment("to") else { return nil }
    // What one end leaves out the other end tells.
    if from.day == nil, from.weekday == nil, from.hour == nil, to.month != nil, to.day != nil,
      from.month != nil, from.year == nil
    {
      return nil
    }
    if from.year == nil, from.month != nil { from.year = to.year }
    if to.month == nil, to.day != nil { (to.month, to.year) = (from.month, to.year ?? from.year) }
    if from.month == nil, from.day != nil { (from.month, from.year) = (to.month, to.year) }
    if to.hour != nil, from.hour != nil {
      if to.isHalfKnown, !from.isHalfKnown { from.settleHalf(before: to) }
      if to.day == nil, to.shift == nil, to.weekday == nil {
        to.settleHalf(after: from)
        (to.year, to.month, to.day, to.shift) = (from.year, from.month, from.day, from.shift)
        (to.weekday, to.direction) = (from.weekday, from.direction)
      } else if from.day == nil, from.shift == nil, from.weekday == nil,
        // "from 2 p.m. till 9 a.m. tomorrow" begins today.
        to.shift?.unit != .day || to.shift?.count ?? 0 <= 0 || from.isBefore(to)
      {
        (from.year, from.month, from.day, from.shift) = (to.year, to.month, to.day, to.shift)
        (from.weekday, from.direction) = (to.weekday, to.direction)
        to.settleHalf(after: from)
      }
    }
    if let a = from.year, let b = to.year, a > b { return nil }
    var ends: [MomentItem] = []
    if let item = arguments.items("from").first {
      ends.append(MomentItem(item: item, moment: from))
    }
    if let item = arguments.items("to").first { ends.append(MomentItem(item: item, moment: to)) }
    return .interval(from, to, ends: ends)
  }

  /// "March 3-5".
  static func intervalDay(_ arguments: Arguments) -> Meaning? {
    guard var from = arguments.moment("from"), let first = from.day, from.month != nil,
      !from.isTime, let day = arguments.int("day"), day > first
    else { return nil }
    var to = from
    to.day = day
    to.weekday = nil
    if let year = arguments.moment("year")?.year {
      guard from.year == nil else { return nil }
      from.year = year
      to.year = year
    }
    guard let last = arguments.first("day") else { return nil }
    let end = arguments.first("year")?.end ?? last.end
    let item = Item(symbol: last.symbol, start: last.start, end: end)
    return .interval(
      from, to, ends: ends(arguments, "from", from) + [MomentItem(item: item, moment: to)])
  }

  /// "3 to 5 March"; "from the 27th to the 3rd of April" begins in the month before.
  static func intervalFromDay(_ arguments: Arguments) -> Meaning? {
    guard let to = arguments.moment("to"), let last = to.day, let month = to.month, !to.isTime,
      let day = arguments.int("day"), day != last
    else { return nil }
    var from = to
    from.day = day
    from.weekday = nil
    if day > last {
      guard arguments.text("wraps") != nil else { return nil }
      from.month = month == 1 ? 12 : month - 1
      if month == 1 { from.year = to.year.map { $0 - 1 } }
    }
    return .interval(from, to, ends: ends(arguments, "day", from) + ends(arguments, "to", to))
  }

  /// "Jan-Feb 2017".
  static func intervalFromMonth(_ arguments: Arguments) -> Meaning? {
    guard let to = arguments.moment("to"), let last = to.month, to.day == nil,
      let month = arguments.int("month"), month != last
    else { return nil }
    var from = to
    from.month = month
    if let year = to.year, month > last { from.year = year - 1 }
    return .interval(from, to, ends: ends(arguments, "month", from) + ends(arguments, "to", to))
  }

  /// "2014-15", "1941-45".
  static func intervalYear(_ arguments: Arguments) -> Meaning? {
    guard let from = arguments.moment("from"), let year = from.year,
      let short = arguments.int("year"), short > year % 100 || year % 100 == 99
    else { return nil }
    var to = from
    to.year = short > year % 100 ? year / 100 * 100 + short : year + 1
    return .interval(
      from, to, ends: ends(arguments, "from", from) + ends(arguments, "year", to))
  }

  /// "499-493 BC", "from 264 to 241 BC": both are before the era.
  static func intervalBeforeEra(_ arguments: Arguments) -> Meaning? {
    guard let to = arguments.moment("to"), to.isBC, let last = to.year, to.month == nil,
      to.century == nil, let first = arguments.int("from"), first > last, first <= 20_000
    else { return nil }
    var from = to
    from.year = first
    return .interval(from, to, ends: ends(arguments, "from", from) + ends(arguments, "to", to))
  }

  /// The end of a stretch that stands complete in the text.
  private static func ends(
    _ arguments: Arguments, _ name: ParameterName, _ moment: Moment
  ) -> [MomentItem] {
    arguments.items(name).map { MomentItem(item: $0, moment: moment) }
  }

  /// "1994-1996" in digits, each end a year of its own.
  static func intervalYears(_ arguments: Arguments) -> Meaning? {
    guard let first = arguments.int("from"), var last = arguments.int("to") else { return nil }
    if last < 100 {
      // "the 2011/12 season"
      guard last == (first + 1) % 100 else { return nil }
      last = first + 1
    }
    guard first < last,
      let start = arguments.items("from").first, let end = arguments.items("to").first
    else { return nil }
    var (from, to) = (Moment(), Moment())
    (from.year, to.year) = (first, last)
    let ends = [MomentItem(item: start, moment: from), MomentItem(item: end, moment: to)]
    return .interval(from, to, ends: ends)
  }

  /// "9 to 10:30 a.m.": the first hour is in the same half of the day, if that is before.
  static func intervalHour(_ arguments: Arguments) -> Meaning? {
    guard let to = arguments.moment("to"), to.hour != nil, let hour = arguments.int("hour"),
      (0...24).contains(hour)
    else { return nil }
    var from = to
    from.minute = nil
    from.second = nil
    from.hour = hour
    if to.isHalfKnown { from.settleHalf(before: to) }
    from.isHalfKnown = true
    return .interval(from, to, ends: ends(arguments, "hour", from) + ends(arguments, "to", to))
  }

  /// Hours of a day: "Tuesday from 9 to 10:30 a.m.".
  static func intervalDayHours(_ arguments: Arguments) -> Meaning? {
    guard let day = arguments.moment("day"), day.hour == nil, var to = arguments.moment("to"),
      to.hour != nil, let whole = day.merged(with: to)
    else { return nil }
    to = whole
    var from = to
    if let known = arguments.moment("from") {
      guard known.hour != nil, let start = day.merged(with: known) else { return nil }
      from = start
      if to.isHalfKnown, !from.isHalfKnown { from.settleHalf(before: to) }
    } else {
      guard let hour = arguments.int("hour"), (0...24).contains(hour) else { return nil }
      (from.hour, from.minute, from.second) = (hour, nil, nil)
      if to.isHalfKnown { from.settleHalf(before: to) }
    }
    from.isHalfKnown = true
    let first = ends(arguments, "from", from) + ends(arguments, "hour", from)
    return .interval(from, to, ends: first + ends(arguments, "to", to))
  }

  /// "November between 19 and 20", "from 4 to 23 next month".
  static func intervalInMonth(_ arguments: Arguments) -> Meaning? {
    guard var from = arguments.moment("month"), from.day == nil, from.nth == nil,
      let first = arguments.int("from"), let last = arguments.int("to"), first < last
    else { return nil }
    if let year = arguments.moment("year")?.year {
      guard from.year == nil, from.shift == nil else { return nil }
      from.year = year
    }
    var to = from
    (from.day, to.day) = (first, last)
    return .interval(from, to, ends: [])
  }

  /// "from 10/25 to 1/25", "10/1-11/2/2017": days and months in figures.
  ///
  /// The month is first where both ways can be. Two proper fractions of common denominators are no
  /// days, and "9/11" without a year is the attack.
  static func slashedPair(_ arguments: Arguments) -> Meaning? {
    guard let a = arguments.int("a"), let b = arguments.int("b"), let c = arguments.int("c"),
      let d = arguments.int("d")
    else { return nil }
    if a < b, c < d, commonDenominators.contains(b), commonDenominators.contains(d) { return nil }
    if a == 9, b == 11, arguments.int("year") == nil { return nil }
    let isDayFirst = a > 12 || c > 12
    var (from, to) = (Moment(), Moment())
    (from.month, from.day) = isDayFirst ? (b, a) : (a, b)
    (to.month, to.day) = isDayFirst ? (d, c) : (c, d)
    for moment in [from, to] {
      guard let month = moment.month, let day = moment.day,
        CivilDate(year: 2000, month: month, day: day) != nil
      else { return nil }
    }
    if let year = arguments.int("year") {
      let wraps = (from.month ?? 0, from.day ?? 0) > (to.month ?? 0, to.day ?? 0)
      (from.year, to.year) = (wraps ? year - 1 : year, year)
      (from.isShortYear, to.isShortYear) = (year < 100, year < 100)
    }
    return .interval(from, to, ends: [])
  }

  private static let commonDenominators: Set = [2, 3, 4, 5, 6, 8, 10, 16]

  /// Hours without a sign of the clock: "open from 9 to 5", "between 3 and 5 on Tuesday".
  ///
  /// An end that would come first is in the other half of the day.
  static func intervalHours(_ arguments: Arguments) -> Meaning? {
    var from = arguments.moment("start") ?? Moment()
    if from.hour == nil {
      guard let hour = arguments.int("from"), (0...24).contains(hour) else { return nil }
      from.hour = hour
    } else if arguments.text("sure") == nil, !from.isHalfKnown {
      return nil
    }
    if let day = arguments.moment("day") {
      guard day.hour == nil, let whole = day.merged(with: from) else { return nil }
      from = whole
    }
    guard let hour = arguments.int("to"), (1...24).contains(hour) else { return nil }
    var to = from
    (to.hour, to.minute, to.second, to.isHalfKnown) = (hour, nil, nil, hour > 12)
    to.settleHalf(after: from)
    return .interval(from, to, ends: [])
  }
}
