/// A mistake in a file that people write: where it is and what would be right.
public struct SourceError: Error, Sendable, CustomStringConvertible, Equatable {
  public let path: String
  /// 1-based.
  public let line: Int
  /// 1-based, in Unicode scalars.
  public let column: Int
  public let message: String

  public init(path: String, line: Int, column: Int, message: String) {
    (self.path, self.line, self.column, self.message) = (path, line, column, message)
  }

  public var description: String { "\(path):\(line):\(column): \(message)" }
}

/// Several mistakes, told together so that one run shows all of them.
public struct SourceErrors: Error, Sendable, CustomStringConvertible {
  public let errors: [SourceError]

  public init(_ errors: [SourceError]) { self.errors = errors }

  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// A YAML value that is read strictly: what does not fit is told with where it stands.
package struct YAMLReader {
  let node: YAMLNode
  package let path: String

  /// The root of `text`, or `nil` for a file with no content.
  ///
  /// - Throws: `SourceError` when it is not YAML, or too large.
  package static func parse(_ text: String, path: String) throws -> YAMLReader? {
    try YAMLComposer.compose(text, path: path).map { YAMLReader(node: $0, path: path) }
  }

  package func error(_ message: String) -> SourceError {
    SourceError(
      path: path, line: node.line, column: node.column, message: message)
  }

  package var isMapping: Bool { node.mapping != nil }
  package var isSequence: Bool { node.sequence != nil }
  package var isScalar: Bool { node.scalar != nil }
  package var line: Int { node.line }
  package var column: Int { node.column }

  // MARK: Mappings

  /// Refuses keys that are not in `known`, naming the nearest right one.
  package func expectKeys(_ known: [String]) throws {
    for (key, _) in try entries() where !known.contains(key.node.scalar ?? "") {
      let name = key.node.scalar ?? "?"
      throw key.error("unknown key `\(name)`\(Nearest.hint(name, among: known))")
    }
  }

  /// Keys and values in file order.
  package func entries() throws -> [(key: YAMLReader, value: YAMLReader)] {
    guard let mapping = node.mapping else { throw error("expected `key: value` lines here") }
    return mapping.map { (YAMLReader(node: $0, path: path), YAMLReader(node: $1, path: path)) }
  }

  /// The value under `key`, if any.
  package func optional(_ key: String) -> YAMLReader? {
    node[key].map { YAMLReader(node: $0, path: path) }
  }

  package func required(_ key: String) throws -> YAMLReader {
    guard isMapping else { throw error("expected `key: value` lines here") }
    guard let value = optional(key) else { throw error("`\(key)` is missing") }
    return value
  }

  // MARK: Values

  package func string() throws -> String {
    guard let text = node.scalar else { throw error("expected text here") }
    return text
  }

  package func integer() throws -> Int {
    guard let value = Int(try string()) else { throw error("expected a whole number here") }
    return value
  }

  package func number() throws -> Double {
    guard let value = Double(try string()) else { throw error("expected a number here") }
    return value
  }

  package func boolean() throws -> Bool {
    switch try string() {
    case "true", "yes": true
    case "false", "no": false
    default: throw error("expected true or false here")
    }
  }

  package func list() throws -> [YAMLReader] {
    guard let sequence = node.sequence else { throw error("expected a list here") }
    return sequence.map { YAMLReader(node: $0, path: path) }
  }

  /// A list of texts; a single text counts as a list of one.
  package func strings() throws -> [String] {
    if isScalar { return [try string()] }
    return try list().map { try $0.string() }
  }

  /// One of the cases of a string enumeration.
  package func choice<Choice: RawRepresentable & CaseIterable>(_ type: Choice.Type) throws -> Choice
  where Choice.RawValue == String {
    let text = try string()
    if let value = Choice(rawValue: text) { return value }
    let known = Choice.allCases.map(\.rawValue)
    throw error(
      "`\(text)` is not one of \(known.joined(separator: ", "))"
        + Nearest.hint(text, among: known))
  }
}
