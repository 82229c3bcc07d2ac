/// What is denied on one side of a difference and affirmed on the other, with the negation left out.
struct DeniedWords: Sendable {
  /// Words that say nothing on either side, on the one that denies, and on the one that affirms.
  let auxiliaries: WordSet
  let fillers: WordSet
  let counterparts: WordSet
  /// Words that affirm what comes behind them against what was denied before: "but".
  let contrasts: WordSet
  /// The word before a noun of which there is none.
  let none: WordSet
  /// Words that affirm hardly more than "no" does: "little".
  let scant: WordSet
  let forms: Lazy<WordFormLexicon>
  /// Words that can't both be true of one thing.
  let contraries: Lazy<PhraseTable>
  /// Endings of adverbs.
  let adverbEndings: [[UInt8]]

  init(_ lexicons: Lexicons, _ readers: RuleReaders, adverbEndings: [[UInt8]]) {
    auxiliaries = lexicons.words("word.auxiliary")
    fillers = lexicons.words("negation.filler")
    counterparts = lexicons.words("negation.counterpart")
    contrasts = lexicons.words("negation.contrast")
    none = lexicons.words("particle.none")
    scant = lexicons.words("negation.scant")
    (forms, contraries) = (readers.wordForms, readers.contraries)
    self.adverbEndings = adverbEndings
  }

  /// Whether the one side affirms just what the other denies: the same words, or words of one
  /// meaning, besides the negation.
  func affirm(_ left: Denials, _ right: Denials, _ hunk: Hunk, _ pair: SentencePair) -> Bool {
    let stemmer = StemCache()
    return [true, false].contains { isPlain in
      let a = contents(hunk.a, left, of: pair.a, isPlain: isPlain, stemmer)
      let b = contents(hunk.b, right, of: pair.b, isPlain: isPlain, stemmer)
      return a.contains { one in b.contains { saysTheSame(one, $0) } }
    }
  }

  /// "No guarantee" against "a firm guarantee": none of what the other has, whatever its sort.
  func isNone(
    _ left: Denials, _ right: Denials, _ hunk: Hunk, _ pair: SentencePair
  ) -> Bool {
    let isDeniedInA = left.isOdd
    let (denied, affirmed) = isDeniedInA ? (hunk.a, hunk.b) : (hunk.b, hunk.a)
    let (one, other) = isDeniedInA ? (pair.a, pair.b) : (pair.b, pair.a)
    guard hunk.wordsAfter > 0, denied.count == 1, none.contains(one.tokens[denied.lowerBound].hash)
    else { return false }
    let sort = affirmed.filter { !auxiliaries.contains(other.tokens[$0].hash) }
    return sort.count <= Self.longestSort
      && sort.allSatisfy { at in
        let token = other.tokens[at]
        return token.kind == .word && !token.flags.contains(.capitalised)
          && !scant.contains(token.hash)
      }
  }

  /// Words before a noun that say of what sort it is: "a very firm guarantee".
  private static let longestSort = 3

  func isContrasted(_ range: Range<Int>, of document: Document) -> Bool {
    range.contains { contrasts.contains(document.tokens[$0].hash) }
  }

  /// Whether a word stands against its contrary: "well", "badly".
  func areContraries(_ hunk: Hunk, _ pair: SentencePair) -> Bool {
    func poles(_ range: Range<Int>, _ document: Document) -> [Pole] {
      contraries.value.matches(document.tokens, in: range).flatMap { Pole.list($0.value) }
    }
    let right = poles(hunk.b, pair.b)
    return poles(hunk.a, pair.a).contains { pole in
      right.contains { $0.axis == pole.axis && $0.pole != pole.pole }
    }
  }

  /// Whether two lists of stems say the same, word by word, "did not respond", "answered", or in
  /// another order.
  private func saysTheSame(_ first: [UInt64], _ second: [UInt64]) -> Bool {
    guard first.count == second.count else { return false }
    return first.sorted() == second.sorted()
      || zip(first, second).allSatisfy { one, other in
        let (left, right) = (
          forms.value.concepts[one] ?? one, forms.value.concepts[other] ?? other
        )
        return left == right || forms.value.related[left]?.contains(right) ?? false
      }
  }

  /// Stems of the words that are neither negations nor auxiliaries, with what a word of denial
  /// denies in its place: one list for each way to say it.
  ///
  /// Unless all words are looked at, how much and how often something is affirmed are left aside;
  /// where it is denied, they may be all that is denied.
  private func contents(
    _ hunk: Range<Int>, _ denials: Denials, of document: Document, isPlain: Bool,
    _ stemmer: StemCache
  ) -> [[UInt64]] {
    let idle = isPlain ? WordSet() : denials.isOdd ? fillers : counterparts
    let ways = denials.implied.first?.value.split(separator: "|").map(String.init) ?? [""]
    return ways.map { way in
      var stems: [UInt64] = []
      for at in hunk where document.tokens[at].isWord {
        if denials.implied.first?.tokens.lowerBound == at {
          stems += way.split(separator: " ").map(String.init)
            .filter { !auxiliaries.contains(Hash.of($0)) }
            .map { forms.value.irregular[Hash.of($0)] ?? stemmer.stem(of: $0) }
        }
        let token = document.tokens[at]
        guard !denials.all.contains(where: { $0.contains(at) }), !auxiliaries.contains(token.hash),
          !idle.contains(token.hash), isPlain || denials.isOdd || !isAdverb(at, document)
        else { continue }
        stems.append(
          forms.value.irregular[token.hash] ?? stemmer.stem(token, in: document.article.text))
      }
      return stems
    }
  }

  /// "Publicly": how something was done, which is left out on the side that denies it.
  private func isAdverb(_ at: Int, _ document: Document) -> Bool {
    let word = document.normalForm(at)
    return word.count >= 5 && adverbEndings.contains { word.suffix($0.count).elementsEqual($0) }
  }
}
