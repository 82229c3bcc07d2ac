internal import Synchronization

/// All lexicons of one language, by name.
///
/// Files that people bring are read at once, so that their mistakes are told; a built-in file is
/// read when one of its lexicons is first asked for.
public struct Lexicons: Sendable {
  private let store: Store

  /// Reads the sources whose place has a `lexicons` folder.
  ///
  /// - Parameter eagerly: whether built-in files are read at once, too.
  /// - Throws: `SourceError`.
  public init(_ sources: [RuleSource], eagerly: Bool = false) throws {
    var read: [String: Lexicon] = [:]
    var waiting: [String: RuleSource] = [:]
    for source in sources {
      if source.isBuiltIn, !eagerly {
        for name in Self.names(in: source) { waiting[name] = source }
      } else {
        try Self.read(source, into: &read)
      }
    }
    store = Store(read: read, waiting: waiting)
  }

  /// All names, sorted.
  public var names: [String] { store.names }

  public subscript(name: String) -> Lexicon? { store.lexicon(name) }

  /// Word hashes of the lexicon `name`; empty when there is none.
  public func words(_ name: String) -> WordSet { store.words(name) }

  private static func read(_ source: RuleSource, into known: inout [String: Lexicon]) throws {
    guard let root = try YAMLReader.parse(source.text, path: source.path) else { return }
    for reader in root.isSequence ? try root.list() : [root] {
      let lexicon = try Lexicon(reader)
      guard known.updateValue(lexicon, forKey: lexicon.name) == nil else {
        throw reader.error("a lexicon named \(lexicon.name) exists already")
      }
    }
  }

  /// The names of a file's lexicons, from the lines that give them.
  private static func names(in source: RuleSource) -> [String] {
    var names: [String] = []
    var text = source.text
    text.withUTF8 { text in
      let key = "lexicon: ".utf8
      for line in text.split(separator: UInt8(ascii: "\n")) {
        let line = line.starts(with: "- ".utf8) ? line.dropFirst(2) : line
        guard line.starts(with: key) else { continue }
        names.append(String(decoding: line.dropFirst(key.count), as: UTF8.self))
      }
    }
    return names
  }

  /// The lexicons read so far, and where the others are.
  private final class Store: Sendable {
    private let waiting: [String: RuleSource]
    private let known: Mutex<[String: Lexicon]>
    /// Many rules ask for the same few lists.
    private let sets = Mutex<[String: WordSet]>([:])

    init(read: [String: Lexicon], waiting: [String: RuleSource]) {
      self.waiting = waiting
      known = Mutex(read)
    }

    var names: [String] { known.withLock { Set($0.keys).union(waiting.keys).sorted() } }

    func lexicon(_ name: String) -> Lexicon? {
      known.withLock { known in
        if let lexicon = known[name] { return lexicon }
        guard let source = waiting[name] else { return nil }
        do { try Lexicons.read(source, into: &known) } catch { RuleSource.isBroken(error) }
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
