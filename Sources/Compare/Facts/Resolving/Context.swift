/// What a moment is resolved against.
struct Context: Sendable {
  enum Tense: Sendable {
    /// `surelyPast`: the verb stands beside the moment; `surelyFuture`: it was announced ("will"),
    /// where histories have "would".
    case past, surelyPast, future, surelyFuture, unknown

    var isPast: Bool { self == .past || self == .surelyPast }

    var isFuture: Bool { self == .future || self == .surelyFuture }
  }

  var published: PublicationDate?
  var tense = Tense.unknown
  /// The day last spoken of, for "the next day".
  var last: CivilDate?
  /// TIMEX3 value of what was last spoken of, for "the same month a year earlier".
  var lastValue: String?
  /// The last one that was a single day.
  var lastDay: CivilDate?
  /// The last single day that the sentence names: "on Friday … in the afternoon".
  var sentenceDay: CivilDate?
  /// TIMEX3 value of the last one that was a month, a quarter or a half of a year.
  var lastPeriod: String?
  /// The time of day last told, with its day ("at noon on Friday"): "two hours later" is after it.
  var lastClock: (day: CivilDate, minutes: Int)?
  /// Whether the article's dates in figures have the day before the month ("18/3/2025"); `nil`
  /// where none of them tells.
  var isDayFirst: Bool?
  /// The year that the text tells of, where it is far from the publication.
  var narrativeYear: Int?

  /// What "the day before" counts from: what was last spoken of, but a day rather than a year.
  func told(asDay: Bool) -> CivilDate? {
    if asDay, let lastValue, CivilDate(iso: lastValue.prefix(10)) == nil {
      return lastDay ?? (narrativeYear == nil ? published?.day : last)
    }
    return last ?? published?.day
  }

  /// The year in which a day of the year lies that a narrative names without one: that of the day
  /// told before, or a neighbouring year if that makes it nearer; `nil` outside of narratives.
  func year(of month: Int, _ day: Int) -> Int? {
    guard narrativeYear != nil, tense != .surelyFuture else { return nil }
    guard let last, let lastValue else { return narrativeYear }
    // After a bare year the narrative stays in it.
    guard lastValue.utf8.count > 4 else { return last.year }
    let candidates = (-1...1).compactMap {
      CivilDate(year: last.year + $0, month: month, day: min(day, 28))
    }
    return candidates.min { abs($0.serial - last.serial) < abs($1.serial - last.serial) }?.year
  }
}
