/// Makers of what comes back, and of values that stand side by side.
extension MomentMakers {
  static func every(_ arguments: Arguments) -> Meaning? {
    guard let unit = arguments.unit("unit") else { return nil }
    let span = Span(arguments.amount("n") ?? Amount(1), unit)
    return .recurring(value: span.value, bounds: span.bounds)
  }

  /// "every Monday and Thursday": both come back every week.
  static func furtherWeekdays(_ arguments: Arguments) -> Meaning? {
    guard let set = arguments.meaning("set"), case .recurring(let value, let bounds) = set,
      let first = arguments.first("set"), value.hasPrefix("XXXX-WXX-"), value.utf8.count == 10
    else { return nil }
    var parts = [MeaningItem(item: first, meaning: set)]
    for item in arguments.items("weekday") {
      guard item.meaning >= 0, case .moment(let moment) = arguments.meanings[Int(item.meaning)],
        let weekday = moment.weekday, moment.direction == nil, moment.shift == nil,
        moment.month == nil, moment.day == nil, moment.nth == nil, !moment.isTime
      else { return nil }
      parts.append(
        MeaningItem(item: item, meaning: .recurring(value: "XXXX-WXX-\(weekday)", bounds: bounds)))
    }
    return .several(parts)
  }

  /// The value alone, without the words around it that the pattern needs.
  static func only(_ arguments: Arguments) -> Meaning? {
    guard let item = arguments.first("x"), let meaning = arguments.meaning("x") else { return nil }
    return .several([MeaningItem(item: item, meaning: meaning)])
  }

  /// "500 cars a day": so many in each.
  static func rate(_ arguments: Arguments) -> Meaning? {
    guard let number = arguments.meaning("n"), let count = arguments.first("n"),
      let span = arguments.span("unit"), let unit = arguments.first("unit"),
      span.mod == nil, span.parts.count == 1, span.parts[0].amount.value == 1, !span.isCounted,
      unit.end == unit.start + 2
    else { return nil }
    let each = Meaning.recurring(value: span.value, bounds: span.bounds)
    return .several([
      MeaningItem(item: count, meaning: number), MeaningItem(item: unit, meaning: each),
    ])
  }

  /// "Three days a week": what comes back with the week, and how long it lasts.
  static func rateOfTime(_ arguments: Arguments) -> Meaning? {
    guard let length = arguments.span("length"), let first = arguments.first("length"),
      let set = arguments.meaning("set"), let last = arguments.first("set"), !length.isCounted,
      case .recurring(_, let bounds) = set, let high = length.bounds.high, let low = bounds.low,
      high < low
    else { return nil }
    let whole = Item(symbol: first.symbol, start: first.start, end: last.end)
    return .several([
      MeaningItem(item: whole, meaning: set),
      MeaningItem(item: first, meaning: .duration(length)),
    ])
  }

  /// "They move at night": of no night in particular.
  static func habit(_ arguments: Arguments) -> Meaning? {
    guard let moment = arguments.moment("x"), moment.part == "NI", !moment.isDay,
      moment.shift == nil, moment.weekday == nil, moment.month == nil, moment.day == nil,
      moment.mod == nil
    else { return nil }
    return .recurring(value: "XXXX-XX-XXTNI", bounds: Bounds(low: nil, high: nil))
  }

  static func everyOne(_ arguments: Arguments) -> Meaning? {
    guard let moment = arguments.moment("x"), moment.year == nil, moment.shift == nil,
      moment.direction == nil, moment.decade == nil, moment.century == nil,
      moment.reference == nil
    else { return nil }
    var value = "XXXX"
    if let feast = moment.feast {
      // Only feasts of a fixed day have one name for all years.
      let parts = feast.split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2, feast.utf8.allSatisfy({ $0 < 0x3A }) else { return nil }
      value += "-" + parts[0].padded(2) + "-" + parts[1].padded(2)
    } else if let weekday = moment.weekday {
      value += "-WXX-\(weekday)"
    } else if moment.isWeekend {
      value += "-WXX-WE"
    } else if let month = moment.month {
      value += "-" + month.padded(2)
      if let day = moment.day { value += "-" + day.padded(2) }
    } else if let season = moment.season {
      value += "-" + season
    } else {
      value += "-XX-XX"
    }
    if let hour = moment.hour {
      value += "T" + hour.padded(2) + ":" + (moment.minute ?? 0).padded(2)
    } else if let part = moment.part {
      value += "T" + part
    }
    return .recurring(value: value, bounds: Bounds(low: nil, high: nil))
  }

  /// "on Mondays", "Tuesday afternoons", "mornings", "weekends", "the 19th of every month".
  static func everyWeekday(_ arguments: Arguments) -> Meaning? {
    var value = arguments.int("weekday").map { "XXXX-WXX-\($0)" } ?? "XXXX-XX-XX"
    if arguments.text("weekend") != nil { value = "XXXX-WXX-WE" }
    if arguments.text("working") != nil { value = "XXXX-WXX-WD" }
    if let day = arguments.int("day") { value = "XXXX-XX-" + day.padded(2) }
    if let part = arguments.text("part") { value += "T" + part }
    return .recurring(value: value, bounds: Bounds(low: nil, high: nil))
  }

  /// A repetition with its hour: "every Monday at 4 p.m.".
  static func everyClock(_ arguments: Arguments) -> Meaning? {
    guard case .recurring(let value, let bounds) = arguments.meaning("set") else { return nil }
    var moment = arguments.moment("clock") ?? Moment()
    if let hour = arguments.int("hour") {
      guard (1...24).contains(hour) else { return nil }
      moment.hour = hour
      // "every night at 9"
      if let part = ["NI", "EV", "AF", "MO"].first(where: { value.hasSuffix("T" + $0) }) {
        moment.part = part
        guard let settled = moment.settlingHalf() else { return nil }
        moment = settled
      }
    }
    guard let hour = moment.hour, moment.day == nil, moment.shift == nil, moment.weekday == nil
    else { return nil }
    let clock = "T" + hour.padded(2) + ":" + (moment.minute ?? 0).padded(2)
    if value == "P1D" || value.hasPrefix("XXXX-XX-XXT") {
      return .recurring(value: clock, bounds: bounds)
    }
    guard value.hasPrefix("XXXX-WXX-") else { return nil }
    return .recurring(value: value.prefix { $0 != "T" } + clock, bounds: bounds)
  }
}
