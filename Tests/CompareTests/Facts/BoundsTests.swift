import Testing

@testable import Compare

@Suite struct BoundsTests {
  private static let language = Result { try Language.builtIn("en", conflicts: []) }

  private func facts(_ text: String, published: String? = "2025-03-19") throws -> [Fact] {
    let language = try Self.language.get()
    let article = Article(
      id: "a", outlet: "a", published: published.flatMap { PublicationDate($0) }, path: "a",
      text: Array(text.utf8))
    return language.extractor.facts(
      in: Document(article, number: 0, segmenter: language.segmenter))
  }

  /// What the wording allows, and what it doesn't.
  @Test(arguments: [
    ("It took two hours.", 7200.0, 7100.0),
    ("It took almost two hours.", 7000.0, 7200.0),
    ("It took about two hours.", 6600.0, 9000.0),
    ("It took more than two hours.", 9000.0, 7200.0),
    ("It took at least two hours.", 7200.0, 7100.0),
    ("It took up to two hours.", 3600.0, 7300.0),
    ("It took a month.", 30.0 * 86_400, 32.0 * 86_400),
    ("It cost $1.3 billion.", 1_340_000_000.0, 1_360_000_000.0),
    ("It cost $40,000.", 40_000.0, 40_100.0),
    ("Shares fell 5.7 percent.", 5.74, 5.8),
    ("Some 1.3 million people fled.", 1_250_000.0, 1_600_000.0),
    ("Exactly 500 people came.", 500.0, 501.0),
    ("Between 30 and 40 people came.", 35.0, 41.0),
  ])
  func widths(text: String, allowed: Double, forbidden: Double) throws {
    let fact = try #require(try facts(text).first { $0.type != .quote })
    #expect(fact.bounds.meets(Bounds(exactly: allowed)), "\(fact.bounds)")
    #expect(!fact.bounds.meets(Bounds(exactly: forbidden)), "\(fact.bounds)")
  }

  @Test func anUndatedWeekdayStaysUnresolved() throws {
    let fact = try #require(try facts("He left on Tuesday.", published: nil).first)
    #expect(fact.value == "XXXX-WXX-2")
    #expect(!fact.isResolved)
  }

  @Test(arguments: [
    ("He said Tuesday that they will meet on Sunday.", ["2025-03-18", "2025-03-23"]),
    ("They are expected to sign it on Friday.", ["2025-03-21"]),
    ("They signed it on Friday.", ["2025-03-14"]),
    ("She canceled a planned talk on Friday.", ["2025-03-14"]),
    ("She will give a planned talk on Friday.", ["2025-03-21"]),
    ("He said Wednesday that it was over.", ["2025-03-19"]),
    ("The ferry set out from Marn on Monday.", ["2025-03-17"]),
    ("They will set off on Friday.", ["2025-03-21"]),
    ("Talks resume Friday.", ["2025-03-21"]),
    ("Talks did not resume Friday.", ["2025-03-14"]),
    ("They have to leave by Friday.", ["2025-03-21"]),
    ("They cut rates on Friday.", ["2025-03-14"]),
    ("They will cut rates on Friday.", ["2025-03-21"]),
  ])
  func weekdaysFollowTheNearestVerb(text: String, values: [String]) throws {
    #expect(try facts(text).filter { $0.type == .date }.map(\.value) == values)
  }

  /// A month far back is the one before, where its own verb stands beside it.
  @Test(arguments: [
    ("He was a guard whom they hired in May.", "2024-05"),
    ("They met on Dec. 20.", "2024-12-20"),
    ("They will meet in May.", "2025-05"),
    ("He was a guard, and the hearing is in May.", "2025-05"),
  ])
  func monthsFollowTheirOwnVerb(text: String, value: String) throws {
    #expect(try facts(text).first { $0.type == .date }?.value == value)
  }

  /// Longer units than the year are their own.
  @Test(arguments: [
    ("It stood for two decades.", "P2DE"), ("It stood for half a century.", "P50Y"),
    ("It stood for a millennium.", "P1ML"), ("It stood for several centuries.", "PXCE"),
  ])
  func longUnits(text: String, value: String) throws {
    #expect(try facts(text).first { $0.type == .duration }?.value == value)
  }

  /// A history keeps to the years it tells of, whatever it names in passing.
  @Test(arguments: [
    ("In March 1843 the fort fell. It was, as in 1712, burnt. On 3 May they left.", "1843-05-03"),
    ("In March 1843 the fort fell. It, like that of 1798, was burnt. In May they left.", "1843-05"),
    ("In March 1843 the fort fell. In 1851, it was sold. On 3 May they left.", "1851-05-03"),
    ("On 9 March 1843 the fort fell. By the end of the month it was sold.", "1843-03"),
    ("On 9 March 1843 the fort fell. It was sold on the 28th.", "1843-03-28"),
    ("In March 1843 the fort fell. It kept to the 1842 treaty. In May they left.", "1843-05"),
    ("In March 1843 the fort fell. A wall was planned for 1844. On 3 May they left.", "1843-05-03"),
    ("The fort, built in 1843, burnt on Friday. It will open on 3 May.", "2025-05-03"),
  ])
  func aHistoryKeepsToItsYears(text: String, value: String) throws {
    #expect(try facts(text).last { $0.type == .date }?.value == value)
  }

  /// Feasts that go by the moon.
  @Test(arguments: [
    ("Ramadan 2018", "2018-05-16/2018-06-14"), ("Eid al-Fitr 2018", "2018-06-15"),
    ("Rosh Hashanah 2024", "2024-10-03/2024-10-04"), ("Yom Kippur 1973", "1973-10-06"),
    ("Hanukkah 2016", "2016-12-25/2017-01-01"), ("Passover 2013", "2013-03-26/2013-04-02"),
    ("Purim 2018", "2018-03-01"), ("Lunar New Year 2014", "2014-01-31"),
    ("Chinese New Year 2025", "2025-01-29"), ("Diwali 2019", "2019-10-27"),
    ("Holi 2019", "2019-03-21"), ("Ganesh Chaturthi 2019", "2019-09-02"),
    ("Dussehra 2019", "2019-10-08"), ("Janmashtami 2019", "2019-08-23"),
    ("Onam 2019", "2019-09-11"), ("Vaisakhi 2018", "2018-04-14"), ("Pongal 2019", "2019-01-15"),
    ("Vesak 2018", "2018-04-30"), ("Lohri 2018", "2018-01-13"),
    ("Mid-Autumn Festival 2019", "2019-09-13"), ("Dragon Boat Festival 2018", "2018-06-18"),
    ("Tu BiShvat 2020", "2020-02-10"), ("Tisha B'Av 2016", "2016-08-13"),
    ("Yom Haatzmaut 2019", "2019-05-09"), ("Shemini Atzeret 2018", "2018-10-01"),
    ("Remembrance Sunday 2018", "2018-11-11"), ("Victoria Day 2019", "2019-05-20"),
    ("Advent Sunday 2018", "2018-12-02"), ("Boss's Day 2021", "2021-10-15"),
    ("Parsi New Year 2022", "2022-08-16"), ("Thanksgiving Eve 2018", "2018-11-21"),
    ("Diwali 2018", "2018-11-07"), ("Orthodox Easter 2021", "2021-05-02"),
    ("Easter 2024", "2024-03-31"), ("Election Day 2012", "2012-11-06"),
  ])
  func feasts(text: String, value: String) throws {
    #expect(try facts("It was over before \(text).").first?.value == value)
  }

  /// Which wordings can be one moment around midnight.
  @Test(arguments: [
    ("around midnight on Saturday", "early on Sunday", true),
    ("at midnight on Saturday", "on Sunday", true),
    ("late on Saturday night", "early on Sunday", true),
    ("shortly before midnight on Saturday", "at midnight on Saturday", true),
    ("shortly before noon on Saturday", "at 9 a.m. on Saturday", false),
    ("at 3 p.m. on Saturday", "early on Sunday", false),
    ("on Saturday night", "on Sunday night", false),
    ("on Saturday night", "on Sunday", false),
  ])
  func midnightLiesInTwoDays(first: String, second: String, agree: Bool) throws {
    let (a, b) = (try facts("It fell \(first)."), try facts("It fell \(second)."))
    #expect(try #require(a.last).agrees(with: try #require(b.last)) == agree)
    #expect(try #require(b.last).agrees(with: try #require(a.last)) == agree)
  }

  @Test func quotationsAreFactsWithNormalWords() throws {
    let fact = try #require(try facts("He said: “We won’t stop.”").first)
    #expect(fact.type == .quote)
    #expect(fact.value == "we won't stop")
  }

  /// Results don't depend on what was read before.
  @Test func aDocumentReadAgainGivesTheSame() throws {
    let text = "On March 3-5 some 40 to 50 people paid $3 million over two weeks, 9 a.m. to 5 p.m."
    let first = try facts(text)
    _ = try facts("Nearly 1.3 million people; the third quarter of 2024; every two weeks.")
    let second = try facts(text)
    #expect(first.map(\.value) == second.map(\.value))
    #expect(first.map(\.range) == second.map(\.range))
  }
}
