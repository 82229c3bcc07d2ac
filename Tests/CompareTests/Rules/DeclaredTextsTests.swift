import Testing

@testable import Compare

@Suite struct DeclaredTextsTests {
  private static let comparison: Comparison? = try? Comparison(language: .builtIn())

  private static func verdict(_ a: String, _ b: String) throws -> PairVerdict {
    try #require(comparison).verdict(on: TextPair(id: "1", a: a, b: b))
  }

  private static func rules(_ a: String, _ b: String) throws -> [String] {
    try verdict(a, b).conflicts.filter { $0.match == .confirmed }.map(\.rule)
  }

  /// What is only asked of declared texts is never asked of articles.
  @Test func articlesAreNotDeclared() throws {
    let texts = [
      "The Long Shore is a 1986 Danish crime film by Ada Lund.",
      "The Long Shore is a Norwegian film.",
    ]
    #expect(try Self.rules(texts[0], texts[1]) == ["declared.class"])
    let articles = texts.enumerated().map { number, text in
      Article(id: "\(number)", outlet: "\(number)", path: "\(number)", text: Array(text.utf8))
    }
    let findings = try #require(Self.comparison).findings(in: articles)
    #expect(!findings.conflicts.contains { $0.rule.hasPrefix("declared.") })
  }

  @Test(
    arguments: [
      // Irregular forms and synonyms are one word, a verb and its noun are near enough.
      (
        "The firm bought two ferries from a rival in Lund last year.",
        "The firm hasn't purchased ferries."
      ),
      ("Divers found the wreck off the coast of Orr in spring.", "Divers never found the wreck."),
    ])
  func denialsAreFoundInOtherWords(_ report: String, _ claim: String) throws {
    #expect(try Self.verdict(report, claim).label == .conflict)
    #expect(try Self.verdict(claim, report).label == .conflict)
  }

  @Test(
    arguments: [
      "The firm bought not only ferries from a rival.",
      "If the firm did not buy ferries, a rival did.",
      "The firm did not buy planes.",
    ])
  func someNegationsDenyNothing(_ claim: String) throws {
    #expect(
      try Self.verdict("The firm bought two ferries from a rival in Lund last year.", claim).label
        != .conflict)
  }

  @Test func aReportThatDebunksRepeatsWhatItDenies() throws {
    let story =
      "Fishers on the lake of Orr saw a whale on Monday. They told of it at once. Crowds came. "
      + "Boats were rented out. The mayor smiled."
    let claim = "No whale was seen in the lake of Orr."
    #expect(try Self.verdict(story, claim).label == .conflict)
    #expect(try Self.verdict(story + " It was a hoax.", claim).label != .conflict)
  }

  @Test(
    arguments: [
      ("Tarsk is taller than Lund.", true), ("Orr is taller than Tarsk.", true),
      ("Lund is taller than Tarsk.", false), ("Voss is taller than Lund.", false),
    ])
  func comparisonsAreFollowedThrough(_ claim: String, _ isConflict: Bool) throws {
    let known = "Lund is taller than Orr, Orr is as tall as Tarsk."
    #expect(try Self.rules(known, claim).contains("declared.order") == isConflict)
  }

  @Test(
    arguments: [
      ("The envoy has met only two people.", true),
      ("The envoy has met more than six people.", true),
      ("The envoy has met only three people.", false),
      ("The envoy has met less than four people.", false),
      ("The mayor has met only two people.", false),
    ])
  func namesAreCounted(_ claim: String, _ isConflict: Bool) throws {
    let list = "The envoy has met Ada Lund, Orr and Clara Voss."
    #expect(try Self.rules(list, claim).contains("declared.list") == isConflict)
  }

  @Test func valuesThatOnlyTouchAreDifferent() throws {
    let report = "The line will begin with an increase in its yearly dividend to $0.13, it said."
    #expect(try Self.rules(report, "The dividend is $0.14.") == ["declared.amount"])
    #expect(try Self.rules(report, "The dividend is $0.13.").isEmpty)
  }

  @Test(
    arguments: [
      ("Grey Box was founded before 1990.", true), ("Grey Box was founded before 2003.", false),
      ("Grey Box has been sold since 1998.", false),
    ])
  func daysAreOpenWhereAWordOpensThem(_ claim: String, _ isConflict: Bool) throws {
    let report = "Grey Box was a maker of games in Lund, founded in 1998 by three former teachers."
    #expect(try Self.rules(report, claim).contains("declared.date") == isConflict)
  }

  /// A day belongs to what was done on it, and to whom.
  @Test(
    arguments: [
      ("The ferry line was painted in 1929.", false),
      ("The ferry line was founded in 1929.", true),
      ("Ada Orr founded a ferry line in 1929.", false),
    ])
  func daysAreBoundByDeeds(_ claim: String, _ isConflict: Bool) throws {
    let report =
      "Three brothers, who had sold their boats, founded the ferry line in 1922 with a loan. "
      + "Later Ada Orr joined it."
    #expect(try Self.rules(report, claim).contains("declared.date") == isConflict)
  }

  @Test func openDaysAreCompared() throws {
    let report = "Earnings of the line rose to $3.10 in the third quarter."
    let claim = "Earnings of the line rose to $3.10 in the second quarter."
    #expect(try Self.verdict(report, claim).label == .conflict)
    #expect(try Self.verdict(report, report).label != .conflict)
  }

  @Test(
    arguments: [
      ("The boats leave on Friday, not on Monday.", true),
      ("The boats leave not on Friday, but on Monday.", false),
    ])
  func aDenialReachesNoFartherThanItsClause(_ claim: String, _ isConflict: Bool) throws {
    let known = "The boats leave not on Friday, but on Monday."
    #expect((try Self.verdict(known, claim).label == .conflict) == isConflict)
  }

  @Test(
    arguments: [
      ("There are no children swimming in the lake.", true),
      ("Children are not swimming in the lake.", false),
    ])
  func whatIsDeniedOfAllIsDeniedOfSome(_ claim: String, _ isConflict: Bool) throws {
    let known = "Several children are swimming in the lake."
    #expect((try Self.verdict(known, claim).label == .conflict) == isConflict)
  }

  @Test(
    arguments: [
      ("Ada Lund was 60 years old when she died.", true),
      ("Ada Lund died at 77 years old.", false), ("Ada Lund was born on 4 May 1912.", true),
      ("Ada Lund was mayor for 60 years.", false),
    ])
  func yearsAddUp(_ claim: String, _ isConflict: Bool) throws {
    let life = "Ada Lund (4 May 1911 - 9 March 1989) was a Danish painter."
    #expect(try Self.rules(life, claim).contains("declared.span") == isConflict)
  }
}
