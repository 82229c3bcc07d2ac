extension Rule.Test {
  /// How its facts or words can be bound; what is not among these would be ignored.
  var slots: [Rule.Slot] {
    switch self {
    case .value: Rule.Slot.allCases
    case .scale: [.aligned, .same]
    case .opposites, .polarity: [.aligned, .same, .declared]
    case .name: [.aligned, .declared]
    default: [.aligned]
    }
  }

  /// Whether it asks how near words stand to what they describe.
  var asksReach: Bool { if case .opposites(_, .declared, _) = self { true } else { false } }

  /// The exceptions that it asks for.
  var exceptions: [Rule.Exception] {
    switch self {
    case .value(_, .aligned), .value(_, .same): [.vague, .elsewhere, .growing, .moving]
    case .opposites(_, .aligned, _): [.indefinite]
    case .opposites(_, .same, _): [.indefinite, .open]
    case .opposites(_, .declared, _): [.indefinite]
    default: []
    }
  }
}

extension Rule {
  /// The version of the rule files that this program reads.
  static let schema = 1

  /// - Throws: `SourceError` for a file that a later program understands.
  static func expectSchema(_ reader: YAMLReader) throws {
    guard let given = reader.optional("schema") else { return }
    guard try given.integer() != schema else { return }
    throw given.error(
      "this rule needs another version of compare: it is of schema \(try given.string()), this "
        + "program reads \(schema)")
  }

  /// A text that says something.
  static func text(_ reader: YAMLReader) throws -> String {
    let text = try reader.string()
    guard text.contains(where: { !$0.isWhitespace }) else { throw reader.error("this is empty") }
    return text
  }

  /// An id such as `duration.length`.
  static func id(_ reader: YAMLReader) throws -> String {
    let id = try text(reader)
    let isRight = id.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || ".-_".utf8.contains(byte)
    }
    guard isRight else {
      throw reader.error("an id is of small letters, digits and `.`, `-`, `_`: my.rule")
    }
    return id
  }

  /// Refuses manners that the test would ignore.
  static func expectManner(_ take: YAMLReader, key: String, test: Test) throws {
    if let slot = take.optional("slot") {
      let given = try slot.choice(Slot.self)
      guard test.slots.contains(given) else {
        let known = test.slots.map(\.rawValue).joined(separator: ", ")
        throw slot.error("`slot: \(given.rawValue)` has no use with `\(key)`: only \(known)")
      }
    }
    if let reach = take.optional("reach"), !test.asksReach {
      throw reach.error("`reach` has no use here: only with `opposites` and `slot: declared`")
    }
  }

  /// Refuses exceptions that the test would ignore.
  static func expectExceptions(_ unless: YAMLReader?, _ exceptions: [Exception], test: Test) throws
  {
    guard let unless else { return }
    for (reader, exception) in zip(try unless.list(), exceptions)
    where !test.exceptions.contains(exception) {
      let known = test.exceptions.map(\.rawValue)
      throw reader.error(
        "`\(exception.rawValue)` has no use with what this rule takes"
          + (known.isEmpty ? "" : ": only \(known.joined(separator: ", "))"))
    }
  }
}
