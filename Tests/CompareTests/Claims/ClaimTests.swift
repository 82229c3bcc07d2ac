import Compare
import Testing

@Suite struct ClaimTests {
  private static let language = Result { try Language.builtIn() }

  private static func findings(
    _ statement: String, _ articles: [String], published: PublicationDate? = nil, jobs: Int = 1
  ) throws -> ClaimFindings {
    Comparison(language: try language.get(), jobs: jobs).findings(
      on: .claim(statement, published: published),
      in: articles.enumerated().map { number, text in
        Article(
          id: "\(number)", outlet: "Outlet \(number)", published: published, path: "\(number).txt",
          text: Array(text.utf8))
      })
  }

  /// What the one passage of an article is to a statement; `nil` when it does not bear on it.
  private static func bearing(_ statement: String, _ passage: String) throws -> Bearing? {
    let day = PublicationDate("2025-03-21")
    let passages = try findings(statement, [passage], published: day).passages
    #expect(passages.count <= 1)
    return passages.first?.bearing
  }

  @Test(
    arguments: [
      (
        "The call between Marten and Olsen lasted three hours.",
        "The call between Ms. Marten and Mr. Olsen lasted almost two hours, an aide said."
      ),
      (
        "The council approved the new bridge on Tuesday.",
        "The council approved the new bridge on Thursday after a long debate."
      ),
      (
        "The truce covers energy and water plants in the east.",
        "The truce covers water plants in the east, the mediators said."
      ),
      (
        "The minister will attend the hearing next week in person.",
        "The minister will not attend the hearing next week in person."
      ),
    ])
  func conflicts(statement: String, passage: String) throws {
    #expect(try Self.bearing(statement, passage) == .conflicts)
  }

  @Test(
    arguments: [
      (
        "The call between Marten and Olsen lasted less than two hours.",
        "The call between Ms. Marten and Mr. Olsen lasted almost two hours, an aide said."
      ),
      (
        "The council approved the new bridge on Wednesday.",
        "After a long debate the council approved the new bridge on March 19, two years late."
      ),
      (
        "Rescuers pulled twelve passengers from the water.",
        "Rescuers pulled 12 passengers from the cold water of the lake before dawn."
      ),
      (
        "The union represents 5,000 drivers across the valley.",
        "The union represents five thousand drivers across the valley."
      ),
    ])
  func supports(statement: String, passage: String) throws {
    #expect(try Self.bearing(statement, passage) == .supports)
  }

  /// About the same thing, but saying less, something else, or of somebody else.
  @Test(
    arguments: [
      (
        "The bridge over the Aln was unsafe.",
        "The mayor of Tarn, Ann Poe, rejected claims that the bridge over the Aln was unsafe."
      ),
      (
        "The mill was sold to Arda for 30 million crowns.",
        "A rumour that the mill was sold to Arda for 30 million crowns is false, Ann Poe said."
      ),
      (
        "Arda sold the old mill on the river.",
        "The council of Tarn sold the old mill on the river to Arda."
      ),
      (
        "The bridge carries 20,000 cars a day over the Aln.",
        "The bridge used to carry 20,000 cars a day over the Aln."
      ),
      (
        "Rescuers pulled twelve passengers from the water before dawn.",
        "The passengers waited in the water for rescuers to pull them out before dawn."
      ),
      (
        "Roughly 35 percent of the voters in Lunde are farmers.",
        "Of the voters in Lunde roughly 46 percent are farmers, the mayor told the farmers' union."
      ),
      (
        "The drivers of the valley back the strike of the union.",
        "Few drivers of the valley back the strike of the union."
      ),
      (
        "Clara Voss won the seat of Lunde after a recount.",
        "The recount of the seat of Lunde, which Peter Brandt won after all, took a week."
      ),
      (
        "The mill in Tarsk will close in spring, its owners said.",
        "Its owners said that the mill in Tarsk, which is old, might well close in spring."
      ),
      (
        "Officials tested the valve of the dam before the flood.",
        "Officials who knew the dam said nobody had tested the valve for years before the flood."
      ),
    ])
  func isNoSupport(statement: String, passage: String) throws {
    let bearing = try Self.bearing(statement, passage)
    #expect(bearing != nil && bearing != .supports)
  }

  @Test(
    arguments: [
      ("The council approved the new bridge on Tuesday.", "A heron nested on the old pier."),
      ("The council approved the new bridge on Tuesday.", "She came on Tuesday with a new coat."),
    ])
  func isUnrelated(statement: String, passage: String) throws {
    #expect(try Self.bearing(statement, passage) == nil)
  }

  @Test func theMostSimilarComesFirst() throws {
    let found = try Self.findings(
      "The ferry to Lunde left the harbour of Tarsk at dawn.",
      [
        "Harbour workers in Tarsk saw the ferry. The bakers were asleep.",
        "The ferry to Lunde left the harbour of Tarsk at dawn.",
        "At dawn, the ferry to Lunde left the harbour of Tarsk with few people on board.",
      ])
    #expect(found.passages.map(\.document) == [2, 3, 1])
    #expect(found.passages.map(\.bearing) == [.supports, .supports, .related])
    #expect(found.passages[0].similarity == 1)
    #expect(found.coverage.articles == 3)
    #expect(found.coverage.passages == 4)
  }

  @Test func aConflictNamesItsRuleAndBothValues() throws {
    let found = try Self.findings(
      "The union represents nine thousand drivers across the valley.",
      ["Nobody knew. The union represents five thousand drivers across the valley."])
    let passage = try #require(found.passages.first)
    let conflict = try #require(passage.conflicts.first)
    #expect(conflict.rule == "number.count")
    #expect((conflict.a.document, conflict.b.document) == (0, 1))
    #expect((conflict.a.value, conflict.b.value) == ("9000", "5000"))
    let article = found.documents[1].article
    #expect(article.string(conflict.b.range) == "five thousand")
    #expect(article.string(passage.range).hasPrefix("The union"))
  }

  /// Without a date for it, "Tuesday" in a statement is no day.
  @Test func relativeDatesNeedADate() throws {
    let articles = ["The council approved the new bridge on 20 March 2025 after a long debate."]
    let statement = "The council approved the new bridge on Tuesday after a long debate."
    let undated = try Self.findings(statement, articles)
    #expect(undated.count(.conflicts) == 0)
    let dated = try Self.findings(
      statement, articles, published: PublicationDate("2025-03-21"))
    #expect(dated.count(.conflicts) == 1)
  }

  @Test func isTheSameForAnyNumberOfJobs() throws {
    let articles = (1...9).map {
      "The union represents \($0) thousand drivers across the valley. It met in Lunde."
    }
    let statement = "The union represents 4,000 drivers across the valley."
    let one = try Self.findings(statement, articles, jobs: 1)
    let four = try Self.findings(statement, articles, jobs: 4)
    #expect(one.passages.map(\.document) == four.passages.map(\.document))
    #expect(one.passages.map(\.bearing) == four.passages.map(\.bearing))
    #expect(one.count(.conflicts) == 8)
  }
}
