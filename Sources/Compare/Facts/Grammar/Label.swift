/// What one step of a pattern asks of an item: a class, and how the item is written.
struct Label: Sendable {
  enum Wanted: Sendable {
    /// A class of words: a lexicon, or one literal word.
    case word(Int)
    /// A kind of number, sign or earlier result.
    case trait(Traits)
  }

  var wanted: Wanted
  /// `true`: no white space before it; `false`: white space before it; `nil`: either.
  var glued: Bool?
  /// Whether its first letter must (not) be upper case; `nil`: either.
  var capital: Bool?

  /// Tells labels apart.
  var hash: UInt64 {
    func code(_ choice: Bool?) -> UInt64 { choice.map { $0 ? 2 : 1 } ?? 0 }
    let writing = code(glued) << 2 | code(capital)
    let parts: (UInt64, UInt64) =
      switch wanted {
      case .word(let number): (UInt64(number), writing)
      case .trait(let traits): (traits.rawValue, writing | 1 << 4)
      }
    return withUnsafeBytes(of: parts) { Hash.of($0) }
  }

  /// Whether an item can be written so, by the low bits of its symbol.
  func allows(_ writing: Int32) -> Bool {
    if let glued, glued != (writing & Item.spaced == 0) { return false }
    if let capital, capital != (writing & Item.capital != 0) { return false }
    return true
  }
}

/// What an item is, apart from the words it is made of: kinds of numbers, and earlier results.
struct Traits: OptionSet, Sendable {
  let rawValue: UInt64

  // Numbers written in digits, by what they could stand for.
  static let digits = Traits(rawValue: 1 << 0)
  static let integer = Traits(rawValue: 1 << 1)
  static let day = Traits(rawValue: 1 << 2)
  static let monthNumber = Traits(rawValue: 1 << 3)
  static let hour = Traits(rawValue: 1 << 4)
  static let minute = Traits(rawValue: 1 << 5)
  static let year = Traits(rawValue: 1 << 6)
  static let shortYear = Traits(rawValue: 1 << 7)
  static let clockDigits = Traits(rawValue: 1 << 8)
  static let decadeYear = Traits(rawValue: 1 << 9)
  static let dayMonthDots = Traits(rawValue: 1 << 10)
  static let dottedNumber = Traits(rawValue: 1 << 11)
  static let threeDigits = Traits(rawValue: 1 << 12)
  static let one = Traits(rawValue: 1 << 13)
  static let plausibleYear = Traits(rawValue: 1 << 14)
  static let dottedDate = Traits(rawValue: 1 << 15)
  static let decimals = Traits(rawValue: 1 << 16)
  static let isoDigits = Traits(rawValue: 1 << 17)

  // Results of earlier layers.
  static let number = Traits(rawValue: 1 << 20)
  static let ordinal = Traits(rawValue: 1 << 21)
  static let fraction = Traits(rawValue: 1 << 22)
  static let vague = Traits(rawValue: 1 << 23)
  static let spelled = Traits(rawValue: 1 << 24)
  static let percent = Traits(rawValue: 1 << 25)
  static let money = Traits(rawValue: 1 << 26)
  static let quantity = Traits(rawValue: 1 << 27)
  static let temperature = Traits(rawValue: 1 << 28)
  static let age = Traits(rawValue: 1 << 29)
  static let duration = Traits(rawValue: 1 << 30)
  static let date = Traits(rawValue: 1 << 31)
  static let time = Traits(rawValue: 1 << 32)
  static let set = Traits(rawValue: 1 << 33)
  static let interval = Traits(rawValue: 1 << 34)
  static let range = Traits(rawValue: 1 << 35)
  static let dayDate = Traits(rawValue: 1 << 36)
  static let monthDate = Traits(rawValue: 1 << 37)
  static let yearDate = Traits(rawValue: 1 << 38)
  static let weekday = Traits(rawValue: 1 << 39)
  static let clock = Traits(rawValue: 1 << 40)
  static let part = Traits(rawValue: 1 << 41)
  static let hedged = Traits(rawValue: 1 << 42)
  static let fullDate = Traits(rawValue: 1 << 43)
  static let singular = Traits(rawValue: 1 << 44)
  static let scaled = Traits(rawValue: 1 << 45)
  static let dayOfMonth = Traits(rawValue: 1 << 46)
  static let partialDay = Traits(rawValue: 1 << 47)
  static let anchored = Traits(rawValue: 1 << 48)
  static let bareYear = Traits(rawValue: 1 << 49)
  static let weekDate = Traits(rawValue: 1 << 50)
  static let moved = Traits(rawValue: 1 << 51)

  // Words that no lexicon knows, for looking around a match.
  static let word = Traits(rawValue: 1 << 56)
  static let nameBefore = Traits(rawValue: 1 << 57)
  static let nameAfter = Traits(rawValue: 1 << 58)
  static let sign = Traits(rawValue: 1 << 59)
  static let quoteMark = Traits(rawValue: 1 << 60)
  static let edge = Traits(rawValue: 1 << 61)
  static let letters = Traits(rawValue: 1 << 62)

  /// The names that pattern files use.
  static let named: [String: Traits] = [
    "digits": .digits, "integer": .integer, "day-number": .day, "month-number": .monthNumber,
    "hour-number": .hour, "minute-number": .minute, "year-number": .year, "yy": .shortYear,
    "hhmm": .clockDigits, "decade-number": .decadeYear, "day.month": .dayMonthDots,
    "dotted": .dottedNumber, "ddd": .threeDigits, "1": .one, "plausible-year": .plausibleYear,
    "dotted-date": .dottedDate, "decimal": .decimals, "yyyymmdd": .isoDigits,
    "number": .number, "ordinal": .ordinal,
    "fraction": .fraction, "vague": .vague, "spelled": .spelled, "percent": .percent,
    "money": .money, "quantity": .quantity, "temperature": .temperature, "age": .age,
    "duration": .duration, "date": .date, "time": .time, "set": .set, "interval": .interval,
    "range": .range, "day": .dayDate, "month-date": .monthDate, "year-date": .yearDate,
    "weekday-date": .weekday, "clock": .clock, "part-time": .part, "hedged": .hedged,
    "full-date": .fullDate, "singular": .singular, "scaled": .scaled,
    "day-of-month": .dayOfMonth, "partial-day": .partialDay, "anchored": .anchored,
    "bare-year": .bareYear, "week-date": .weekDate, "moved": .moved, "word": .word,
    "name-before": .nameBefore,
    "name-after": .nameAfter, "sign": .sign, "quote": .quoteMark, "edge": .edge,
    "letters": .letters,
  ]
}
