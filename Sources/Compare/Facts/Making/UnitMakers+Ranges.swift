/// Makers of values between two bounds.
extension UnitMakers {
  /// Whether both ends name their unit.
  ///
  /// "from $3 million to $5 million" is most often a change, and so two values, not a range.
  static func isChange(_ low: Meaning, _ high: Meaning) -> Bool {
    switch (low, high) {
    case (.number, _), (_, .number): false
    default: true
    }
  }

  /// "$3 million to $5 million", "three to seven percent", "60 to 90 days".
  static func range(_ arguments: Arguments) -> Meaning? {
    guard let low = arguments.meaning("low"), let high = arguments.meaning("high") else {
      return nil
    }
    if arguments.text("kind") == "moved", case .money(let a, let unit) = low,
      case .money(let b, let other) = high, b.value > 3 * a.value || unit != other
    {
      // "gained $2 to $45": by so much, to so much.
      return nil
    }
    if arguments.text("kind") == "from" {
      if isChange(low, high) { return nil }
      if case .number = high { return nil }
    }
    switch (low, high) {
    case (.number(let a, let form), .number(let b, let other)):
      // "three to four million": the scale holds for both.
      if other.contains(.scaled), !form.contains(.scaled), a.value < 1000, let scale = scale(of: b)
      {
        return Amount(from: a.scaled(scale), to: b).map { .number($0, [.hedged, .scaled]) }
      }
      return Amount(from: a, to: b).map { .number($0, .hedged) }
    case (.percent(let a, _), .percent(let b, let unit)),
      (.number(let a, _), .percent(let b, let unit)):
      return Amount(from: a, to: b).map { .percent($0, unit: unit) }
    case (.money(let a, let currency), .money(let b, let other)):
      guard currency == other || other == "USD" || currency.hasPrefix(other) else { return nil }
      if currency == "cent", other != "cent" {
        // "50 cents to $2"; but "61 cents to $83" is by so much, to so much.
        guard b.value <= a.value / 10 else { return nil }
        return Amount(from: a.scaled(0.01), to: b).map { .money($0, currency: other) }
      }
      if a.value > b.value || (b.value >= 1e6 && a.value < 1000), let scale = scale(of: b) {
        return Amount(from: a.scaled(scale), to: b).map { .money($0, currency: currency) }
      }
      return Amount(from: a, to: b).map { .money($0, currency: currency) }
    case (.number(let a, _), .money(let b, let currency)):
      if b.value >= 1e6, a.value < 1000, let scale = scale(of: b) {
        return Amount(from: a.scaled(scale), to: b).map { .money($0, currency: currency) }
      }
      return Amount(from: a, to: b).map { .money($0, currency: currency) }
    case (.money(let a, let currency), .number(let b, _)):
      if b.value >= 1e6, a.value < 1000, let scale = scale(of: b) {
        return Amount(from: a.scaled(scale), to: b).map { .money($0, currency: currency) }
      }
      return Amount(from: a, to: b).map { .money($0, currency: currency) }
    case (.quantity(let a, let unit), .quantity(let b, let other)):
      guard unit == other else { return nil }
      return Amount(from: a, to: b).map { .quantity($0, unit: unit) }
    case (.number(let a, _), .quantity(let b, let unit)):
      return Amount(from: a, to: b).map { .quantity($0, unit: unit) }
    case (.number(let a, _), .temperature(let b, let unit)):
      return Amount(from: a, to: b).map { .temperature($0, unit: unit) }
    case (.duration(let a), .duration(let b)):
      guard a.parts.count == 1, b.parts.count == 1, a.parts[0].unit == b.parts[0].unit else {
        return nil
      }
      return Amount(from: a.parts[0].amount, to: b.parts[0].amount).map {
        .duration(Span($0, a.parts[0].unit))
      }
    case (.number(let a, _), .duration(let b)):
      guard b.parts.count == 1 else { return nil }
      return Amount(from: a, to: b.parts[0].amount).map { .duration(Span($0, b.parts[0].unit)) }
    case (.age(let a, let unit), .number(let b, _)):
      return Amount(from: a, to: b).map { .age($0, unit: unit) }
    case (.number(let a, _), .age(let b, let unit)):
      return Amount(from: a, to: b).map { .age($0, unit: unit) }
    default: return nil
    }
  }

  /// "above 100 and below 300", "at most 40 and at least 20": one number between two bounds.
  static func bounded(_ arguments: Arguments) -> Meaning? {
    guard case .number(let a, let form) = arguments.meaning("a"),
      case .number(let b, _) = arguments.meaning("b")
    else { return nil }
    func isFloor(_ amount: Amount) -> Bool {
      amount.mod == .moreThan || amount.mod == .equalOrMore
    }
    func isCeiling(_ amount: Amount) -> Bool {
      amount.mod == .lessThan || amount.mod == .equalOrLess
    }
    guard isFloor(a) && isCeiling(b) || isCeiling(a) && isFloor(b) else { return nil }
    guard var range = isFloor(a) ? Amount(from: a, to: b) : Amount(from: b, to: a) else {
      return nil
    }
    range.mod = nil
    return .number(range, form.union(.hedged))
  }

  /// 10⁶ for "7.5 million".
  private static func scale(of amount: Amount) -> Double? {
    [1e12, 1e9, 1e6, 1e3].first { amount.value >= $0 }
  }
}
