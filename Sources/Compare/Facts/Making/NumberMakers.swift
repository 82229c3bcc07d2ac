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
    return total + current
  }

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

  static func negative(_ arguments: Arguments) -> Meaning? {
    let scale = arguments.number("scale") ?? 1
    return arguments.amount("n").map { .number($0.scaled(-scale), []) }
  }

  /// "40 000": a space between the thousands.
  ///
  /// Two groups are only taken for one number when the second is `000` or the space does not break;
  /// else they are more often a number and a name ("Boeing 12 500").
  static func spaced(_ arguments: Arguments) -> Meaning? {
    let items = arguments.items("parts")
    guard let first = items.first, let last = items.last else { return nil }
    let tokens = arguments.document.tokens
    let text = arguments.document.article.text
    guard tokens[Int(first.start)].length <= 3 else { return nil }
    if items.count == 2 {
      let gap = text[tokens[Int(first.start)].end..<Int(tokens[Int(last.start)].start)]
      let isThousand = text[tokens[Int(last.start)].range.bytes].elementsEqual("000".utf8)
      guard isThousand || !gap.elementsEqual([0x20]) else { return nil }
    }
    guard text[tokens[Int(last.start)].range.bytes].prefix(while: { $0 != 0x2E }).count == 3 else {
      return nil
    }
    var value = 0.0
    for item in items {
      guard let part = Digits.value(of: tokens[Int(item.start)], in: text) else { return nil }
      value = value * 1000 + part
    }
    return .number(Amount(value), [])
  }

  /// "12,34,567": hundreds of thousands in groups of two, as in India.
  static func groupedByTwo(_ arguments: Arguments) -> Meaning? {
    let text = arguments.document.article.text
    let groups = arguments.items("parts").flatMap { item in
      text[arguments.document.tokens[Int(item.start)].range.bytes].split(separator: 0x2C)
    }
    guard groups.count >= 3, let last = groups.last else { return nil }
    let whole = last.prefix { $0 != 0x2E }
    guard whole.count == 3, groups[0].count <= 2,
      groups.dropLast().allSatisfy({ !$0.contains(0x2E) }),
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 2 })
    else { return nil }
    let digits = groups.joined().filter { $0 != 0x2E }
    let value = digits.reduce(0.0) { $0 * 10 + Double($1 & 0x0F) }
    let decimals = max(0, last.count - whole.count - 1)
    return .number(Amount(value * power(-decimals)), [])
  }

  /// "1.3e6".
  static func exponent(_ arguments: Arguments) -> Meaning? {
    guard let value = arguments.number("n"), let exponent = arguments.int("by"), exponent <= 30
    else { return nil }
    return .number(Amount(value * power(exponent)), .scaled)
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

  /// "1,3 Millionen", where the comma is the decimal sign.
  static func decimalComma(_ arguments: Arguments) -> Meaning? {
    guard let whole = arguments.number("whole"), let part = arguments.number("part"),
      let item = arguments.items("part").first
    else { return nil }
    let unit = power(-Int(arguments.document.tokens[Int(item.start)].length))
    let scale = arguments.number("scale") ?? 1
    let amount = Amount(whole + part * unit).scaled(scale).rounded(to: unit * scale * roundingWidth)
    return .number(amount, scale >= 1000 ? .scaled : [])
  }

  /// "15.000", where full stops part the thousands.
  static func grouped(_ arguments: Arguments) -> Meaning? {
    guard let item = arguments.items("n").first else { return nil }
    let token = arguments.document.tokens[Int(item.start)]
    let groups = arguments.document.article.text[token.range.bytes].split(separator: 0x2E)
    guard let first = groups.first, first.count <= 3, groups.count > 1,
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    else { return nil }
    let value = groups.joined().reduce(0.0) { $0 * 10 + Double($1 & 0x0F) }
    return .number(Amount(value), [])
  }

  /// "three point one four".
  static func point(_ arguments: Arguments) -> Meaning? {
    guard let whole = compose(arguments.numbers("whole")) else { return nil }
    var value = whole
    let parts = arguments.numbers("digits")
    var scale = 1.0
    for part in parts {
      guard let part else { return nil }
      scale *= part < 10 ? 10 : part < 100 ? 100 : 1000
      value += part / scale
    }
    return .number(Amount(value).rounded(to: roundingWidth / scale), [])
  }

  /// ".77".
  static func leadingPoint(_ arguments: Arguments) -> Meaning? {
    guard let item = arguments.items("n").first, let value = arguments.number("n"),
      value == value.rounded()
    else { return nil }
    let digits = Int(arguments.document.tokens[Int(item.start)].length)
    return .number(Amount(value * power(-digits)).rounded(to: power(-digits) * roundingWidth), [])
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
    let scale = arguments.number("scale") ?? 1
    let amount = Amount(
      vague: value * scale, low: low * scale, high: Double(ends[2]).map { $0 * scale })
    // "many" and "few" give no number to compare; they count inside "many years".
    return .number(amount, amount.bounds.high == nil ? .silent : [])
  }

  /// "a couple": a number with a little room, not a vague one.
  static func loose(_ arguments: Arguments) -> Meaning? {
    guard case .number(var amount, let form) = vague(arguments) else { return nil }
    amount.isVague = false
    return .number(amount, form)
  }

  /// "2½".
  static func mixed(_ arguments: Arguments) -> Meaning? {
    guard let sign = arguments.number("sign") else { return nil }
    let amount = Amount((arguments.number("whole") ?? 0) + sign)
    guard let scale = arguments.number("scale") else { return .number(amount, .fraction) }
    return .number(
      amount.scaled(scale).rounded(to: scale / 10), scale >= 1000 ? .scaled : .fraction)
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
