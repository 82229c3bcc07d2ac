/// A constructor that pattern files can name: `duration(n=n, unit=u)`.
struct Maker: Sendable {
  let parameters: [String]
  /// The first so many parameters must be given.
  let required: Int
  let make: @Sendable (Arguments) -> Meaning?

  init(
    _ parameters: [String], required: Int? = nil,
    make: @escaping @Sendable (Arguments) -> Meaning?
  ) {
    self.parameters = parameters
    self.required = required ?? parameters.count
    self.make = make
  }

  static let all: [String: Maker] = [
    "nothing": Maker([]) { _ in .nothing },
    // Numbers
    "digits": Maker(["n"], make: NumberMakers.digits),
    "spelled": Maker(["parts"], make: NumberMakers.spelled),
    "ordinal": Maker(["parts", "last"], required: 1, make: NumberMakers.ordinal),
    "scaled": Maker(["n", "scale"], make: NumberMakers.scaled),
    "scaled-range": Maker(
      ["n", "scale", "upper", "upper-scale"], make: NumberMakers.scaledRange),
    "fraction": Maker(
      ["bottom", "top", "whole", "sign", "scale"], required: 1, make: NumberMakers.fraction),
    "sum": Maker(["a", "b"], make: NumberMakers.sum),
    "decimal-comma": Maker(
      ["whole", "part", "scale"], required: 2, make: NumberMakers.decimalComma),
    "grouped": Maker(["n"], make: NumberMakers.grouped),
    "spaced": Maker(["parts"], make: NumberMakers.spaced),
    "grouped-by-two": Maker(["parts"], make: NumberMakers.groupedByTwo),
    "exponent": Maker(["n", "by"], make: NumberMakers.exponent),
    "scaled-fraction": Maker(
      ["n", "scale", "bottom", "top", "unit"], required: 3, make: NumberMakers.scaledFraction),
    "negative": Maker(["n", "scale"], required: 1, make: NumberMakers.negative),
    "point": Maker(["whole", "digits"], make: NumberMakers.point),
    "leading-point": Maker(["n"], make: NumberMakers.leadingPoint),
    "vague": Maker(["range", "scale"], required: 1, make: NumberMakers.vague),
    "loose": Maker(["range"], make: NumberMakers.loose),
    "mixed": Maker(["whole", "sign", "scale"], required: 2, make: NumberMakers.mixed),
    "exact": Maker(["n"], make: NumberMakers.exact),
    "spelled-year": Maker(["high", "low"], make: NumberMakers.spelledYear),
    // Values with units
    "percent": Maker(["n", "of", "unit"], required: 1, make: UnitMakers.percent),
    "basis-points": Maker(["n"], make: UnitMakers.basisPoints),
    "money": Maker(["n", "currency", "minor", "scale"], required: 2, make: UnitMakers.money),
    "quantity": Maker(["n", "unit", "inches"], required: 2, make: UnitMakers.quantity),
    "temperature": Maker(["n", "unit"], make: UnitMakers.temperature),
    "age-beside": Maker(["n"], make: UnitMakers.ageBeside),
    "age": Maker(["n", "unit"], make: UnitMakers.age),
    "age-range": Maker(["low", "high", "unit"], make: UnitMakers.ageRange),
    "temperature-below": Maker(["n", "unit"], required: 1, make: UnitMakers.temperatureBelow),
    "age-decade": Maker(["n"], make: UnitMakers.ageDecade),
    "duration": Maker(["n", "unit", "plus", "counted"], required: 2, make: UnitMakers.duration),
    "aged-duration": Maker(["unit", "n"], required: 1, make: UnitMakers.agedDuration),
    "fraction-duration": Maker(
      ["unit", "bottom", "whole"], required: 2, make: UnitMakers.fractionDuration),
    "hedged-duration": Maker(["n", "by", "unit"], make: UnitMakers.hedgedDuration),
    "duration-range": Maker(["low", "high", "unit"], make: UnitMakers.durationRange),
    "vague-duration": Maker(["unit", "counted"], required: 1, make: UnitMakers.vagueDuration),
    "worded-duration": Maker(["word"], make: UnitMakers.wordedDuration),
    "total-minutes": Maker(["hours", "n"], make: UnitMakers.totalMinutes),
    "total": Maker(["a", "b", "c", "d"], required: 2, make: UnitMakers.total),
    "hedge": Maker(["x", "by"], make: UnitMakers.hedge),
    "hedge-inside": Maker(["x", "by"], make: UnitMakers.hedgeInside),
    "bounded": Maker(["a", "b"], make: UnitMakers.bounded),
    "range": Maker(["low", "high", "kind"], required: 2, make: UnitMakers.range),
    // Times
    "date": Maker(
      [
        "year", "month", "day", "weekday", "season", "quarter", "half", "nth", "decade", "century",
        "short-year", "weekend", "bc", "fiscal", "hour", "minute", "second", "pm", "zone", "part",
        "direction", "unit", "count", "anaphoric", "reference", "mod", "feast", "week", "month-end",
        "around", "nth-last", "named", "overnight",
        "clock",
      ], required: 0, make: MomentMakers.date),
    "same": Maker(["years", "unit", "year"], required: 0, make: MomentMakers.same),
    "both-ordinals": Maker(
      ["a", "b", "plural", "year", "mod", "last-mod"], required: 3,
      make: MomentMakers.bothOrdinals),
    "back": Maker(["x"], make: MomentMakers.back),
    "ended": Maker(["x", "day", "direction"], required: 2, make: MomentMakers.ended),
    "further-days": Maker(["from", "day", "year"], required: 2, make: MomentMakers.furtherDays),
    "both-clocks": Maker(["a", "b", "day"], make: MomentMakers.bothClocks),
    "both": Maker(["a", "b"], make: MomentMakers.both),
    "weekday-from": Maker(
      ["weekday", "from", "sign", "n"], required: 3, make: MomentMakers.weekdayFrom),
    "interval-before-era": Maker(["from", "to"], make: MomentMakers.intervalBeforeEra),
    "whole": Maker(["x"]) { $0.meaning("x") },
    "only": Maker(["x"], make: MomentMakers.only),
    "clock-duration": Maker(["hour", "minute", "second"], make: UnitMakers.clockDuration),
    "further-weekdays": Maker(["set", "weekday"], make: MomentMakers.furtherWeekdays),
    "rate": Maker(["n", "unit"], make: MomentMakers.rate),
    "rate-of-time": Maker(["length", "set"], make: MomentMakers.rateOfTime),
    "habit": Maker(["x"], make: MomentMakers.habit),
    "year-month": Maker(["year", "month"], make: MomentMakers.yearMonth),
    "part-hour": Maker(["part", "hour"], make: MomentMakers.partHour),
    "merge": Maker(["a", "b", "c"], required: 2, make: MomentMakers.merge),
    "moved": Maker(["by", "sign", "from", "mod", "ahead"], required: 2, make: MomentMakers.moved),
    "with-mod": Maker(["x", "mod"], make: MomentMakers.withMod),
    "interval": Maker(["from", "to"], make: MomentMakers.interval),
    "clock-before": Maker(
      ["hour", "minutes", "sign", "pm", "named"], required: 3, make: MomentMakers.clockBefore),
    "slashed": Maker(["a", "b", "year", "sure"], required: 2, make: MomentMakers.slashed),
    "dotted": Maker(["token"], make: MomentMakers.dotted),
    "clock": Maker(["token", "pm"], required: 1, make: MomentMakers.clock),
    "early-clock": Maker(["token"], make: MomentMakers.earlyClock),
    "decade": Maker(["year"], make: MomentMakers.decade),
    "half-day": Maker(["x", "pm"], make: MomentMakers.halfDay),
    "zoned": Maker(
      ["zone", "time", "token", "sign", "offset"], required: 1, make: MomentMakers.zoned),
    "with-weekday": Maker(["x", "weekday"], make: MomentMakers.withWeekday),
    "with-day": Maker(["x", "day"], make: MomentMakers.withDay),
    "with-part": Maker(["x", "part", "mod"], required: 2, make: MomentMakers.withPart),
    "night-to": Maker(["day"], make: MomentMakers.nightTo),
    "hour-part": Maker(["hour", "part", "minute"], required: 2, make: MomentMakers.hourPart),
    "hour": Maker(["hour"], make: MomentMakers.hour),
    "day-hour": Maker(["day", "hour"], make: MomentMakers.dayHour),
    "counted": Maker(["a", "b"], make: MomentMakers.counted),
    "day-of": Maker(["month", "day", "from"], required: 1, make: MomentMakers.dayOf),
    "interval-day": Maker(["from", "day", "year"], required: 2, make: MomentMakers.intervalDay),
    "interval-from-day": Maker(
      ["day", "to", "wraps"], required: 2, make: MomentMakers.intervalFromDay),
    "interval-in-month": Maker(
      ["month", "from", "to", "year"], required: 3, make: MomentMakers.intervalInMonth),
    "interval-hours": Maker(
      ["to", "from", "start", "day", "sure"], required: 1, make: MomentMakers.intervalHours),
    "slashed-pair": Maker(
      ["a", "b", "c", "d", "year"], required: 4, make: MomentMakers.slashedPair),
    "month-of": Maker(["year", "month"], make: MomentMakers.monthOf),
    "with-half": Maker(["x", "half"], make: MomentMakers.withHalf),
    "beside": Maker(["from", "days"], make: MomentMakers.beside),
    "ago-today": Maker(["x", "day"], make: MomentMakers.agoToday),
    "weekday-ago": Maker(["n", "weekday", "sign"], make: MomentMakers.weekdayAgo),
    "interval-from-month": Maker(["month", "to"], make: MomentMakers.intervalFromMonth),
    "interval-day-hours": Maker(
      ["day", "to", "hour", "from"], required: 2, make: MomentMakers.intervalDayHours),
    "interval-year": Maker(["from", "year"], make: MomentMakers.intervalYear),
    "interval-years": Maker(["from", "to"], make: MomentMakers.intervalYears),
    "interval-hour": Maker(["hour", "to"], make: MomentMakers.intervalHour),
    "stretch": Maker(["x"], make: UnitMakers.stretch),
    "every-weekday": Maker(
      ["weekday", "part", "weekend", "working", "day"], required: 0,
      make: MomentMakers.everyWeekday),
    "every-clock": Maker(["set", "clock", "hour"], required: 1, make: MomentMakers.everyClock),
    "every": Maker(["unit", "n"], required: 1, make: MomentMakers.every),
    "every-one": Maker(["x"], make: MomentMakers.everyOne),
  ]
}
