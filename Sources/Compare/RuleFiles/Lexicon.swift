/// A named list of words or phrases, with a value each where the list gives one.
public struct Lexicon: Sendable {
  public let name: String
  /// Why the list exists, for people.
  public let about: String
  /// Phrases and values, one after another.
  private var bytes: [UInt8] = []
  /// Where each phrase ends in `bytes`, and the value behind it.
  private var ends: [(phrase: Int32, value: Int32)] = []

  public init(name: String, about: String, entries: [String: String]) {
    (self.name, self.about) = (name, about)
    for (phrase, value) in entries {
      append(Array(phrase.utf8), Array(value.utf8))
    }
  }

  private mutating func append(
    _ phrase: some Collection<UInt8>, _ value: some Collection<UInt8>
  ) {
    bytes += phrase
    let end = Int32(bytes.count)
    bytes += value
    ends.append((end, Int32(bytes.count)))
  }

  /// Calls `body` with the UTF-8 of each phrase and its value.
  func forEachEntry(
    _ body: (_ phrase: UnsafeBufferPointer<UInt8>, _ value: UnsafeBufferPointer<UInt8>) throws
      -> Void
  ) rethrows {
    try bytes.withUnsafeBufferPointer { bytes in
      var start = 0
      for (phrase, value) in ends {
        try body(
          UnsafeBufferPointer(rebasing: bytes[start..<Int(phrase)]),
          UnsafeBufferPointer(rebasing: bytes[Int(phrase)..<Int(value)]))
        start = Int(value)
      }
    }
  }

  /// Phrase (lower case, words separated by one space) → value; empty for plain word lists.
  ///
  /// - Complexity: O(entries), with each call.
  public var entries: [String: String] {
    var entries: [String: String] = [:]
    entries.reserveCapacity(ends.count)
    forEachEntry {
      entries[String(decoding: $0, as: UTF8.self)] = String(decoding: $1, as: UTF8.self)
    }
    return entries
  }

  /// Holds every value against a condition.
  ///
  /// - Throws: what `mistake` makes of the first phrase whose value does not meet it.
  func expectValues(
    _ isRight: (UnsafeBufferPointer<UInt8>) -> Bool,
    orElse mistake: (_ phrase: String) -> SourceError
  ) throws {
    try forEachEntry { phrase, value in
      guard isRight(value) else { throw mistake(String(decoding: phrase, as: UTF8.self)) }
    }
  }

  /// The hashes of the one-word entries, in the tokens' normal form.
  public var wordHashes: Set<UInt64> {
    var hashes: Set<UInt64> = []
    hashes.reserveCapacity(ends.count)
    forEachEntry { phrase, _ in
      if !phrase.contains(0x20) { hashes.insert(Hash.of(phrase)) }
    }
    return hashes
  }
}

extension Lexicon {
  /// Reads one lexicon: `lexicon`, `about`, and `words` (a list; or a text of single words, which
  /// long lists are read faster from) or `entries` (phrase: value).
  ///
  /// - Throws: `SourceError` for an unknown key, a missing one, or a phrase listed twice.
  package init(_ reader: YAMLReader) throws {
    try reader.expectKeys(["lexicon", "about", "words", "entries"])
    name = try reader.required("lexicon").string()
    about = try reader.required("about").string()
    var known = HashTable(capacity: 64)
    if let words = reader.optional("words") {
      if words.isScalar {
        try words.withBytes { text in
          for word in text.split(whereSeparator: { $0 <= 0x20 }) {
            try add(UnsafeBufferPointer(rebasing: word), at: words, &known)
          }
        }
      } else {
        for word in try words.list() { try word.withBytes { try add($0, at: word, &known) } }
      }
    }
    try reader.optional("entries")?.forEachEntry { phrase, value in
      try phrase.withBytes { bytes in
        try value.withBytes { try add(bytes, value: $0, at: phrase, &known) }
      }
    }
    guard !ends.isEmpty else { throw reader.error("the lexicon \(name) has no words") }
  }

  /// - Parameter known: hashes of the phrases so far.
  private mutating func add(
    _ phrase: UnsafeBufferPointer<UInt8>,
    value: UnsafeBufferPointer<UInt8> = UnsafeBufferPointer(start: nil, count: 0),
    at reader: YAMLReader, _ known: inout HashTable
  ) throws {
    let number = UInt32(ends.count)
    guard known.insert(Hash.of(phrase), number) == number else {
      let text = String(decoding: phrase, as: UTF8.self)
      throw reader.error("`\(text)` is listed twice in \(name)")
    }
    append(phrase, value)
  }
}
