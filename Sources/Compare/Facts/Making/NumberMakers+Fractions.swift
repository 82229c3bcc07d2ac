/// Fractions, and wholes with fractions.
extension NumberMakers {
  static func fraction(_ arguments: Arguments) -> Meaning? {
    // Each part may be several words: "twenty-three fifths", "forty-two and a third".
    func composed(_ name: ParameterName) -> Double? {
      let parts = arguments.numbers(name)
      return parts.count > 1 ? compose(parts) : arguments.number(name)
    }
    guard let bottom = composed("bottom"), bottom > 0 else { return nil }
    let (top, whole) = (composed("top"), composed("whole"))
    if top == nil, !arguments.items("top").isEmpty { return nil }
    if whole == nil, !arguments.items("whole").isEmpty { return nil }
    // "five and forty thirds" is no mixed number.
    if whole != nil, let top, top >= bottom { return nil }
    let scale = arguments.number("scale") ?? 1
    let factor = (arguments.number("sign") ?? 1) * scale
    var amount = Amount(((whole ?? 0) + (top ?? 1) / bottom) * factor)
    // "a third" is said of anything near it; the words know no finer fraction than the next.
    let width = abs(amount.value) * 0.03
    amount.bounds = Bounds(low: amount.value - width, high: amount.value + width)
    return .number(amount, scale >= 1000 ? .scaled : .fraction)
  }

  static func sum(_ arguments: Arguments) -> Meaning? {
    guard let a = arguments.amount("a"), let b = arguments.amount("b"), a.value >= b.value else {
      return nil
    }
    return .number(Amount(a.value + b.value), .fraction)
  }

  /// "one million and a half", "one billion and a half million".
  static func scaledFraction(_ arguments: Arguments) -> Meaning? {
    guard let scale = arguments.number("scale"), let bottom = arguments.number("bottom"), bottom > 0
    else { return nil }
    let counts = arguments.numbers("n")
    guard let count = counts.count > 1 ? compose(counts) : arguments.number("n") ?? 1 else {
      return nil
    }
    let unit = arguments.number("unit") ?? scale
    guard unit <= scale else { return nil }
    let part = (arguments.number("top") ?? 1) / bottom
    return .number(Amount(count * scale + part * unit).rounded(to: unit / 10), .scaled)
  }

  /// "2½".
  static func mixed(_ arguments: Arguments) -> Meaning? {
    guard let sign = arguments.number("sign") else { return nil }
    let amount = Amount((arguments.number("whole") ?? 0) + sign)
    guard let scale = arguments.number("scale") else { return .number(amount, .fraction) }
    return .number(
      amount.scaled(scale).rounded(to: scale / 10), scale >= 1000 ? .scaled : .fraction)
  }
}
