/// Words that the user says are one: "Odesa", "Odessa".
public struct Spellings: Sendable {
  private var normal: [UInt64: UInt64] = [:]
  /// Hash of a group's first word → the word, in lower case.
  private var letters: [UInt64: [UInt8]] = [:]

  public init() {}

  /// Makes all words of a group count as its first.
  ///
  /// - Returns: the one that is not a single word, if there is such; then nothing is added.
  public mutating func add(_ group: [String]) -> String? {
    var hashes: [UInt64] = []
    for word in group {
      let bytes = Array(word.utf8)
      let tokens = Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count))
      guard tokens.count == 1, let token = tokens.first, token.isWord else { return word }
      hashes.append(token.hash)
    }
    guard let first = hashes.first else { return nil }
    let shared = normal[first] ?? first
    for hash in hashes { normal[hash] = shared }
    if letters[shared] == nil, let word = group.first {
      letters[shared] = Array(word.lowercased().utf8)
    }
    return nil
  }

  /// The word that tokens with this hash count as, in lower case, if it stands for several.
  func word(_ hash: UInt64) -> [UInt8]? { letters.isEmpty ? nil : letters[hash] }

  /// The tokens, each with the hash of the spelling that it counts as.
  func applied(to tokens: [Token]) -> [Token] {
    guard !normal.isEmpty else { return tokens }
    return tokens.map { token in
      guard let hash = normal[token.hash], hash != token.hash else { return token }
      return Token(
        start: token.start, length: token.length, kind: token.kind, flags: token.flags, hash: hash)
    }
  }
}
