import Foundation
import Testing

/// The formats of other programs, read by those programs: `Tests/formats/run.py`.
extension CommandLineTests {
  @Suite struct FormatReaderTests {
    private static let python = ["/usr/bin/python3", "/usr/local/bin/python3"]
      .first { FileManager.default.isExecutableFile(atPath: $0) }
    private static let script = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("formats/run.py")

    @Test(.enabled(if: python != nil, "there is no Python"))
    func othersReadWhatIsWritten() throws {
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["python3", Self.script.path]
      process.environment = ProcessInfo.processInfo.environment.merging(
        ["COMPARE": Executable.url.path]
      ) { $1 }
      let output = Pipe()
      (process.standardOutput, process.standardError) = (output, output)
      try process.run()
      let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(text)")
      #expect(text.contains("ok    csv read with Python"))
      for line in text.split(separator: "\n") where line.hasPrefix("SKIPPED") { print(line) }
    }
  }
}
