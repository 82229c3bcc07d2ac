/// Feasts that go by the moon, in days of the civil calendar.
///
/// - `islamic:9-1` is a day of the tabular Islamic calendar; what is announced after a sighting may
///   be a day off, and the bounds say so.
/// - `tishri+9` counts from Rosh Hashanah, `passover+49` from Passover, `hanukkah+0` from Hanukkah:
///   the day, not its eve.
/// - `shevat+14` counts from the first of Shevat; `iyar+4` from the first of Iyar, moved off the
///   sabbath and its neighbours as the days of remembrance are.
/// - `new-moon:1-21:8` is the first new moon from January 21 on, on clocks 8 hours east of UTC;
///   hours beyond a day move it to the evening before (`-12` is the evening, 5.5 hours east);
///   `8:14` at the end are days after it.
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
    if rule.hasPrefix("shevat+") {
      let start = newYear(year + 3760)
      // Two of the months before it have 29 or 30 days, by the length of the year.
      let months = [3: 58, 4: 59, 5: 60][(newYear(year + 3761).serial - start.serial) % 10] ?? 59
      return start.adding(days: 59 + months + count(rule, 7))
    }
    if rule.hasPrefix("iyar+") {
      let day = newYear(year + 3761).adding(days: 16 - 163 + count(rule, 5))
      return day.adding(days: [1: 1, 5: -1, 6: -2][day.weekday] ?? 0)
    }
    if rule.hasPrefix("new-moon:") {
      let parts = rule.dropFirst(9).split(separator: ":")
      let day = parts[0].split(separator: "-").compactMap { Int($0) }
      guard (2...3).contains(parts.count), day.count == 2, let hours = Double(parts[1]),
        let start = CivilDate(year: year, month: day[0], day: day[1])
      else { return nil }
      return newMoon(from: start, hours: hours)
        .adding(days: parts.count > 2 ? Int(parts[2]) ?? 0 : 0)
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
    var number = Ephemeris.newMoon(before: Double(start.serial) + Ephemeris.epoch)
    while true {
      let local = Ephemeris.newMoon(number) - Ephemeris.epoch + hours / 24
      let day = CivilDate(serial: Int(local.rounded(.down)))
      if day >= start { return day }
      number += 1
    }
  }
}
