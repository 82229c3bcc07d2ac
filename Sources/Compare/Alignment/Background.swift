/// How much a word says about what a sentence tells, before any article is read.
struct Background: Sendable {
  /// Hashes of words that say nothing.
  private let stop: Set<UInt64>
  /// Hash of a stem → weight, in nats of rarity.
  private let weights: [UInt64: Float]
  /// Number words and the digits they stand for.
  let numbers: [UInt64: UInt64]
  /// Weight of a word that no list has.
  static let unknown: Float = 8
  /// Weight of a number.
  static let number: Float = 5

  /// Reads the lexicons `alignment.stop`, `alignment.news`, `alignment.common.1`,
  /// `alignment.common.2` and `alignment.numbers`.
  init(_ lexicons: Lexicons) {
    stop = lexicons.words("alignment.stop")
    var weights: [UInt64: Float] = [:]
    let stemmer = Stemmer()
    for (name, weight) in [
      ("alignment.common.2", Float(5.5)), ("alignment.common.1", 4), ("alignment.news", 2),
    ] {
      for word in lexicons[name]?.entries.keys ?? [:].keys {
        let stem = stemmer.stem(Array(word.utf8))
        weights[stem.withUnsafeBytes { Hash.of($0) }] = weight
      }
    }
    self.weights = weights
    var numbers: [UInt64: UInt64] = [:]
    for (word, digits) in lexicons["alignment.numbers"]?.entries ?? [:] {
      numbers[Hash.of(word)] = Hash.of(digits)
    }
    self.numbers = numbers
  }

  /// Whether the word with this hash says nothing.
  func isStop(_ hash: UInt64) -> Bool { stop.contains(hash) }

  /// Weight of the stem with this hash, or `nil` when no list has it.
  func weight(stem hash: UInt64) -> Float? { weights[hash] }
}
