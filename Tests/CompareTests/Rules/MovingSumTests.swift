import Testing

@testable import Compare

/// What one article says of "now" may have been otherwise on another day.
@Suite struct MovingSumTests {
  private func conflicts(_ first: String, on day: String, _ second: String) throws -> [Conflict] {
    let articles = [(first, day), (second, "2025-03-21")].enumerated().map { number, entry in
      Article(
        id: "\(number)", outlet: "\(number)", published: PublicationDate(entry.1),
        path: "\(number).txt", text: Array(entry.0.utf8))
    }
    return Comparison(language: try .builtIn()).findings(in: articles).conflicts
      .filter { $0.kind == .money }
  }

  private let now = "The union now demands $5.7 million for the new wall of the harbour in Lunde."
  private let plain = "The union demands $5 million for the new wall of the harbour in Lunde."

  @Test func anotherDayIsANote() throws {
    let found = try conflicts(now, on: "2025-03-19", plain)
    #expect(found.map(\.severity) == [.note])
    #expect(found.map(\.match) == [.suggested])
  }

  @Test func theSameDayIsNone() throws {
    #expect(try conflicts(now, on: "2025-03-21", plain).map(\.severity) == [.error])
  }
}
