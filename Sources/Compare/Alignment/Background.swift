/// How much a word says about what a sentence tells, before any article is read.
struct Background: Sendable {
  /// Hashes of words that say next to nothing.
  private let stop: WordSet
  /// Hashes of all words of the lists, as they stand there.
  private let common: WordSet
  /// Hash of a stem → what the lists say of it.
  private let classes: [UInt64: Term.Class]
  /// Words that stand for digits or a sign: "two" for `2`, "percent" for `%`.
  let signs: [UInt64: UInt64]

  /// Reads the lexicons `alignment.stop`, `alignment.news`, `alignment.common.1`,
  /// `alignment.common.2` and `alignment.signs`.
  init(_ lexicons: Lexicons) {
    stop = lexicons.words("alignment.stop")
    var classes: [UInt64: Term.Class] = [:]
    var common = stop.hashes
    let stemmer = Stemmer()
    for (name, kind) in [
      ("alignment.common.2", Term.Class.uncommon), ("alignment.common.1", .common),
      ("alignment.news", .news),
    ] {
      lexicons[name]?.forEachEntry { word, _ in
        common.insert(Hash.of(word))
        classes[stemmer.hash(ofStem: word)] = kind
      }
    }
    self.classes = classes
    self.common = WordSet(common)
    var signs: [UInt64: UInt64] = [:]
    for (word, digits) in lexicons["alignment.signs"]?.entries ?? [:] {
      signs[Hash.of(word)] = Hash.of(digits)
    }
    self.signs = signs
  }

  /// Whether the word, as it stands in the lists, is too common to tell one event from another.
  func isCommon(_ hash: UInt64) -> Bool { common.contains(hash) }

  /// Whether the word with this hash says next to nothing.
  func isStop(_ hash: UInt64) -> Bool { stop.contains(hash) }

  /// What the lists say of the stem with this hash, or `nil` when none has it.
  func kind(stem hash: UInt64) -> Term.Class? { classes[hash] }
}
