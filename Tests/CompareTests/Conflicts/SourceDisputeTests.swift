import Testing

@testable import Compare

/// What two sources say differently is no conflict of the outlets that report it.
@Suite struct SourceDisputeTests {
  private func findings(_ texts: [String]) throws -> Findings {
    let articles = texts.enumerated().map { number, text in
      Article(
        id: "\(number)", outlet: "Outlet \(number)", path: "\(number).txt",
        text: Array(text.utf8))
    }
    return Comparison(language: try .builtIn()).findings(in: articles)
  }

  private static let palace =
    "The flood wall at Orrhaven cost $40 million last year, the Ministry of Works said on Monday."
  private static let union =
    "The flood wall at Orrhaven cost $70 million last year, the Dockers Union said on Monday."

  @Test func sourcesThatAnArticleNamesBothDiffer() throws {
    let found = try findings([
      Self.palace + " The Dockers Union called that a lie.", Self.union,
    ])
    #expect(found.disputes.map(\.isBetweenSources) == [true])
    #expect(found.conflicts.map(\.severity) == [.warning])
    let text = Reported.text(found)
    #expect(text.contains("warning, money, sources differ"))
  }

  @Test func oneSourceQuotedTwoWaysIsTheOutletsMatter() throws {
    let other = Self.palace.replacing("$40", with: "$70")
    let found = try findings([Self.palace + " The Dockers Union was silent.", other])
    #expect(found.disputes.map(\.isBetweenSources) == [false])
    #expect(found.conflicts.map(\.severity) == [.error])
  }

  /// Nothing shows that the two names are of two sources.
  @Test func sourcesThatNoArticleNamesTogetherMayBeOne() throws {
    let found = try findings([Self.palace, Self.union])
    #expect(found.disputes.map(\.isBetweenSources) == [false])
  }

  @Test func aPositionWithoutASourceIsTheOutletsOwn() throws {
    let found = try findings([
      Self.palace + " The Dockers Union called that a lie.",
      "The flood wall at Orrhaven cost $70 million last year, to the surprise of many.",
    ])
    #expect(found.disputes.map(\.isBetweenSources) == [false])
  }
}

private enum Reported {
  static func text(_ findings: Findings) -> String {
    var text = ""
    TextReporter(usesColor: false).write(findings, to: &text)
    return text
  }
}
