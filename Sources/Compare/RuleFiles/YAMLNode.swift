/// A value of a YAML file and where it stands.
///
/// Scalars stay the text they are: `no` is a word, not `false`.
struct YAMLNode: Sendable {
  enum Content: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  let content: Content
  /// 1-based.
  let line: Int
  /// 1-based, in Unicode scalars.
  let column: Int

  var scalar: String? {
    if case .scalar(let text) = content { text } else { nil }
  }

  var sequence: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }

  var mapping: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }

  /// The value under `key` of a mapping; linear in the number of keys.
  subscript(_ key: String) -> YAMLNode? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key.scalar == key }?.value
  }
}
