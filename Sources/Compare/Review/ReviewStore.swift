/// Where the baseline of a review lies.
public protocol ReviewStore: Sendable {
  /// The whole file; `nil` when there is none yet.
  func read() throws -> String?

  /// Puts a whole new file in the place of the old one, in one step.
  func write(_ text: String) throws

  /// Runs `body` while no other review changes the file.
  func exclusively<Result>(_ body: () throws -> Result) throws -> Result
}
