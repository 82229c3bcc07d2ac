import Compare
import Foundation

/// A baseline on the disk.
struct BaselineFile: ReviewStore {
  let path: String

  /// - Throws: `Failure` when there is a file and it can't be read; `SourceError` when it is no text.
  func read() throws -> String? {
    guard let data = FileManager.default.contents(atPath: path) else {
      guard (try? FileManager.default.attributesOfItem(atPath: path)) == nil else {
        throw Failure("\(path): the baseline can't be read")
      }
      return nil
    }
    guard let text = String(validating: data, as: UTF8.self) else {
      throw SourceError(
        path: path, line: 1, column: 1, message: "not a baseline of compare: not UTF-8 text")
    }
    return text
  }

  func write(_ text: String) throws {
    let output = try Output.to(path)
    output.write(text)
    try output.close()
  }

  /// Locks the folder, which leaves no file behind and outlives the replacement of the baseline.
  func exclusively<Result>(_ body: () throws -> Result) throws -> Result {
    let folder = (path as NSString).deletingLastPathComponent
    let descriptor = open(folder.isEmpty ? "." : folder, O_RDONLY)
    guard descriptor >= 0 else { throw Failure("\(folder): no such folder for the baseline") }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw Failure("\(folder): can't be locked") }
    }
    return try body()
  }
}
