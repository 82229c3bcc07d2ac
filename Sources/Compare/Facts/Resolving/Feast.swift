/// Days that are named instead of dated, found by rule.
///
/// `12-25` is a date, `11:4:4` the fourth Thursday of November (`-1` from the end; `11:1:1+1` the
/// day after the first Monday), `easter+1` counts from Western, `orthodox+1` from Eastern Easter
/// Sunday, `parsi` is the Parsi New Year. `<1` at the end is the last Monday up to that day, `=` the
/// working day nearest to it.
enum Feast {
  static func date(_ rule: String, in year: Int) -> CivilDate? {
    // The rules of the moon know no other years.
    guard (1...9999).contains(year) else { return nil }
    if rule.hasPrefix("easter") {
      return easter(year).adding(days: Int(rule.dropFirst(6)) ?? 0)
    }
    if rule.hasPrefix("orthodox") {
      return orthodoxEaster(year).adding(days: Int(rule.dropFirst(8)) ?? 0)
    }
    if let mark = rule.lastIndex(of: "<"), let weekday = Int(rule[rule.index(after: mark)...]) {
      let day = date(String(rule[..<mark]), in: year)
      return day.map { $0.adding(days: -(($0.weekday - weekday + 7) % 7)) }
    }
    if rule.hasSuffix("=") {
      let day = date(String(rule.dropLast()), in: year)
      return day.map { $0.adding(days: [6: -1, 7: 1][$0.weekday] ?? 0) }
    }
    if rule == "parsi" { return parsiNewYear(year) }
    let whole = rule.prefix { $0 != "~" }
    if let first = LunarFeast.first(whole, in: year) ?? IndianFeast.first(whole, in: year) {
      return first
    }
    if rule.contains(":") {
      let sides = rule.split(separator: "+")
      let counted = sides[0].split(separator: ":").compactMap { Int($0) }
      guard counted.count == 3 else { return nil }
      return weekday(counted[2], nth: counted[1], ofMonth: counted[0], in: year)?
        .adding(days: sides.count > 1 ? Int(sides[1]) ?? 0 : 0)
    }
    let parts = whole.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? CivilDate(year: year, month: parts[0], day: parts[1]) : nil
  }

  static func stretch(
    _ rule: String, _ moment: Moment, _ reference: CivilDate?, _ context: Context
  ) -> Resolver.Stretch? {
    first(rule, moment, reference, context).map { first in
      first.first.map { whole(rule, from: $0) } ?? first
    }
  }

  /// All days of the feast; of what is sighted, a day more on either side.
  private static func whole(_ rule: String, from first: CivilDate) -> Resolver.Stretch {
    var stretch = Resolver.Stretch.day(first)
    if let mark = rule.firstIndex(of: "~"), let days = Int(rule[rule.index(after: mark)...]) {
      let last = first.adding(days: days - 1)
      (stretch.value, stretch.last) = ("\(first)/\(last)", last)
    }
    if ["islamic", "hindu", "star"].contains(where: rule.hasPrefix) {
      stretch.first = stretch.first?.adding(days: -1)
      stretch.last = stretch.last?.adding(days: 1)
    }
    return stretch
  }

  private static func first(
    _ rule: String, _ moment: Moment, _ reference: CivilDate?, _ context: Context
  ) -> Resolver.Stretch? {
    if let year = moment.year { return date(rule, in: year).map { .day($0) } }
    guard let reference else {
      guard let sample = date(rule, in: 2000), rule.split(separator: "-").count == 2,
        !rule.contains(":"), !rule.contains("<"), !rule.contains("=")
      else {
        return .unresolved("XXXX")
      }
      return .unresolved("XXXX-\(sample.month.padded(2))-\(sample.day.padded(2))")
    }
    if moment.direction == nil, let sample = date(rule, in: reference.year),
      let told = context.year(of: sample.month, sample.day)
    {
      return date(rule, in: told).map { .day($0) }
    }
    let candidates = (-1...1).compactMap { date(rule, in: reference.year + $0) }
    switch moment.direction {
    case -1: return candidates.last { $0 < reference }.map { .day($0) }
    case 1: return candidates.first { $0 > reference }.map { .day($0) }
    // "this Christmas": the one that is coming, but for what is told of it.
    case 0 where context.tense != .past:
      return candidates.first { $0 >= reference }.map { .day($0) }
    default:
      return candidates.min {
        Resolver.distance($0, reference, context.tense)
          < Resolver.distance($1, reference, context.tense)
      }.map { .day($0) }
    }
  }

  /// New year of a calendar of 365 days, without leap days: August 17 in 2018.
  private static func parsiNewYear(_ year: Int) -> CivilDate? {
    guard let known = CivilDate(year: 2018, month: 8, day: 17) else { return nil }
    return known.adding(days: 365 * (year - 2018))
  }

  private static func weekday(
    _ weekday: Int, nth: Int, ofMonth month: Int, in year: Int
  ) -> CivilDate? {
    guard let first = CivilDate(year: year, month: month, day: 1) else { return nil }
    if nth > 0 { return first.adding(days: (weekday - first.weekday + 7) % 7 + 7 * (nth - 1)) }
    let last = first.adding(months: 1).adding(days: -1)
    return last.adding(days: -((last.weekday - weekday + 7) % 7) + 7 * (nth + 1))
  }

  /// Meeus's algorithm for the Julian calendar, in Gregorian days of the years 1900 to 2099.
  static func orthodoxEaster(_ year: Int) -> CivilDate {
    let d = (19 * (year % 19) + 15) % 30
    let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    let day = CivilDate(
      year: year, month: (d + e + 114) / 31, day: (d + e + 114) % 31 + 1)
    return (day ?? easter(year)).adding(days: 13)
  }

  /// Meeus, Jones and Butcher's algorithm for the Gregorian calendar.
  static func easter(_ year: Int) -> CivilDate {
    let a = year % 19
    let (b, c) = (year / 100, year % 100)
    let (d, e) = (b / 4, b % 4)
    let g = (8 * b + 13) / 25
    let h = (19 * a + b - d - g + 15) % 30
    let (i, k) = (c / 4, c % 4)
    let l = (32 + 2 * e + 2 * i - h - k) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let month = (h + l - 7 * m + 114) / 31
    let day = (h + l - 7 * m + 114) % 31 + 1
    return CivilDate(year: year, month: month, day: day) ?? CivilDate(serial: 0)
  }
}
