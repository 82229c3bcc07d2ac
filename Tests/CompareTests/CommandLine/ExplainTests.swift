import Foundation
import Testing

/// `check --explain FINGERPRINT`.
extension CommandLineTests {
  @Suite struct ExplainTests {
    private let folder: TemporaryFolder

    init() throws {
      folder = try TemporaryFolder()
      try folder.write(
        "a.txt",
        "The union represents 5,000 drivers across the valley, its chair said. "
          + "The night shift lasts 12 hours at the mill, she said.")
      try folder.write(
        "b.txt",
        "The union represents 9,000 drivers across the valley, its chair said. "
          + "The night shift lasts 10 hours at the mill, she said.")
    }

    private func check(_ arguments: String...) throws -> Executable.Result {
      try Executable.run(["check", folder.path, "--quiet"] + arguments)
    }

    private func fingerprints() throws -> [String] {
      let lines = try check("--format", "jsonl").output.split(separator: "\n")
      return try lines.map { line in
        let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        return try #require(object?["fingerprint"] as? String)
      }
    }

    @Test func printsTheWayToOneConflict() throws {
      let all = try fingerprints()
      #expect(all.count == 2)
      let first = try #require(all.first)
      let result = try check("--explain", first)
      #expect(result.status == 0)
      #expect(result.output.hasPrefix(first))
      for title in ["Alignment", "Facts", "Slots", "Condition", "Unless"] {
        #expect(result.output.contains("\n\(title)\n"), "\(title)")
      }
      #expect(result.output.contains("Bound by the word alignment"))
      #expect(result.output.contains("does not hold"))
    }

    /// As `align` counts: Unicode scalars.
    @Test func placesAreCountedAsEverywhere() throws {
      let text = try String(contentsOfFile: folder.path + "/a.txt", encoding: .utf8)
      try folder.write("a.txt", "Élan à Évry: ça été là, écrit Zoé. " + text)
      let explained = try check("--explain", try #require(try fingerprints().first)).output
      let place = try #require(explained.firstMatch(of: /characters (\d+) to (\d+)/)).output
      let aligned = try Executable.run(["align", folder.path, "-f", "jsonl"]).output
      #expect(aligned.contains("\"start\":\(place.1),\"end\":\(place.2)"), "\(explained)\(aligned)")
    }

    @Test func boundsAreThoseOfTheWording() throws {
      let texts = try fingerprints().map { try check("--explain", $0).output }
      #expect(texts.contains { $0.contains("\"5,000\": number 5000, exactly 5000") })
    }

    @Test func theFirstDigitsSufficeInEitherCase() throws {
      let all = try fingerprints()
      let first = try #require(all.first)
      let second = try #require(all.last)
      let length = (1...32).first { first.prefix($0) != second.prefix($0) } ?? 32
      let result = try check("--explain", first.prefix(length).uppercased())
      #expect(result.status == 0)
      #expect(result.output.hasPrefix(first))
    }

    @Test func unknownOrAmbiguousIsTwoWithARemedy() throws {
      let unknown = try check("--explain", "xyz")
      #expect(unknown.status == 2)
      #expect(unknown.error.contains("--format json"))
      #expect(try check("--explain", "").status == 2)
    }
  }
}
