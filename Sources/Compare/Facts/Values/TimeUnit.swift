/// Units of time, by the names that lexicons give as values.
enum TimeUnit: String, Sendable, CaseIterable {
  case second, minute, hour, day, night, weekend, week, fortnight, month, season, quarter, half
  case year, decade, century, millennium

  /// How TIMEX3 writes `amount` of the unit: letter, whether it is a part of a day, and factor.
  var timex: (letter: String, isClock: Bool, factor: Double) {
    switch self {
    case .second: ("S", true, 1)
    case .minute: ("M", true, 1)
    case .hour: ("H", true, 1)
    case .day: ("D", false, 1)
    case .night: ("NI", true, 1)
    case .weekend: ("WE", false, 1)
    case .week: ("W", false, 1)
    case .fortnight: ("W", false, 2)
    case .month: ("M", false, 1)
    case .season: ("M", false, 3)
    case .quarter: ("Q", false, 1)
    case .half: ("M", false, 6)
    case .year: ("Y", false, 1)
    case .decade: ("DE", false, 1)
    case .century: ("CE", false, 1)
    case .millennium: ("ML", false, 1)
    }
  }

  /// How many years the units above the year have.
  var years: Double? {
    switch self {
    case .decade: 10
    case .century: 100
    case .millennium: 1000
    default: nil
    }
  }

  /// The shortest and the longest that one can be, in seconds: months, quarters and years differ.
  var seconds: (low: Double, high: Double) {
    let day = 86_400.0
    switch self {
    case .second: return (1, 1)
    case .minute: return (60, 60)
    case .hour: return (3600, 3600)
    case .day: return (day, day)
    case .night: return (6 * 3600, 14 * 3600)
    case .weekend: return (2 * day, 3 * day)
    case .week: return (7 * day, 7 * day)
    case .fortnight: return (14 * day, 14 * day)
    case .month: return (28 * day, 31 * day)
    case .season: return (88 * day, 94 * day)
    case .quarter: return (90 * day, 92 * day)
    case .half: return (181 * day, 184 * day)
    case .year: return (365 * day, 366 * day)
    case .decade: return (3652 * day, 3653 * day)
    case .century: return (36_524 * day, 36_525 * day)
    case .millennium: return (365_242 * day, 365_243 * day)
    }
  }

  /// Length of `amount` units, in seconds.
  ///
  /// Several months or years come out narrower than so
  /// many times the shortest and the longest of them.
  func seconds(of amount: Double) -> (low: Double, high: Double) {
    let day = 86_400.0
    switch self {
    case .month where amount > 1:
      return ((amount * 30.436875 - 1.5) * day, (amount * 30.436875 + 1.5) * day)
    case .year where amount > 1:
      return ((amount * 365.2425).rounded(.down) * day, (amount * 365.2425).rounded(.up) * day)
    default: return (seconds.low * amount, seconds.high * amount)
    }
  }
}
