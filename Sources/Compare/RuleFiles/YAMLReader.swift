internal import Yams

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

/// A YAML node that knows where it stands and reads strictly.
///
/// Works on Yams' composed nodes, not on decoded values: scalars stay text (`no` is a word, not
/// `false`) and every node has a line. Aliases share what they stand for, and a file that they
/// blow up is refused.
package struct YAMLReader {
  let node: Yams.Node
  package let path: String

  /// The root of `text`, or `nil` for a file with no content.
  ///
  /// - Throws: `SourceError` when it is not YAML, or too large.
  package static func parse(_ text: String, path: String) throws -> YAMLReader? {
    do {
      // No tags: every scalar stays the text it is.
      let node = try Yams.compose(yaml: text, .basic)
      guard let node else { return nil }
      let reader = YAMLReader(node: node, path: path)
      // Only aliases can say more than is written.
      if text.utf8.contains(UInt8(ascii: "*")) {
        var nodes = 0
        try reader.checkSize(&nodes)
      }
      return reader
    } catch let error as YamlError {
      throw Self.located(error, path: path)
    }
  }

  /// Nodes of one file at most; aliases of aliases grow without bound.
  private static let mostNodes = 500_000

  private func checkSize(_ count: inout Int) throws {
    count += 1
    guard count <= Self.mostNodes else {
      throw error("the file says too much: aliases of aliases?")
    }
    switch node {
    case .mapping(let mapping):
      for (key, value) in mapping {
        try YAMLReader(node: key, path: path).checkSize(&count)
        try YAMLReader(node: value, path: path).checkSize(&count)
      }
    case .sequence(let sequence):
      for item in sequence { try YAMLReader(node: item, path: path).checkSize(&count) }
    default: break
    }
  }

  /// What most often lies behind a complaint of the YAML parser.
  private static func hint(_ problem: String) -> String {
    switch problem {
    case "mapping values are not allowed in this context":
      "; put a text that holds `: ` in quotes"
    case "found character that cannot start any token":
      "; indent with spaces, not tabs, and put a text that begins with @, % or ` in quotes"
    case "did not find expected key", "did not find expected '-' indicator":
      "; is this line indented like its neighbours, is a quote or bracket left open above it?"
    default: ""
    }
  }

  private static func located(_ error: YamlError, path: String) -> SourceError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      return SourceError(
        path: path, line: mark.line, column: mark.column,
        message: "not valid YAML: \(problem)\(hint(problem))")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let names = duplicates.joined(separator: ", ")
      return SourceError(
        path: path, line: context.mark.line, column: context.mark.column,
        message: "the key \(names) stands twice")
    default:
      return SourceError(path: path, line: 1, column: 1, message: "not valid YAML: \(error)")
    }
  }

  package func error(_ message: String) -> SourceError {
    SourceError(
      path: path, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1, message: message)
  }

  package var isMapping: Bool { node.mapping != nil }
  package var isSequence: Bool { node.sequence != nil }
  package var isScalar: Bool { node.scalar != nil }
  package var line: Int { node.mark?.line ?? 1 }
  package var column: Int { node.mark?.column ?? 1 }

  // MARK: Mappings

  /// Refuses keys that are not in `known`, naming the nearest right one.
  package func expectKeys(_ known: [String]) throws {
    for (key, _) in try entries() where !known.contains(key.node.string ?? "") {
      let name = key.node.string ?? "?"
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
    node.mapping?[key].map { YAMLReader(node: $0, path: path) }
  }

  package func required(_ key: String) throws -> YAMLReader {
    guard isMapping else { throw error("expected `key: value` lines here") }
    guard let value = optional(key) else { throw error("`\(key)` is missing") }
    return value
  }

  // MARK: Values

  package func string() throws -> String {
    guard let text = node.scalar?.string else { throw error("expected text here") }
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
