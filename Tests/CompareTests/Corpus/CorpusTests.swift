import Foundation
import Testing

@testable import Compare

@Suite struct CorpusTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("corpus").path

  static let sets = ((try? FileManager.default.contentsOfDirectory(atPath: root)) ?? [])
    .filter { FileManager.default.fileExists(atPath: "\(root)/\($0)/expected.yml") }.sorted()

  @Test func thereAreSets() { #expect(Self.sets.count >= 8) }

  @Test(arguments: sets) func tellsConflictsFromSilences(set: String) throws {
    let language = try Language.builtIn()
    let expected = try ExpectedConflicts("\(Self.root)/\(set)/expected.yml")
    let found = try CorpusFindings("\(Self.root)/\(set)", language: language)
    var wanted: Set<String> = []
    for entry in expected.conflicts {
      let hits = found.conflicts(at: entry)
      wanted.formUnion(hits.map(\.fingerprint))
      if entry.isKnownMiss {
        #expect(hits.isEmpty, "found by now, drop `missed`: \(entry.a) / \(entry.b)")
      } else {
        #expect(!hits.isEmpty, "missed \(entry.kind): \(entry.a) / \(entry.b)")
        #expect(
          hits.isEmpty || hits.contains { $0.kind.rawValue == entry.kind },
          "\(entry.kind) found as \(hits.map(\.kind)): \(entry.a) / \(entry.b)")
      }
    }
    for entry in expected.mayReport {
      wanted.formUnion(found.conflicts(at: entry).map(\.fingerprint))
    }
    for entry in expected.silences {
      let hits = found.conflicts(at: entry).filter { $0.match == .confirmed }
      #expect(hits.isEmpty, "alarm: \(hits.map(found.describe).joined(separator: "\n"))")
    }
    let unexpected = found.findings.conflicts.filter {
      $0.match == .confirmed && !wanted.contains($0.fingerprint)
    }
    #expect(
      unexpected.isEmpty, "unexpected:\n\(unexpected.map(found.describe).joined(separator: "\n"))")
  }
}
