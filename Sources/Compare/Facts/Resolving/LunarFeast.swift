import Foundation

/// Feasts that go by the moon, in days of the civil calendar.
///
/// - `islamic:9-1` is a day of the tabular Islamic calendar; what is announced after a sighting may
///   be a day off, and the bounds say so.
/// - `tishri+9` counts from Rosh Hashanah, `passover+49` from Passover, `hanukkah+0` from Hanukkah:
///   the day, not its eve.
/// - `new-moon:1-21:8` is the first new moon from January 21 on, on clocks 8 hours east of UTC;
///   hours beyond a day move it to the evening before (`-12` is the evening, 5.5 hours east).
///
/// `~8` at the end of any is a feast of so many days.
enum LunarFeast {
  static func first(_ rule: Substring, in year: Int) -> CivilDate? {
    if rule.hasPrefix("islamic:") {
      let parts = rule.dropFirst(8).split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2 else { return nil }
      let near = (year - 622) * 33 / 32
      return (near - 1...near + 2).lazy.map { islamic($0, parts[0], parts[1]) }
        .first { $0.year == year }
    }
    if rule.hasPrefix("tishri+") { return newYear(year + 3761).adding(days: count(rule, 7)) }
    if rule.hasPrefix("passover+") || rule.hasPrefix("passover-") {
      return newYear(year + 3761).adding(days: count(rule, 8) - 163)
    }
    if rule.hasPrefix("hanukkah+") {
      let start = newYear(year + 3761)
      let length = newYear(year + 3762).serial - start.serial
      // The 25th of Kislev; the month before it has 30 days in the longest years.
      return start.adding(days: 54 + (length % 10 == 5 ? 30 : 29) + count(rule, 9))
    }
    if rule.hasPrefix("new-moon:") {
      let parts = rule.dropFirst(9).split(separator: ":")
      let day = parts[0].split(separator: "-").compactMap { Int($0) }
      guard parts.count == 2, day.count == 2, let hours = Double(parts[1]),
        let start = CivilDate(year: year, month: day[0], day: day[1])
      else { return nil }
      return newMoon(from: start, hours: hours)
    }
    return nil
  }

  private static func count(_ rule: Substring, _ prefix: Int) -> Int {
    Int(rule.dropFirst(prefix)) ?? 0
  }

  /// The tabular calendar: 30 years of 354 days, 11 of them a day longer.
  private static func islamic(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    let months = (59 * (month - 1) + 1) / 2
    let days = day + months + (year - 1) * 354 + (3 + 11 * year) / 30
    return CivilDate(serial: days + 1_948_439 - 2_440_588)
  }

  /// Rosh Hashanah of a Hebrew year (Dershowitz and Reingold, Calendrical Calculations).
  private static func newYear(_ year: Int) -> CivilDate {
    func elapsed(_ year: Int) -> Int {
      let months = (235 * year - 234) / 19
      let day = 29 * months + (12_084 + 13_753 * months) / 25_920
      return 3 * (day + 1) % 7 < 3 ? day + 1 : day
    }
    let (before, this, after) = (elapsed(year - 1), elapsed(year), elapsed(year + 1))
    let correction = after - this == 356 ? 2 : this - before == 382 ? 1 : 0
    return CivilDate(serial: this + correction - 1_373_427 - 719_163)
  }

  /// The day of the first new moon from a day on.
  private static func newMoon(from start: CivilDate, hours: Double) -> CivilDate {
    let years = (Double(start.serial) + 2_440_587.5 - 2_451_550.1) / 29.530588861
    var number = years.rounded(.down) - 1
    while true {
      let local = newMoon(number) - 2_440_587.5 + hours / 24
      let day = CivilDate(serial: Int(local.rounded(.down)))
      if day >= start { return day }
      number += 1
    }
  }

  /// Julian date of a new moon in universal time, good to some minutes (Meeus, chapter 49).
  private static func newMoon(_ k: Double) -> Double {
    let t = k / 1236.85
    func radians(_ degrees: Double) -> Double { degrees * .pi / 180 }
    let sun = radians(2.5534 + 29.1053567 * k)
    let moon = radians(201.5643 + 385.81693528 * k)
    let latitude = radians(160.7108 + 390.67050284 * k)
    return 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t
      - 0.40720 * sin(moon) + 0.17241 * sin(sun) + 0.01608 * sin(2 * moon)
      + 0.01039 * sin(2 * latitude) + 0.00739 * sin(moon - sun) - 0.00514 * sin(moon + sun)
      + 0.00208 * sin(2 * sun) - 0.00111 * sin(moon - 2 * latitude)
      - 0.0008
  }
}
