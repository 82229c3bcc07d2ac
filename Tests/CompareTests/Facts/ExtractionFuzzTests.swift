import Testing

@testable import Compare

/// Texts that no one wrote: examples of the patterns with words and numbers exchanged.
@Suite struct ExtractionFuzzTests {
  /// What follows from a seed, whatever the machine.
  private struct Dice {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
      return mixed ^ mixed >> 31
    }

    mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

    mutating func one<Element>(of elements: [Element]) -> Element {
      elements[below(elements.count)]
    }
  }

  private static let numbers = [
    "9223372036854775807", "18446744073709551616", "99999999999999999999999999",
    String(repeating: "1", count: 400), "0." + String(repeating: "0", count: 300) + "1",
    "2147483648", "99999", "4500", "3500", "0000", "32", "31", "13", "12", "0", "½", "1/0",
    "1,000,000,000,000,000,000", "25:61", "24:00", "99:99", "13/13/2025", "03/04/2025",
    "9999-12-31", "2025-02-30", "billion", "trillion", "million million million", "hundred",
    "dozen", "half", "centuries", "millennia", "decades", "quarters", "BC", "AD", "°C", "%", "€",
  ]

  /// Longer than this no run takes, be the machine slow.
  private static let limit = Duration.seconds(2)

  /// Nothing stops the run, no bounds are upside down, no value is "inf".
  @Test(arguments: ["en", "de"]) func holds(code: String) throws {
    let language = try Language.builtIn(code, conflicts: [])
    let texts = language.extractor.examples.map { $0.text.split(separator: " ").map(String.init) }
    let words = Array(Set(texts.joined())).sorted()
    let days = [nil, "0001-01-01", "9999-12-31", "2025-03-19", "2024-02-29T23:59:59+14:00"]
    var dice = Dice(state: 2025)
    let clock = ContinuousClock()
    let start = clock.now
    for _ in 0..<12_000 where clock.now - start < Self.limit {
      var text = dice.one(of: texts)
      for _ in 0...dice.below(4) {
        let at = dice.below(text.count + 1)
        let word = dice.one(of: dice.below(3) == 0 ? words : Self.numbers)
        if at < text.count, dice.below(2) == 0 {
          text[at] = word
        } else {
          text.insert(word, at: at)
        }
      }
      let written = text.joined(separator: " ")
      let article = Article(
        id: "a", outlet: "a", published: dice.one(of: days).flatMap { PublicationDate($0) },
        path: "a", text: Array(written.utf8))
      let document = Document(article, number: 0, segmenter: language.segmenter)
      for fact in language.extractor.facts(in: document) {
        #expect(fact.range.start < fact.range.end && fact.range.end <= written.utf8.count)
        #expect(fact.type == .quote || !fact.value.contains("inf"), "\(written): \(fact.value)")
        #expect(!fact.value.contains("nan"), "\(written): \(fact.value)")
        if let low = fact.bounds.low, let high = fact.bounds.high {
          #expect(low <= high, "\(written): \(fact.value)")
        }
      }
    }
  }

  @Test(arguments: [
    ("The village was inhabited from 5000 to 3500 BC.", "BC5000/BC3500"),
    ("It was built 4500-4000 BC.", "BC4500/BC4000"),
    ("It fell 9223372036854775807 days later.", "FUTURE_REF"),
    ("It fell 92233720368547758070 minutes ago.", "PAST_REF"),
    ("It fell two million million million weeks earlier.", "PAST_REF"),
    ("It fell 900,000 weeks ago.", "PAST_REF"),
    ("It formed 34 million years ago.", "MA34"),
  ])
  func largeNumbers(text: String, value: String) throws {
    let language = try Language.builtIn("en", conflicts: [])
    let article = Article(
      id: "a", outlet: "a", published: PublicationDate("2025-03-19"), path: "a",
      text: Array(text.utf8))
    let document = Document(article, number: 0, segmenter: language.segmenter)
    #expect(language.extractor.facts(in: document).contains { $0.value == value })
  }
}
