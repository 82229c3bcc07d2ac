import Foundation
import Testing

@testable import Compare

@Suite struct HTMLReporterTests {
  private func page(_ findings: Findings) -> String {
    var text = ""
    HTMLReporter(version: "9.9.9").write(findings, to: &text)
    return text
  }

  /// What stands between two marks of the page.
  private func part(_ page: String, from open: String, to close: String) throws -> String {
    let start = try #require(page.firstRange(of: open)).upperBound
    let end = try #require(page[start...].firstRange(of: close)).lowerBound
    return String(page[start..<end])
  }

  private func data(_ page: String) throws -> [String: Any] {
    let text = try part(page, from: "id=\"data\">", to: "</script>")
    return try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private static let hostile = [
    "</script><script>alert(1)</script>", "<!--<script>", "<img src=x onerror=alert(1)>",
    "\"'><svg/onload=alert(1)>", "{{script}}{{data}}", "&lt;b&gt;", "\u{202E}gnp.exe",
    "]]><![CDATA[", "javascript:alert(1)", "\u{0}\u{1B}[31m",
  ]

  private func hostilePage(_ text: String) throws -> String {
    let article = Article(
      id: text, outlet: text, title: text, url: text, path: text, text: Array("\(text) 1.".utf8))
    let document = Document(article, number: 0, segmenter: Segmenter(try Lexicons([])))
    let end = article.text.count
    let side = Side(
      document: 0, range: TextRange(0, end), value: text, passage: TextRange(0, end),
      attribution: text)
    let conflict = Conflict(
      fingerprint: text, dispute: text, rule: text, kind: .other, severity: .note,
      match: .confirmed, message: text, reason: text, similarity: 1, about: text, a: side, b: side)
    var coverage = Coverage()
    coverage.skipped = [Skipped(path: text, reason: text)]
    return page(
      Findings(documents: [document], conflicts: [conflict], disputes: [], coverage: coverage))
  }

  @Test func pageHoldsItsPartsOnce() throws {
    let page = page(try SampleFindings.make())
    #expect(page.hasPrefix("<!doctype html>\n<html lang=\"en\">"))
    #expect(!page.contains("{{"))
    #expect(page.ranges(of: "<script").count == 2)
    #expect(page.ranges(of: "<style").count == 1)
    #expect(page.contains("<h1 id=\"headline\" class=\"foreign\">2 disputes in 3 articles, 1 of"))
    #expect(page.contains("2 inputs could not be analysed"))
  }

  /// Readers without scripts see the sentences as they stand, each word once.
  @Test func thePlainListQuotesFaithfully() throws {
    let lexicons = try Lexicons([])
    let texts = [
      (
        "six weeks",
        "The north bridge over the Aln will stay shut to cars for six weeks, the town said."
      ),
      (
        "eight weeks",
        "The old bridge over the Aln will stay shut to lorries for eight weeks, the city said."
      ),
    ]
    let documents = texts.enumerated().map { number, text in
      Document(
        Article(
          id: "\(number)", outlet: "\(number)", path: "\(number).txt", text: Array(text.1.utf8)),
        number: number, segmenter: Segmenter(lexicons))
    }
    let sides = try texts.enumerated().map { number, text in
      let start = try #require(Array(text.1.utf8).firstRange(of: Array(text.0.utf8))).lowerBound
      return Side(
        document: number, range: TextRange(start, start + text.0.utf8.count), value: text.0,
        passage: TextRange(0, text.1.utf8.count), attribution: nil)
    }
    let conflict = Conflict(
      fingerprint: "1", dispute: "1", rule: "duration.length", kind: .duration, severity: .error,
      match: .confirmed, message: "", reason: "", similarity: 1, about: "", a: sides[0],
      b: sides[1])
    let page = page(
      Findings(
        documents: documents, conflicts: [conflict], disputes: [], coverage: Coverage()))
    let quotes = page.split(separator: "<blockquote dir=\"auto\">").dropFirst().map {
      String($0[..<($0.firstRange(of: "</blockquote>")?.lowerBound ?? $0.endIndex)])
    }
    #expect(quotes.count == 2)
    #expect(
      quotes[0].hasPrefix("The <span class=\"differs\">north</span> bridge over the Aln"),
      "\(quotes)")
    for (quote, text) in zip(quotes, texts) {
      #expect(quote.contains("<mark class=\"conflict\">\(text.0)</mark>"))
      #expect(quote.ranges(of: "<mark").count == 1)
      #expect(quote.replacing(/<[^>]*>/, with: "") == text.1)
    }
  }

  @Test func pageAsksNobodyForAnything() throws {
    let page = page(try SampleFindings.make())
    let data = try part(page, from: "id=\"data\">", to: "</script>")
    let shell = page.replacing(data, with: "")
    for sign in ["src=", "@import", "url(", "innerHTML", "<link", "<iframe", "style="] {
      #expect(!shell.contains(sign), "\(sign)")
    }
    // The name of SVG is no address that is asked.
    let addresses = shell.replacing("http://www.w3.org/2000/svg", with: "")
    #expect(!addresses.contains("http://"))
    #expect(addresses.ranges(of: "https://").isEmpty)
  }

  @Test func policyAllowsOnlyThePagesOwnScriptAndStyle() throws {
    let page = page(try SampleFindings.make())
    let policy = try part(page, from: "Content-Security-Policy\" content=\"", to: "\">")
    #expect(policy.hasPrefix("default-src 'none'; script-src 'sha256-"))
    #expect(!policy.contains("unsafe"))
    #expect(!policy.contains("connect-src"))
    #expect(HTMLPage.policy(for: .review(by: nil)).contains("connect-src 'self'"))
  }

  @Test func partsAreThoseOfTheFolder() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let process = Process()
    process.executableURL = root.appendingPathComponent("Sources/CReport/index.sh")
    process.arguments = ["--check"]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "run Sources/CReport/index.sh")
  }

  @Test(arguments: hostile) func noTextBecomesMarkup(text: String) throws {
    let page = try hostilePage(text)
    let plain = try hostilePage("x")
    for sign in ["<script", "</script", "<!--", "<img", "<svg", "<b>", "</noscript"] {
      #expect(page.ranges(of: sign).count == plain.ranges(of: sign).count, "\(sign)")
    }
    #expect(!page.unicodeScalars.contains { $0.value == 0x202E || $0.value == 0x1B })
  }

  @Test(arguments: hostile) func dataGivesTheTextBack(text: String) throws {
    let data = try data(try hostilePage(text))
    let documents = try #require(data["documents"] as? [[String: Any]])
    #expect(documents[0]["text"] as? String == "\(text) 1.")
    #expect(documents[0]["outlet"] as? String == text)
    let disputes = try #require(data["disputes"] as? [[String: Any]])
    let conflicts = try #require(disputes[0]["conflicts"] as? [[String: Any]])
    #expect(conflicts[0]["rule"] as? String == text)
  }

  @Test func offsetsCountUTF16Units() throws {
    let text = "É 😀 \(String(repeating: "ü😀 ", count: 200))nine of ten."
    let article = Article(
      id: "a", outlet: "o", path: "a.txt", text: Array("---\n\(text)".utf8),
      body: TextRange(4, 4 + text.utf8.count))
    let offsets = UTF16Offsets(article.text, in: article.body)
    for (words, index) in ["É", "😀", "nine", "ten"].map({ ($0, text.firstRange(of: $0)) }) {
      let place = try #require(index, "\(words)").lowerBound
      let bytes = 4 + text.utf8.distance(from: text.startIndex, to: place)
      #expect(
        offsets.unit(at: bytes, in: article.text)
          == text.utf16.distance(from: text.startIndex, to: place))
    }
  }

  @Test func marksOfDataAreTheWordsInConflict() throws {
    let findings = try SampleFindings.make()
    let data = try data(page(findings))
    let documents = try #require(data["documents"] as? [[String: Any]])
    let disputes = try #require(data["disputes"] as? [[String: Any]])
    var seen: [String] = []
    for dispute in disputes {
      for conflict in try #require(dispute["conflicts"] as? [[String: Any]]) {
        for name in ["a", "b"] {
          let side = try #require(conflict[name] as? [Any])
          let document = try #require(side[0] as? Int)
          let (start, end) = (try #require(side[1] as? Int), try #require(side[2] as? Int))
          let text = Array(try #require(documents[document]["text"] as? String).utf16)
          seen.append(String(decoding: text[start..<end], as: UTF16.self))
        }
      }
    }
    #expect(
      seen == ["30 days", "six weeks", "six weeks", "30 days", "mayor", "nine"])
  }

  @Test func nothingFoundIsSaidWithWhatWasLookedAt() {
    var coverage = Coverage()
    coverage.articles = 2
    let page = page(Findings(documents: [], conflicts: [], disputes: [], coverage: coverage))
    #expect(page.contains("No disputes in 2 articles"))
    #expect(page.contains("Looked at 0 passages"))
  }
}
