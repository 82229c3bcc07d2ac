/// Words as concepts: inflected, irregular and synonymous forms of a word are one.
///
/// One instance a thread: the stems are cached inside.
final class WordForms {
  private let stemmer = StemCache()
  private let lexicon: WordFormLexicon

  init(_ lexicon: WordFormLexicon) { self.lexicon = lexicon }

  /// The stem of a word's base form: of "rose", that of "rise".
  func stem(_ token: Token, in text: [UInt8]) -> UInt64 {
    lexicon.irregular[token.hash] ?? stemmer.stem(token, in: text)
  }

  /// The concepts that may stand for one.
  func related(_ concept: UInt64) -> [UInt64] { lexicon.related[concept] ?? [] }

  var allRelated: [UInt64: [UInt64]] { lexicon.related }

  /// The concept of a word or number; `0` for what is neither.
  func concept(_ token: Token, in text: [UInt8]) -> UInt64 {
    switch token.kind {
    case .number: return token.hash
    case .word:
      if let known = lexicon.concepts[token.hash] { return known }
      let stem = stemmer.stem(token, in: text)
      return lexicon.concepts[stem] ?? stem
    default: return 0
    }
  }
}

/// The irregular forms and synonyms of a language, by hash.
struct WordFormLexicon: Sendable {
  /// Hash of a form, or of the stem of a word, → its concept.
  let concepts: [UInt64: UInt64]
  /// Hash of an irregular form → hash of its base form's stem.
  let irregular: [UInt64: UInt64]
  /// Concept → concepts that may stand for it.
  let related: [UInt64: [UInt64]]

  /// Reads `word.irregular` (form: base), `word.synonym` (word: the word that stands for it) and
  /// `alignment.signs` (two: "2") and `word.related`
  /// (word: others, with spaces between).
  init(_ lexicons: Lexicons) {
    let stemmer = Stemmer()
    func stem(_ word: String) -> UInt64 {
      stemmer.stem(Array(word.utf8)).withUnsafeBytes { Hash.of($0) }
    }
    var concepts: [UInt64: UInt64] = [:]
    for (word, head) in lexicons["word.synonym"]?.entries ?? [:] {
      concepts[stem(word)] = stem(head)
    }
    for (word, sign) in lexicons["alignment.signs"]?.entries ?? [:] {
      concepts[Hash.of(word)] = Hash.of(sign)
    }
    var irregular: [UInt64: UInt64] = [:]
    for (form, base) in lexicons["word.irregular"]?.entries ?? [:] {
      let base = stem(base)
      irregular[Hash.of(form)] = base
      concepts[Hash.of(form)] = concepts[base] ?? base
    }
    var related: [UInt64: [UInt64]] = [:]
    func concept(_ word: String) -> UInt64 {
      let stem = stem(word)
      return concepts[stem] ?? stem
    }
    for (word, others) in lexicons["word.related"]?.entries ?? [:] {
      for other in others.split(separator: " ") {
        let (first, second) = (concept(word), concept(String(other)))
        related[first, default: []].append(second)
        related[second, default: []].append(first)
      }
    }
    self.related = related
    self.concepts = concepts
    self.irregular = irregular
  }

  /// The concept of a base form.
  func concept(_ word: String) -> UInt64 {
    let stemmer = Stemmer()
    let stem = stemmer.stem(Array(word.utf8)).withUnsafeBytes { Hash.of($0) }
    return concepts[Hash.of(word)] ?? concepts[stem] ?? stem
  }
}
