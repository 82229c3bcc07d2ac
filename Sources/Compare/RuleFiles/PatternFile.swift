/// One file of token patterns, as written.
struct PatternFile {
  /// Layers run one after another; later ones see the results of earlier ones.
  let layer: Int
  let patterns: [PatternEntry]

  static let layers = 1...9

  /// - Parameter isShown: whether the examples are read, too.
  /// - Throws: `SourceError` for unknown or missing keys and examples that can't be read.
  init(_ reader: YAMLReader, isShown: Bool) throws {
    try reader.expectKeys(["about", "layer", "published", "patterns"])
    _ = try reader.required("about").string()
    layer = try reader.required("layer").integer()
    guard Self.layers.contains(layer) else {
      throw try reader.required("layer").error("the layer is a number from 1 to 9")
    }
    let published = try reader.optional("published").map { try PatternExample.date($0) }
    let readers = try reader.required("patterns").list()
    patterns = try readers.map {
      try PatternEntry($0, published: published, isShown: isShown)
    }
  }

  /// The file of a source; nothing where the source is empty.
  ///
  /// - Parameter isShown: whether the examples are read, too.
  /// - Throws: `SourceError`.
  static func read(_ source: RuleSource, isShown: Bool) throws -> PatternFile? {
    try source.reader(isShown: isShown).map { try PatternFile($0, isShown: isShown) }
  }
}

/// One pattern: what it matches, what it makes of it, what it is shown by.
struct PatternEntry {
  let id: String
  let match: YAMLReader
  let make: YAMLReader
  /// What must (not) stand on either side; classes and words, any of which will do.
  let precededBy: YAMLReader?
  let notPrecededBy: YAMLReader?
  let followedBy: YAMLReader?
  let notFollowedBy: YAMLReader?
  let examples: [PatternExample]
  let reader: YAMLReader

  init(_ reader: YAMLReader, published: PublicationDate?, isShown: Bool) throws {
    try reader.expectKeys([
      "id", "match", "make", "preceded-by", "not-preceded-by", "followed-by", "not-followed-by",
      "examples", "none",
    ])
    self.reader = reader
    id = try reader.required("id").string()
    match = try reader.required("match")
    make = try reader.required("make")
    precededBy = reader.optional("preceded-by")
    notPrecededBy = reader.optional("not-preceded-by")
    followedBy = reader.optional("followed-by")
    notFollowedBy = reader.optional("not-followed-by")
    guard isShown else {
      examples = []
      return
    }
    let shown = try reader.required("examples").list()
    guard !shown.isEmpty else { throw reader.error("\(id) has no examples") }
    let silent = try reader.required("none").list()
    guard !silent.isEmpty else {
      throw reader.error("\(id) has no example under `none` of what must give nothing")
    }
    examples =
      try shown.map { try PatternExample($0, of: reader, published: published) }
      + silent.map { try PatternExample(counter: $0, of: reader, published: published) }
  }
}

/// `text → type value`, or a text in which the pattern must find nothing.
public struct PatternExample: Sendable {
  public let pattern: String
  public let text: String
  public let published: PublicationDate?
  /// What must be found; empty when there must be no fact at all.
  public let expected: [(type: FactType, value: String)]
  /// Whether the pattern must not apply to the text; others may.
  public let isCounter: Bool
  public let path: String
  /// 1-based line of the example.
  public let line: Int

  init(_ reader: YAMLReader, of pattern: YAMLReader, published: PublicationDate?) throws {
    let whole = try reader.string()
    let sides = Self.split(whole, at: " → ")
    guard sides.count == 2 else { throw reader.error("an example is written `text → type value`") }
    self.pattern = try pattern.required("id").string()
    (text, self.published) = try Self.text(sides[0], reader, published)
    expected = try Self.split(sides[1], at: "; ").map { result in
      if result == "nothing" { return (.scope, "") }
      let words = Self.split(result, at: " ")
      guard let name = words.first, let type = FactType(rawValue: name) else {
        let known = FactType.allCases.map(\.rawValue)
        throw reader.error(
          "`\(words.first ?? "")` is no type of fact\(Nearest.hint(words.first ?? "", among: known))"
        )
      }
      return (type, words.dropFirst().joined(separator: " "))
    }.filter { !$0.1.isEmpty }
    isCounter = false
    path = reader.path
    line = reader.line
  }

  init(
    counter reader: YAMLReader, of pattern: YAMLReader, published: PublicationDate?
  ) throws {
    self.pattern = try pattern.required("id").string()
    (text, self.published) = try Self.text(try reader.string(), reader, published)
    expected = []
    isCounter = true
    path = reader.path
    line = reader.line
  }

  /// `(2025-03-19) text`, `(undated) text`: with a publication date of its own.
  private static func text(
    _ whole: String, _ reader: YAMLReader, _ published: PublicationDate?
  ) throws -> (String, PublicationDate?) {
    guard whole.hasPrefix("("), let end = whole.firstIndex(of: ")") else {
      return (whole, published)
    }
    let inside = whole[whole.index(after: whole.startIndex)..<end]
    let rest = whole[whole.index(after: end)...].drop { $0 == " " }
    if inside == "undated" { return (String(rest), nil) }
    guard let date = PublicationDate(String(inside)) else { return (whole, published) }
    return (String(rest), date)
  }

  static func date(_ reader: YAMLReader) throws -> PublicationDate {
    guard let date = PublicationDate(try reader.string()) else {
      throw reader.error("a date is written 2025-03-19")
    }
    return date
  }

  /// The parts of a text between marks.
  private static func split(_ text: String, at mark: String) -> [String] {
    let text = Array(text.utf8)
    let mark = Array(mark.utf8)
    var parts: [String] = []
    var start = 0
    var at = 0
    while at + mark.count <= text.count {
      guard text[at...].starts(with: mark) else {
        at += 1
        continue
      }
      parts.append(String(decoding: text[start..<at], as: UTF8.self))
      at += mark.count
      start = at
    }
    parts.append(String(decoding: text[start...], as: UTF8.self))
    return parts
  }
}
