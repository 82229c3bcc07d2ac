/// How a unit of measure is told in the base unit of its dimension: a mile is 1,609.344 metres.
public struct Measure: Hashable, Sendable {
  /// What a unit measures; only units of one dimension are compared.
  public enum Dimension: String, Sendable, CaseIterable {
    case length, area, volume, mass, speed, temperature, power, energy, data
  }

  public let dimension: Dimension
  private let factor: Double
  /// What is added behind the factor; only scales of temperature begin at different places.
  let zero: Double

  /// Reads `length 1609.344`, `temperature 1 273.15`: dimension, factor and what is added.
  ///
  /// - Returns: `nil` for any other text.
  init?(_ text: String) {
    let parts = text.split(separator: " ")
    guard (2...3).contains(parts.count), let dimension = Dimension(rawValue: String(parts[0])),
      let factor = Double(parts[1]), factor > 0, let zero = parts.count > 2 ? Double(parts[2]) : 0
    else { return nil }
    (self.dimension, self.factor, self.zero) = (dimension, factor, zero)
  }

  /// A number of the unit in the base unit.
  func inBase(_ number: Double) -> Double { number * factor + zero }

  /// Bounds in the unit, in the base unit.
  func inBase(_ bounds: Bounds) -> Bounds {
    Bounds(low: bounds.low.map { inBase($0) }, high: bounds.high.map { inBase($0) })
  }

  /// How far a number of the unit, in the base unit, can be from what it was converted from.
  ///
  /// Who converts, rounds: "16 kilometres" are ten miles, "3 kilometres" two. Half of the last
  /// digit that is not nought, and no more than a twentieth; of degrees, where nought is a place
  /// like others, half a degree in any case.
  func rounding(of number: Double, step: Double) -> Double {
    let share = abs(number) / 20
    return min(step / 2, dimension == .temperature ? max(share, 0.5) : share) * factor
  }
}
