import Foundation
import Testing

extension CommandLineTests {
  @Suite struct ClaimCommandTests {
    private let folder: TemporaryFolder
    private let statement = "The union represents nine thousand drivers across the valley."

    init() throws {
      folder = try TemporaryFolder()
      try folder.write(
        "set/courier.txt",
        "---\noutlet: Courier\npublished: 2025-03-21\n---\n"
          + "A strike is near.\n\nThe union represents five thousand drivers across the valley.\n")
      try folder.write("set/gazette.txt", statement)
      try folder.write("set/post.txt", "Drivers across the valley like the union's lawyer.")
    }

    private func run(_ arguments: String..., input: String = "") throws -> Executable.Result {
      try Executable.run(["claim"] + arguments, input: input)
    }

    @Test func aConflictIsOne() throws {
      let result = try run(statement, "--against", folder.path + "/set")
      #expect(result.status == 1)
      #expect(result.output.contains("set/courier.txt:7:22  Courier, 2025-03-21\n"))
      #expect(result.output.contains("[five thousand]"))
      #expect(result.output.contains("number.count: claim counts nine thousand, Courier five"))
      #expect(result.output.contains("1 passage conflicts, 1 supports it, 1 is related."))
    }

    @Test func noConflictIsZero() throws {
      let result = try run(
        statement, "--against", folder.path + "/set/gazette.txt", folder.path + "/set/post.txt")
      #expect(result.status == 0)
      #expect(result.output.contains("0 passages conflict, 1 supports it, 1 is related."))
      #expect(try run("A heron nested.", "--against", folder.path + "/set").status == 0)
    }

    @Test func mistakesAreTwo() throws {
      #expect(try run(statement).status == 2)
      #expect(try run("...", "--against", folder.path + "/set").status == 2)
      #expect(try run(statement, "--against", folder.path + "/missing").status == 2)
      #expect(
        try run(statement, "--published", "Tuesday", "--against", folder.path + "/set").status == 2)
    }

    @Test func skippedInputIsThree() throws {
      let broken = try folder.write("broken.jsonl", "{\"text\": \n")
      #expect(try run(statement, "--against", folder.path + "/set", broken).status == 3)
    }

    @Test func readsStandardInput() throws {
      let line = #"{"id":"x","text":"The union represents 5,000 drivers across the valley."}"#
      let result = try run(statement, "--against", "-", input: line + "\n")
      #expect(result.status == 1)
    }

    @Test func jsonNamesBothValues() throws {
      let result = try run(statement, "--against", folder.path + "/set", "--format", "json")
      let data = Data(result.output.utf8)
      let root = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
      let passages = try #require(root["passages"] as? [[String: Any]])
      #expect(passages.map { $0["bearing"] as? String } == ["supports", "conflicts", "related"])
      let similarities = passages.compactMap { $0["similarity"] as? Double }
      #expect(similarities == similarities.sorted(by: >))
      let conflicts = try #require(passages[1]["conflicts"] as? [[String: Any]])
      let claim = try #require(conflicts.first?["claim"] as? [String: Any])
      let passage = try #require(conflicts.first?["passage"] as? [String: Any])
      #expect(claim["text"] as? String == "nine thousand")
      #expect(passage["value"] as? String == "5000")
      #expect(passage["line"] as? Int == 7)
      #expect(passage["column"] as? Int == 22)
    }

    @Test func csvHasARowAPassage() throws {
      let result = try run(
        statement, "--against", folder.path + "/set", "--format", "csv", "--related", "0")
      // CRLF is one character.
      let rows = result.output.split(separator: "\r\n")
      #expect(rows.count == 3)
      #expect(
        rows[0].hasPrefix("bearing,match,rule,kind,claim_text,claim_value,text,value,outlet,"))
      #expect(
        rows[2].hasPrefix(
          "conflicts,confirmed,number.count,number,nine thousand,9000,five thousand,5000,Courier,"))
    }
  }
}
