/// Makers that complete a moment with a further word.
extension MomentMakers {
  static func decade(_ arguments: Arguments) -> Meaning? {
    guard let year = arguments.int("year"), year % 10 == 0 else { return nil }
    var moment = Moment()
    // "the 1800s" are a century, "the 2000s" so far a decade.
    if year % 100 == 0, (1000...1900).contains(year) {
      moment.century = year / 100 + 1
    } else {
      moment.decade = year
    }
    return .moment(moment)
  }

  /// "the same month a year ago".
  static func same(_ arguments: Arguments) -> Meaning? {
    var moment = Moment()
    moment.yearsFromLast = arguments.int("years")
    moment.year = arguments.int("year")
    moment.lastUnit = arguments.unit("unit")
    moment.isAnaphoric = true
    return .moment(moment)
  }

  /// `2024/11`; `2024/25` and `2008/09` are seasons of two years, `1904-12` several years.
  static func yearMonth(_ arguments: Arguments) -> Meaning? {
    guard let year = arguments.int("year"), let month = arguments.int("month"),
      (1...12).contains(month), month <= year % 100
    else { return nil }
    var moment = Moment()
    (moment.year, moment.month) = (year, month)
    return .moment(moment)
  }

  /// "Saturday morning at 9".
  static func partHour(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("part"), moment.hour == nil,
      let hour = arguments.int("hour"), (1...12).contains(hour)
    else { return nil }
    moment.hour = hour
    return moment.settlingHalf().map { .moment($0) }
  }

  static func halfDay(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("x"), let hour = moment.hour,
      !moment.isHalfKnown || hour > 12
    else { return nil }
    guard setClock(&moment, hour, moment.minute, moment.second, arguments.text("pm")) else {
      return nil
    }
    return .moment(moment)
  }

  static func zoned(_ arguments: Arguments) -> Meaning? {
    guard let zone = arguments.int("zone") else { return nil }
    var moment = arguments.moment("time")
    if moment == nil, case .moment(let made) = clock(arguments) { moment = made }
    guard var moment, moment.zone == nil else { return nil }
    moment.zone = zone
    if let offset = arguments.int("offset"), let sign = arguments.int("sign") {
      // "GMT+8", "UTC+0530"
      let minutes = offset < 100 ? offset * 60 : offset / 100 * 60 + offset % 100
      guard zone == 0, minutes <= 14 * 60 else { return nil }
      moment.zone = sign * minutes
    }
    return .moment(moment)
  }

  static func withWeekday(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("x"), moment.weekday == nil else { return nil }
    moment.weekday = arguments.int("weekday")
    return .moment(moment)
  }

  static func withDay(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("x"), moment.day == nil, moment.month == nil else {
      return nil
    }
    moment.day = arguments.int("day")
    return .moment(moment)
  }

  static func withPart(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("x"), moment.part == nil else { return nil }
    moment.part = arguments.text("part") ?? arguments.moment("part")?.part
    moment.mod = arguments.text("mod").flatMap { Modifier(rawValue: $0) } ?? moment.mod
    return moment.settlingHalf().map { .moment($0) }
  }

  /// "in der Nacht zum Samstag": the night that ends on that day.
  static func nightTo(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("day"), moment.isDay else { return nil }
    moment.daysFrom -= 1
    moment.part = "NI"
    return .moment(moment)
  }

  static func hourPart(_ arguments: Arguments) -> Meaning? {
    guard let hour = arguments.int("hour"), (1...12).contains(hour) else { return nil }
    var moment = arguments.moment("part") ?? Moment()
    moment.hour = hour
    moment.minute = arguments.int("minute")
    moment.part = arguments.text("part") ?? moment.part
    return moment.settlingHalf().map { .moment($0) }
  }

  static func hour(_ arguments: Arguments) -> Meaning? {
    guard let hour = arguments.int("hour"), (0...24).contains(hour) else { return nil }
    var moment = Moment()
    moment.hour = hour
    return .moment(moment)
  }

  static func dayHour(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("day"), moment.hour == nil, moment.part == nil,
      let hour = arguments.int("hour"), (0...24).contains(hour)
    else { return nil }
    moment.hour = hour
    return .moment(moment)
  }

  /// "the third Tuesday" with "March".
  static func counted(_ arguments: Arguments) -> Meaning? {
    guard var a = arguments.moment("a"), a.nth != nil, let b = arguments.moment("b"), b.day == nil
    else {
      return nil
    }
    // "last week" is the one before this only as long as it is not "of March".
    if a.shift?.unit == .week { a.shift = nil }
    return a.merged(with: b).map { .moment($0) }
  }

  static func dayOf(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("month"), moment.day == nil else { return nil }
    var known = arguments.int("day")
    if let from = arguments.moment("from") {
      // "the 28th" alone was read as a day of some month.
      guard from.month == nil, from.weekday == nil, from.shift == nil, from.feast == nil else {
        return nil
      }
      known = from.day
    }
    guard let day = known else { return nil }
    moment.day = day
    return .moment(moment)
  }

  /// "the third month of 2021", "the ninth month of next year".
  static func monthOf(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("year"), !moment.hasPartOfYear, moment.mod == nil,
      let month = arguments.int("month"), (1...12).contains(month)
    else { return nil }
    moment.month = month
    return .moment(moment)
  }

  /// "two Thursdays ago": the second one before.
  static func weekdayAgo(_ arguments: Arguments) -> Meaning? {
    guard let count = arguments.int("n"), (1...12).contains(count),
      let sign = arguments.int("sign")
    else { return nil }
    var moment = Moment()
    moment.weekday = arguments.int("weekday")
    moment.direction = sign * count
    return .moment(moment)
  }

  /// "the second half of September": its later part.
  static func withHalf(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("x"), !moment.isDay, !moment.isTime, moment.mod == nil,
      let half = arguments.int("half"), (1...2).contains(half)
    else { return nil }
    moment.mod = half == 1 ? .start : .end
    return .moment(moment)
  }

  /// "the day after Christmas".
  static func beside(_ arguments: Arguments) -> Meaning? {
    guard let days = arguments.int("days"), let from = arguments.moment("from") else { return nil }
    return anchored(Moment.Shift(unit: .day, count: days), at: from).map { .moment($0) }
  }

  /// "five years ago today": on this very day; "two years ago this month": in that month.
  static func agoToday(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("x"), let shift = moment.shift else { return nil }
    // "a week ago Monday"
    if let day = arguments.moment("day"), let weekday = day.weekday {
      guard shift.unit == .week, day.direction == nil, day.month == nil, day.day == nil,
        day.nth == nil
      else { return nil }
      moment.weekday = weekday
      return .moment(moment)
    }
    guard let now = arguments.moment("day")?.shift, now.count == 0,
      arguments.moment("day")?.isAnaphoric == false
    else { return nil }
    switch (now.unit, shift.unit) {
    case (.day, _): moment.shift?.isExact = true
    case (.week, .year):
      let weeks = (Double(shift.count) * 365.2425 / 7).rounded()
      moment.shift = Moment.Shift(unit: .week, count: Int(weeks))
    case (.month, .year): moment.shift = Moment.Shift(unit: .month, count: 12 * shift.count)
    default: return nil
    }
    return .moment(moment)
  }

  /// "the Tuesday after Christmas", "the third Sunday before Easter".
  static func weekdayFrom(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("from"), moment.isDay, moment.weekday == nil,
      moment.shift == nil, moment.weekdayFrom == nil,
      let weekday = arguments.moment("weekday")?.weekday ?? arguments.int("weekday"),
      let sign = arguments.int("sign")
    else { return nil }
    let count = arguments.int("n") ?? 1
    guard (1...12).contains(count) else { return nil }
    moment.weekdayFrom = Moment.WeekdayCount(weekday: weekday, count: sign * count)
    return .moment(moment)
  }
}
