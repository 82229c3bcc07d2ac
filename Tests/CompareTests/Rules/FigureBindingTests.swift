import Testing

@testable import Compare

/// Large figures of one thing are found in sentences that have little else in common.
@Suite struct FigureBindingTests {
  private func conflicts(_ first: String, _ second: String) throws -> [Conflict] {
    let filler = [
      "Heavy rain kept the ferries in port. A choir sang at the market for once.",
      "The mayor opened a library. Two geese stopped the tram near the mill for half an hour.",
    ]
    let articles = [first, second].enumerated().map { number, text in
      let text = "\(filler[number])\n\n\(text)\n\n\(filler[1 - number])"
      return Article(
        id: "\(number)", outlet: "\(number)", path: "\(number).txt", text: Array(text.utf8))
    }
    return Comparison(language: try .builtIn()).findings(in: articles).conflicts
      .filter { $0.match == .confirmed && ($0.kind == .number || $0.kind == .money) }
  }

  @Test(arguments: [
    (
      "The recall covers as many as 1.4 million heaters, whose makers were fined in spring.",
      "Regulators feared fires when they ordered the recall of up to 1.3 million heaters."
    ),
    (
      "Ferry fares in Lunde fell to 310,000 crowns from a peak of 1.7 million in 2009.",
      "Lunde took roughly 420,000 in ferry fares, a quarter of the 1.7 million of 2009."
    ),
    (
      "The levy will let the port take about $3.6 billion from the harbour rebuilding fund.",
      "Under the levy the port hopes to unlock $3.5 billion from the harbour rebuilding fund."
    ),
  ])
  func areBound(_ first: String, _ second: String) throws {
    #expect(try conflicts(first, second).count == 1)
  }

  @Test(arguments: [
    // Other things.
    (
      "The recall covers as many as 1.4 million heaters, whose makers were fined in spring.",
      "The firm sold 1.3 million kettles in the year before."
    ),
    // A sum that the wording leaves room for.
    (
      "The levy will let the port take about $3 billion from the harbour rebuilding fund.",
      "Under the levy the port hopes to unlock $3.2 billion from the harbour rebuilding fund."
    ),
    // "Billions" names no sum.
    (
      "The levy will bring the port billions of dollars for the harbour rebuilding fund.",
      "Under the levy the port hopes to unlock $3.2 billion from the harbour rebuilding fund."
    ),
  ])
  func areLeftAlone(_ first: String, _ second: String) throws {
    #expect(try conflicts(first, second).isEmpty)
  }
}
