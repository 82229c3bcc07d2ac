import Testing

@testable import Compare

/// The day on which somebody spoke to an outlet is nothing that happened.
@Suite struct StatementDayTests {
  private func rules(_ a: (String, String), _ b: (String, String)) throws -> [String] {
    let articles = [a, b].enumerated().map { number, told in
      Article(
        id: "\(number)", outlet: "Outlet \(number)",
        published: PublicationDate(told.1), path: "\(number).txt",
        text: Array(told.0.utf8))
    }
    return Comparison(language: try .builtIn()).findings(in: articles).conflicts.map(\.rule)
  }

  private static func said(on day: String) -> String {
    "The dam above Orrhaven will be emptied by June, the owners of the mill said on \(day)."
  }

  @Test func whoIsAskedAgainTheNextDaySaysItAgain() throws {
    let found = try rules(
      (Self.said(on: "Tuesday"), "2025-03-18"), (Self.said(on: "Wednesday"), "2025-03-19"))
    #expect(found == [])
  }

  @Test func onOneDayOneOfTheTwoIsWrong() throws {
    let found = try rules(
      (Self.said(on: "Tuesday"), "2025-03-19"), (Self.said(on: "Wednesday"), "2025-03-19"))
    #expect(found == ["date.day"])
  }
}
