/// Makers of several moments that stand side by side and tell of one another.
extension MomentMakers {
  /// "the second and third quarters of 2012", "the late 19th and early 20th centuries".
  static func bothOrdinals(_ arguments: Arguments) -> Meaning? {
    guard let first = arguments.first("a"), let second = arguments.first("b"),
      let plural = arguments.first("plural"), let unit = arguments.unit("plural"),
      let a = arguments.int("a"), let b = arguments.int("b"), a != b
    else { return nil }
    func part(
      _ number: Int, _ name: ParameterName, _ start: Int32, to end: Int32, _ symbol: Int32
    ) -> MeaningItem? {
      var moment = Moment()
      switch unit {
      case .quarter where (1...4).contains(number): moment.quarter = number
      case .century where (1...21).contains(number): moment.century = number
      default: return nil
      }
      moment.year = unit == .quarter ? arguments.int("year") : nil
      moment.mod = arguments.text(name).flatMap { Modifier(rawValue: $0) }
      return MeaningItem(
        item: Item(symbol: symbol, start: start, end: end), meaning: .moment(moment))
    }
    let end = (arguments.first("year") ?? plural).end
    guard
      let one = part(
        a, "mod", (arguments.first("mod") ?? first).start, to: first.end, first.symbol),
      let other = part(
        b, "last-mod", (arguments.first("last-mod") ?? second).start, to: end, second.symbol)
    else { return nil }
    return .several([one, other])
  }

  /// "at 14:25 EST (1925 GMT) Friday": one moment in two zones.
  static func bothClocks(_ arguments: Arguments) -> Meaning? {
    guard let a = arguments.moment("a"), let b = arguments.moment("b"), b.zone != nil,
      let day = arguments.moment("day"), !day.isTime, let whole = day.merged(with: a),
      let other = day.merged(with: b), var clock = arguments.first("a"),
      let second = arguments.first("b"), let date = arguments.first("day")
    else { return nil }
    let elsewhere = MeaningItem(item: second, meaning: .moment(other))
    if date.start > second.start {
      return .several([
        MeaningItem(item: clock, meaning: .moment(whole)), elsewhere,
        MeaningItem(item: date, meaning: .moment(day)),
      ])
    }
    (clock.start, clock.end) = (min(clock.start, date.start), max(clock.end, date.end))
    return .several([MeaningItem(item: clock, meaning: .moment(whole)), elsewhere])
  }

  /// "it ended June 30": the last one.
  static func back(_ arguments: Arguments) -> Meaning? {
    guard var moment = arguments.moment("x"), moment.direction == nil else { return nil }
    moment.direction = -1
    return .moment(moment)
  }

  /// "the quarter ended June 30": the one that ends on that day.
  static func ended(_ arguments: Arguments) -> Meaning? {
    guard var whole = arguments.moment("x"),
      whole.shift?.unit == .quarter || whole.quarter != nil && whole.year == nil, whole.mod == nil,
      var day = arguments.moment("day"), let month = day.month, month % 3 == 0, day.day ?? 31 >= 28,
      let first = arguments.first("x"), let last = arguments.first("day")
    else { return nil }
    if let quarter = whole.quarter, quarter != month / 3 { return nil }
    if day.year == nil, day.direction == nil { day.direction = arguments.int("direction") }
    whole.shift = nil
    (whole.year, whole.quarter, whole.direction) = (day.year, month / 3, day.direction)
    whole.isAnaphoric = false
    return .several([
      MeaningItem(item: first, meaning: .moment(whole)),
      MeaningItem(item: last, meaning: .moment(day)),
    ])
  }

  /// "March 3, 4 and 5": all of that month.
  static func furtherDays(_ arguments: Arguments) -> Meaning? {
    guard var from = arguments.moment("from"), let first = arguments.first("from"),
      let month = from.month, var last = from.day, !from.isTime, from.around == nil
    else { return nil }
    from.weekday = nil
    if let year = arguments.moment("year")?.year {
      guard from.year == nil else { return nil }
      from.year = year
    }
    var parts = [MeaningItem(item: first, meaning: .moment(from))]
    let items = arguments.items("day")
    for (number, day) in zip(items, arguments.numbers("day")) {
      guard let day, day == day.rounded(), day > Double(last), day <= 31,
        CivilDate(year: from.year ?? 2000, month: month, day: Int(day)) != nil
      else { return nil }
      last = Int(day)
      var moment = from
      moment.day = last
      var item = number
      if number.start == items.last?.start, let year = arguments.first("year") {
        item.end = year.end
      }
      parts.append(MeaningItem(item: item, meaning: .moment(moment)))
    }
    return .several(parts)
  }

  /// "in April and June 2012", "May 3 and June 5, 2012": the year stands once, at the end; "the
  /// 3rd and 4th of May": so does the month.
  static func both(_ arguments: Arguments) -> Meaning? {
    guard var a = arguments.moment("a"), let b = arguments.moment("b"),
      let first = arguments.first("a"), let last = arguments.first("b"),
      a.year == nil, a.shift == nil, a.direction == nil, a.weekday == nil, !a.isTime, !b.isTime,
      a.feast == nil, b.feast == nil, a.decade == nil, a.century == nil, a.nth == nil
    else { return nil }
    if a.month == nil, let one = a.day, let month = b.month, let other = b.day, one < other,
      a.around == nil
    {
      (a.month, a.year, a.isAnaphoric) = (month, b.year, false)
      return .several([
        MeaningItem(item: first, meaning: .moment(a)), MeaningItem(item: last, meaning: .moment(b)),
      ])
    }
    guard let year = b.year, !b.isShortYear else { return nil }
    let hasMonths = a.month != nil && b.month != nil && (a.day == nil) == (b.day == nil)
    let hasSeasons = a.season != nil && b.season != nil
    let hasQuarters = a.quarter != nil && b.quarter != nil || a.half != nil && b.half != nil
    guard hasMonths || hasSeasons || hasQuarters else { return nil }
    a.year = year
    a.isBC = b.isBC
    a.isFiscal = b.isFiscal
    // "December and January 2013", "autumn and spring 1990"
    if let one = a.month, let other = b.month, one > other { a.year = year - 1 }
    return .several([
      MeaningItem(item: first, meaning: .moment(a)), MeaningItem(item: last, meaning: .moment(b)),
    ])
  }
}
