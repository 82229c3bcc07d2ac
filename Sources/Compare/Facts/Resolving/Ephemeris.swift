internal import Foundation

/// Where the sun and the moon stand, good to some minutes of time (Meeus, chapters 25, 47 and 49).
enum Ephemeris {
  /// Julian date of the first moment of 1970.
  static let epoch = 2_440_587.5

  /// The sun's longitude in degrees, from the equinox of date.
  static func sun(_ date: Double) -> Double {
    let t = centuries(date)
    let anomaly = 357.52911 + 35999.05029 * t
    return turn(
      280.46646 + 36000.76983 * t + (1.914602 - 0.004817 * t) * sine(anomaly)
        + 0.019993 * sine(2 * anomaly) + 0.000289 * sine(3 * anomaly))
  }

  /// The moon's longitude in degrees, from the equinox of date.
  static func moon(_ date: Double) -> Double {
    let t = centuries(date)
    let d = 297.8501921 + 445267.1114034 * t
    let sun = 357.5291092 + 35999.0502909 * t
    let moon = 134.9633964 + 477198.8675055 * t
    let node = 93.2720950 + 483202.0175233 * t
    var longitude = 218.3164477 + 481267.88123421 * t
    longitude += 6.288774 * sine(moon) + 1.274027 * sine(2 * d - moon)
    longitude += 0.658314 * sine(2 * d) + 0.213618 * sine(2 * moon)
    longitude += -0.185116 * sine(sun) - 0.114332 * sine(2 * node)
    longitude += 0.058793 * sine(2 * d - 2 * moon) + 0.057066 * sine(2 * d - sun - moon)
    longitude += 0.053322 * sine(2 * d + moon) + 0.045758 * sine(2 * d - sun)
    longitude += -0.040923 * sine(sun - moon) - 0.034720 * sine(d)
    longitude += -0.030383 * sine(sun + moon) + 0.015327 * sine(2 * d - 2 * node)
    return turn(longitude)
  }

  /// How far the moon is ahead of the sun, in degrees.
  static func elongation(_ date: Double) -> Double { turn(moon(date) - sun(date)) }

  /// What the Indian calendars take off a longitude, which they count from the stars (Lahiri).
  static func precession(_ date: Double) -> Double { 23.853 + 1.397 * centuries(date) }

  /// The number of the last new moon at least a month before a date.
  static func newMoon(before date: Double) -> Double {
    ((date - 2_451_550.1) / 29.530588861).rounded(.down) - 1
  }

  /// Julian date of a new moon in universal time.
  static func newMoon(_ k: Double) -> Double {
    let t = k / 1236.85
    let sun = 2.5534 + 29.1053567 * k
    let moon = 201.5643 + 385.81693528 * k
    let latitude = 160.7108 + 390.67050284 * k
    return 2_451_550.09766 + 29.530588861 * k + 0.00015437 * t * t
      - 0.40720 * sine(moon) + 0.17241 * sine(sun) + 0.01608 * sine(2 * moon)
      + 0.01039 * sine(2 * latitude) + 0.00739 * sine(moon - sun) - 0.00514 * sine(moon + sun)
      + 0.00208 * sine(2 * sun) - 0.00111 * sine(moon - 2 * latitude)
      - 0.0008
  }

  static func turn(_ degrees: Double) -> Double {
    let rest = degrees.truncatingRemainder(dividingBy: 360)
    return rest < 0 ? rest + 360 : rest
  }

  private static func centuries(_ date: Double) -> Double { (date - 2_451_545) / 36525 }

  private static func sine(_ degrees: Double) -> Double { sin(degrees * .pi / 180) }
}
