/// Fingerprints of a text: hashed shingles, thinned by winnowing.
///
/// A shingle is `length` consecutive words, hashed with XXH3 over the words' own hashes. Of every
/// `window` consecutive shingles the one with the least hash is kept, the last of them where two
/// are alike (Schleimer, Wilkerson and Aiken, "Winnowing: Local Algorithms for Document
/// Fingerprinting", SIGMOD 2003). Hence the guarantee: two texts that share a run of
/// `length + window - 1` words share a fingerprint; and the density: about 2 / (window + 1) of the
/// shingles are kept. Runs shorter than `length` are never seen.
package struct Shingles: Sendable {
  /// Words to a shingle.
  var length = 5
  /// Shingles of which one at least is kept.
  var window = 6

  package init() {}

  /// The shortest run of shared words that is sure to share a fingerprint.
  var guarantee: Int { length + window - 1 }

  /// The fingerprints of the words, in order; one that the text repeats stands repeatedly.
  ///
  /// - Complexity: O(words × window).
  package func fingerprints(of tokens: [Token]) -> [UInt64] {
    let words = Self.words(tokens)
    guard words.count >= length else { return [] }
    return winnow(hashes(words))
  }

  /// The hashes of the words and numbers among the tokens.
  static func words(_ tokens: [Token]) -> [UInt64] {
    var words: [UInt64] = []
    words.reserveCapacity(tokens.count)
    for token in tokens where token.isWord { words.append(token.hash) }
    return words
  }

  /// Hashes of all shingles, by their first word.
  func hashes(_ words: [UInt64]) -> [UInt64] {
    let count = words.count - length + 1
    let bytes = length * MemoryLayout<UInt64>.stride
    return words.withUnsafeBytes { raw in
      [UInt64](unsafeUninitializedCapacity: count) { buffer, initialised in
        for at in 0..<count {
          let first = at * MemoryLayout<UInt64>.stride
          buffer[at] = Hash.of(UnsafeRawBufferPointer(rebasing: raw[first..<first + bytes]))
        }
        initialised = count
      }
    }
  }

  /// The least of every `window` hashes, each place once.
  func winnow(_ hashes: [UInt64]) -> [UInt64] {
    var kept: [UInt64] = []
    kept.reserveCapacity(hashes.count * 2 / (window + 1) + 2)
    var chosen = -1
    for end in min(window, hashes.count) - 1..<hashes.count {
      let begin = max(0, end - window + 1)
      if chosen >= begin {
        // The one in hand is still in the window: only the hash that came in can beat it.
        guard hashes[end] <= hashes[chosen] else { continue }
        chosen = end
      } else {
        chosen = begin
        for at in begin + 1..<end + 1 where hashes[at] <= hashes[chosen] { chosen = at }
      }
      kept.append(hashes[chosen])
    }
    return kept
  }
}
