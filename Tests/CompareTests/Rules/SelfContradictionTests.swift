import Testing

@testable import Compare

@Suite struct SelfContradictionTests {
  private static let language = Result { try Language.builtIn() }

  private static func findings(_ texts: String..., within: Bool = true, jobs: Int = 1) throws
    -> Findings
  {
    var comparison = Comparison(language: try language.get(), jobs: jobs)
    comparison.within = within
    return comparison.findings(
      in: texts.enumerated().map { number, text in
        Article(
          id: "\(number)", outlet: "Outlet \(number)", published: PublicationDate("2025-03-21"),
          path: "\(number).txt", text: Array(text.utf8))
      })
  }

  private static let middle = """


    The road to the valley was closed for hours, and trains were diverted over the old bridge.

    Nobody could say how long the repair would take.


    """

  @Test func theSameWordingWithAnotherValueIsConfirmed() throws {
    let found = try Self.findings(
      "The mill in Tarsk employs 400 workers from the valley." + Self.middle
        + "The mill in Tarsk employs 300 workers from the valley.")
    let conflict = try #require(found.conflicts.first)
    #expect(found.conflicts.count == 1)
    #expect(conflict.match == .confirmed)
    #expect(conflict.rule == "number.count")
    #expect((conflict.a.document, conflict.b.document) == (0, 0))
    #expect((conflict.a.value, conflict.b.value) == ("400", "300"))
    #expect(conflict.a.range < conflict.b.range)
  }

  @Test func aDenialOfWhatWasSaidIsFound() throws {
    let found = try Self.findings(
      "The minister attended the hearing on the dam in person." + Self.middle
        + "The minister did not attend the hearing on the dam in person.")
    #expect(found.conflicts.map(\.kind) == [.negation])
  }

  @Test func otherWordingIsOnlySuggested() throws {
    let found = try Self.findings(
      "The fire at the mill in Tarsk injured 14 workers before dawn." + Self.middle
        + "Before dawn, 11 workers were injured in the fire that destroyed the mill in Tarsk.")
    #expect(!found.conflicts.isEmpty)
    #expect(found.conflicts.allSatisfy { $0.match == .suggested })
  }

  @Test func itNeedsToBeAskedFor() throws {
    let text =
      "The mill in Tarsk employs 400 workers from the valley." + Self.middle
      + "The mill in Tarsk employs 300 workers from the valley."
    #expect(try Self.findings(text, within: false).conflicts.isEmpty)
  }

  /// Two values, and no contradiction.
  @Test(
    arguments: [
      // Corrected.
      (
        "Earlier reports said 12 passengers died in the crash at Lunde.",
        "Police now say 14 passengers died in the crash at Lunde."
      ),
      (
        "An early version of this article said 12 passengers died in the crash; it was corrected.",
        "In the crash at Lunde 14 passengers died."
      ),
      // Two sources.
      (
        "Police said 12 passengers died in the crash at Lunde.",
        "The mayor said 14 passengers died in the crash at Lunde."
      ),
      // Two times.
      (
        "In 2019 the mill in Tarsk employed 400 workers from the valley.",
        "In 2024 the mill in Tarsk employed 300 workers from the valley."
      ),
      (
        "Last year the mill in Tarsk employed 400 workers from the valley.",
        "The mill in Tarsk employs 300 workers from the valley."
      ),
      // Two things.
      (
        "The mill in Tarsk employs 400 workers from the valley.",
        "The mill in Lunde employs 300 workers from the valley."
      ),
      (
        "She won the first round of the contest in Lunde by 12 points.",
        "She won the second round of the contest in Lunde by 14 points."
      ),
      // A list.
      (
        "• 11 March: Talks between the mill and its workers.",
        "• 12 March: Talks between the mill and its workers."
      ),
      // The same value.
      (
        "The mill in Tarsk employs 400 workers from the valley.",
        "The mill in Tarsk employs four hundred workers from the valley."
      ),
      (
        "The mill in Tarsk employs about 400 workers from the valley.",
        "The mill in Tarsk employs 410 workers from the valley."
      ),
    ])
  func staysSilent(first: String, second: String) throws {
    let found = try Self.findings(first + Self.middle + second)
    #expect(found.conflicts.isEmpty, "\(found.conflicts.map(\.message))")
  }

  @Test func comparesArticlesWithEachOtherAsBefore() throws {
    let start = "The mill in Tarsk employs 400 workers from the valley, its owners said on Monday."
    let other = "The mill in Tarsk employs 300 workers from the valley, its owners said on Monday."
    let without = try Self.findings(start, other, within: false)
    let with = try Self.findings(start, other)
    #expect(with.conflicts.map(\.fingerprint) == without.conflicts.map(\.fingerprint))
    #expect(with.conflicts.count == 1)
  }

  @Test func isTheSameForAnyNumberOfJobs() throws {
    let text =
      "The mill in Tarsk employs 400 workers from the valley." + Self.middle
      + "The mill in Tarsk employs 300 workers from the valley."
    let one = try Self.findings(text, text, jobs: 1)
    let four = try Self.findings(text, text, jobs: 4)
    #expect(one.conflicts.map(\.fingerprint) == four.conflicts.map(\.fingerprint))
  }
}
