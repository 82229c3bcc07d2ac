import Testing

@testable import Compare

@Suite struct FingerprintTests {
  private func document(
    _ text: String, id: String = "a", hasOwnID: Bool = false, url: String? = nil,
    path: String = "a.txt", outlet: String = "A"
  ) throws -> Document {
    let article = Article(
      id: id, hasOwnID: hasOwnID, outlet: outlet, url: url, path: path, text: Array(text.utf8))
    return Document(article, number: 0, segmenter: Segmenter(try Lexicons([])))
  }

  private func key(_ document: Document) -> String {
    var fingerprints = Fingerprints(documents: [document])
    return fingerprints.key(of: 0)
  }

  private static let text =
    "The delegation arrived in the capital late on Monday. Talks on the border crossing lasted "
    + "two hours, officials said, and are to resume in the spring."

  @Test func anArticleIsItsIdThenItsAddressThenItsTextThenItsPath() throws {
    #expect(try key(document(Self.text, id: "x", hasOwnID: true, url: "https://e.org/1")) == "id:x")
    #expect(
      try key(document(Self.text, url: "https://www.E.org/1/?utm_source=x#top")) == "url:e.org/1")
    #expect(try key(document(Self.text)).hasPrefix("text:"))
    #expect(try key(document("Too few words.", path: "b.txt")) == "path:b.txt")
  }

  @Test func theTextsKeyOutlastsRenamingAndReflow() throws {
    let one = try key(document(Self.text))
    #expect(try key(document(Self.text, id: "b", path: "c/b.txt", outlet: "B")) == one)
    #expect(try key(document(Self.text.replacing(" ", with: "\n"))) == one)
    #expect(try key(document(String(Self.text.reversed()))) != one)
  }

  @Test func signaturesEstimateHowMuchIsShared() throws {
    let one = try #require(TextSignature(try document(Self.text).tokens))
    let edited = try #require(
      TextSignature(try document(Self.text.replacing("border", with: "frontier")).tokens))
    let other = try #require(
      TextSignature(try document("A heron nested on the pier while bakers went on strike.").tokens))
    #expect(one.likeness(edited) > 0.6)
    #expect(one.likeness(other) < 0.2)
    #expect(TextSignature(hex: one.hex)?.likeness(one) == 1)
    #expect(TextSignature(hex: "xyz") == nil)
  }

  @Test(arguments: [
    ("http://example.org:80/a/", "example.org/a"),
    ("https://EXAMPLE.org/A?id=7&fbclid=1", "example.org/A?id=7"),
    ("https://example.org", "example.org"),
  ]) func addressesAreCanonical(url: String, expected: String) {
    #expect(ArticleKey.canonical(url) == expected)
  }

  /// Sides in any order, other outlets' labels, lines, messages and scores: the same print.
  @Test func isOfWhatTheConflictIs() throws {
    func prints(
      swapped: Bool = false, rule: String = "r", revision: Int = 1, value: String = "PT2H",
      outlet: String = "A", message: String = "m", lead: String = ""
    ) throws -> [String] {
      let documents = [
        try document(lead + Self.text, id: "x", hasOwnID: true, outlet: outlet),
        try document(Self.text, id: "y", hasOwnID: true),
      ]
      func side(_ number: Int, _ value: String) throws -> Side {
        let article = documents[number].article
        let words = Array("two hours".utf8)
        let start = try #require(article.text.firstRange(of: words)?.lowerBound)
        let range = TextRange(start, start + words.count)
        let passage = try #require(documents[number].sentences.first { $0.range.contains(range) })
        return Side(
          document: number, range: range, value: value, passage: passage.range, attribution: nil)
      }
      let sides = [try side(0, value), try side(1, "PT3H")]
      let conflict = Conflict(
        rule: rule, revision: revision, kind: .duration, severity: .error, match: .confirmed,
        message: message, reason: "", similarity: 0.5, about: "",
        a: sides[swapped ? 1 : 0], b: sides[swapped ? 0 : 1])
      var fingerprints = Fingerprints(documents: documents)
      return [fingerprints.next(for: conflict), fingerprints.next(for: conflict)]
    }
    let one = try prints()
    #expect(one[0].utf8.count == 32)
    #expect(one[0] != one[1], "twins are counted")
    for same in [
      try prints(swapped: true), try prints(outlet: "B"), try prints(message: "n"),
      try prints(lead: "Snow fell. "), try prints(value: " pt2h"),
    ] { #expect(same == one) }
    for other in [
      try prints(rule: "s"), try prints(revision: 2), try prints(value: "PT4H"),
    ] { #expect(Set(other).isDisjoint(with: one)) }
  }
}
