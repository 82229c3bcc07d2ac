/// Feasts of the Indian calendars, in days of the civil calendar; clocks are 5.5 hours east of UTC.
///
/// - `hindu:7-30@18` is the 30th lunar day of the seventh month (Chaitra is the first; months begin
///   with the new moon, and one that is put in between has no feasts): the day on which that lunar
///   day runs at 18:00. Almanacs of other places and schools may be a day off, and the bounds say so.
/// - `sun:270@18` is the day on which the sun has come to that longitude among the stars by 18:00.
/// - `star:280:120@6` is the day on which, at 6:00, the moon has come to the first longitude while
///   the sun is within 30 degrees of the second.
///
/// `+1` or `-1` at the end is the day after or before.
enum IndianFeast {
  static func first(_ rule: Substring, in year: Int) -> CivilDate? {
    guard let colon = rule.firstIndex(of: ":"), let at = rule.firstIndex(of: "@") else {
      return nil
    }
    let name = rule[..<colon]
    let parts = rule[rule.index(after: colon)..<at].split { $0 == "-" || $0 == ":" }
      .compactMap { Int($0) }
    let time = rule[rule.index(after: at)...]
    let end = time.firstIndex { $0 == "+" || $0 == "-" } ?? time.endIndex
    guard let hour = Double(time[..<end]) else { return nil }
    let day: CivilDate? =
      switch (name, parts.count) {
      case ("hindu", 2): lunarDay(parts[1], of: parts[0], at: hour, in: year)
      case ("sun", 1): sun(at: Double(parts[0]), hour: hour, in: year)
      case ("star", 2):
        star(moon: Double(parts[0]), sun: Double(parts[1]), hour: hour, in: year)
      default: nil
      }
    return day?.adding(days: Int(time[end...]) ?? 0)
  }

  /// The moment at which clocks show that hour of a day.
  private static func moment(_ day: CivilDate, _ hour: Double) -> Double {
    Double(day.serial) + Ephemeris.epoch + (hour - 5.5) / 24
  }

  private static func civil(_ moment: Double) -> CivilDate {
    CivilDate(serial: Int((moment - Ephemeris.epoch + 5.5 / 24).rounded(.down)))
  }

  /// The sun's longitude among the stars.
  private static func sidereal(_ date: Double) -> Double {
    Ephemeris.turn(Ephemeris.sun(date) - Ephemeris.precession(date))
  }

  private static func lunarDay(
    _ number: Int, of month: Int, at hour: Double, in wanted: Int
  ) -> CivilDate? {
    // A month has the name of the sign that the sun enters in it.
    func sign(_ moon: Double) -> Int { Int(sidereal(Ephemeris.newMoon(moon)) / 30) }
    for year in [wanted - 1, wanted] {
      // Its new moon lies within a fortnight of here, or not much farther.
      guard let first = CivilDate(year: year, month: 3, day: 29) else { return nil }
      let near = Double(first.serial) + 30.4 * Double(month - 1) + Ephemeris.epoch
      let begin = Ephemeris.newMoon(before: near)
      for moon in stride(from: begin, through: begin + 3, by: 1)
      where sign(moon) == (month + 10) % 12 && sign(moon + 1) != sign(moon) {
        let found = day(number, after: Ephemeris.newMoon(moon), hour)
        if found.year == wanted { return found }
      }
    }
    return nil
  }

  /// The first day on which, at that hour, the lunar day has begun; the one before when it is over.
  private static func day(_ number: Int, after newMoon: Double, _ hour: Double) -> CivilDate {
    let first = civil(newMoon)
    // A lunar day is at most a tenth shorter than a day.
    for days in max(0, number * 9 / 10 - 2)...31 {
      let day = first.adding(days: days)
      let date = moment(day, hour)
      guard date > newMoon else { continue }
      var ahead = Ephemeris.elongation(date)
      if days <= 2, ahead > 300 { ahead = 0 }
      if days >= 28, ahead < 60 { ahead = 360 }
      guard ahead >= 12 * Double(number - 1) else { continue }
      return ahead < 12 * Double(number) ? day : day.adding(days: -1)
    }
    return first
  }

  private static func sun(at degrees: Double, hour: Double, in year: Int) -> CivilDate? {
    guard let start = CivilDate(year: year, month: 1, day: 1) else { return nil }
    // How far behind the sun is on New Year's Day tells the day but for some.
    let behind = Ephemeris.turn(degrees - sidereal(moment(start, hour)))
    let near = start.adding(days: Int(behind / 0.9856) - 4)
    return (0...9).lazy.map { near.adding(days: $0) }
      .first { Ephemeris.turn(sidereal(moment($0, hour)) - degrees) < 180 }
  }

  private static func star(
    moon: Double, sun degrees: Double, hour: Double, in year: Int
  ) -> CivilDate? {
    guard let start = sun(at: degrees, hour: hour, in: year) else { return nil }
    return (0...30).map { start.adding(days: $0) }.last {
      let date = moment($0, hour)
      return Ephemeris.turn(
        Ephemeris.moon(date) - Ephemeris.precession(date) - moon) < 360 / 27
    }
  }
}
