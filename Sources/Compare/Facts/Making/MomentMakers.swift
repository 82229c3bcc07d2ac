/// Makers of points and stretches of calendar time.
enum MomentMakers {
  static func date(_ arguments: Arguments) -> Meaning? {
    var moment = Moment()
    moment.year = arguments.int("year") ?? arguments.moment("year")?.year
    if let short = arguments.int("short-year") {
      moment.year = short
      moment.isShortYear = true
    }
    moment.month = arguments.int("month")
    moment.day = arguments.int("day")
    moment.weekday = arguments.int("weekday")
    moment.season = arguments.text("season")
    moment.quarter = arguments.int("quarter")
    moment.half = arguments.int("half")
    moment.nth = arguments.int("nth") ?? arguments.int("nth-last").map { -$0 }
    moment.decade = arguments.int("decade")
    moment.week = arguments.int("week")
    moment.isMonthEnd = arguments.text("month-end") != nil
    moment.around = arguments.unit("around")
    if let week = moment.week, !(1...53).contains(week) { return nil }
    moment.century = arguments.int("century")
    moment.isWeekend = arguments.text("weekend") != nil
    moment.isBC = arguments.text("bc") != nil
    moment.isFiscal = arguments.text("fiscal") != nil
    moment.isOvernight = arguments.text("overnight") != nil
    moment.direction = arguments.int("direction")
    moment.isAnaphoric = arguments.text("anaphoric") != nil
    moment.reference = arguments.text("reference")
    moment.mod = arguments.text("mod").flatMap { Modifier(rawValue: $0) }
    moment.feast = arguments.text("feast")
    moment.part = arguments.text("part")
    moment.zone = arguments.int("zone")
    if let unit = arguments.unit("unit"), let count = arguments.int("count") {
      moment.shift = Moment.Shift(unit: unit, count: count)
    }
    // "February 30" is no year.
    if moment.isShortYear, moment.month != nil, moment.day == nil, moment.year ?? 0 <= 31 {
      return nil
    }
    if let hour = arguments.int("hour") {
      guard
        setClock(
          &moment, hour, arguments.int("minute"), arguments.int("second"), arguments.text("pm"))
      else { return nil }
      if arguments.text("named") != nil { moment.isHalfKnown = true }
      // Only a clock of 24 hours has "02:30".
      moment.isFullClock = arguments.text("clock") == "24" || startsWithZero("hour", arguments)
    }
    if let month = moment.month, let day = moment.day {
      let year = moment.isShortYear ? 2000 : moment.year ?? 2000
      guard CivilDate(year: year, month: month, day: day) != nil else { return nil }
    }
    return .moment(moment)
  }

  private static func startsWithZero(_ name: ParameterName, _ arguments: Arguments) -> Bool {
    guard let item = arguments.first(name) else { return false }
    let range = arguments.document.tokens[Int(item.start)].range
    return range.count == 2 && arguments.document.article.text[range.start] == 0x30
  }

  /// `pm` is `am` or `pm`; without it the hour stays as written.
  static func setClock(
    _ moment: inout Moment, _ hour: Int, _ minute: Int?, _ second: Int?, _ pm: String?
  ) -> Bool {
    guard hour <= 24, (minute ?? 0) < 60, (second ?? 0) <= 60 else { return false }
    moment.hour = hour
    moment.minute = minute
    moment.second = second
    moment.isTwelveHour = pm != nil
    switch pm {
    case "am":
      guard hour <= 12 else { return false }
      moment.hour = hour % 12
      moment.isHalfKnown = true
    case "pm":
      guard hour <= 23 else { return false }
      moment.hour = hour >= 13 ? hour : hour % 12 + 12
      moment.isHalfKnown = true
    default: moment.isHalfKnown = hour > 12 || minute != nil && hour == 0
    }
    return true
  }

  static func merge(_ arguments: Arguments) -> Meaning? {
    guard let a = arguments.moment("a"), let b = arguments.moment("b"),
      var result = a.merged(with: b)
    else { return nil }
    if !arguments.items("c").isEmpty {
      guard let c = arguments.moment("c"), let whole = result.merged(with: c) else { return nil }
      result = whole
    }
    return .moment(result)
  }

  /// No count of units is as large as this; the universe is 14 billion years old.
  private static let mostUnits = 1e11

  /// "two weeks ago", "in three days", "three days earlier".
  static func moved(_ arguments: Arguments) -> Meaning? {
    guard let span = arguments.span("by"), let sign = arguments.int("sign"),
      let first = span.parts.first
    else { return nil }
    var moment = Moment()
    let from = arguments.text("from")
    moment.isAnaphoric = from == "last"
    guard span.parts.allSatisfy({ $0.amount.value < mostUnits }) else {
      moment.reference = sign < 0 ? "PAST_REF" : "FUTURE_REF"
      return .moment(moment)
    }
    var amount = first.amount.value * Double(sign)
    var shift = Moment.Shift(unit: first.unit, count: 0)
    // Half a century ago is 50 years ago; two decades ago is any year of that decade.
    if let years = first.unit.years, first.unit == .millennium || amount != amount.rounded() {
      (shift.unit, amount) = (.year, amount * years)
    }
    shift.isVague = span.isVague
    // "two nights ago": the night of that day.
    if first.unit == .night { (shift.unit, moment.part) = (.day, "NI") }
    if amount != amount.rounded() {
      guard first.unit == .year else {
        if first.unit == .month, span.parts.count == 1 {
          shift.count = Int(amount)
          shift.days = Int(((amount - amount.rounded(.towardZero)) * 30).rounded())
          shift.isRough = true
          moment.shift = shift
          moment.isMoved = true
          return .moment(moment)
        }
        guard first.unit == .hour || first.unit == .day else { return nil }
        shift.unit = first.unit == .hour ? .minute : .hour
        shift.count = Int((amount * (first.unit == .hour ? 60 : 24)).rounded())
        moment.shift = shift
        return .moment(moment)
      }
      shift.months = Int((amount * 12).rounded()) - Int(amount) * 12
    }
    shift.count = Int(amount)
    for part in span.parts.dropFirst() {
      guard part.amount.isWhole else { return nil }
      let count = Int(part.amount.value) * sign
      switch part.unit {
      case .month: shift.months += count
      case .week: shift.days += 7 * count
      case .day: shift.days += count
      case .minute: shift.days += count
      default: return nil
      }
    }
    moment.shift = shift
    moment.isMoved = true
    moment.mod = span.mod.flatMap { mod in
      switch mod {
      case .moreThan: sign < 0 ? .before : .after
      case .lessThan: sign < 0 ? .after : .before
      case .approx: .approx
      default: nil
      }
    }
    if let mod = arguments.text("mod") { moment.mod = Modifier(rawValue: mod) }
    if var anchor = arguments.moment("from") {
      // "a week from Friday": the coming one.
      if arguments.text("ahead") != nil, anchor.weekday != nil, anchor.month == nil {
        anchor.direction = anchor.direction ?? 1
      }
      // "the days before Friday" are several.
      if span.isVague { return nil }
      return anchored(shift, at: anchor).map { .moment($0) }
    }
    return .moment(moment)
  }

  /// "two days before yesterday": both are shifts from the same day.
  static func anchored(_ shift: Moment.Shift, at anchor: Moment) -> Moment? {
    var result = anchor
    let days: Int
    switch shift.unit {
    case .day: days = shift.count
    case .week: days = 7 * shift.count
    default: return nil
    }
    if let known = anchor.shift, known.unit == .day {
      result.shift = Moment.Shift(unit: .day, count: known.count + days)
      return result
    }
    // The first day of a longer stretch is not what is counted from.
    guard anchor.isDay else { return nil }
    result.daysFrom += days
    return result
  }

  static func withMod(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("x"), let text = arguments.text("mod") else { return nil }
    moment.mod = Modifier(rawValue: text)
    return .moment(moment)
  }

  /// "ten to five", "a quarter past three".
  static func clockBefore(_ arguments: Arguments) -> Meaning? {
    var hour = arguments.int("hour")
    var moment = arguments.moment("hour") ?? Moment()
    if hour == nil { hour = moment.hour }
    let isWord = arguments.text("named") != nil
    guard let hour, let minutes = arguments.int("minutes"), let sign = arguments.int("sign"),
      (1...12).contains(hour) || moment.isHalfKnown || isWord, (1...59).contains(minutes)
    else { return nil }
    let isKnown = moment.isHalfKnown || isWord
    let total = (hour * 60 + sign * minutes + 1440) % 1440
    let pm = arguments.text("pm")
    guard setClock(&moment, total / 60, total % 60, nil, pm) else { return nil }
    moment.isHalfKnown = isKnown || pm != nil
    return .moment(moment)
  }

  /// `3/18/2025` is month first, unless only the day can be; of `3/4/2025` it is not sure.
  static func slashed(_ arguments: Arguments) -> Meaning? {
    guard var month = arguments.int("a"), var day = arguments.int("b") else { return nil }
    if month > 12 { swap(&month, &day) }
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    var moment = Moment()
    (moment.month, moment.day) = (month, day)
    if let year = arguments.int("year") {
      moment.year = year
      moment.isShortYear = year < 100
    }
    let check = moment.isShortYear ? 2000 : moment.year ?? 2000
    guard CivilDate(year: check, month: month, day: day) != nil else { return nil }
    moment.isOrderOpen = day <= 12 && day != month && arguments.text("sure") == nil
    return .moment(moment)
  }

  /// `18.03.2025`, `2025.03.18`.
  static func dotted(_ arguments: Arguments) -> Meaning? {
    guard let item = arguments.items("token").first else { return nil }
    let token = arguments.document.tokens[Int(item.start)]
    let groups = arguments.document.article.text[token.range.bytes].split(separator: 0x2E)
    let numbers = groups.map { $0.reduce(0) { $0 * 10 + Int($1 & 0x0F) } }
    guard numbers.count >= 2 else { return nil }
    var moment = Moment()
    if groups[0].count == 4, numbers.count == 3 {
      (moment.year, moment.month, moment.day) = (numbers[0], numbers[1], numbers[2])
    } else {
      (moment.day, moment.month) = (numbers[0], numbers[1])
      if numbers[1] > 12 { (moment.day, moment.month) = (numbers[1], numbers[0]) }
      if numbers.count == 3 {
        moment.year = numbers[2]
        moment.isShortYear = groups[2].count == 2
      }
    }
    let year = moment.isShortYear ? 2000 : moment.year ?? 2000
    guard let month = moment.month, let day = moment.day,
      CivilDate(year: year, month: month, day: day) != nil
    else { return nil }
    return .moment(moment)
  }

  /// `0800`, `10.30`: hours and minutes in one token.
  static func clock(_ arguments: Arguments) -> Meaning? {
    guard let item = arguments.items("token").first else { return nil }
    let token = arguments.document.tokens[Int(item.start)]
    let digits = arguments.document.article.text[token.range.bytes].filter { $0 != 0x2E }
    guard digits.count == 3 || digits.count == 4 else { return nil }
    let value = digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
    var moment = Moment()
    guard setClock(&moment, value / 100, value % 100, nil, arguments.text("pm")) else { return nil }
    if digits.count == 4, arguments.text("pm") == nil { moment.isHalfKnown = true }
    return .moment(moment)
  }

  /// `0915`: only a time of day begins with a zero.
  static func earlyClock(_ arguments: Arguments) -> Meaning? {
    guard let item = arguments.first("token") else { return nil }
    let range = arguments.document.tokens[Int(item.start)].range
    let text = arguments.document.article.text
    // "0.02" is none.
    guard range.count == 4, text[range.start] == 0x30, text[range.start + 1] != 0x2E else {
      return nil
    }
    return clock(arguments)
  }
}
