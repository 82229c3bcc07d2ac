import Testing

@testable import Compare

/// Articles that carry one text are one voice in a dispute.
@Suite struct CopiesTests {
  private static let story = """
    The ferry Marit struck a sandbank off Holm on Tuesday evening with 212 people aboard. Tugs \
    pulled the ship free at dawn, the harbour master Elin Brandt said. The captain was tested for \
    alcohol and has been sent home until the inquiry ends. No fuel was spilled, divers found.
    """

  /// Another outlet's own report of the same, with another number.
  private static let own = """
    The ferry Marit struck a sandbank off Holm on Tuesday evening with 221 people aboard. "We saw \
    the lights of the shore come nearer and nearer," said Tove Lund, a nurse who was on her way to \
    her sister's wedding. Buses took the passengers to a school, where volunteers made soup.
    """

  private func positions(_ articles: [(outlet: String, published: String?, text: String)])
    throws -> [Dispute.Position]
  {
    let articles = articles.enumerated().map { number, article in
      Article(
        id: "\(number)", outlet: article.outlet,
        published: article.published.flatMap { PublicationDate($0) }, path: "\(number).txt",
        text: Array(article.text.utf8))
    }
    let findings = Comparison(language: try .builtIn()).findings(in: articles)
    let disputes = findings.disputes.filter { $0.kind == .number }
    #expect(disputes.count == 1)
    return disputes.flatMap(\.positions)
  }

  @Test func copiesAreOneVoiceLedByTheFirstToPublish() throws {
    let held = try positions([
      ("Post", "2025-03-19T10:00:00Z", Self.story), ("Argus", nil, Self.own),
      ("Herald", "2025-03-19T06:00:00Z", Self.story), ("Bugle", nil, Self.story),
    ])
    #expect(
      held.map(\.voices) == [
        [.init(outlet: "Herald", copies: ["Bugle", "Post"])], [.init(outlet: "Argus")],
      ])
    #expect(held.map(\.outlets) == [["Bugle", "Herald", "Post"], ["Argus"]])
    #expect(held[0].who { "<\($0)>" } == "<Herald> (and 2 copies: <Bugle>, <Post>)")
  }

  /// A desk changes words and leaves out the end.
  @Test func anEditedAndShortenedCopyIsOneVoiceWithTheWhole() throws {
    let edited = Self.story.replacing("struck a sandbank", with: "hit a sandbank")
      .replacing(" No fuel was spilled, divers found.", with: "")
    let held = try positions([
      ("Herald", nil, Self.story), ("Post", nil, edited), ("Argus", nil, Self.own),
    ])
    #expect(held[0].voices == [.init(outlet: "Herald", copies: ["Post"])])
    #expect(held[0].who { $0 } == "Herald (and a copy: Post)")
  }

  /// A copy in which a desk changed the number holds the other position, by itself.
  @Test func copiesThatSayAnotherValueStandApart() throws {
    let held = try positions([
      ("Herald", nil, Self.story), ("Post", nil, Self.story),
      ("Argus", nil, Self.story.replacing("212", with: "190")),
    ])
    #expect(
      held.map(\.voices) == [
        [.init(outlet: "Herald", copies: ["Post"])], [.init(outlet: "Argus")],
      ])
  }

  /// One sentence in common, or a brief inside of a longer report, makes no copy.
  @Test func ownReportsSpeakForThemselves() throws {
    let other = Self.own.replacing("221", with: "212")
    let brief =
      "The ferry Marit struck a sandbank off Holm on Tuesday evening with 212 people aboard."
    let held = try positions([
      ("Herald", nil, Self.story), ("Post", nil, other), ("Bugle", nil, brief),
      ("Argus", nil, Self.own),
    ])
    #expect(held[0].voices.map(\.outlet) == ["Bugle", "Herald", "Post"])
    #expect(held[0].voices.allSatisfy { $0.copies.isEmpty })
  }

  /// Two texts of one outlet, one of them its own.
  @Test func anOutletThatAlsoSaysItItselfIsNoCopy() throws {
    let held = try positions([
      ("Herald", nil, Self.story), ("Post", nil, Self.story),
      ("Post", nil, Self.own.replacing("221", with: "212")), ("Argus", nil, Self.own),
    ])
    #expect(held[0].voices == [.init(outlet: "Herald"), .init(outlet: "Post")])
  }
}
