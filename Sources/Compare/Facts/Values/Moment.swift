/// A point or stretch of calendar time as the words give it, before it is resolved.
struct Moment: Sendable {
  var year: Int?
  /// Written with two digits ("'98", "the 70s"): the century is still open.
  var isShortYear = false
  var isBC = false
  var month: Int?
  var day: Int?
  /// Whether day and month may have changed places ("3/4/2025").
  var isOrderOpen = false
  /// Monday is 1.
  var weekday: Int?
  var isWeekend = false
  /// `SP`, `SU`, `FA`, `WI`.
  var season: String?
  var quarter: Int?
  var half: Int?
  /// Which of the weeks or weekdays of the month or year; negative from the end.
  var nth: Int?
  /// First year of a decade.
  var decade: Int?
  /// 21 for the 21st.
  var century: Int?
  var isFiscal = false
  /// ISO week of the year.
  var week: Int?
  /// The last day of the month.
  var isMonthEnd = false
  /// The week or weekend around the day ("the week of March 12").
  var around: TimeUnit?
  /// As what was last spoken of, so many years later ("the same month a year ago").
  var yearsFromLast: Int?
  /// Which kind of stretch that is ("the same quarter a year ago").
  var lastUnit: TimeUnit?
  /// Days after the day that the rest gives ("two days before Christmas": -2).
  var daysFrom = 0
  /// Which of some weekdays counted from the day that the rest gives.
  var weekdayFrom: WeekdayCount?
  /// Counted back or forth in a length of time ("two years ago").
  var isMoved = false

  var hour: Int?
  var minute: Int?
  var second: Int?
  /// Minutes east of UTC.
  var zone: Int?
  /// `MO`, `MI`, `AF`, `EV`, `NI`, `DT`.
  var part: String?
  /// Whether it is known which half of the day the hour lies in.
  var isHalfKnown = false
  /// Told by a clock of 24 hours, though a part of the day may still follow ("2 Uhr nachts").
  var isFullClock = false
  /// The night that was over when the article appeared, where it tells of the past ("overnight").
  var isOvernight = false
  /// Whether hours are counted to twelve: "3 p.m.", "3 in the afternoon".
  var isTwelveHour = false

  /// So many units from the reference day; 0 is "this".
  var shift: Shift?
  /// "last March", "next Tuesday": -1, 1; "this": 0.
  var direction: Int?
  /// The reference is the time last spoken of, not the publication.
  var isAnaphoric = false
  /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
  var reference: String?
  var mod: Modifier?
  /// Rule of a feast (`easter+1`, `4:11:4` for the fourth Thursday of November).
  var feast: String?

  /// "the second Tuesday after …": 2, with Tuesday; -1 for the one before.
  struct WeekdayCount: Sendable {
    var weekday: Int
    var count: Int
  }

  struct Shift: Sendable {
    var unit: TimeUnit
    var count: Int
    /// Further parts of "a year and two months ago".
    var months = 0
    var days = 0
    var isVague = false
    /// To the day ("five years ago today").
    var isExact = false
    /// Of the days only the month is meant ("a month and a half ago").
    var isRough = false
  }

  init() {}

  /// Whether it is one day of the calendar.
  var isDay: Bool {
    guard !isTime, around == nil else { return false }
    return feast != nil || weekday != nil || (month != nil && day != nil) || shift?.unit == .day
  }

  var isTime: Bool { hour != nil || part != nil || (shift.map { $0.unit.timex.isClock } ?? false) }

  /// Whether its hour could be in either half of the day.
  var isHalfOpen: Bool {
    hour.map { (1...12).contains($0) && !isHalfKnown && !isFullClock } ?? false
  }

  var traits: Traits {
    var traits: Traits = isTime ? .time : .date
    if hour != nil { traits.insert(.clock) }
    if part != nil, hour == nil { traits.insert(.part) }
    if mod != nil { traits.insert(.hedged) }
    if isMoved { traits.insert(.moved) }
    if shift != nil || direction != nil || reference != nil { traits.insert(.anchored) }
    if around != nil {
      traits.insert(.weekDate)
    } else if month != nil, day != nil || isMonthEnd {
      traits.insert([.dayDate])
      traits.insert(year == nil ? .partialDay : .fullDate)
    } else if month != nil {
      traits.insert(.monthDate)
    } else if weekday != nil, nth == nil {
      traits.insert([.weekday, .dayDate])
    } else if day != nil {
      traits.insert(.dayDate)
    } else if feast != nil || shift?.unit == .day {
      traits.insert(.dayDate)
    } else if let year, day == nil, season == nil, quarter == nil, half == nil, decade == nil {
      traits.insert(.yearDate)
      if year >= 1000, mod == nil, !isFiscal { traits.insert(.bareYear) }
    } else if shift?.unit == .year {
      traits.insert(.yearDate)
    } else if shift?.unit == .month {
      traits.insert(.monthDate)
    } else if shift?.unit == .week || shift?.unit == .weekend {
      traits.insert(.weekDate)
    }
    return traits
  }

  /// Both together, where they don't contradict each other: a weekday and a date, a date and a
  /// time of day.
  func merged(with other: Moment) -> Moment? {
    var result = self
    func join<Value: Equatable>(_ path: WritableKeyPath<Moment, Value?>) -> Bool {
      guard let theirs = other[keyPath: path] else { return true }
      if let ours = result[keyPath: path], ours != theirs { return false }
      result[keyPath: path] = theirs
      return true
    }
    guard join(\.year), join(\.month), join(\.day), join(\.weekday), join(\.season),
      join(\.quarter), join(\.half), join(\.nth), join(\.hour), join(\.minute), join(\.second),
      join(\.zone), join(\.direction), join(\.reference), join(\.mod), join(\.feast),
      join(\.decade), join(\.week), join(\.yearsFromLast)
    else { return nil }
    if let theirs = other.part {
      if let ours = result.part, ours != theirs { return nil }
      result.part = theirs
    }
    if let theirs = other.shift {
      guard result.shift == nil else { return nil }
      result.shift = theirs
    }
    result.isWeekend = isWeekend || other.isWeekend
    result.isMonthEnd = isMonthEnd || other.isMonthEnd
    result.around = around ?? other.around
    result.isBC = isBC || other.isBC
    result.isFiscal = isFiscal || other.isFiscal
    result.isShortYear = isShortYear || other.isShortYear
    result.isAnaphoric = isAnaphoric || other.isAnaphoric
    result.isHalfKnown = isHalfKnown || other.isHalfKnown
    result.isFullClock = isFullClock || other.isFullClock
    result.isOvernight = isOvernight || other.isOvernight
    result.isOrderOpen = isOrderOpen || other.isOrderOpen
    result.isTwelveHour = isTwelveHour || other.isTwelveHour
    return result.settlingHalf()
  }

  /// Whether its time of day is earlier.
  func isBefore(_ other: Moment) -> Bool {
    guard let start = hour, let end = other.hour else { return false }
    return start * 60 + (minute ?? 0) < end * 60 + (other.minute ?? 0)
  }

  /// Puts an hour that could be in either half of the day into that of a time after it: "3 to 5
  /// p.m." begins at 15:00, "11 to 1 p.m." before noon.
  mutating func settleHalf(before late: Moment) {
    guard let early = hour, let end = late.hour, end >= 12, early < 12,
      (early + 12) * 60 + (minute ?? 0) < end * 60 + (late.minute ?? 0)
    else { return }
    hour = early + 12
    isHalfKnown = true
  }

  /// Puts an hour that could be in either half of the day after a time before it.
  ///
  /// "10:30 to 3" ends at 15:00, "8 a.m. until 6" at 18:00.
  mutating func settleHalf(after early: Moment) {
    guard let start = early.hour, start <= 12 || early.isTwelveHour, let end = hour, !isHalfKnown,
      end <= 12
    else { return }
    let begin = start * 60 + (early.minute ?? 0)
    let (sooner, later) = (end * 60 + (minute ?? 0), (end % 12 + 12) * 60 + (minute ?? 0))
    guard sooner <= begin, begin < later else { return }
    hour = end % 12 + 12
    isHalfKnown = early.isHalfKnown
  }

  /// "3 in the afternoon" is 15:00; the part then says no more.
  func settlingHalf() -> Moment? {
    guard let hour, let part else { return self }
    var result = self
    if !isHalfKnown, hour <= 12 {
      switch part {
      case "EV" where hour == 12, "NI" where hour == 12:
        // Twelve at night ends the day.
        result.hour = 0
        result.daysFrom += 1
      case "AF", "EV": result.hour = hour % 12 + 12
      case "NI": result.hour = hour >= 5 ? hour + 12 : hour
      case "MO": result.hour = hour % 12 == 0 ? 12 : hour
      case "MI": result.hour = hour < 9 ? hour + 12 : hour
      default: break
      }
      result.isHalfKnown = true
      result.isTwelveHour = true
    }
    result.part = nil
    return result
  }
}
