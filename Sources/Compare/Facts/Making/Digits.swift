/// Numbers written in digits: their value, and what they could stand for by their shape.
enum Digits {
  /// `nil` for more than one decimal point, and for more digits than a number has.
  static func value(of token: Token, in text: [UInt8]) -> Double? {
    guard token.kind == .number else { return nil }
    var whole = 0.0
    var scale = 0.0
    for byte in text[token.range.bytes] {
      switch byte {
      case 0x30...0x39:
        if scale == 0 {
          whole = whole * 10 + Double(byte - 0x30)
        } else {
          whole = whole * 10 + Double(byte - 0x30)
          scale *= 10
        }
      case 0x2E:
        guard scale == 0 else { return nil }
        scale = 1
      default: continue
      }
    }
    guard whole < 1e60 else { return nil }
    return scale > 1 ? whole / scale : whole
  }

  /// Digits after the decimal point.
  static func decimals(of token: Token, in text: [UInt8]) -> Int {
    let bytes = text[token.range.bytes]
    guard let point = bytes.firstIndex(of: 0x2E) else { return 0 }
    return bytes.endIndex - point - 1
  }

  static func traits(of token: Token, in text: [UInt8]) -> Traits {
    var count = 0
    var value = 0
    var points = 0
    var pointAt = 0
    var beforePoint = 0
    var hasComma = false
    var isLeadingZero = false
    for byte in text[token.range.bytes] {
      switch byte {
      case 0x30...0x39:
        if count == 0 { isLeadingZero = byte == 0x30 }
        count += 1
        if count < 12 { value = value * 10 + Int(byte - 0x30) }
      case 0x2E:
        points += 1
        pointAt = count
        if points == 1 { (beforePoint, value) = (value, 0) }
      default: hasComma = true
      }
    }
    if points == 1 {
      var traits: Traits = [.digits, .decimals]
      let after = count - pointAt
      if (1...2).contains(pointAt), (1...2).contains(after) {
        if (1...31).contains(beforePoint), (1...12).contains(value) || after == 2 {
          traits.insert(.dayMonthDots)
        }
        if beforePoint < 24, after == 2, value < 60 { traits.insert(.clockDigits) }
      }
      return traits
    }
    if points == 2 {
      let groups = text[token.range.bytes].split(separator: 0x2E).map(\.count)
      let isDate =
        groups == [2, 2, 4] || groups == [1, 1, 4] || groups == [1, 2, 4] || groups == [2, 1, 4]
        || groups == [2, 2, 2] || groups == [4, 2, 2]
      return isDate ? [.dottedNumber, .dottedDate] : .dottedNumber
    }
    if points > 2 { return .dottedNumber }
    var traits: Traits = [.digits, .integer]
    if hasComma { return traits }
    if count <= 2 {
      if (1...31).contains(value) { traits.insert(.day) }
      if (1...12).contains(value) { traits.insert(.monthNumber) }
      if value <= 24 { traits.insert(.hour) }
      if count == 2 {
        traits.insert(.shortYear)
        if value < 60 { traits.insert(.minute) }
        if value % 10 == 0 { traits.insert(.decadeYear) }
      }
    }
    if count == 3 { traits.insert(.threeDigits) }
    if count == 4 {
      if (1000...2999).contains(value) { traits.insert(.year) }
      if (1100...2099).contains(value) { traits.insert(.plausibleYear) }
      if value % 10 == 0, value >= 1000 { traits.insert(.decadeYear) }
      if value / 100 < 24, value % 100 < 60 { traits.insert(.clockDigits) }
    }
    if count == 8, (1000...2999).contains(value / 10_000) { traits.insert(.isoDigits) }
    if value == 1, !isLeadingZero { traits.insert(.one) }
    return traits
  }
}
