internal import Synchronization

/// All lexicons of one language, by name.
///
/// Files that people bring are read at once, so that their mistakes are told; of a built-in file
/// each lexicon is read when it is first asked for.
public struct Lexicons: Sendable {
  private let store: Store

  /// Reads the sources whose place has a `lexicons` folder.
  ///
  /// A lexicon that people bring takes the place of the built-in one of its name.
  ///
  /// - Parameter eagerly: whether built-in files are read at once, too.
  /// - Throws: `SourceError`.
  public init(_ sources: [RuleSource], eagerly: Bool = false) throws {
    var own: [String: Lexicon] = [:]
    var builtIn: [String: Lexicon] = [:]
    var waiting: [String: Part] = [:]
    for source in sources {
      if !source.isBuiltIn {
        try source.withBytes { try Self.read($0, path: source.path, into: &own) }
      } else if eagerly {
        try source.withBytes { try Self.read($0, path: source.path, into: &builtIn) }
      } else {
        for (name, part) in Self.parts(of: source) { waiting[name] = part }
      }
    }
    for name in own.keys { waiting[name] = nil }
    store = Store(read: builtIn.merging(own) { $1 }, waiting: waiting)
  }

  /// All names, sorted.
  public var names: [String] { store.names }

  public subscript(name: String) -> Lexicon? { store.lexicon(name) }

  /// Whether the lexicon `name` is of a built-in file, and read when it is first asked for.
  func isBuiltIn(_ name: String) -> Bool { store.isWaiting(name) }

  /// Word hashes of the lexicon `name`; empty when there is none.
  public func words(_ name: String) -> WordSet { store.words(name) }

  private static func read(
    _ text: UnsafeBufferPointer<UInt8>, path: String, into known: inout [String: Lexicon]
  ) throws {
    guard let root = try YAMLReader.parse(text, path: path) else { return }
    for reader in root.isSequence ? try root.list() : [root] {
      let lexicon = try Lexicon(reader)
      guard known.updateValue(lexicon, forKey: lexicon.name) == nil else {
        throw reader.error("a lexicon named \(lexicon.name) exists already")
      }
    }
  }

  /// The lines of a built-in file that are about one lexicon.
  private struct Part {
    let source: RuleSource
    let bytes: Range<Int>
  }

  /// A file's lexicons by name, from the line of its name to the next such line.
  private static func parts(of source: RuleSource) -> [(name: String, part: Part)] {
    source.withBytes { text in
      let item = "- ".utf8
      let key = "lexicon: ".utf8
      var heads: [(name: String, start: Int)] = []
      var start = 0
      while start < text.count {
        let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
        var line = text[start..<end]
        if line.starts(with: item) { line = line.dropFirst(item.count) }
        if line.starts(with: key) {
          heads.append((String(decoding: line.dropFirst(key.count), as: UTF8.self), start))
        }
        start = end + 1
      }
      return heads.indices.map { number in
        let end = number + 1 < heads.count ? heads[number + 1].start : text.count
        return (heads[number].name, Part(source: source, bytes: heads[number].start..<end))
      }
    }
  }

  /// The lexicons read so far, and where the others are.
  private final class Store: Sendable {
    private let waiting: [String: Part]
    private let known: Mutex<[String: Lexicon]>
    /// Many rules ask for the same few lists.
    private let sets = Mutex<[String: WordSet]>([:])

    init(read: [String: Lexicon], waiting: [String: Part]) {
      self.waiting = waiting
      known = Mutex(read)
    }

    var names: [String] { known.withLock { Set($0.keys).union(waiting.keys).sorted() } }

    func isWaiting(_ name: String) -> Bool { waiting[name] != nil }

    func lexicon(_ name: String) -> Lexicon? {
      known.withLock { known in
        if let lexicon = known[name] { return lexicon }
        guard let part = waiting[name] else { return nil }
        do {
          try part.source.withBytes { text in
            try Lexicons.read(
              UnsafeBufferPointer(rebasing: text[part.bytes]), path: part.source.path, into: &known)
          }
        } catch { RuleSource.isBroken(error) }
        return known[name]
      }
    }

    func words(_ name: String) -> WordSet {
      let lexicon = lexicon(name)
      return sets.withLock { sets in
        if let words = sets[name] { return words }
        let words = WordSet(lexicon?.wordHashes ?? [])
        sets[name] = words
        return words
      }
    }
  }
}
