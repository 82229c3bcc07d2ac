/// Makers of values with units, and what hedges and ranges do to them.
enum UnitMakers {
  static func percent(_ arguments: Arguments) -> Meaning? {
    guard var amount = arguments.amount("n") else { return nil }
    if let of = arguments.number("of") {
      guard shares.contains(of), amount.value <= of, amount.upper == nil else { return nil }
      // "four in ten" is a rounding to the next of ten.
      return .percent(Amount(amount.value / of * 100).rounded(to: 100 / of * 0.98), unit: nil)
    }
    // A whole percentage stands for all that round to it.
    if amount.isWhole, amount.upper == nil, !amount.isVague {
      amount = amount.rounded(to: NumberMakers.roundingWidth)
    }
    return .percent(amount, unit: arguments.text("unit"))
  }

  /// "25 basis points": hundredths of a percentage point.
  static func basisPoints(_ arguments: Arguments) -> Meaning? {
    arguments.amount("n").map { .percent($0.scaled(0.01), unit: nil) }
  }

  /// Of how many a share is told ("four in 10"); others are more often a year or a house number.
  private static let shares: Set<Double> = [
    2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 100, 200, 250, 500, 1000, 10_000,
    100_000,
  ]

  static func money(_ arguments: Arguments) -> Meaning? {
    guard let currency = arguments.text("currency") else { return nil }
    if case .money(let amount, let known) = arguments.meaning("n") {
      // "$5 million Canadian", "US$ 3 and 14 cents".
      if let minor = arguments.number("minor"), amount.upper == nil {
        guard minor < 100 else { return nil }
        return .money(Amount(amount.value + minor / 100), currency: known)
      }
      return .money(amount, currency: currency)
    }
    guard var amount = arguments.amount("n") else { return nil }
    if let scale = arguments.number("scale") {
      amount = amount.scaled(scale).rounded(to: scale / 10)
    }
    if let minor = arguments.number("minor") {
      guard minor < 100, amount.isWhole else { return nil }
      return .money(Amount(amount.value + minor / 100), currency: currency)
    }
    return .money(amount, currency: currency)
  }

  static func quantity(_ arguments: Arguments) -> Meaning? {
    guard let amount = arguments.amount("n"), let unit = arguments.text("unit") else { return nil }
    if let inches = arguments.number("inches") {
      guard unit == "foot", amount.isWhole, (0..<12).contains(inches) else { return nil }
      return .quantity(Amount(amount.value + inches / 12), unit: unit)
    }
    return .quantity(amount, unit: unit)
  }

  static func temperature(_ arguments: Arguments) -> Meaning? {
    guard let amount = arguments.amount("n"), let unit = arguments.text("unit") else { return nil }
    return .temperature(amount, unit: unit)
  }

  /// "20 below zero".
  static func temperatureBelow(_ arguments: Arguments) -> Meaning? {
    arguments.amount("n").map {
      .temperature($0.scaled(-1), unit: arguments.text("unit") ?? "degree")
    }
  }

  static func age(_ arguments: Arguments) -> Meaning? {
    if case .duration(let span) = arguments.meaning("n") {
      guard span.parts.count == 1 else { return nil }
      let unit = span.parts[0].unit.rawValue
      return .age(span.parts[0].amount, unit: unit.prefix(1).uppercased() + unit.dropFirst())
    }
    guard let amount = arguments.amount("n"), let unit = arguments.text("unit") else { return nil }
    return .age(amount, unit: unit)
  }

  /// "Ann Poe, 43, won": of an adult, most likely.
  static func ageBeside(_ arguments: Arguments) -> Meaning? {
    guard let amount = arguments.amount("n"), (10...110).contains(amount.value) else { return nil }
    return .age(amount, unit: "Year")
  }

  /// "18- to 24-year-olds".
  static func ageRange(_ arguments: Arguments) -> Meaning? {
    guard let low = arguments.amount("low"), let high = arguments.amount("high"),
      let unit = arguments.text("unit")
    else { return nil }
    return Amount(from: low, to: high).map { .age($0, unit: unit) }
  }

  /// "in his fifties": any of ten ages.
  static func ageDecade(_ arguments: Arguments) -> Meaning? {
    guard let first = arguments.number("n"), (10...90).contains(first) else { return nil }
    var amount = Amount(first)
    amount.bounds = Bounds(low: first, high: first + 9)
    return .age(amount, unit: "Year")
  }

  static func duration(_ arguments: Arguments) -> Meaning? {
    guard var amount = arguments.amount("n"), let unit = arguments.unit("unit"), amount.value >= 0
    else { return nil }
    if let plus = arguments.number("plus") {
      amount = Amount(amount.value + plus)
      amount.bounds = Bounds(exactly: amount.value)
    }
    if !amount.isWhole, amount.bounds.low == amount.bounds.high {
      amount = amount.rounded(to: 0.1)
    }
    var span = Span(amount, unit)
    span.isCounted = arguments.text("counted") != nil
    return .duration(span)
  }

  /// "a decade-old deal", "a two-century-old tree".
  static func agedDuration(_ arguments: Arguments) -> Meaning? {
    guard let unit = arguments.unit("unit") else { return nil }
    if !arguments.items("n").isEmpty, arguments.amount("n") == nil { return nil }
    return .duration(Span(arguments.amount("n") ?? Amount(1), unit))
  }

  /// "15-plus years", "20-odd years".
  static func hedgedDuration(_ arguments: Arguments) -> Meaning? {
    guard let amount = arguments.amount("n"), let unit = arguments.unit("unit"),
      let name = arguments.text("by"), let hedge = arguments.grammar.tables.hedges[name]
    else { return nil }
    return .duration(Span(apply(hedge, amount), unit))
  }

  /// "in 2:04:15": hours, minutes and seconds of a race.
  static func clockDuration(_ arguments: Arguments) -> Meaning? {
    guard let hour = arguments.amount("hour"), let minute = arguments.amount("minute"),
      let second = arguments.amount("second"), minute.value < 60, second.value < 60,
      let hours = Span(Span(hour, .hour), and: Span(minute, .minute))
    else { return nil }
    return Span(hours, and: Span(second, .second)).map { .duration($0) }
  }

  /// "a two- to three-year sentence".
  static func durationRange(_ arguments: Arguments) -> Meaning? {
    guard let low = arguments.amount("low"), let high = arguments.amount("high"),
      let unit = arguments.unit("unit")
    else { return nil }
    return Amount(from: low, to: high).map { .duration(Span($0, unit)) }
  }

  /// "a year and a half", "two years and a quarter".
  static func fractionDuration(_ arguments: Arguments) -> Meaning? {
    guard let unit = arguments.unit("unit"), let bottom = arguments.number("bottom"), bottom > 0
    else {
      return nil
    }
    let amount = Amount((arguments.number("whole") ?? 1) + 1 / bottom)
    return .duration(Span(amount.rounded(to: 0.1), unit))
  }

  /// A length in one word, which a lexicon gives as `number~unit` ("zweitägig": `2~day`).
  static func wordedDuration(_ arguments: Arguments) -> Meaning? {
    guard let parts = arguments.text("word")?.split(separator: "~"), parts.count == 2,
      let number = Double(parts[0]), let unit = TimeUnit(rawValue: String(parts[1]))
    else { return nil }
    let amount = Amount(number)
    return .duration(Span(amount.isWhole ? amount : amount.rounded(to: 0.1), unit))
  }

  /// "weeks", "decades": more than one.
  static func vagueDuration(_ arguments: Arguments) -> Meaning? {
    guard let unit = arguments.unit("unit") else { return nil }
    var span = Span(Amount(vague: 2, low: 2, high: nil), unit)
    span.isCounted = arguments.text("counted") != nil
    return .duration(span)
  }

  static func total(_ arguments: Arguments) -> Meaning? {
    guard let a = arguments.span("a"), let b = arguments.span("b"),
      let last = a.parts.last, let next = b.parts.first,
      last.unit.seconds.low > next.unit.seconds.low, !a.isVague, !b.isVague,
      next.amount.value * next.unit.seconds.low < last.unit.seconds.high * 2,
      // "three years, two hours before the strike" are two lengths.
      last.unit.seconds.low < TimeUnit.month.seconds.low || !next.unit.timex.isClock,
      var sum = Span(a, and: b)
    else { return nil }
    for name: ParameterName in ["c", "d"] {
      guard let part = arguments.span(name) else { break }
      guard let whole = Span(sum, and: part) else { return nil }
      sum = whole
    }
    return .duration(sum)
  }

  /// "two hours and ten": minutes go without saying.
  static func totalMinutes(_ arguments: Arguments) -> Meaning? {
    guard let hours = arguments.span("hours"), hours.parts.count == 1, hours.parts[0].unit == .hour,
      hours.parts[0].amount.isWhole, !hours.isVague, let minutes = arguments.amount("n"),
      minutes.value < 60
    else { return nil }
    return Span(hours, and: Span(minutes, .minute)).map { .duration($0) }
  }

  /// "the last two weeks".
  static func stretch(_ arguments: Arguments) -> Meaning? {
    guard var span = arguments.span("x") else { return nil }
    span.isCounted = true
    return .duration(span)
  }

  // MARK: Hedges

  /// "topped 3,000": the verb bounds the number, but is no part of it.
  static func hedgeInside(_ arguments: Arguments) -> Meaning? {
    guard let item = arguments.first("x"), let meaning = hedge(arguments) else { return nil }
    return .several([MeaningItem(item: item, meaning: meaning)])
  }

  static func hedge(_ arguments: Arguments) -> Meaning? {
    guard let name = arguments.text("by"), let hedge = arguments.grammar.tables.hedges[name] else {
      return nil
    }
    switch arguments.meaning("x") {
    case .number(let amount, let form):
      return .number(apply(hedge, amount), form.union(.hedged).subtracting(.silent))
    case .percent(let amount, let unit): return .percent(apply(hedge, amount), unit: unit)
    case .money(let amount, let currency): return .money(apply(hedge, amount), currency: currency)
    case .quantity(let amount, let unit): return .quantity(apply(hedge, amount), unit: unit)
    case .temperature(let amount, let unit): return .temperature(apply(hedge, amount), unit: unit)
    case .age(let amount, let unit): return .age(apply(hedge, amount), unit: unit)
    case .duration(var span):
      // "over the last two weeks" is not longer than they are.
      if span.isCounted, hedge.mod == .moreThan { return nil }
      span.mod = hedge.mod ?? span.mod
      span.bounds = widened(span.bounds, hedge)
      return .duration(span)
    case .moment(var moment):
      // More than two years ago is before that day.
      let isBack = moment.isMoved && (moment.shift?.count ?? 0) < 0
      switch hedge.mod {
      case .moreThan, .equalOrMore: moment.mod = isBack ? .before : .after
      case .lessThan, .equalOrLess: moment.mod = isBack ? .after : .before
      default: moment.mod = hedge.mod ?? moment.mod
      }
      return .moment(moment)
    default: return nil
    }
  }

  private static func apply(_ hedge: NormalizationFile.Hedge, _ amount: Amount) -> Amount {
    var result = amount
    result.mod = hedge.mod ?? amount.mod
    result.bounds = widened(amount.bounds, hedge)
    return result
  }

  /// The bounds that a hedge leaves: its factors of the value, but never narrower than the value's
  /// own rounding on a side that the hedge widens.
  static func widened(_ bounds: Bounds, _ hedge: NormalizationFile.Hedge) -> Bounds {
    func factor(_ end: Double?, _ factor: Double?) -> Double? {
      guard let end, let factor else { return nil }
      return end < 0 ? end * (2 - factor) : end * factor
    }
    return Bounds(low: factor(bounds.low, hedge.low), high: factor(bounds.high, hedge.high))
  }
}
