/// Turns pattern entries into networks, and collects the words that they name.
struct PatternCompiler {
  var classes: ClassNames
  private(set) var patterns: [Grammar.Pattern] = []
  private(set) var sides = SideLabels()
  private var ids: [String: Int] = [:]

  init(lexicons: Lexicons) { classes = ClassNames(lexicons) }

  mutating func add(_ entry: PatternEntry, to network: inout NetworkBuilder) throws {
    guard ids.updateValue(patterns.count, forKey: entry.id) == nil else {
      throw entry.reader.error("a pattern named \(entry.id) exists already")
    }
    network.begin(pattern: patterns.count)
    let (maker, arguments) = try entry.match.withBytes { text in
      var pattern = PatternReader(text)
      let whole = try Self.read(&pattern, from: entry.match, into: &network, &classes)
      network.end(whole)
      return try entry.make.withBytes { make in
        try Construction(make, entry.make, captures: pattern.captures, of: text).read()
      }
    }
    patterns.append(
      Grammar.Pattern(
        id: entry.id, maker: maker, arguments: arguments,
        sides: Sides(
          precededBy: try side(entry.precededBy), notPrecededBy: try side(entry.notPrecededBy),
          followedBy: try side(entry.followedBy), notFollowedBy: try side(entry.notFollowedBy))))
  }

  private static func read(
    _ pattern: inout PatternReader, from reader: YAMLReader, into network: inout NetworkBuilder,
    _ classes: inout ClassNames
  ) throws -> NetworkBuilder.Part {
    let whole: NetworkBuilder.Part
    do { whole = try pattern.read(into: &network, &classes) } catch {
      throw reader.error(error.message)
    }
    if let name = pattern.unknown { throw unknown(name, reader, classes.lexicons) }
    return whole
  }

  private static func unknown(
    _ name: String, _ reader: YAMLReader, _ lexicons: Lexicons
  ) -> SourceError {
    // Of `number&vage` the part that is wrong.
    let parts = name.contains("&") ? name.split(separator: "&").map(String.init) : [name]
    let wrong = parts.first { Traits.named[$0] == nil } ?? name
    let known = lexicons.names + Array(Traits.named.keys)
    return reader.error(
      "`<\(wrong)>` is no lexicon and no class\(Nearest.hint(wrong, among: known.sorted()))")
  }

  // MARK: Sides

  /// The number of a group of labels; -1 for none.
  private mutating func side(_ reader: YAMLReader?) throws -> Int32 {
    guard let reader else { return -1 }
    var group: [Label] = []
    for text in reader.isScalar ? [reader] : try reader.list() {
      try text.withBytes { text in
        if let known = sides.labels(written: text) {
          group += known
        } else {
          let labels = try Self.labels(text, reader, &classes)
          sides.learn(labels, written: text)
          group += labels
        }
      }
    }
    return sides.number(of: group)
  }

  /// Words as they stand, `<class>` for classes; `~` and `^` as in patterns.
  private static func labels(
    _ text: UnsafeBufferPointer<UInt8>, _ reader: YAMLReader, _ classes: inout ClassNames
  ) throws -> [Label] {
    if text.count == 1, "()|?{}".utf8.contains(text[0]) {
      // A lone sign stands for itself.
      return [Label(wanted: .word(classes.number(literal: Array(text))), glued: nil, capital: nil)]
    }
    var pattern = PatternReader(text)
    var network = NetworkBuilder()
    _ = try read(&pattern, from: reader, into: &network, &classes)
    guard !pattern.hasStructure else {
      throw reader.error("only words and classes can stand here")
    }
    return network.steps.map { network.labels[Int($0.label)] }
  }
}

/// What can stand beside matches: groups of labels, each once.
struct SideLabels {
  /// Those of all groups, one after another, and where those of each end.
  private(set) var labels: [Label] = []
  private(set) var ends: [Int] = []
  /// Hash of a group's labels → its number.
  private var numbers = HashTable()
  /// Hash of a text → which of `known` it stands for: patterns mostly name the same few things.
  private var places = HashTable()
  private var known: [[Label]] = []

  /// What a text stands for, if it was learnt.
  func labels(written text: UnsafeBufferPointer<UInt8>) -> [Label]? {
    let place = places[Hash.of(text)]
    return place == HashTable.none ? nil : known[Int(place)]
  }

  mutating func learn(_ labels: [Label], written text: UnsafeBufferPointer<UInt8>) {
    _ = places.insert(Hash.of(text), UInt32(known.count))
    known.append(labels)
  }

  /// The number of a group; -1 for none.
  mutating func number(of group: [Label]) -> Int32 {
    guard !group.isEmpty else { return -1 }
    let hash = group.map(\.hash).withUnsafeBytes { Hash.of($0) }
    let number = numbers.insert(hash, UInt32(ends.count))
    if number == ends.count {
      labels += group
      ends.append(labels.count)
    }
    return Int32(number)
  }
}
