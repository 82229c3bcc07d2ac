import Testing

@testable import Compare

/// Days in sentences told in other words are bound by the word beside them.
@Suite struct RetoldDayTests {
  private func conflicts(_ first: String, _ second: String) throws -> [Conflict] {
    let articles = [first, second].enumerated().map { number, text in
      Article(
        id: "\(number)", outlet: "\(number)", published: PublicationDate("2025-03-21"),
        path: "\(number).txt", text: Array(text.utf8))
    }
    return Comparison(language: try .builtIn()).findings(in: articles).conflicts
      .filter { $0.match == .confirmed && $0.kind == .date }
  }

  private let earlier =
    "The weekly published a tale earlier this week claiming that the actor hid Corvane gold in Arden."

  private func sued(_ day: String) -> String {
    "The actor sued the weekly over a tale published \(day) that alleged he had hidden Corvane "
      + "gold in Arden."
  }

  @Test func earlierThisWeekIsNotToday() throws {
    #expect(try conflicts(sued("Friday"), earlier).count == 1)
    #expect(try conflicts(earlier, sued("Friday")).count == 1)
  }

  @Test func earlierThisWeekMayBeYesterday() throws {
    #expect(try conflicts(sued("Thursday"), earlier).isEmpty)
  }
}
