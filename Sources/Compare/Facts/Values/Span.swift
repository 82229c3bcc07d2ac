/// A length of time as a text gives it: "two hours and 15 minutes".
struct Span: Sendable {
  struct Part: Sendable {
    var unit: TimeUnit
    var amount: Amount
  }

  var parts: [Part]
  var mod: Modifier?
  /// Seconds.
  var bounds: Bounds
  /// Counted from some day ("the last two weeks"): a stretch, not only a length.
  var isCounted = false
  var isVague: Bool { parts.contains { $0.amount.isVague } }

  init(_ amount: Amount, _ unit: TimeUnit) {
    parts = [Part(unit: unit, amount: amount)]
    mod = amount.mod
    bounds = Bounds(
      low: amount.bounds.low.map { unit.seconds(of: $0).low },
      high: amount.bounds.high.map { unit.seconds(of: $0).high })
  }

  /// One length after another, the larger unit first.
  init?(_ first: Span, and second: Span) {
    guard first.parts.allSatisfy({ $0.amount.upper == nil }) else { return nil }
    parts = first.parts + second.parts
    mod = first.mod ?? second.mod
    func sum(_ a: Double?, _ b: Double?) -> Double? {
      guard let a, let b else { return nil }
      return a + b
    }
    bounds = Bounds(
      low: sum(first.bounds.low, second.bounds.low),
      high: sum(first.bounds.high, second.bounds.high)
    )
  }

  /// TIMEX3: `PT2H15M`, `P1Y6M`, `PXD`; decades, centuries and millennia are `P2DE`, `P1CE`,
  /// `P1ML`; a range is `P60D/P90D`.
  var value: String {
    if parts.count == 1, let upper = parts[0].amount.upper {
      let unit = parts[0].unit
      return "\(Span(Amount(parts[0].amount.value), unit).value)/\(Span(Amount(upper), unit).value)"
    }
    if parts.count == 1, parts[0].amount.isVague {
      let (letter, isClock, _) = parts[0].unit.timex
      return (isClock ? "PTX" : "PX") + letter
    }
    var date = ""
    var clock = ""
    for part in parts {
      let (letter, isClock, factor) = part.unit.timex
      let amount = part.amount.value * factor
      if part.unit == .hour, amount < 1, let minutes = Self.whole(amount * 60) {
        clock += minutes + "M"
      } else if part.unit == .year, amount < 1, let months = Self.whole(amount * 12) {
        date += months + "M"
      } else if part.unit == .month, amount < 2, amount != 1, let days = Self.whole(amount * 30) {
        date += days + "D"
      } else if part.unit == .day, amount == 0.5 {
        clock += "12H"
      } else if let years = part.unit.years, amount != amount.rounded() || parts.count > 1 {
        // Half a century is 50 years.
        date += Amount.text(amount * years) + "Y"
      } else if isClock {
        clock += Amount.text(amount) + letter
      } else {
        date += Amount.text(amount) + letter
      }
    }
    return "P\(date)\(clock.isEmpty ? "" : "T")\(clock)"
  }

  /// Part of a unit in whole smaller ones ("two-thirds of a year": 8 months).
  private static func whole(_ amount: Double) -> String? {
    let nearest = amount.rounded()
    return nearest > 0 && abs(amount - nearest) < 1e-9 ? Amount.text(nearest) : nil
  }
}
