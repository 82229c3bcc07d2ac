import Foundation
import Testing

extension CommandLineTests {
  @Suite struct ReadmeTests {
    /// What the README says that the program prints, it prints.
    @Test func theSampleIsTheOutput() throws {
      var root = URL(fileURLWithPath: #filePath)
      for _ in 0..<4 { root.deleteLastPathComponent() }
      let readme = try String(
        contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
      let start = try #require(readme.firstRange(of: "```text\n")).upperBound
      let end = try #require(readme[start...].firstRange(of: "```")).lowerBound
      let sample = readme[start..<end].split(separator: "\n").filter { $0 != "…" }
      #expect(sample.count > 10)
      let set = root.appendingPathComponent("corpus/company-merger").path
      let result = try Executable.run(["check", "--no-config", "--color", "never", set])
      let printed = Set(
        result.output.replacingOccurrences(of: root.path + "/", with: "").split(separator: "\n"))
      for line in sample { #expect(printed.contains(line), "\(line)") }
    }
  }
}
