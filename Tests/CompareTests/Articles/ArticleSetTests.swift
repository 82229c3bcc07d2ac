import Foundation
import Testing

@testable import Compare

@Suite struct ArticleSetTests {
  private let folder: TemporaryFolder
  init() throws { folder = try TemporaryFolder() }

  private func read(_ paths: String..., byFolder: Bool = false) throws -> [ArticleSet] {
    try ArticleSet.read(paths, byFolder: byFolder, jobs: 2)
  }

  @Test func walksSortedAndLeavesOutWhatIsNoArticle() throws {
    for name in [
      "b.txt", "a/z.md", "a/.hidden.txt", "c.yml", "compare-baseline.jsonl", ".git/x.txt",
    ] {
      try folder.write(name, "Some words.")
    }
    let sets = try read(folder.path)
    #expect(sets.map { $0.articles.map(\.id) } == [["z", "b"]])
    #expect(sets[0].skipped.isEmpty)
  }

  @Test func leavesOutItsOwnOutput() throws {
    try folder.write("a.txt", "Some words.")
    let output = try folder.write("report.json", "{\"text\": \"old\"}")
    let sets = try ArticleSet.read([folder.path], excluding: [output])
    #expect(sets[0].articles.map(\.id) == ["a"])
  }

  @Test func noArticleStandsWhereTheOutputGoes() throws {
    let path = try folder.write("a.txt", "Some words.")
    let broken = try folder.write("b.json", "{\"text\": 3.5}")
    #expect(throws: ReplacedInput.self) { try ArticleSet.read([folder.path], output: path) }
    #expect(throws: ReplacedInput.self) { try ArticleSet.read([path], output: path) }
    #expect(try ArticleSet.read([folder.path], output: broken)[0].skipped.isEmpty)
  }

  @Test func readsAFileOnce() throws {
    let path = try folder.write("a.txt", "Some words.")
    #expect(try read(path, folder.path)[0].articles.count == 1)
  }

  @Test func aMissingPathIsAnError() throws {
    #expect(throws: MissingInput.self) { try read(folder.path + "/none") }
  }

  @Test func aBrokenLinkIsNotSkippedSilently() throws {
    try folder.write("a.txt", "Some words.")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/b.txt", withDestinationPath: "nowhere.txt")
    #expect(try read(folder.path)[0].skipped.map(\.path) == [folder.path + "/b.txt"])
  }

  @Test func aLinkBackIsNoEndlessWalk() throws {
    try folder.write("x/a.txt", "Some words.")
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/x/back", withDestinationPath: folder.path)
    #expect(try read(folder.path)[0].articles.map(\.id) == ["a"])
  }

  @Test func linkedFoldersAreWalkedOnce() throws {
    try folder.write("set/a.txt", "Some words.")
    try folder.write("other/b.txt", "Some words.")
    for name in ["more", "once more"] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.path + "/set/\(name)", withDestinationPath: "../other")
    }
    let set = try read(folder.path + "/set")[0]
    #expect(set.articles.map(\.path) == ["a.txt", "more/b.txt"].map { "\(folder.path)/set/\($0)" })
  }

  @Test func everyFolderIsASet() throws {
    try folder.write("one/a.txt", "Some words.")
    try folder.write("two/a.txt", "Other words.")
    let sets = try read(folder.path, byFolder: true)
    #expect(sets.map(\.articles.count) == [1, 1])
    #expect(Set(sets.flatMap(\.articles).map(\.id)).count == 2)
  }

  @Test func idsGivenTwiceAreToldApart() throws {
    let path = try folder.write(
      "a.jsonl", #"{"id":"x","text":"One."}"# + "\n" + #"{"id":"x","text":"Two."}"# + "\n")
    let set = try read(path)[0]
    #expect(set.articles.map(\.id) == ["x@\(path):1", "x@\(path):2"])
    #expect(set.notes.map(\.line) == [1, 2])
  }

  @Test func elementsOfOneLineAreToldApart() throws {
    let path = try folder.write(
      "m.json",
      #"[{"text":"One."},{"text":"Two."},{"id":"q","text":"Three."},"#
        + #"{"id":"q","text":"Four."}]"#)
    let set = try read(path)[0]
    #expect(set.articles.map(\.id) == ["m#1", "m#2", "q@\(path)#3", "q@\(path)#4"])
    #expect(set.articles.map(\.outlet) == ["m#1", "m#2", "q@\(path)#3", "q@\(path)#4"])
    #expect(set.notes.map(\.reason).allSatisfy { $0.hasPrefix("the id `q` is given twice") })
    #expect(Set(set.notes.map(\.reason)).count == 2)
  }

  @Test func noIDIsGivenTwice() throws {
    let path = folder.path + "/a.jsonl"
    let ids = ["x", "x", "x@\(path):1", "y"]
    try folder.write(
      "a.jsonl", ids.map { "{\"id\":\"\($0)\",\"text\":\"Words.\"}" }.joined(separator: "\n"))
    let set = try read(path)[0]
    #expect(
      set.articles.map(\.id) == ["x@\(path):1", "x@\(path):2", "x@\(path):1 (2)", "y"])
    #expect(set.notes.map(\.line) == [1, 2, 3])
  }

  @Test func frontMatterGivesMetadataAndCountsInOffsets() throws {
    let text = "---\nid: n1\noutlet: The Day\npublished: 2025-03-18\nsection: x\n---\nÉté 5.\n"
    let path = try folder.write("a.txt", "\u{FEFF}" + text)
    let article = try #require(try read(path)[0].articles.first)
    #expect(article.id == "n1")
    #expect(article.outlet == "The Day")
    #expect(article.published?.text == "2025-03-18")
    #expect(article.string(TextRange(0, article.text.count)) == text)
    let five = try #require(article.text.lastIndex(of: UInt8(ascii: "5")))
    let head = text.unicodeScalars.prefix { $0 != "É" }.count
    #expect(article.scalar(five) == head + 4)
    #expect(article.place(of: five) == (7, 5))
  }

  @Test(arguments: ["\r\n", "\n", "\r"])
  func anyLineEndClosesFrontMatter(end: String) throws {
    let path = try folder.write(
      "a.md", ["---", "outlet: X", "---", "Words."].joined(separator: end))
    let article = try #require(try read(path)[0].articles.first)
    #expect(article.outlet == "X")
    #expect(article.string(article.body) == "Words.")
  }

  @Test(
    arguments: [
      ("a.txt", "", nil, "empty"),
      ("a.txt", " \n\n", nil, "empty"),
      ("a.txt", "---\nid: x\n---\n", nil, "empty"),
      ("a.txt", "---\nid: x\nText without an end.", 1, "not closed"),
      ("a.txt", "---\nid: x\ntitle: [a\n---\nText.", 4, "broken front matter"),
      ("a.txt", "---\nid: x\nid: y\n---\nText.", 2, "stands twice"),
      ("a.txt", "---\nid: x\npublished: last week\n---\nText.", 3, "no ISO 8601 date"),
      ("a.txt", "---\npublished: 2025-02-30\n---\nText.", 2, "no ISO 8601 date"),
      ("a.txt", "---\ntitle: {a: b}\n---\nText.", 2, "plain text"),
      ("a.json", "[{\"text\": \"x\"},\n {\"text\": ", 2, "not valid JSON"),
      ("a.json", "", nil, "empty"),
      ("a.json", "[{\"title\": \"x\"}]", 1, "`text` is missing"),
      ("a.json", "{\"text\": 3.5}", 1, "must be text"),
      ("a.json", "{\"text\": 5}", 1, "`text` must be text"),
      ("a.json", "{\"text\": \"\"}", 1, "empty: `text` has no words"),
      ("a.json", "{\"id\": 5, \"text\": \"\"}", 1, "empty: `text` has no words"),
      ("a.json", "null", 1, "expected a JSON object"),
      ("a.json", "[[[[", 1, "not valid JSON"),
      ("a.jsonl", "\n\n", nil, "empty"),
      ("a.jsonl", "[1]\n", 1, "JSON object"),
      ("a.jsonl", "{\"text\": \"x\",,}\n", 1, "not valid JSON"),
      ("a.jsonl", "{\"text\":\"  \"}\n", 1, "empty"),
      ("a.html", "<html><body><nav>Home</nav></body></html>", nil, "no article text"),
      ("a.pdf", "Some words.", nil, "not a kind of file"),
    ] as [(String, String, Int?, String)])
  func badInputIsSkippedWithItsLine(
    name: String, content: String, line: Int?, reason: String
  ) throws {
    let good = try folder.write("good.txt", "Some words.")
    let bad = try folder.write(name, content)
    let set = try read(good, bad)[0]
    #expect(set.articles.contains { $0.id == "good" })
    #expect(set.skipped.count == 1)
    let skipped = try #require(set.skipped.last)
    #expect(skipped.path == bad)
    #expect(skipped.line == line)
    #expect(skipped.reason.contains(reason), "\(skipped)")
  }

  @Test func nestedFrontMatterLosesNoOther() throws {
    try folder.write("a.txt", "Some words.")
    try folder.write(
      "b.txt", "---\nx: " + String(repeating: "[", count: 20_000) + "\n---\nHello there world.")
    let set = try read(folder.path)[0]
    #expect(set.articles.map(\.id) == ["a"])
    #expect(set.skipped[0].reason.hasPrefix("broken front matter: nested too deep"))
  }

  @Test func aBrokenLineLosesNoOther() throws {
    var lines = (1...9).map { #"{"id":"n\#($0)","text":"Words of \#($0)."}"# }
    lines[6] = #"{"id":"n7","text":"#
    let path = try folder.write("a.jsonl", lines.joined(separator: "\n"))
    let set = try read(path)[0]
    #expect(set.articles.count == 8)
    #expect(set.articles.map(\.recordLine).contains(9))
    #expect(set.skipped.map(\.line) == [7])
    #expect(set.skipped[0].description.hasPrefix("\(path):7: not valid JSON"))
  }

  @Test func anArrayGivesItsElementsWithTheirLines() throws {
    let path = try folder.write(
      "a.json",
      "[\n {\"id\": 7, \"text\": \"a ] , } b\"},\n\n {\"id\": \"y\", \"text\": \"c\"}\n]\n")
    let articles = try read(path)[0].articles
    #expect(articles.map(\.id) == ["7", "y"])
    #expect(articles.map(\.recordLine) == [2, 4])
    #expect(articles[0].string(articles[0].body) == "a ] , } b")
  }

  @Test func withoutMetadataTheFileGivesTheNames() throws {
    let text = try read(folder.write("the-day.txt", "Words."))[0].articles[0]
    #expect((text.id, text.outlet, text.language) == ("the-day", "the-day", "en"))
    let line = try read(folder.write("set.jsonl", #"{"text":"Words.","language":"de-AT"}"#))[0]
    #expect(line.articles.map(\.id) == ["set:1"])
    #expect(line.articles.map(\.language) == ["de"])
    let web = try read(
      folder.write("web.jsonl", #"{"text":"Words.","url":"https://www.day.example:80/x?y"}"#))[0]
    #expect(web.articles.map(\.outlet) == ["day.example"])
  }
}
