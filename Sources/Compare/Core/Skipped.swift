/// An article that could not be read.
public struct Skipped: Sendable, Equatable, CustomStringConvertible {
  public let path: String
  /// 1-based, where the trouble has a line.
  public let line: Int?
  public let reason: String

  public init(path: String, line: Int? = nil, reason: String) {
    (self.path, self.line, self.reason) = (path, line, reason)
  }

  /// `path:line: reason` on one harmless line.
  public var description: String {
    TerminalText.line("\(path)\(line.map { ":\($0)" } ?? ""): \(reason)")
  }
}
