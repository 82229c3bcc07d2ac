import Testing

extension CommandLineTests {
  @Suite struct PairsTests {
    @Test func writesALineAPairInOrder() throws {
      let lines = """
        {"id":"p1","a":"They agreed to protect water plants and pumping stations now.","b":"They agreed to protect water plants now."}
        {"id":7,"a":"A heron nested.","b":"Bakers went on strike.","published_a":"2025-03-18"}

        """
      let result = try Executable.run(["pairs", "-"], input: lines)
      let rows = result.output.split(separator: "\n")
      #expect(rows.count == 2)
      #expect(rows[0].hasPrefix(#"{"id":"p1","label":"conflict","kinds":["scope"],"evidence":[{"#))
      #expect(rows[1] == #"{"id":"7","label":"neutral","kinds":[],"evidence":[]}"#)
      #expect(result.status == 1)
    }

    @Test func theFieldThatIsWrongIsNamed() throws {
      let result = try Executable.run(
        ["pairs", "-"], input: #"{"a":"A.","b":"B.","published_b":"no"}"# + "\n")
      #expect(result.status == 3)
      #expect(result.error.hasPrefix("-:1: `published_b: no` is no ISO 8601 date"))
    }

    @Test func pairsWithoutAnIDAreCalledByTheirLines() throws {
      let pair = #""a":"A heron nested.","b":"Bakers went on strike."}"#
      let lines = ["{", "{\"id\":\"1\",", "{\"id\":\"line 1\",", "{"].map { $0 + pair }
      let result = try Executable.run(["pairs", "-"], input: lines.joined(separator: "\n") + "\n")
      let ids = result.output.matches(of: /"id":"([^"]*)"/).map { String($0.output.1) }
      #expect(ids == ["line line 1", "1", "line 1", "4"])
    }
  }
}
