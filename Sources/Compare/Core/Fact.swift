/// What a fact is, by the names of the public formats.
public enum FactType: String, Sendable, CaseIterable {
  case date, time, duration, set, interval
  case number, numberRange = "number_range", percent, money, ordinal
  case quantity, age, temperature
  case scope, quote
}

extension FactType {
  /// Its bit in a set of types.
  var bit: UInt16 {
    switch self {
    case .date: 1 << 0
    case .time: 1 << 1
    case .duration: 1 << 2
    case .set: 1 << 3
    case .interval: 1 << 4
    case .number: 1 << 5
    case .numberRange: 1 << 6
    case .percent: 1 << 7
    case .money: 1 << 8
    case .ordinal: 1 << 9
    case .quantity: 1 << 10
    case .age: 1 << 11
    case .temperature: 1 << 12
    case .scope: 1 << 13
    case .quote: 1 << 14
    }
  }

  /// By the case, not by the text of its name.
  public func hash(into hasher: inout Hasher) { hasher.combine(bit) }
}

/// A set of types, which is asked for every fact of every sentence.
struct FactTypes: Sendable, ExpressibleByArrayLiteral {
  /// `FactType.bit` of each.
  let bits: UInt16

  init(_ types: some Sequence<FactType>) { bits = types.reduce(0) { $0 | $1.bit } }

  init(arrayLiteral types: FactType...) { self.init(types) }

  /// Whether there are times of day only.
  var isOfClock: Bool { bits == FactType.time.bit }

  func contains(_ type: FactType) -> Bool { bits & type.bit != 0 }
}

/// How the wording widens or moves a value (TIMEX3 `mod`).
public enum Modifier: String, Sendable, CaseIterable {
  case approx = "APPROX"
  case lessThan = "LESS_THAN"
  case moreThan = "MORE_THAN"
  case equalOrLess = "EQUAL_OR_LESS"
  case equalOrMore = "EQUAL_OR_MORE"
  case start = "START"
  case mid = "MID"
  case end = "END"
  case before = "BEFORE"
  case after = "AFTER"
  case onOrBefore = "ON_OR_BEFORE"
  case onOrAfter = "ON_OR_AFTER"
}

/// The closed interval of values that a wording allows; an end that is `nil` is open.
///
/// Base units: seconds for durations and times of day, days since 1970-01-01 for dates, the base
/// unit of its dimension for what is told in a unit of measure (metres of "10 miles"), the plain
/// number (percent as written, money in whole units of its currency) for all others.
public struct Bounds: Hashable, Sendable {
  public var low: Double?
  public var high: Double?

  public init(low: Double?, high: Double?) {
    self.low = low
    self.high = high
  }

  /// Both ends at one value.
  public init(exactly value: Double) { self.init(low: value, high: value) }

  /// Whether some value lies in both.
  public func meets(_ other: Bounds) -> Bool {
    if let low, let high = other.high, low > high { return false }
    if let high, let low = other.low, high < low { return false }
    return true
  }
}

/// A typed span of an article with its normalised value.
public struct Fact: Sendable {
  public var type: FactType
  /// The words, in the article's text.
  public var range: TextRange
  /// The words, as indices into the document's tokens.
  public var tokens: Range<Int>
  /// TIMEX3 for times; decimal digits for numbers; see CONTRACT for each type.
  public var value: String
  public var mod: Modifier?
  public var bounds: Bounds
  /// Currency code, unit of measure, or `nil`.
  public var unit: String?
  /// Index of the sentence it stands in.
  public var sentence: Int
  /// `false` when the value could not be resolved (a relative date with no publication date): such
  /// a fact is counted and raises no conflict.
  public var isResolved: Bool
  /// Whether a time of day may be in either half of the day ("at half past two").
  public var isHalfOpen: Bool
  /// How its unit is compared with others, where it is one of measure.
  public var measure: Measure?

  public init(
    type: FactType, range: TextRange, tokens: Range<Int>, value: String, mod: Modifier? = nil,
    bounds: Bounds, unit: String? = nil, sentence: Int, isResolved: Bool = true,
    isHalfOpen: Bool = false, measure: Measure? = nil
  ) {
    self.type = type
    self.range = range
    self.tokens = tokens
    self.value = value
    self.mod = mod
    self.bounds = bounds
    self.unit = unit
    self.sentence = sentence
    self.isResolved = isResolved
    self.isHalfOpen = isHalfOpen
    self.measure = measure
  }
}
