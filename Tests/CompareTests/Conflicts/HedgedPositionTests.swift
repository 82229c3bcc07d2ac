import Testing

@testable import Compare

/// Positions are what outlets wrote, not what two wordings have in common.
@Suite struct HedgedPositionTests {
  private func positions(_ lengths: [String]) throws -> [[String]] {
    let articles = lengths.enumerated().map { number, length in
      Article(
        id: "\(number)", outlet: "Outlet \(number)", path: "\(number).txt",
        text: Array("The meeting on the quay of Orrhaven lasted \(length), aides said.".utf8))
    }
    let found = Comparison(language: try .builtIn()).findings(in: articles)
    return found.disputes.flatMap { $0.positions.map(\.outlets) }
  }

  @Test func whoWritesMoreDoesNotHoldWhatIsAlmostThere() throws {
    #expect(
      try positions(["almost two hours", "more than two hours", "one hour"])
        == [["Outlet 0"], ["Outlet 1"], ["Outlet 2"]])
  }

  @Test func oneWidthInOtherWordsIsOnePosition() throws {
    #expect(
      try positions(["two hours", "2 hours", "one hour"]) == [
        ["Outlet 0", "Outlet 1"], ["Outlet 2"],
      ])
  }
}
