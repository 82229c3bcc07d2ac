/// The values of a YAML file and where they stand, one after another in flat arrays: a value is
/// followed by those that it is made of.
///
/// Scalars stay the text they are (`no` is a word, not `false`), as UTF-8 that becomes a `String`
/// only when someone asks for one.
final class YAMLTree: Sendable {
  enum Kind: UInt8 { case scalar, sequence, mapping, alias }

  struct Node {
    let kind: Kind
    /// 1-based.
    let line: Int32
    /// 1-based, in Unicode scalars.
    let column: Int32
    /// Where the bytes of a scalar begin; the node that an alias stands for.
    let start: Int32
    /// Where the bytes of a scalar end.
    let end: Int32
    /// The first node that is no part of this one.
    var next: Int32
  }

  let path: String
  private let nodes: [Node]
  private let bytes: [UInt8]

  init(path: String, nodes: [Node], bytes: [UInt8]) {
    (self.path, self.nodes, self.bytes) = (path, nodes, bytes)
  }

  subscript(node: Int) -> Node { nodes[node] }

  /// The values of which a sequence is made; keys and values of a mapping in turn.
  func children(of node: Int) -> Children {
    Children(nodes: nodes, at: node + 1, end: Int(nodes[node].next))
  }

  /// Calls `body` with the bytes of a scalar, or of a part of it.
  @inline(__always)
  func withBytes<Value>(
    _ range: Range<Int32>, _ body: (UnsafeBufferPointer<UInt8>) throws -> Value
  ) rethrows -> Value {
    try bytes.withUnsafeBufferPointer {
      try body(UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)]))
    }
  }

  struct Children: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var at: Int
    fileprivate let end: Int

    mutating func next() -> Int? {
      guard at < end else { return nil }
      let node = nodes[at]
      defer { at = Int(node.next) }
      return node.kind == .alias ? Int(node.start) : at
    }
  }
}
