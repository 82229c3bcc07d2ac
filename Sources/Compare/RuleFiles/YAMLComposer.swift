internal import CYAML

/// Puts a YAML file's tree together from libyaml's events.
struct YAMLComposer: ~Copyable {
  /// Stays where it is: libyaml keeps its address.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  /// What libyaml said last.
  private let event = UnsafeMutablePointer<yaml_event_t>.allocate(capacity: 1)
  private let path: String
  private var nodes: [YAMLTree.Node] = []
  private var bytes: [UInt8] = []
  private var anchors: [String: Anchor] = [:]
  /// Nodes so far, with those that aliases stand for.
  private var count = 0
  /// Sequences and mappings that are open.
  private var depth = 0

  /// Nodes of one file at most; aliases of aliases grow without bound.
  private static let mostNodes = 500_000
  /// Values inside each other at most: each takes room on the stack.
  private static let mostDepth = 200

  private struct Anchor {
    let node: Int
    /// Nodes of which it is made, itself among them.
    let count: Int
  }

  private init(path: String) throws(SourceError) {
    self.path = path
    event.initialize(to: yaml_event_t())
    guard yaml_parser_initialize(parser) != 0 else {
      // So that there is something to delete.
      parser.initialize(to: yaml_parser_t())
      throw SourceError(path: path, line: 1, column: 1, message: "no memory left to read YAML in")
    }
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The tree of a text in UTF-8, whose root is its first node; `nil` for a file with no content.
  ///
  /// - Complexity: O(length of the text).
  ///
  /// - Throws: `SourceError` when it is not YAML, holds two documents or a key twice, is too large
  ///   or nested too deep.
  static func compose(
    _ text: UnsafeBufferPointer<UInt8>, path: String
  ) throws(SourceError) -> YAMLTree? {
    var composer = try YAMLComposer(path: path)
    composer.bytes.reserveCapacity(text.count)
    composer.nodes.reserveCapacity(text.count / 8)
    yaml_parser_set_encoding(composer.parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(composer.parser, text.baseAddress, text.count)
    guard try composer.composesRoot() else { return nil }
    return YAMLTree(path: path, nodes: composer.nodes, bytes: composer.bytes)
  }

  /// Whether there is a root.
  private mutating func composesRoot() throws(SourceError) -> Bool {
    // The stream's start.
    try next()
    try next()
    guard event.pointee.type == YAML_DOCUMENT_START_EVENT else { return false }
    try next()
    try node()
    // The document's end.
    try next()
    try next()
    guard event.pointee.type == YAML_STREAM_END_EVENT else {
      throw error("expected one document in the file but found another", event.pointee.start_mark)
    }
    return true
  }

  private func next() throws(SourceError) {
    yaml_event_delete(event)
    guard yaml_parser_parse(parser, event) != 0 else { throw problem() }
  }

  // MARK: Nodes

  /// Appends the node that begins with the event, and those of which it is made.
  private mutating func node() throws(SourceError) {
    let mark = event.pointee.start_mark
    let before = count
    let at = nodes.count
    let anchor: String?
    switch event.pointee.type {
    case YAML_ALIAS_EVENT: return try alias(mark)
    case YAML_SCALAR_EVENT:
      let scalar = event.pointee.data.scalar
      anchor = name(scalar.anchor)
      let start = bytes.count
      bytes += UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      append(.scalar, mark, from: start, to: bytes.count)
    case YAML_SEQUENCE_START_EVENT:
      anchor = name(event.pointee.data.sequence_start.anchor)
      append(.sequence, mark)
      try nodes(until: YAML_SEQUENCE_END_EVENT)
    case YAML_MAPPING_START_EVENT:
      anchor = name(event.pointee.data.mapping_start.anchor)
      append(.mapping, mark)
      try nodes(until: YAML_MAPPING_END_EVENT)
      if let key = repeatedKey(of: at) { throw error("the key \(key) stands twice", mark) }
    default:
      throw error("expected a value here", mark)
    }
    nodes[at].next = Int32(nodes.count)
    try add(1, mark)
    if let anchor { anchors[anchor] = Anchor(node: at, count: count - before) }
  }

  private mutating func append(
    _ kind: YAMLTree.Kind, _ mark: yaml_mark_t, from start: Int = 0, to end: Int = 0
  ) {
    nodes.append(
      YAMLTree.Node(
        kind: kind, line: Int32(clamping: mark.line + 1), column: Int32(clamping: mark.column + 1),
        start: Int32(start), end: Int32(end), next: Int32(nodes.count + 1)))
  }

  private mutating func alias(_ mark: yaml_mark_t) throws(SourceError) {
    let name = name(event.pointee.data.alias.anchor) ?? ""
    guard let anchor = anchors[name] else {
      throw error("nothing is called &\(name) above", mark)
    }
    try add(anchor.count, mark)
    append(.alias, mark, from: anchor.node)
  }

  private mutating func add(_ nodes: Int, _ mark: yaml_mark_t) throws(SourceError) {
    count += nodes
    guard count <= Self.mostNodes else {
      throw error("the file says too much: aliases of aliases?", mark)
    }
  }

  private mutating func nodes(until end: yaml_event_type_t) throws(SourceError) {
    depth += 1
    guard depth <= Self.mostDepth else {
      throw error(
        "nested too deep: more than \(Self.mostDepth) levels", event.pointee.start_mark)
    }
    try next()
    while event.pointee.type != end {
      try node()
      try next()
    }
    depth -= 1
  }

  /// A key that stands twice in a mapping.
  private func repeatedKey(of mapping: Int) -> String? {
    var keys: [Range<Int>] = []
    keys.reserveCapacity(8)
    var at = mapping + 1
    while at < nodes.count {
      let key = nodes[at].kind == .alias ? nodes[Int(nodes[at].start)] : nodes[at]
      if key.kind == .scalar { keys.append(Int(key.start)..<Int(key.end)) }
      at = Int(nodes[Int(nodes[at].next)].next)
    }
    return bytes.withUnsafeBufferPointer { bytes in
      let isRepeated = { (key: Range<Int>, earlier: Range<Int>) in
        key.count == earlier.count && bytes[key].elementsEqual(bytes[earlier])
      }
      // Most mappings are a few keys, which take longer to hash than to compare.
      let repeated: Range<Int>?
      if keys.count <= 8 {
        repeated = keys.indices.first { at in
          keys[..<at].contains { isRepeated(keys[at], $0) }
        }.map { keys[$0] }
      } else {
        var seen = HashTable(capacity: keys.count)
        repeated = keys.indices.first { at in
          let hash = Hash.of(bytes[keys[at]])
          let first = Int(seen.insert(hash, UInt32(at)))
          return first != at && isRepeated(keys[at], keys[first])
        }.map { keys[$0] }
      }
      return repeated.map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  private func name(_ anchor: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    anchor.map { String(cString: $0) }
  }

  // MARK: Mistakes

  private func error(_ message: String, _ mark: yaml_mark_t) -> SourceError {
    SourceError(path: path, line: mark.line + 1, column: mark.column + 1, message: message)
  }

  private func problem() -> SourceError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "no memory left"
    return error("not valid YAML: \(problem)\(Self.hint(problem))", parser.pointee.problem_mark)
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
}
