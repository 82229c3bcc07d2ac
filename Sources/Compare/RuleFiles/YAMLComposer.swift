internal import CYAML

/// Puts the nodes of a YAML file together from libyaml's events.
final class YAMLComposer {
  /// Stays where it is: libyaml keeps its address.
  private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
  private let path: String
  private var anchors: [String: YAMLNode] = [:]
  /// Nodes so far, with those that aliases stand for.
  private var count = 0

  /// Nodes of one file at most; aliases of aliases grow without bound.
  private static let mostNodes = 500_000

  private init(path: String) throws(SourceError) {
    self.path = path
    guard yaml_parser_initialize(parser) != 0 else {
      // So that there is something to delete.
      parser.initialize(to: yaml_parser_t())
      throw SourceError(path: path, line: 1, column: 1, message: "no memory left to read YAML in")
    }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The root of `text`, or `nil` for a file with no content.
  ///
  /// - Complexity: O(length of the text).
  ///
  /// - Throws: `SourceError` when it is not YAML, holds two documents or a key twice, or is too
  ///   large.
  static func compose(_ text: String, path: String) throws(SourceError) -> YAMLNode? {
    let composer = try YAMLComposer(path: path)
    var text = text
    let result = text.withUTF8 { bytes -> Result<YAMLNode?, SourceError> in
      yaml_parser_set_encoding(composer.parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(composer.parser, bytes.baseAddress, bytes.count)
      return Result { () throws(SourceError) in try composer.root() }
    }
    return try result.get()
  }

  private func root() throws(SourceError) -> YAMLNode? {
    // The stream's start.
    _ = try next()
    guard try next() == YAML_DOCUMENT_START_EVENT else { return nil }
    let root = try node(try event())
    // The document's end.
    _ = try next()
    var event = try event()
    defer { yaml_event_delete(&event) }
    guard event.type == YAML_STREAM_END_EVENT else {
      throw error("expected one document in the file but found another", event.start_mark)
    }
    return root
  }

  /// The caller deletes it.
  private func event() throws(SourceError) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) != 0 else { throw problem() }
    return event
  }

  /// The type of the next event, which holds nothing else of interest.
  private func next() throws(SourceError) -> yaml_event_type_t {
    var event = try event()
    defer { yaml_event_delete(&event) }
    return event.type
  }

  // MARK: Nodes

  private func node(_ event: consuming yaml_event_t) throws(SourceError) -> YAMLNode {
    var event = event
    defer { yaml_event_delete(&event) }
    let mark = event.start_mark
    switch event.type {
    case YAML_ALIAS_EVENT:
      return try alias(name(event.data.alias.anchor) ?? "", mark)
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return try made(.scalar(String(decoding: bytes, as: UTF8.self)), scalar.anchor, mark)
    case YAML_SEQUENCE_START_EVENT:
      return try made(.sequence(try items()), event.data.sequence_start.anchor, mark)
    case YAML_MAPPING_START_EVENT:
      return try made(.mapping(try entries(mark)), event.data.mapping_start.anchor, mark)
    default:
      throw error("expected a value here", mark)
    }
  }

  private func made(
    _ content: YAMLNode.Content, _ anchor: UnsafeMutablePointer<yaml_char_t>?, _ mark: yaml_mark_t
  ) throws(SourceError) -> YAMLNode {
    try add(1, mark)
    let node = YAMLNode(content: content, line: mark.line + 1, column: mark.column + 1)
    if let anchor = name(anchor) { anchors[anchor] = node }
    return node
  }

  private func alias(_ name: String, _ mark: yaml_mark_t) throws(SourceError) -> YAMLNode {
    guard let node = anchors[name] else { throw error("nothing is called &\(name) above", mark) }
    try add(node.count, mark)
    return node
  }

  private func add(_ nodes: Int, _ mark: yaml_mark_t) throws(SourceError) {
    count += nodes
    guard count <= Self.mostNodes else {
      throw error("the file says too much: aliases of aliases?", mark)
    }
  }

  private func items() throws(SourceError) -> [YAMLNode] {
    var items: [YAMLNode] = []
    while true {
      var event = try event()
      guard event.type != YAML_SEQUENCE_END_EVENT else {
        yaml_event_delete(&event)
        return items
      }
      items.append(try node(event))
    }
  }

  /// - Parameter mark: where the mapping begins.
  private func entries(
    _ mark: yaml_mark_t
  ) throws(SourceError) -> [(key: YAMLNode, value: YAMLNode)] {
    var entries: [(key: YAMLNode, value: YAMLNode)] = []
    while true {
      var event = try event()
      guard event.type != YAML_MAPPING_END_EVENT else {
        yaml_event_delete(&event)
        break
      }
      entries.append((try node(event), try node(try self.event())))
    }
    if let key = Self.repeated(entries) { throw error("the key \(key) stands twice", mark) }
    return entries
  }

  private static func repeated(_ entries: [(key: YAMLNode, value: YAMLNode)]) -> String? {
    let keys = entries.compactMap(\.key.scalar)
    // Most mappings are a few keys, which a set would take longer to hash than to compare.
    if keys.count <= 8 {
      return keys.indices.first { keys[..<$0].contains(keys[$0]) }.map { keys[$0] }
    }
    var seen: Set<String> = []
    return keys.first { !seen.insert($0).inserted }
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

extension YAMLNode {
  /// Nodes of which it is made, itself among them; stops counting when there are far too many.
  fileprivate var count: Int {
    switch content {
    case .scalar: 1
    case .sequence(let items): items.reduce(1) { $0 + $1.count }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.key.count + $1.value.count }
    }
  }
}
