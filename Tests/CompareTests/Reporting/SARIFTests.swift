import Foundation
import Testing

@testable import Compare

/// The structure of SARIF that code scanning relies on.
@Suite struct SARIFTests {
  private func log(_ change: (inout Findings) -> Void = { _ in }) throws -> [String: Any] {
    var findings = try SampleFindings.make()
    change(&findings)
    var options = ReportOptions(version: "9.9.9")
    options.rules = try Language.builtIn().judge.rules
    options.workingDirectory = "/work"
    var text = ""
    SARIFReporter(options).write(findings, to: &text)
    let root = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    return try #require((root?["runs"] as? [[String: Any]])?.first)
  }

  private func results(_ run: [String: Any]) throws -> [[String: Any]] {
    try #require(run["results"] as? [[String: Any]])
  }

  @Test func listsAllRulesAndPointsIntoThem() throws {
    let run = try log()
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.count == (try Language.builtIn().judge.rules.count))
    for result in try results(run) {
      guard let index = result["ruleIndex"] as? Int else { continue }
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  @Test func theLaterSideComesFirst() throws {
    let result = try #require(try results(try log()).first)
    func uri(_ key: String) throws -> String {
      let location = try #require((result[key] as? [[String: Any]])?.first)
      let place = try #require(location["physicalLocation"] as? [String: Any])
      return try #require((place["artifactLocation"] as? [String: Any])?["uri"] as? String)
    }
    #expect(try uri("locations") == "set/post.txt")
    #expect(try uri("relatedLocations") == "set/wire.txt")
    let prints = try #require(result["partialFingerprints"] as? [String: String])
    #expect(prints.keys.sorted() == ["compareConflict/v1"])
  }

  @Test func statesAreOfTheBaseline() throws {
    #expect(try results(try log())[0]["baselineState"] == nil)
    let run = try log { findings in
      findings.baseline = BaselineSummary(path: "b")
      findings.conflicts[0].status = .known
      findings.conflicts[0].acceptance = Acceptance(reason: "seen", by: "Ada")
      findings.conflicts[1].status = .changed
    }
    let found = try results(run)
    #expect(found.map { $0["baselineState"] as? String } == ["unchanged", "updated", "new"])
    let counts = found.map { ($0["suppressions"] as? [[String: Any]])?.count }
    #expect(counts == [1, 0, 0])
    let suppression = try #require((found[0]["suppressions"] as? [[String: Any]])?.first)
    #expect(suppression.keys.sorted() == ["justification", "kind"])
    #expect(suppression["justification"] as? String == "seen; by Ada")
  }

  @Test func holdsTheWeightiestWhereThereAreTooMany() throws {
    let run = try log { findings in
      let weighty = findings.conflicts[0]
      let light = findings.conflicts[2]
      findings.conflicts =
        Array(repeating: light, count: SARIFReporter.mostResults + 5) + [weighty]
    }
    let found = try results(run)
    #expect(found.count == SARIFReporter.mostResults)
    #expect(found.last?["level"] as? String == "error")
    let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
    let notes = try #require(invocation["toolExecutionNotifications"] as? [[String: Any]])
    #expect(notes.count == 4)
    #expect(invocation["executionSuccessful"] as? Bool == false)
  }
}
