import Foundation
import Testing

@testable import Compare

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// Text of articles and rules that wants to be more than text, in the formats of other programs.
@Suite struct HostileTextTests {
  static let payloads: [String] = {
    let plain = [
      "::error::owned", "  ::warning file=x::owned", "##[error]owned", "x ##[add-path]/tmp",
      "::add-mask::x", "::stop-commands::x", "::set-output name=a::b", "::group::x",
      "a%0A::error::b", "a,b:c%2C", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>",
      "</details><h1>x", "]]>", "<![CDATA[x]]>", "&lt;b&gt;", "\" onload=\"x", "'><svg/onload=x>",
      "[link](https://evil.example)", "![img](https://evil.example/x.png)",
      "<https://evil.example>",
      "https://evil.example", "www.evil.example", "@octocat please", "#123", "GH-1 a/b#2",
      ":rocket:",
      "`code`", "```", "| a | b |", "# heading", "- item", "1. item", "> quote",
      "**bold** _em_ ~~s~~",
      "$x^2$", "[^1]: note", "{0} {1}", "\\", "\\n", "<!-- x", "--> x", "javascript:alert(1)",
      "=cmd|' /C calc'!A0", "{{ github.token }}", "${{ secrets.X }}",
    ]
    let controls = [
      "\u{1B}[31mred", "\u{1B}]8;;https://evil.example\u{07}x\u{1B}]8;;\u{07}", "\u{9B}31m",
      "\u{202E}txet", "\u{2066}x\u{2069}", "\u{0}nul", "\u{7F}", "\u{85}next", "\u{2028}::error::x",
      "a\r\n::error::b", "a\n::error::b", "a\r::error::b", "\u{FFFE}x", "\u{8}\u{8}",
      "\u{C}::error::b",
      "\u{1B}_payload\u{1B}\\",
    ]
    return plain + controls
  }()

  static let formats: [ReportFormat] = [.sarif, .junit, .github, .markdown, .text]

  @Test func areEnough() { #expect(Self.payloads.count >= 60) }

  private static func findings(_ payload: String) throws -> Findings {
    let segmenter = try Segmenter(Lexicons([]))
    let words = Array("two hours".utf8)
    let documents = ["a", "b"].enumerated().map { number, name in
      let text = "\(payload) The call lasted two hours \(payload)\n\(payload)"
      return Document(
        Article(
          id: name + payload, outlet: payload, published: PublicationDate("2025-03-18"),
          title: payload, url: "https://x.example/" + payload, path: "\(payload)/\(name).txt",
          text: Array(text.utf8)), number: number, segmenter: segmenter)
    }
    func side(_ number: Int) -> Side {
      let text = documents[number].article.text
      let start = text.firstRange(of: words)?.lowerBound ?? 0
      return Side(
        document: number, range: TextRange(start, start + words.count), value: payload,
        passage: TextRange(0, text.count), attribution: payload)
    }
    var conflict = Conflict(
      fingerprint: Hash.hex128(payload), dispute: "d", rule: "duration.length", kind: .duration,
      severity: .error, match: .confirmed, message: payload, reason: payload, similarity: 1,
      about: payload, a: side(0), b: side(1))
    conflict.acceptance = Acceptance(reason: payload, by: payload, note: payload)
    var coverage = Coverage()
    coverage.skipped = [Skipped(path: payload, line: 1, reason: payload)]
    let dispute = Dispute(
      id: "d", kind: .duration, about: payload,
      positions: [
        .init(
          value: payload, outlets: [payload],
          spans: [.init(document: 0, range: conflict.a.range)])
      ])
    return Findings(
      documents: documents, conflicts: [conflict], disputes: [dispute], coverage: coverage)
  }

  private static func report(_ payload: String, _ format: ReportFormat) throws -> String {
    var options = ReportOptions(version: payload)
    options.workingDirectory = "/work"
    var findings = try findings(payload)
    findings.baseline = BaselineSummary(path: payload)
    var text = WorkflowText.Stream("")
    if format == .text {
      format.reporter(options).write(findings, to: &text)
      text.finish()
      return text.target
    }
    var plain = ""
    format.reporter(options).write(findings, to: &plain)
    return plain
  }

  @Test(arguments: payloads) func stayText(payload: String) throws {
    for format in Self.formats {
      let text = try Self.report(payload, format)
      let controls = text.unicodeScalars.filter { TerminalText.isControl($0) && $0 != "\n" }
      #expect(controls.isEmpty, "\(format): \(controls.map(\.value))")
      #expect(!text.contains("##["), "\(format)")
      let commands = text.split(whereSeparator: \.isNewline).map { $0.drop { $0.isWhitespace } }
        .filter { $0.hasPrefix("::") }
      if format == .github {
        // One conflict, and one word about what could not be read.
        #expect(commands.count == 2)
        #expect(commands.first?.hasPrefix("::error file=") == true)
        #expect(commands.last?.hasPrefix("::error title=compare could not") == true)
      } else {
        #expect(commands.isEmpty, "\(format): \(commands)")
      }
    }
  }

  @Test(arguments: payloads) func sarifIsJSONWithRelativeAddresses(payload: String) throws {
    let text = try Self.report(payload, .sarif)
    let root = try #require(
      try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let run = try #require((root["runs"] as? [[String: Any]])?.first)
    let result = try #require((run["results"] as? [[String: Any]])?.first)
    let location = try #require((result["locations"] as? [[String: Any]])?.first)
    let place = try #require(location["physicalLocation"] as? [String: Any])
    let uri = try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
    #expect(uri.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ":") })
    #expect(result["baselineState"] as? String == "new")
    let message = try #require((result["message"] as? [String: String])?["text"])
    // One link, our own.
    #expect(message.replacing("\\[", with: "").replacing("\\]", with: "").count { $0 == "[" } == 1)
  }

  @Test(arguments: payloads) func junitIsXML(payload: String) throws {
    let parser = XMLParser(data: Data(try Self.report(payload, .junit).utf8))
    #expect(parser.parse(), "\(parser.parserError as Any)")
  }

  @Test(arguments: payloads) func markdownHoldsNoMarkupOfOthers(payload: String) throws {
    var text = try Self.report(payload, .markdown)
    for own in [
      "<details>", "</details>", "<summary>", "</summary>", "<b>", "</b>", "<!-- -->",
    ] { text = text.replacing(own, with: "\u{1}") }
    #expect(!text.contains("<"))
    for (mark, escaped) in [("@", "\\@"), ("](", "\\]("), ("*", "\\*"), ("`", "\\`")] {
      let bare = text.replacing("**\u{1}", with: "").replacing(escaped, with: "")
      if mark == "`" || mark == "*" { continue }
      #expect(!bare.contains(mark), "\(mark) in \(text)")
    }
    #expect(!text.contains("://"))
    #expect(!text.contains("www."))
  }
}
