/// Stems of tokens, each word stemmed once.
///
/// One instance a thread: the stemmer keeps a buffer inside.
final class StemCache {
  private let stemmer = Stemmer()
  private var known: [UInt64: UInt64] = [:]

  /// Hash of the stem of a token's normal form; of a number, the number's own hash.
  func stem(_ token: Token, in text: [UInt8]) -> UInt64 {
    guard token.kind == .word else { return token.hash }
    if let stem = known[token.hash] { return stem }
    var normal: [UInt8] = []
    for byte in text[token.range.bytes] where byte != 0x2E {
      normal.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    let stem = stemmer.stem(normal).withUnsafeBytes { Hash.of($0) }
    known[token.hash] = stem
    return stem
  }

  /// Hash of the stem of a word in its normal form.
  func stem(of word: String) -> UInt64 {
    stemmer.stem(Array(word.utf8)).withUnsafeBytes { Hash.of($0) }
  }
}
