import Foundation
import Testing

@testable import Compare

@Suite struct BaselineTests {
  static func entry(
    _ digits: String, decision: Decision = .accepted, until: String? = nil, reason: String? = nil
  ) -> BaselineEntry {
    func side(_ name: String) -> BaselineEntry.Side {
      BaselineEntry.Side(
        article: "id:\(name)", path: "set/\(name).txt", outlet: name, value: "PT2H",
        text: "two hours\u{1B}[31m\r\n::error::", slot: ["call", "lasted", "…"],
        passage: "The “call” lasted two hours.", signature: String(repeating: "0f", count: 32))
    }
    return BaselineEntry(
      fingerprint: digits + String(repeating: "0", count: 32 - digits.count), decision: decision,
      reason: reason, by: "Ada", until: until.flatMap { PublicationDate($0)?.day },
      rule: "duration.length", revision: 2, kind: "duration", a: side("wire"), b: side("post"))
  }

  private func read(_ text: String) throws -> Baseline {
    try Baseline(text, path: "compare-baseline.jsonl")
  }

  @Test func readsWhatItWrites() throws {
    let baseline = Baseline(
      rules: "abc",
      entries: [Self.entry("b", until: "2025-06-01", reason: "\"why\", \\ and ü"), Self.entry("a")])
    #expect(baseline.entries.map(\.fingerprint.first) == ["a", "b"])
    let again = try read(baseline.text)
    #expect(again.entries == baseline.entries)
    #expect(again.text == baseline.text)
    #expect(again.rules == "abc")
  }

  @Test func isLinesWithoutControlsTotalsOrTimes() {
    let text = Baseline(rules: "abc", entries: [Self.entry("a"), Self.entry("b")]).text
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == 4 && lines.last == "")
    #expect(!text.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    #expect(lines[0] == #"{"format":"compare-baseline","version":1,"rules":"abc"}"#)
    #expect(
      Baseline(rules: "abc", entries: [Self.entry("b")]).text.split(separator: "\n")[1]
        == lines[2])
  }

  /// Two branches add entries; git puts the lines of both one after the other.
  @Test func survivesAUnionMerge() throws {
    let ours = Baseline(rules: "one", entries: [Self.entry("a"), Self.entry("c")])
    let theirs = Baseline(
      rules: "two",
      entries: [Self.entry("b"), Self.entry("c", until: "2025-01-01"), Self.entry("a")])
    let merged = try read(ours.text + theirs.text)
    #expect(merged.entries.map(\.fingerprint.first) == ["a", "b", "c"])
    // The stricter word stays, whichever branch comes first.
    #expect(merged.entries[2].until == CivilDate(year: 2025, month: 1, day: 1))
    let turned = try read(theirs.text + ours.text)
    #expect(turned.entries == merged.entries)
  }

  @Test(arguments: [
    ("", "the file is empty"),
    ("[]\n", "the first line must be its header"),
    (#"{"format":"eslint","version":1,"rules":""}"#, "its format is `eslint`"),
    (#"{"format":"compare-baseline","version":2,"rules":""}"#, "needs another version"),
    ("<<<<<<< ours\n", "the first line must be its header"),
  ]) func refusesForeignFiles(text: String, message: String) {
    let error = #expect(throws: SourceError.self) { try read(text) }
    #expect(error?.description.contains(message) == true)
    #expect(error?.description.hasPrefix("compare-baseline.jsonl:1:1: ") == true)
  }

  @Test(arguments: [
    (#""decision":"accepted""#, #""decision":"acepted""#, "did you mean `accepted`?"),
    (#""reason":null"#, #""raeson":null"#, "did you mean `reason`?"),
    (#""until":null"#, #""until":"soon""#, "is no date"),
    (#""fingerprint":"a"#, #""fingerprint":"A"#, "32 hex digits"),
    (#""kind":"duration","#, "", "the field `kind` is missing"),
  ]) func namesTheLineOfAMistake(old: String, new: String, message: String) throws {
    let text = Baseline(rules: "", entries: [Self.entry("a")]).text
    #expect(text.contains(old))
    let error = #expect(throws: SourceErrors.self) { try read(text.replacing(old, with: new)) }
    let first = try #require(error?.errors.first)
    #expect(first.line == 2)
    #expect(first.message.contains(message), "\(first)")
  }

  @Test func digestIsOfMeaningNotOfWording() throws {
    let rules = try Language.builtIn().judge.rules
    #expect(Baseline.digest(of: rules) == Baseline.digest(of: rules.reversed()))
    #expect(Baseline.digest(of: rules) != Baseline.digest(of: Array(rules.dropFirst())))
  }
}

@Suite struct RelativePathTests {
  @Test(arguments: [
    ("set/a.txt", "set/a.txt"), ("./set/../set/a.txt", "set/a.txt"),
    ("/data/x/set/a.txt", "set/a.txt"),
    ("../y/a.txt", "../y/a.txt"), ("/a.txt", "../../a.txt"), ("-", "-"), (".", "."),
  ]) func areToldFromTheFolder(path: String, expected: String) {
    #expect(RelativePath(from: "/data/x", working: "/data/x").of(path) == expected)
  }
}
