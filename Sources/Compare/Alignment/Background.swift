/// How much a word says about what a sentence tells, before any article is read.
struct Background: Sendable {
  /// Hashes of words that say next to nothing.
  private let stop: TermTable
  /// Hashes of all words of the lists, as they stand there.
  private let common: TermTable
  /// Hash of a stem → weight, in nats of rarity.
  private let weights: [UInt64: Float]
  /// Words that stand for digits or a sign: "two" for `2`, "percent" for `%`.
  let signs: [UInt64: UInt64]
  /// Weight of a word that no list has.
  static let unknown: Float = 6.5
  /// Weight of a number.
  static let number: Float = 4.5
  /// Weight of a stop word.
  static let least: Float = 0.7

  /// Reads the lexicons `alignment.stop`, `alignment.news`, `alignment.common.1`,
  /// `alignment.common.2` and `alignment.signs`.
  init(_ lexicons: Lexicons) {
    let stopWords = lexicons.words("alignment.stop")
    var weights: [UInt64: Float] = [:]
    var common = stopWords
    let stemmer = Stemmer()
    for (name, weight) in [
      ("alignment.common.2", Float(5.2)), ("alignment.common.1", 4), ("alignment.news", 2.5),
    ] {
      for word in lexicons[name]?.entries.keys ?? [:].keys {
        common.insert(Hash.of(word))
        let stem = stemmer.stem(Array(word.utf8))
        weights[stem.withUnsafeBytes { Hash.of($0) }] = weight
      }
    }
    self.weights = weights
    self.common = TermTable(common)
    stop = TermTable(stopWords)
    var signs: [UInt64: UInt64] = [:]
    for (word, digits) in lexicons["alignment.signs"]?.entries ?? [:] {
      signs[Hash.of(word)] = Hash.of(digits)
    }
    self.signs = signs
  }

  /// Whether the word, as it stands in the lists, is too common to tell one event from another.
  func isCommon(_ hash: UInt64) -> Bool { common[hash] != TermTable.none }

  /// Whether the word with this hash says next to nothing.
  func isStop(_ hash: UInt64) -> Bool { stop[hash] != TermTable.none }

  /// Weight of the stem with this hash, or `nil` when no list has it.
  func weight(stem hash: UInt64) -> Float? { weights[hash] }
}
