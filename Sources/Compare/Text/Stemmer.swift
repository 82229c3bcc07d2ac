internal import CStemmer

/// Snowball's English stemmer (Porter 2) through libstemmer.
///
/// Not shareable between threads: each use makes its own.
struct Stemmer: ~Copyable {
  private let stemmer: OpaquePointer?

  init() { stemmer = sb_stemmer_new("english", "UTF_8") }

  deinit { sb_stemmer_delete(stemmer) }

  /// The hash of the stem of a word in normal form.
  func hash(ofStem word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    guard let stemmer, let symbols = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count))
    else { return Hash.of(word) }
    return Hash.of(
      UnsafeBufferPointer(start: symbols, count: Int(sb_stemmer_length(stemmer))))
  }

  /// The stem of a word in normal form.
  func stem(_ word: [UInt8]) -> [UInt8] {
    guard let stemmer, let symbols = sb_stemmer_stem(stemmer, word, Int32(word.count)) else {
      return word
    }
    let count = Int(sb_stemmer_length(stemmer))
    return Array(UnsafeBufferPointer(start: symbols, count: count))
  }
}
