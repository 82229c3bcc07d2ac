/// Makers of numbers.
enum NumberMakers {
  /// How far a written number may be from what it rounds: just under half of its last place, so
  /// that two neighbours on the same scale stay apart.
  static let roundingWidth = 0.98

  static func digits(_ arguments: Arguments) -> Meaning? {
    guard let value = arguments.number("n"), let item = arguments.first("n") else { return nil }
    var amount = Amount(value)
    let decimals = Digits.decimals(
      of: arguments.document.tokens[Int(item.start)], in: arguments.document.article.text)
    if decimals > 0 { amount = amount.rounded(to: power(-decimals) * roundingWidth) }
    return .number(amount, [])
  }

  static func power(_ exponent: Int) -> Double {
    var result = 1.0
    for _ in 0..<abs(exponent) { result *= 10 }
    return exponent < 0 ? 1 / result : result
  }

  /// "two hundred and fifty-one thousand and four".
  static func spelled(_ arguments: Arguments) -> Meaning? {
    guard let value = compose(arguments.numbers("parts")) else { return nil }
    var form: NumberForm = .spelled
    if value == 1 { form.insert(.silent) }
    return .number(Amount(value), form)
  }

  static func compose(_ parts: [Double?]) -> Double? {
    guard !parts.isEmpty else { return nil }
    var total = 0.0
    var current = 0.0
    var lastScale = Double.infinity
    var hasCurrent = false
    for part in parts {
      guard let part else { return nil }
      if part >= 1000, part.truncatingRemainder(dividingBy: 1000) == 0,
        [1e3, 1e5, 1e6, 1e7, 1e9, 1e12, 1e15].contains(part)
      {
        if !hasCurrent, total > 0 {
          // "two hundred thousand million" multiplies all before it.
          guard part >= lastScale else { return nil }
          total *= part
          lastScale = part
          continue
        }
        guard part < lastScale else { return nil }
        total += (hasCurrent ? current : 1) * part
        current = 0
        hasCurrent = false
        lastScale = part
      } else if part == 100 {
        guard !hasCurrent || (current > 0 && current < 100) else { return nil }
        current = (hasCurrent ? current : 1) * 100
        hasCurrent = true
      } else {
        let room = current.truncatingRemainder(dividingBy: 100)
        if hasCurrent {
          guard part > 0, current >= 20 else { return nil }
          if part < 10 {
            guard room == 0 || (room >= 20 && room.truncatingRemainder(dividingBy: 10) == 0) else {
              return nil
            }
          } else {
            guard room == 0, part < 100 else { return nil }
          }
          guard current == current.rounded() else { return nil }
        }
        current += part
        hasCurrent = true
      }
    }
    let sum = total + current
    return sum < mostSpelled ? sum : nil
  }

  /// "A million million million …" goes on to where no number is left.
  private static let mostSpelled = 1e60

  static func ordinal(_ arguments: Arguments) -> Meaning? {
    let parts = arguments.numbers("parts") + arguments.numbers("last")
    guard let value = compose(parts) else { return nil }
    return .number(Amount(value), .ordinal)
  }

  /// "1.3 million": rounded in its last written place.
  static func scaled(_ arguments: Arguments) -> Meaning? {
    guard let scale = arguments.number("scale") else { return nil }
    let parts = arguments.numbers("n")
    if parts.count > 1 { return compose(parts).map { .number(Amount($0 * scale), .spelled) } }
    guard let item = arguments.items("n").first, let amount = arguments.amount("n") else {
      // "a dozen", "half a million": the number is the pattern's own.
      let amount = Amount((arguments.number("n") ?? 1) * scale)
      return .number(scale >= 1000 ? amount.rounded(to: scale / 10) : amount, .scaled)
    }
    var result = Amount(amount.value).scaled(scale)
    if amount.isVague {
      result = amount.scaled(scale)
    } else if scale >= 1e6 || item.end - item.start == 1 && amount.value != amount.value.rounded() {
      let token = arguments.document.tokens[Int(item.end) - 1]
      let decimals = Digits.decimals(of: token, in: arguments.document.article.text)
      result = result.rounded(to: power(-decimals) * scale * roundingWidth)
    }
    result.mod = amount.mod
    return .number(result, scale >= 1000 ? .scaled : [])
  }

  /// "5k-20k".
  static func scaledRange(_ arguments: Arguments) -> Meaning? {
    guard let low = arguments.number("n"), let scale = arguments.number("scale"),
      let high = arguments.number("upper"), let upper = arguments.number("upper-scale")
    else { return nil }
    return Amount(from: Amount(low).scaled(scale), to: Amount(high).scaled(upper))
      .map { .number($0, .scaled) }
  }

  static func negative(_ arguments: Arguments) -> Meaning? {
    let scale = arguments.number("scale") ?? 1
    return arguments.amount("n").map { .number($0.scaled(-scale), []) }
  }

  /// "several", "dozens of": a lexicon's `low..high`, times a scale.
  static func vague(_ arguments: Arguments) -> Meaning? {
    guard let text = arguments.text("range") else { return nil }
    var ends: [String] = [""]
    for character in text.utf8 {
      if character == UInt8(ascii: "~") {
        ends.append("")
      } else {
        ends[ends.count - 1].unicodeScalars.append(Unicode.Scalar(character))
      }
    }
    guard ends.count == 3, let value = Double(ends[0]), let low = Double(ends[1]) else {
      return nil
    }
    // "several hundred thousand": one times the other.
    let scale = arguments.numbers("scale").reduce(1) { $0 * ($1 ?? 1) }
    let amount = Amount(
      vague: value * scale, low: low * scale, high: Double(ends[2]).map { $0 * scale })
    // "many" and "few" give no number to compare; they count inside "many years".
    if scale >= 1000 { return .number(amount, .scaled) }
    return .number(amount, amount.bounds.high == nil && scale == 1 ? .silent : [])
  }

  /// "a couple": a number with a little room, not a vague one.
  static func loose(_ arguments: Arguments) -> Meaning? {
    guard case .number(var amount, let form) = vague(arguments) else { return nil }
    amount.isVague = false
    return .number(amount, form)
  }

  /// A "one" that counts something.
  static func exact(_ arguments: Arguments) -> Meaning? {
    arguments.amount("n").map { .number($0, .spelled) }
  }

  /// "nineteen eighty-four".
  static func spelledYear(_ arguments: Arguments) -> Meaning? {
    guard let high = arguments.number("high"), let low = compose(arguments.numbers("low")),
      (11...20).contains(high), (10...99).contains(low)
    else { return nil }
    var moment = Moment()
    moment.year = Int(high) * 100 + Int(low)
    return .moment(moment)
  }
}
