import Foundation
import Testing

@testable import Compare

/// Every format against a file of its own in `Golden/`; `UPDATE_GOLDEN=1 swift test` rewrites them.
@Suite struct ReporterTests {
  private func report(_ format: ReportFormat, color: Bool = false, csvGuard: Bool = true) throws
    -> String
  {
    var options = ReportOptions(version: "9.9.9")
    options.usesColor = color
    options.csvGuard = csvGuard
    var text = ""
    format.reporter(options).write(try SampleFindings.make(), to: &text)
    return text
  }

  /// The page has tests of its own: a golden file would hold its style sheet and script.
  @Test(arguments: ReportFormat.allCases.filter { $0 != .html })
  func matchesItsGoldenFile(format: ReportFormat) throws {
    try expect(try report(format), inFile: "check.\(format.rawValue)")
  }

  @Test func coloursMarkTheSame() throws {
    try expect(try report(.text, color: true), inFile: "check.color")
  }

  @Test func nothingFoundStillSaysWhatWasLookedAt() {
    var coverage = Coverage()
    coverage.articles = 2
    var text = ""
    TextReporter(usesColor: false).write(
      Findings(documents: [], conflicts: [], disputes: [], coverage: coverage), to: &text)
    #expect(
      text == """
        No disputes.
        Looked at 2 articles: 0 passages, 0 alignments, 0 facts of compared articles, 0 unresolved, 0 skipped.

        """)
  }

  /// Silence must mean that everything was looked at.
  @Test(arguments: [ReportFormat.text, .markdown, .html, .sarif, .junit, .github, .json])
  func whatWasNotLookedAtWholeIsSaid(format: ReportFormat) throws {
    let sign =
      switch format {
      case .junit: "<property name=\"curtailed\" value=\"1\"/>"
      case .json: "\"curtailed\": 1"
      default: "Not looked at whole: 1 article, which is so long or shares so much with so many"
      }
    #expect(try report(format).contains(sign))
  }

  @Test(arguments: [ReportFormat.text, .csv, .csvExcel, .json, .jsonl])
  func noControlSequenceGetsThrough(format: ReportFormat) throws {
    let controls = try report(format).unicodeScalars.filter {
      TerminalText.isControl($0) && !"\n\r".unicodeScalars.contains($0)
    }
    #expect(controls.isEmpty)
  }

  @Test func jsonHasTheContractsKeys() throws {
    let data = Data(try report(.json).utf8)
    let root = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(Set(root.keys) == ["schema", "tool", "conflicts", "disputes", "coverage"])
    let conflicts = try #require(root["conflicts"] as? [[String: Any]])
    let contract: Set = [
      "fingerprint", "dispute", "rule", "kind", "severity", "match", "status", "message",
      "similarity", "a", "b",
    ]
    #expect(contract.isSubset(of: conflicts[0].keys))
    let side = try #require(conflicts[0]["b"] as? [String: Any])
    let sideKeys: Set = [
      "document", "path", "outlet", "published", "start", "end", "line", "column", "text", "value",
      "passage", "attribution",
    ]
    #expect(sideKeys.isSubset(of: side.keys))
    // Scalars, not bytes: the text begins with an accented letter and holds curly quotes.
    #expect(side["start"] as? Int == 35)
    #expect(side["line"] as? Int == 2)
    #expect(side["column"] as? Int == 26)
    #expect(conflicts[0]["similarity"] as? Double == 0.9123)
  }

  @Test func csvHasTheContractsColumns() throws {
    let header = try report(.csv).unicodeScalars.prefix { $0 != "\r" }
    #expect(
      String(header) == "status,severity,kind,rule,message,a_outlet,a_published,a_value,a_text,"
        + "a_passage,b_outlet,b_published,b_value,b_text,b_passage,match,similarity,outlets,"
        + "a_attribution,b_attribution,reason,accepted_by,until,a_title,a_url,a_path,a_line,"
        + "a_column,b_title,b_url,b_path,b_line,b_column,dispute,fingerprint,tool_version,voices")
  }

  @Test func formulasAreGuardedUnlessTurnedOff() throws {
    #expect(try report(.csv).contains(",\"'-1\","))
    #expect(try report(.csv).contains(",\"'=Blog[31m\","))
    #expect(try report(.csv, csvGuard: false).contains(",\"-1\","))
  }
}

@Suite struct CSVCellTests {
  private func cell(_ text: String, excel: Bool = false) throws -> String {
    let article = Article(id: "a", outlet: text, path: "a.txt", text: Array("One 1.".utf8))
    let document = Document(article, number: 0, segmenter: Segmenter(try Lexicons([])))
    let side = Side(
      document: 0, range: TextRange(4, 5), value: "1", passage: TextRange(0, 6), attribution: nil)
    let conflict = Conflict(
      rule: "r", kind: .number, severity: .note, match: .confirmed, message: "m", reason: "",
      similarity: 1, about: "", a: side, b: side)
    var output = ""
    CSVReporter(version: "1", isForExcel: excel).write(
      Findings(documents: [document], conflicts: [conflict], disputes: [], coverage: Coverage()),
      to: &output)
    let start = try #require(output.firstRange(of: "\r\nnew,note,number,r,m,")).upperBound
    let end = try #require(output[start...].firstRange(of: ",,1,1,")).lowerBound
    return String(output[start..<end])
  }

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"x\"", "\"say \"\"x\"\"\""),
    ("two\nlines", "\"two\nlines\""), ("crlf\r\nx", "\"crlf\nx\""), ("cr\rx", "\"cr\nx\""),
    ("0012", "\"0012\""), ("1e5", "\"1e5\""),
    ("9-4", "\"9-4\""), ("3.20", "\"3.20\""), ("240", "240"), ("2.5", "2.5"), ("0", "0"),
    ("=1+1", "\"'=1+1\""),
    ("+1", "\"'+1\""), ("-1", "\"'-1\""), ("@x", "'@x"), ("\tx", "'\tx"), ("\r\nx", "\"'\nx\""),
    ("a=b", "a=b"), ("=\u{301}x", "'=\u{301}x"), ("e\u{202E}f\u{7}", "ef"),
    ("=\"x\"", "\"'=\"\"x\"\"\""),
  ])
  func isQuotedAndGuarded(text: String, expected: String) throws {
    #expect(try Array(cell(text).unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func isCutForExcelOnly() throws {
    let long = String(repeating: "é", count: 40_000)
    #expect(try cell(long).unicodeScalars.count == 40_000)
    #expect(try cell(long, excel: true).unicodeScalars.count == 32_000)
    let emoji = String(repeating: "😀", count: 40_000)
    #expect(try cell(emoji, excel: true).utf16.count == 32_000)
  }
}
