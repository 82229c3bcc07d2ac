extension Rule {
  static let keys = [
    "schema", "id", "title", "kind", "severity", "message", "explain", "revision", "take", "unless",
    "examples",
  ]
  static let takeKeys = [
    "value", "scale", "opposites", "polarity", "none", "quotation", "structure", "term", "name",
    "person", "order",
    "inference",
  ]
  /// Fewer examples of either side say too little.
  public static let fewestExamples = 2

  /// Reads the rules of one file: a rule, or a list of them.
  ///
  /// - Throws: `SourceErrors` with every mistake of the file, by line and column.
  public static func read(_ source: RuleSource, lexicons: Lexicons) throws -> [Rule] {
    let isBuiltIn = source.isBuiltIn
    guard let root = try source.reader(isShown: !isBuiltIn),
      try !root.isSequence || !root.list().isEmpty
    else {
      throw SourceError(
        path: source.path, line: 1, column: 1, message: "there is no rule in this file")
    }
    let examples = isBuiltIn ? Lazy { Examples.all(in: source) } : nil
    var rules: [Rule] = []
    var errors: [SourceError] = []
    for reader in root.isSequence ? try root.list() : [root] {
      do {
        rules.append(try Rule(reader, lexicons: lexicons, examples: examples))
      } catch let error as SourceErrors {
        errors += error.errors
      } catch let error as SourceError {
        errors.append(error)
      }
    }
    guard errors.isEmpty else { throw SourceErrors(errors) }
    return rules
  }

  /// - Parameter later: the examples of the file, by rules, where they are not read here.
  /// - Throws: `SourceErrors` with the mistakes of all its keys.
  private init(
    _ reader: YAMLReader, lexicons: Lexicons, examples later: Lazy<[String: Examples]>?
  ) throws {
    var mistakes: [SourceError] = []
    func note<Value>(_ read: () throws -> Value) -> Value? {
      do {
        return try read()
      } catch let error as SourceErrors {
        mistakes += error.errors
      } catch {
        if let error = error as? SourceError { mistakes.append(error) }
      }
      return nil
    }
    // Of another version, nothing is to be expected.
    try Self.expectSchema(reader)
    _ = note { try reader.expectKeys(Self.keys) }
    let hasUnknownKey = !mistakes.isEmpty
    func field<Value>(_ key: String, _ read: (YAMLReader) throws -> Value) -> Value? {
      // What is missing is most likely the key that was mistyped.
      if hasUnknownKey, reader.optional(key) == nil { return nil }
      return note { try read(try reader.required(key)) }
    }
    let id = field("id", Self.id)
    let title = field("title", Self.text)
    let kind = field("kind") { try $0.choice(ConflictKind.self) }
    let severity = field("severity") { try $0.choice(Severity.self) }
    let message = field("message", Self.template)
    let explain = field("explain", Self.text)
    let revision = note { try reader.optional("revision")?.integer() ?? 1 }
    let test = field("take") {
      try Self.test($0, lexicons: lexicons, isBuiltIn: later != nil)
    }
    let unless = note {
      try reader.optional("unless")?.list().map { try $0.choice(Exception.self) } ?? []
    }
    if let test, let unless {
      _ = note { try Self.expectExceptions(reader.optional("unless"), unless, test: test) }
    }
    let examples = later == nil ? field("examples") { try Examples($0) } : .none
    guard mistakes.isEmpty, let id, let title, let kind, let severity, let message, let explain,
      let revision, let test, let unless, later != nil || examples != nil
    else { throw SourceErrors(mistakes) }
    (self.id, self.title, self.kind, self.severity) = (id, title, kind, severity)
    (self.message, self.explain, self.revision) = (message, explain, revision)
    (self.test, self.unless) = (test, unless)
    lazyExamples = examples.map { Lazy(made: [id: $0]) } ?? later ?? Lazy(made: [:])
    path = reader.path
    line = reader.line
  }

  private static func test(
    _ take: YAMLReader, lexicons: Lexicons, isBuiltIn: Bool
  ) throws -> Test {
    let (key, test) = try plainTest(take, lexicons: lexicons, isBuiltIn: isBuiltIn)
    try expectManner(take, key: key, test: test)
    return test
  }

  private static func plainTest(
    _ take: YAMLReader, lexicons: Lexicons, isBuiltIn: Bool
  ) throws -> (key: String, test: Test) {
    let manner = ["slot", "reach"]
    try take.expectKeys(takeKeys + manner)
    let slot = try take.optional("slot")?.choice(Slot.self) ?? .aligned
    let reach = try take.optional("reach")?.choice(Reach.self) ?? .word
    let entries = try take.entries().filter { try !manner.contains($0.key.string()) }
    guard entries.count == 1, let (name, value) = entries.first else {
      throw take.error("`take` names exactly one of \(takeKeys.joined(separator: ", "))")
    }
    let key = try name.string()
    func lexicon(
      _ isRight: (UnsafeBufferPointer<UInt8>) -> Bool = { _ in true }, needs: String = ""
    ) throws -> String {
      let name = try value.string()
      // Both are tested, and a run may never need the list.
      if isBuiltIn, lexicons.isBuiltIn(name) { return name }
      guard let lexicon = lexicons[name] else {
        let known = lexicons.names
        throw value.error("no lexicon is named `\(name)`\(Nearest.hint(name, among: known))")
      }
      try lexicon.expectValues(isRight) {
        value.error("in the lexicon \(name), `\($0)` needs \(needs)")
      }
      return name
    }
    switch key {
    case "value":
      let types = try (value.isScalar ? [value] : value.list()).map { try $0.choice(FactType.self) }
      guard !types.isEmpty else { throw value.error("name at least one type of fact") }
      return (key, .value(types: types, slot: slot))
    case "scale":
      let name = try lexicon(
        { ScaleInterval(String(decoding: $0, as: UTF8.self)) != nil },
        needs: "an interval like 51-99")
      return (key, .scale(lexicon: name, slot: slot))
    case "opposites":
      let name = try lexicon(Pole.isList, needs: "an axis/pole like change/up")
      return (key, .opposites(lexicon: name, slot: slot, reach: reach))
    case "polarity": return (key, .polarity(lexicon: try lexicon(), slot: slot))
    case "none": return (key, .none(lexicon: try lexicon()))
    case "quotation": return (key, .quotation(try value.choice(Quoted.self)))
    case "inference": return (key, .inference(try value.choice(Inference.self)))
    case "term": return (key, .term(lexicon: try lexicon()))
    case "order": return (key, .order(lexicon: try lexicon(), events: "order.event"))
    case "person": return (key, .person(try value.choice(Trait.self)))
    case "name":
      guard try value.boolean() else { throw value.error("write `name: true`") }
      return (key, .name(slot: slot))
    default: return (key, .structure(try value.choice(Structure.self)))
    }
  }

  private static func template(_ reader: YAMLReader) throws -> String {
    let text = try Self.text(reader)
    let known =
      ["about"]
      + ["a", "b"].flatMap { side in
        ["outlet", "text", "value", "attribution"].map { "\(side).\($0)" }
      }
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else {
        throw reader.error("`{` without `}` in the message")
      }
      let name = String(rest[rest.index(after: open)..<close])
      guard known.contains(name) else {
        throw reader.error("no field is named {\(name)}\(Nearest.hint(name, among: known))")
      }
      rest = rest[rest.index(after: close)...]
    }
    return text
  }
}

extension Rule.Examples {
  /// Those of the rules of a built-in file, by the rules' ids.
  fileprivate static func all(in source: RuleSource) -> [String: Rule.Examples] {
    do {
      guard let root = try source.reader(isShown: true) else { return [:] }
      var all: [String: Rule.Examples] = [:]
      for rule in root.isSequence ? try root.list() : [root] {
        all[try rule.required("id").string()] = try Rule.Examples(rule.required("examples"))
      }
      return all
    } catch { RuleSource.isBroken(error) }
  }

  init(_ reader: YAMLReader) throws {
    try reader.expectKeys(["conflict", "agree"])
    func side(_ name: String) throws -> [Rule.Example] {
      let list = try reader.required(name)
      let examples = try list.list().map { try Rule.Example($0) }
      guard examples.count >= Rule.fewestExamples else {
        throw list.error("a rule needs at least \(Rule.fewestExamples) examples of `\(name)`")
      }
      return examples
    }
    conflict = try side("conflict")
    agree = try side("agree")
  }
}

extension Rule.Example {
  init(_ reader: YAMLReader) throws {
    (line, column) = (reader.line, reader.column)
    if reader.isSequence {
      let texts = try reader.strings()
      guard texts.count == 2 else { throw reader.error("an example is a pair of passages") }
      (a, b, published) = (texts[0], texts[1], nil)
      return
    }
    try reader.expectKeys(["a", "b", "published"])
    a = try reader.required("a").string()
    b = try reader.required("b").string()
    published = try reader.optional("published").map { date in
      guard let day = PublicationDate(try date.string()) else {
        throw date.error("expected a date like 2025-03-18")
      }
      return day
    }
  }
}

/// A closed interval on a scale of 0 to 100, written `51-99` or `100`.
struct ScaleInterval: Sendable {
  let low: Int
  let high: Int

  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let low = parts.first ?? nil, let high = parts.last ?? nil, parts.count <= 2, low <= high
    else { return nil }
    (self.low, self.high) = (low, high)
  }

  func meets(_ other: ScaleInterval) -> Bool { low <= other.high && other.low <= high }
}

/// One end of an axis, written `axis/pole`; a word may stand on several, with commas between.
struct Pole: Sendable, Equatable {
  let axis: Substring
  let pole: Substring

  /// Empty when `text` is none such.
  static func list(_ text: String) -> [Pole] {
    var text = text
    guard text.withUTF8({ isList($0) }) else { return [] }
    return text.utf8.split(separator: UInt8(ascii: ",")).map { entry in
      let axis = entry.prefix { $0 != UInt8(ascii: "/") }
      return Pole(
        axis: Substring(axis.drop { $0 == UInt8(ascii: " ") }),
        pole: Substring(entry[axis.endIndex...].dropFirst()))
    }
  }

  /// Whether a text is entries `axis/pole` with commas between.
  static func isList(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 0
    var slash = -1
    for at in 0...text.count {
      let byte = at < text.count ? text[at] : UInt8(ascii: ",")
      if byte == UInt8(ascii: "/") {
        guard slash < start, at > start else { return false }
        slash = at
      } else if byte == UInt8(ascii: ",") {
        guard slash >= start, at > slash + 1 else { return false }
        start = at + 1
      }
    }
    return true
  }
}
