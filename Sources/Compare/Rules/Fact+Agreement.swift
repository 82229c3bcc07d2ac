/// When two values can both be true of one thing.
extension Fact {
  /// Whether the two values measure the same sort of thing in the same unit.
  @inline(__always)
  func isComparable(with other: Fact) -> Bool {
    // Most are told apart by this alone, and then no more of them is looked at.
    type == other.type
      ? isCalendar || isInOneUnit(with: other) : isCalendar && other.isCalendar
  }

  private func isInOneUnit(with other: Fact) -> Bool {
    unit == other.unit || isInOtherUnit(than: other) || isInOtherCurrency(than: other)
  }

  /// Whether both measure one thing in two units, "10 miles" and "16 km".
  private func isInOtherUnit(than other: Fact) -> Bool {
    guard let measure, let second = other.measure, unit != other.unit else { return false }
    return measure.dimension == second.dimension
  }

  private func agreesConverted(with other: Fact) -> Bool {
    let (ours, theirs) = (convertedBounds, other.convertedBounds)
    if ours.meets(theirs) { return true }
    // "It grew 5 degrees Celsius warmer": 9 degrees Fahrenheit, not 41.
    guard let zero = measure?.zero, let second = other.measure?.zero, zero != second else {
      return false
    }
    return ours.lowered(by: zero).meets(theirs.lowered(by: second))
  }

  /// The bounds with room for the rounding of who converts a unit.
  private var convertedBounds: Bounds {
    guard let measure, let number = Self.magnitude(value) else { return bounds }
    let width = measure.rounding(of: number, step: Self.step(abs(number)))
    return Bounds(low: bounds.low.map { $0 - width }, high: bounds.high.map { $0 + width })
  }

  /// The number of the value, of a unit of measure in the base unit of its dimension.
  private var amount: Double? {
    Self.magnitude(value).map { number in measure.map { $0.inBase(number) } ?? number }
  }

  /// Whether one figure is told in two currencies, "$35 million" and "€35 million".
  ///
  /// No exchange makes them one sum. A dollar may be any of several.
  private func isInOtherCurrency(than other: Fact) -> Bool {
    guard type == .money, other.type == .money, value == other.value, let unit,
      let second = other.unit, unit != second
    else { return false }
    return !(unit.hasSuffix("D") && second.hasSuffix("D"))
  }

  /// Whether both are times of one day, or of no day.
  func isOfDay(of other: Fact) -> Bool {
    type == .time && other.type == .time && Self.day(value) == Self.day(other.value)
  }

  /// A day, a time or a stretch of them.
  var isCalendar: Bool { type == .date || type == .time || type == .interval }

  /// Whether both wordings can be true of one thing.
  func agrees(with other: Fact) -> Bool {
    if isInOtherCurrency(than: other) { return false }
    if isInOtherUnit(than: other) { return agreesConverted(with: other) }
    if value == other.value { return true }
    if type == .time || other.type == .time { return agreesInTime(with: other) }
    return roundedBounds.meets(other.roundedBounds)
  }

  /// Whether the two wordings lie on two sides of one number: "almost two hours", "more than two
  /// hours".
  ///
  /// Against "two hours" either is no more than a rounding.
  private func isOnOtherSide(than other: Fact) -> Bool {
    guard !isCalendar, mod != other.mod, mod != nil, other.mod != nil else { return false }
    return !bounds.meets(other.bounds)
  }

  /// The bounds, where "about" adds nothing to what is rounded already.
  ///
  /// Who writes "about $3.6 billion" of $3.5 billion rounds wrongly. Halves ("about 2.5 million") are
  /// round themselves.
  private var roundedBounds: Bounds {
    guard mod == .approx, type == .money || type == .number, let number = Double(value),
      let low = bounds.low, let high = bounds.high,
      let scale = Self.scales.first(where: { number >= $0 }),
      (number * 2).truncatingRemainder(dividingBy: scale) != 0
    else { return bounds }
    var step = scale
    while number.truncatingRemainder(dividingBy: step) != 0, step > 1 { step /= 10 }
    return Bounds(low: max(low, number - 0.49 * step), high: min(high, number + 0.49 * step))
  }

  /// A trillion, a billion, a million.
  private static let scales: [Double] = [1e12, 1e9, 1e6]

  /// Whether both can be true in one place of sentences that otherwise match.
  ///
  /// There the same hedge on both sides cancels out: who copies "at least 10 years" and writes "at
  /// least 20" does not mean that both hold. Who writes "some 380" for "about 400" does.
  ///
  /// - Parameter isHedgedAlike: whether the hedges are the same words.
  func agreesInPlace(with other: Fact, isHedgedAlike: Bool = true) -> Bool {
    if value == other.value, isOnOtherSide(than: other) { return false }
    guard (mod != nil && mod == other.mod && isHedgedAlike) || Self.isRange(self, other),
      value != other.value, !isInOtherUnit(than: other),
      let number = Self.magnitude(value), let second = Self.magnitude(other.value)
    else { return agrees(with: other) }
    // Rounding still has its width: half a percent, and no more than the last digit written allows.
    let step = max(Self.step(number), Self.step(second))
    return abs(number - second) <= min(0.005 * max(abs(number), abs(second)), step / 2)
  }

  /// Whether both can be true of one thing told in other words.
  ///
  /// "Up to 1.5 million" and "as many as 1.6 million" leave room for each other by their letter;
  /// told of one thing they name two greatest numbers.
  func agreesWhenRetold(with other: Fact) -> Bool {
    mod == .equalOrLess && other.mod == .equalOrLess || type == .duration && value == other.value
      ? agreesInPlace(with: other) : agrees(with: other)
  }

  /// What one more in the last digit adds that is not nought: 100 of 1,500.
  private static func step(_ number: Double) -> Double {
    var step = 1e12
    while step > 1e-3, (number / step).rounded() * step != number { step /= 10 }
    return step
  }

  private static func isRange(_ first: Fact, _ second: Fact) -> Bool {
    first.type == .numberRange && second.type == .numberRange
  }

  /// Whether the other wording gives the same value, not only one that leaves room for it: "at
  /// least 14" leaves room for nearly every number.
  func isRestated(by other: Fact) -> Bool {
    guard isComparable(with: other), !isInOtherCurrency(than: other) else { return false }
    if value == other.value, !isInOtherUnit(than: other) { return !isVague && !other.isVague }
    return bounds.isClosed && other.bounds.isClosed && isNarrow && other.isNarrow
      && isNear(other) && agrees(with: other)
  }

  /// Whether a part and another one of its sentence make up this value: "$1 billion in the spring
  /// and $1.1 billion in the summer".
  ///
  /// - Parameter known: values of the sentence that gives the whole; what it has besides the whole
  ///   is no part of it.
  func isSum(of part: Fact, and others: [Fact], besides known: [Fact]) -> Bool {
    guard !isCalendar, isComparable(with: part), let whole = amount, let first = part.amount
    else { return false }
    return others.contains { other in
      guard other.range != part.range, other.isComparable(with: part),
        !known.contains(where: { other.isRestated(by: $0) }),
        let second = other.amount
      else { return false }
      return second > 0 && abs(first + second - whole) <= 0.005 * whole
    }
  }

  /// Whether two amounts are one, rounded: "$3 billion" leaves room for 2.5 and is not its rounding.
  private func isNear(_ other: Fact) -> Bool {
    guard !isCalendar, let number = amount, let second = other.amount else { return true }
    return abs(number - second) <= 0.1 * max(abs(number), abs(second))
  }

  /// Whether the wording gives a value at all: "billions" leaves room for nearly every sum.
  private var isNarrow: Bool {
    guard !isCalendar, let low = bounds.low, let high = bounds.high else { return true }
    return high <= low * 2
  }

  /// Whether the value only stands for a size: "billions".
  private var isVague: Bool { mod == nil && bounds.isClosed && bounds.low != 0 && !isNarrow }

  /// The smaller of two values in one unit by the larger one, 0 to 1; `nil` where either is none.
  func ratio(to other: Fact) -> Double? {
    guard isComparable(with: other), Double(value) != nil, Double(other.value) != nil,
      let left = amount, let right = other.amount, left > 0, right > 0
    else { return nil }
    return min(left, right) / max(left, right)
  }

  /// Whether at least two digits of the number say something: 1.6 million, not 2 million.
  var isPrecise: Bool {
    guard var number = Double(value), number > 0, number < 1e15 else { return false }
    while number.truncatingRemainder(dividingBy: 10) == 0 { number /= 10 }
    return number >= 10 || number != number.rounded()
  }

  /// A time of day with its day, if it has one, against another time or a day.
  private func agreesInTime(with other: Fact) -> Bool {
    if type != .interval, other.type != .interval, let day = Self.day(value),
      let second = Self.day(other.value), day != second
    {
      return meetsAcrossMidnight(other)
    }
    guard type == .time, other.type == .time else {
      // A part of a day lies in any stretch that holds the day.
      let (time, stretch) = type == .time ? (self, other) : (other, self)
      guard let day = Self.day(time.value).flatMap({ CivilDate(iso: $0) }) else { return true }
      return Bounds(exactly: Double(day.serial)).meets(stretch.bounds)
    }
    return unit != other.unit
      || clocks.contains { clock in other.clocks.contains { clock.meets($0) } }
  }

  /// The hours of the clock that are meant: of "half past two" those of the night as well.
  private var clocks: [Bounds] {
    guard isHalfOpen, let low = bounds.low, let high = bounds.high else { return [bounds] }
    let move = low < 43_200 ? 43_200.0 : -43_200
    return [bounds, Bounds(low: low + move, high: high + move)]
  }

  /// "Around midnight on Saturday", "late on Saturday night" and "early on Sunday" can be one moment.
  private func meetsAcrossMidnight(_ other: Fact) -> Bool {
    guard unit == other.unit else { return false }
    return moments(against: other).contains { moment in
      other.moments(against: self).contains { moment.meets($0) }
    }
  }

  /// The seconds since 1970 that a day or a time on it can mean.
  private func moments(against other: Fact) -> [Bounds] {
    guard let day = Self.day(value).flatMap({ CivilDate(iso: $0) }) else { return [] }
    let start = Double(day.serial) * 86_400
    let span = { (low: Double, high: Double) in Bounds(low: start + low, high: start + high) }
    guard type == .time else {
      switch mod {
      case .start: return [span(0, 43_199)]
      case .end: return [span(43_200, 86_399)]
      default: return [span(0, 86_399)]
      }
    }
    // Midnight begins one day and ends the other, and writers name either.
    let isMidnight = value.hasSuffix("T00:00")
    return clocks.flatMap { clock in
      var (low, high) = (clock.low ?? 0, clock.high ?? 86_399)
      if isMidnight { return [span(low, high), span(low + 86_400, high + 86_400)] }
      // The small hours of a night belong to the day before; but a plain day is that day.
      if other.type == .date, other.mod == nil { (low, high) = (max(0, low), min(high, 86_399)) }
      return [span(low, high)]
    }
  }

  /// The day of a full TIMEX3 value, `2025-03-18` or `2025-03-18T14:30`.
  private static func day(_ value: String) -> Substring? {
    let day = value.prefix(10)
    return CivilDate(iso: day) != nil ? day : nil
  }

  /// The number in a plain value ("24000"), a duration ("P10Y", in days) or the lower end of a
  /// range.
  private static func magnitude(_ value: String) -> Double? {
    if let number = Double(value) { return number }
    guard value.hasPrefix("P") else {
      return value.hasPrefix("[") ? Double(value.dropFirst().prefix { $0 != "," }) : nil
    }
    // "P2DE"
    if let unit = ["DE": 3652.5, "CE": 36_525, "ML": 365_250][value.suffix(2)] {
      return Double(value.dropFirst().dropLast(2)).map { $0 * unit }
    }
    let units: [Character: Double] = ["Y": 365.25, "M": 30.44, "W": 7, "D": 1]
    let small: [Character: Double] = ["H": 1.0 / 24, "M": 1.0 / 1440, "S": 1.0 / 86_400]
    var total = 0.0
    var digits = ""
    var isTime = false
    for character in value.dropFirst() {
      if character == "T" {
        isTime = true
      } else if character.isNumber || character == "." {
        digits.append(character)
      } else {
        guard let count = Double(digits), let size = (isTime ? small : units)[character] else {
          return nil
        }
        total += count * size
        digits = ""
      }
    }
    return total
  }
}

extension Bounds {
  fileprivate var isClosed: Bool { low != nil && high != nil }

  fileprivate func lowered(by number: Double) -> Bounds {
    Bounds(low: low.map { $0 - number }, high: high.map { $0 - number })
  }
}
