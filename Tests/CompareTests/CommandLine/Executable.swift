import Foundation
import Testing

/// All that start the program, one after the other: processes that start at once inherit each
/// other's pipes.
@Suite(.serialized) enum CommandLineTests {}

/// The built program, run as its users run it.
enum Executable {
  struct Result {
    let status: Int32
    let output: String
    let error: String
  }

  /// Beside the test bundle, where the build puts both.
  static let url: URL = {
    var folder =
      Bundle.allBundles.map(\.bundleURL).first { $0.pathExtension == "xctest" }
      ?? Bundle.main.bundleURL
    while folder.pathComponents.count > 1 {
      let program = folder.appendingPathComponent("compare")
      if FileManager.default.isExecutableFile(atPath: program.path) { return program }
      folder.deleteLastPathComponent()
    }
    return URL(fileURLWithPath: "/compare-is-not-built")
  }()

  /// - Parameters:
  ///   - input: for standard input.
  ///   - environment: in place of the caller's own colour settings.
  static func run(
    _ arguments: [String], input: String = "", environment: [String: String] = [:],
    closesOutput: Bool = false
  ) throws -> Result {
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment
    for name in ["NO_COLOR", "CLICOLOR_FORCE"] { variables[name] = nil }
    process.environment = variables.merging(environment) { $1 }
    let (stdin, stdout, stderr) = (Pipe(), Pipe(), Pipe())
    (process.standardInput, process.standardOutput, process.standardError) = (stdin, stdout, stderr)
    if closesOutput { try stdout.fileHandleForReading.close() }
    try process.run()
    try stdin.fileHandleForWriting.write(contentsOf: Data(input.utf8))
    try stdin.fileHandleForWriting.close()
    let output = closesOutput ? Data() : stdout.fileHandleForReading.readDataToEndOfFile()
    let error = stderr.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Result(
      status: process.terminationReason == .exit ? process.terminationStatus : -1,
      output: String(decoding: output, as: UTF8.self),
      error: String(decoding: error, as: UTF8.self))
  }
}
