/// Turns pattern entries into networks, and collects the words that they name.
struct PatternCompiler {
  private let lexicons: Lexicons
  private(set) var words = WordTableBuilder()
  private(set) var patterns: [Grammar.Pattern] = []
  /// Groups of labels that can stand beside a match.
  private(set) var sides: [[Label]] = []
  private var sideNumbers: [[Label]: Int32] = [:]
  private var ids: [String: Int] = [:]

  init(lexicons: Lexicons) { self.lexicons = lexicons }

  mutating func classNumber(lexicon name: String) -> Int {
    let (number, isNew) = words.classNumber(name)
    if isNew, let lexicon = lexicons[name] {
      for (phrase, value) in lexicon.entries { words.add(phrase, to: number, value: value) }
    }
    return number
  }

  private mutating func literal(_ word: String) -> Int {
    let (number, isNew) = words.classNumber("=" + word)
    if isNew { words.add(word, to: number, value: "") }
    return number
  }

  mutating func add(_ entry: PatternEntry, to network: inout Network) throws {
    guard ids.updateValue(patterns.count, forKey: entry.id) == nil else {
      throw entry.reader.error("a pattern named \(entry.id) exists already")
    }
    let expression: Expression
    let text = try entry.match.string()
    do { expression = try Expression.parse(text) } catch {
      throw entry.match.error(error.message)
    }
    var captures: [String: Capture] = [:]
    let node = try node(expression, entry.match, &captures)
    let (maker, arguments) = try make(entry.make, captures)
    network.add(node, pattern: patterns.count)
    patterns.append(
      Grammar.Pattern(
        id: entry.id, maker: maker, arguments: arguments,
        sides: Sides(
          precededBy: try side(entry.precededBy), notPrecededBy: try side(entry.notPrecededBy),
          followedBy: try side(entry.followedBy), notFollowedBy: try side(entry.notFollowedBy))))
  }

  private struct Capture {
    let number: Int32
    var classes: [Int] = []
  }

  private mutating func node(
    _ expression: Expression, _ reader: YAMLReader, _ captures: inout [String: Capture]
  ) throws -> Network.Node {
    switch expression {
    case .sequence(let parts):
      var nodes: [Network.Node] = []
      for part in parts { nodes.append(try node(part, reader, &captures)) }
      return .sequence(nodes)
    case .choice(let parts):
      var nodes: [Network.Node] = []
      for part in parts { nodes.append(try node(part, reader, &captures)) }
      return .choice(nodes)
    case .many(let part, let low, let high):
      return .many(try node(part, reader, &captures), low, high)
    case .step(let classes, let isWord, let name, let glued, let capital):
      let labels = try classes.map { name in
        Label(
          wanted: isWord ? .word(literal(name)) : try wanted(name, reader), glued: glued,
          capital: capital)
      }
      var number: Int32 = -1
      if let name {
        var capture = captures[name] ?? Capture(number: Int32(captures.count))
        for case .word(let word) in labels.map(\.wanted) { capture.classes.append(word) }
        number = capture.number
        captures[name] = capture
      }
      return .step(Network.Step(labels: labels, capture: number))
    }
  }

  private mutating func wanted(_ name: String, _ reader: YAMLReader) throws -> Label.Wanted {
    if let traits = Traits.named[name] { return .trait(traits) }
    // `number&vague`: both.
    if name.contains("&") {
      var all: Traits = []
      for part in name.split(separator: "&") {
        guard let traits = Traits.named[String(part)] else { throw unknown(String(part), reader) }
        all.formUnion(traits)
      }
      return .trait(all)
    }
    guard lexicons[name] != nil else { throw unknown(name, reader) }
    return .word(classNumber(lexicon: name))
  }

  private func unknown(_ name: String, _ reader: YAMLReader) -> SourceError {
    let known = lexicons.names + Array(Traits.named.keys)
    return reader.error(
      "`<\(name)>` is no lexicon and no class\(Nearest.hint(name, among: known.sorted()))")
  }

  /// The number of a group of labels; -1 for none.
  private mutating func side(_ reader: YAMLReader?) throws -> Int32 {
    guard let reader else { return -1 }
    let labels = try labels(reader)
    guard !labels.isEmpty else { return -1 }
    if let known = sideNumbers[labels] { return known }
    sides.append(labels)
    sideNumbers[labels] = Int32(sides.count - 1)
    return Int32(sides.count - 1)
  }

  private static let signs: Set = ["(", ")", "|", "?", "{", "}"]

  /// Words as they stand, `<class>` for classes; `~` and `^` as in patterns.
  private mutating func labels(_ reader: YAMLReader) throws -> [Label] {
    var found: [Label] = []
    for text in try reader.strings() {
      let expression: Expression
      // A lone sign stands for itself.
      let written = Self.signs.contains(text) ? "\\" + text : text
      do { expression = try Expression.parse(written) } catch {
        throw reader.error(error.message)
      }
      var captures: [String: Capture] = [:]
      switch try node(expression, reader, &captures) {
      case .step(let step): found += step.labels
      case .sequence(let nodes):
        for case .step(let step) in nodes { found += step.labels }
      default: throw reader.error("only words and classes can stand here")
      }
    }
    return found
  }

  // MARK: Makers

  private func make(
    _ reader: YAMLReader, _ captures: [String: Capture]
  ) throws -> (Maker, [(name: ParameterName, source: ArgumentSource)]) {
    let text = try reader.string()
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else {
      throw reader.error("expected `constructor(name=value, …)` here")
    }
    let name = String(text[..<open])
    guard let maker = Maker.all[name] else {
      let known = Maker.all.keys.sorted()
      throw reader.error("`\(name)` is no constructor\(Nearest.hint(name, among: known))")
    }
    var sources: [(name: String, source: ArgumentSource)] = []
    let inside = text[text.index(after: open)...].dropLast()
    for piece in inside.split(separator: ",") {
      let sides = piece.split(separator: "=", maxSplits: 1).map {
        String($0.drop { $0 == " " })
      }
      guard sides.count == 2 else { throw reader.error("`\(piece)` is not `name=value`") }
      guard maker.parameters.contains(sides[0]) else {
        throw reader.error(
          "\(name) takes no `\(sides[0])`\(Nearest.hint(sides[0], among: maker.parameters))")
      }
      sources.append((sides[0], try source(sides[1], reader, captures)))
    }
    for parameter in maker.parameters.prefix(maker.required)
    where !sources.contains(where: { $0.name == parameter }) {
      throw reader.error("\(name) needs `\(parameter)`")
    }
    return (maker, sources.map { (ParameterName($0.name), $0.source) })
  }

  private func source(
    _ text: String, _ reader: YAMLReader, _ captures: [String: Capture]
  ) throws -> ArgumentSource {
    if text.hasPrefix("'"), text.hasSuffix("'"), text.count >= 2 {
      return .text(String(text.dropFirst().dropLast()))
    }
    if let number = Double(text) { return .number(number) }
    guard let capture = captures[text] else {
      throw reader.error(
        "`\(text)` is captured nowhere in `match`\(Nearest.hint(text, among: captures.keys.sorted()))"
      )
    }
    return .capture(capture.number, classes: capture.classes)
  }
}
