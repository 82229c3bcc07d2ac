/// A number as a text gives it, with what its wording allows.
struct Amount: Sendable {
  /// As written; the lower end of a range.
  var value: Double
  /// The upper end of a range.
  var upper: Double?
  var bounds: Bounds
  var mod: Modifier?
  /// "several", "dozens": no number is meant exactly.
  var isVague = false

  init(_ value: Double) {
    self.value = Self.clean(value)
    bounds = Bounds(exactly: self.value)
  }

  init(vague value: Double, low: Double, high: Double?) {
    self.value = value
    bounds = Bounds(low: low, high: high)
    isVague = true
  }

  /// From `low` to `high`, as the text says.
  init?(from low: Amount, to high: Amount) {
    guard low.value < high.value, low.upper == nil, high.upper == nil else { return nil }
    value = low.value
    upper = high.value
    bounds = Bounds(low: low.bounds.low, high: high.bounds.high)
    mod = low.mod ?? high.mod
    isVague = low.isVague || high.isVague
  }

  /// The amount times `factor`; bounds grow with it.
  func scaled(_ factor: Double) -> Amount {
    var result = self
    result.value = Self.clean(value * factor)
    result.upper = upper.map { Self.clean($0 * factor) }
    result.bounds = Bounds(
      low: bounds.low.map { Self.clean($0 * factor) },
      high: bounds.high.map { Self.clean($0 * factor) })
    if factor < 0 { result.bounds = Bounds(low: result.bounds.high, high: result.bounds.low) }
    return result
  }

  /// Bounds widened by half of `unit` on each side: what a number rounded to `unit` can stand for.
  func rounded(to unit: Double) -> Amount {
    var result = self
    result.bounds = Bounds(
      low: bounds.low.map { Self.clean($0 - unit / 2) },
      high: bounds.high.map { Self.clean($0 + unit / 2) })
    return result
  }

  /// Takes the last binary digits off a product that should be a whole number (4.7 × 10⁹).
  static func clean(_ value: Double) -> Double {
    let whole = value.rounded()
    if whole != value, abs(value - whole) <= abs(value) * 1e-14 { return whole }
    let tenThousandths = (value * 10_000).rounded()
    if abs(tenThousandths) < 1e15, abs(value * 10_000 - tenThousandths) <= abs(value) * 1e-10 {
      return tenThousandths / 10_000
    }
    return value
  }

  var isWhole: Bool { value == value.rounded() && abs(value) < 1e15 }

  /// Decimal digits, shortest form.
  static func text(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e18 ? String(Int(value)) : String(value)
  }

  /// One number, or `low/high`.
  var text: String {
    guard let upper else { return Self.text(value) }
    return "\(Self.text(value))/\(Self.text(upper))"
  }
}
