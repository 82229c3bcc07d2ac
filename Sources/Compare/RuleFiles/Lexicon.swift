/// A named list of words or phrases, with a value each where the list gives one.
public struct Lexicon: Sendable {
  public let name: String
  /// Why the list exists, for people.
  public let about: String
  /// Phrase (lower case, words separated by one space) → value; empty for plain word lists.
  public let entries: [String: String]

  public init(name: String, about: String, entries: [String: String]) {
    (self.name, self.about, self.entries) = (name, about, entries)
  }

  /// The hashes of the one-word entries, in the tokens' normal form.
  public var wordHashes: Set<UInt64> {
    Set(entries.keys.filter { !$0.utf8.contains(UInt8(ascii: " ")) }.map { Hash.of($0) })
  }
}

extension Lexicon {
  /// Reads one lexicon: `lexicon`, `about`, and `words` (a list; or a text of single words, which
  /// long lists are read faster from) or `entries` (phrase: value).
  ///
  /// - Throws: `SourceError` for an unknown key, a missing one, or a phrase listed twice.
  package init(_ reader: YAMLReader) throws {
    try reader.expectKeys(["lexicon", "about", "words", "entries"])
    let name = try reader.required("lexicon").string()
    let about = try reader.required("about").string()
    var entries: [String: String] = [:]
    func add(_ phrase: YAMLReader, text: String? = nil, value: String) throws {
      let text = try text ?? phrase.string()
      guard entries.updateValue(value, forKey: text) == nil else {
        throw phrase.error("`\(text)` is listed twice in \(name)")
      }
    }
    if let words = reader.optional("words") {
      if words.isScalar {
        for word in try words.string().utf8.split(whereSeparator: { $0 <= 0x20 }) {
          try add(words, text: String(Substring(word)), value: "")
        }
      } else {
        for word in try words.list() { try add(word, value: "") }
      }
    }
    for (phrase, value) in try reader.optional("entries")?.entries() ?? [] {
      try add(phrase, value: try value.string())
    }
    guard !entries.isEmpty else { throw reader.error("the lexicon \(name) has no words") }
    self.init(name: name, about: about, entries: entries)
  }
}
