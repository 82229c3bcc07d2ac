import Testing

@testable import Compare

/// Which wordings can be true of one thing.
@Suite struct AgreementTests {
  private static let language = Result { try Language.builtIn("en", conflicts: []) }

  private func fact(_ text: String) throws -> Fact {
    let language = try Self.language.get()
    let article = Article(
      id: "a", outlet: "a", published: PublicationDate("2025-03-19"), path: "a",
      text: Array(text.utf8))
    let document = Document(article, number: 0, segmenter: language.segmenter)
    return try #require(language.extractor.facts(in: document).first)
  }

  @Test(arguments: [
    ("10 miles of road", "16 km of road", true), ("2 miles of road", "3 km of road", true),
    ("10 miles of road", "10 km of road", false), ("30 mm of rain", "30 cm of rain", false),
    ("30 mm of rain", "3 cm of rain", true),
    ("1,000 metres of road", "one kilometre of road", true),
    ("40 degrees Celsius", "104 degrees Fahrenheit", true), ("40°C", "40°F", false),
    ("5 degrees Celsius warmer", "9 degrees Fahrenheit warmer", true),
    ("12 miles of road", "16 km of road", false), ("more than 10 miles", "20 km of road", true),
    ("200 pounds of flour", "91 kilograms of flour", true), ("10 acres", "4 hectares", true),
    ("60 mph winds", "97 kph winds", true), ("60 mph winds", "120 kph winds", false),
  ])
  func units(first: String, second: String, agree: Bool) throws {
    let (first, second) = (try fact("It was \(first)."), try fact("It was \(second)."))
    #expect(first.isComparable(with: second))
    #expect(first.agrees(with: second) == agree)
    #expect(second.agrees(with: first) == agree)
    #expect(first.agreesInPlace(with: second) == agree)
  }

  @Test(arguments: [("10 miles of road", "10 acres of land"), ("30 tons of sand", "30 kg of sand")])
  func otherDimensions(first: String, second: String) throws {
    #expect(!(try fact("It was \(first).").isComparable(with: try fact("It was \(second)."))))
  }

  @Test func boundsAreInBaseUnits() throws {
    let miles = try fact("It was 10 miles.")
    #expect(miles.value == "10" && miles.unit == "mile")
    #expect(miles.bounds == Bounds(exactly: 16093.44))
    #expect(try fact("It was 104 degrees Fahrenheit.").bounds == Bounds(exactly: 313.15))
  }

  /// Every unit of the list can be read, and every unit that patterns name is measured or known to
  /// be of several sizes.
  @Test(arguments: ["en", "de"]) func measures(code: String) throws {
    let lexicons = try Language.builtIn(code, conflicts: []).lexicons
    let base = try #require(lexicons["unit.base"]?.entries)
    for (unit, text) in base { #expect(Measure(text) != nil, "\(unit): \(text)") }
    let named = Set((lexicons["unit.measure"]?.entries ?? [:]).values)
    let others = Set([
      "ton", "gallon", "ounce", "barrel", "cup", "pint", "quart", "bushel", "teaspoon",
      "tablespoon", "carat", "calorie", "kiloton", "decibel", "volt", "hertz", "megahertz",
      "gigahertz", "megabit", "horsepower", "part per million", "part per billion",
    ])
    #expect(named.subtracting(base.keys).subtracting(others).isEmpty)
  }

  /// A clock of twelve hours leaves open which half of the day is meant.
  @Test(arguments: [
    ("at 2:30", "at 14:30", true), ("at half past two", "at 2:30 p.m.", true),
    ("at half past two", "at 2:30 a.m.", true), ("at 02:30", "at 14:30", false),
    ("at 2:30 a.m.", "at 2:30 p.m.", false), ("at 2:30", "at 3:30 p.m.", false),
    ("at half past two on Monday", "at 2:30 p.m. on Monday", true),
    ("at half past two on Monday", "at 2:30 p.m. on Tuesday", false),
    ("at noon", "at midnight", false), ("at 12:30", "at 12:30 p.m.", true),
  ])
  func halvesOfTheDay(first: String, second: String, agree: Bool) throws {
    let (first, second) = (try fact("It fell \(first)."), try fact("It fell \(second)."))
    #expect(first.agrees(with: second) == agree)
    #expect(second.agrees(with: first) == agree)
  }

  /// Of "3/4/2025" either figure may be the month; the value takes the first.
  @Test(arguments: [
    ("on 03/04/2025", "on 3 April 2025", true), ("on 03/04/2025", "on 4 March 2025", true),
    ("on 03/04/2025", "on 5 June 2025", false), ("on 25/04/2025", "on 24 April 2025", false),
    ("on Thursday, 03/04/2025", "on 4 March 2025", false),
    ("on 2025/03/04", "on 3 April 2025", false),
  ])
  func ordersOfDates(first: String, second: String, agree: Bool) throws {
    let (first, second) = (try fact("It fell \(first)."), try fact("It fell \(second)."))
    #expect(first.agrees(with: second) == agree)
  }

  @Test func otherDatesTellTheOrder() throws {
    #expect(try fact("It opens 03/04/2025.").value == "2025-03-04")
    #expect(try fact("It opens 03/04/2025 and shuts 30/04/2025.").value == "2025-04-03")
    let sure = try fact("It opens 03/04/2025 and shuts 04/30/2025.")
    #expect(sure.value == "2025-03-04" && sure.bounds.low == sure.bounds.high)
  }
}
