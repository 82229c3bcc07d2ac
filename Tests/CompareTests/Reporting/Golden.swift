import Foundation
import Testing

/// Compares `text` with `Golden/<name>`, or writes that file when `UPDATE_GOLDEN` is set.
func expect(
  _ text: String, inFile name: String, location: SourceLocation = #_sourceLocation
) throws {
  let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden").appendingPathComponent(name)
  if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
    try Data(text.utf8).write(to: file)
    return
  }
  let isSame = try Data(contentsOf: file) == Data(text.utf8)
  #expect(isSame, "differs from Golden/\(name):\n\(text)", sourceLocation: location)
}
