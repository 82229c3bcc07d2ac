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
  private let tree: YAMLTree
  private let place: Int

  private init(_ tree: YAMLTree, _ place: Int) { (self.tree, self.place) = (tree, place) }

  /// The root of `text`, or `nil` for a file with no content.
  ///
  /// - Throws: `SourceError` when it is not YAML, or too large.
  package static func parse(_ text: String, path: String) throws -> YAMLReader? {
    var text = text
    return try text.withUTF8 { try parse($0, path: path) }
  }

  /// The same for UTF-8.
  static func parse(_ text: UnsafeBufferPointer<UInt8>, path: String) throws -> YAMLReader? {
    try YAMLComposer.compose(text, path: path).map { YAMLReader($0, 0) }
  }

  package func error(_ message: String) -> SourceError {
    SourceError(path: path, line: line, column: column, message: message)
  }

  private var node: YAMLTree.Node { tree[place] }

  package var path: String { tree.path }
  package var isMapping: Bool { node.kind == .mapping }
  package var isSequence: Bool { node.kind == .sequence }
  package var isScalar: Bool { node.kind == .scalar }
  package var line: Int { Int(node.line) }
  package var column: Int { Int(node.column) }

  // MARK: Mappings

  /// Refuses keys that are not in `known`, naming the nearest right one.
  package func expectKeys(_ known: [String]) throws {
    try forEachEntry { key, _ in
      guard !known.contains(where: key.says) else { return }
      let name = key.isScalar ? try key.string() : "?"
      throw key.error("unknown key `\(name)`\(Nearest.hint(name, among: known))")
    }
  }

  /// Calls `body` with keys and values in file order.
  func forEachEntry(_ body: (_ key: YAMLReader, _ value: YAMLReader) throws -> Void) throws {
    guard isMapping else { throw error("expected `key: value` lines here") }
    var children = tree.children(of: place)
    while let key = children.next(), let value = children.next() {
      try body(YAMLReader(tree, key), YAMLReader(tree, value))
    }
  }

  /// Keys and values in file order.
  package func entries() throws -> [(key: YAMLReader, value: YAMLReader)] {
    var entries: [(key: YAMLReader, value: YAMLReader)] = []
    try forEachEntry { entries.append(($0, $1)) }
    return entries
  }

  /// The value under `key`, if any; linear in the number of keys.
  package func optional(_ key: String) -> YAMLReader? {
    guard isMapping else { return nil }
    var children = tree.children(of: place)
    while let known = children.next(), let value = children.next() {
      if YAMLReader(tree, known).says(key) { return YAMLReader(tree, value) }
    }
    return nil
  }

  package func required(_ key: String) throws -> YAMLReader {
    guard isMapping else { throw error("expected `key: value` lines here") }
    guard let value = optional(key) else { throw error("`\(key)` is missing") }
    return value
  }

  // MARK: Values

  package func string() throws -> String {
    try withBytes { String(decoding: $0, as: UTF8.self) }
  }

  /// The bytes of a text.
  @inline(__always)
  func withBytes<Value>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) throws -> Value {
    let node = node
    guard node.kind == .scalar else { throw error("expected text here") }
    return try tree.withBytes(node.start..<node.end, body)
  }

  /// Whether it is this text.
  private func says(_ text: String) -> Bool {
    let node = node
    guard node.kind == .scalar, text.utf8.count == node.end - node.start else { return false }
    return tree.withBytes(node.start..<node.end) { $0.elementsEqual(text.utf8) }
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
    guard isSequence else { throw error("expected a list here") }
    return tree.children(of: place).map { YAMLReader(tree, $0) }
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
