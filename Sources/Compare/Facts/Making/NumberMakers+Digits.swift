/// Other ways to write digits: groups, decimal signs, exponents.
extension NumberMakers {
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
}
