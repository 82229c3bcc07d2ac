/// A negation and what it denies.
struct Denial {
  /// The first token of the negation.
  let negation: Int
  /// The clause that the negation stands in.
  let clause: Range<Int>
  /// The word that is denied.
  let predicate: UInt64
  /// What else the clause says, before and after the negation.
  let before: [UInt64]
  let after: [UInt64]
  /// Adverbs of what is denied, which may be all that is denied.
  let adverbs: [UInt64]
  /// The names after the negation.
  let names: Set<UInt64>
  /// Whether it denies of all: "no one", "never", where "not" may deny of one.
  let isTotal: Bool
  /// Whether it stands right before what it denies: "no sons".
  let isDeterminer: Bool
  /// Whether nothing is said before it: "there is no …".
  var isOfExistence: Bool { isTotal && before.isEmpty }
  /// Whether it is about someone who is pointed at but not named: "that person".
  let isPointed: Bool
  /// Whether the negation leaves open what is denied ("not only", "not all"), or denies nothing
  /// that is told as a fact ("so that he won't", "not to").
  let isOpen: Bool
}

/// The words by which denials are found.
struct DenialWords: Sendable {
  /// Words that deny what follows them.
  let negations: PhraseTable
  /// Words after a negation that leave open what is denied: "only", "all", "necessarily".
  let openers: WordSet
  /// "Because": behind a negation of a verb.
  let causes: WordSet
  /// Words right before a negation that take it out of what is told as a fact: "to", "for".
  let irrealis: WordSet
  /// Words that begin a clause of what is not told as a fact: "if", "so".
  let conditions: WordSet
  /// Words that say of a sentence that it may be untrue: "hoax", "denied", "if".
  let doubts: PhraseTable
  /// Words of a text that debunks what it reports.
  let debunking: WordSet
  /// Signs and words of what is asked or left open: "?", "whether", "or".
  let openEnded: WordSet
  /// Words with which a statement leaves open what it tells: "may", "reportedly".
  let hedges: PhraseTable
  /// "Is", "was".
  let links: WordSet
  /// Quantifiers of a part: "some", "many".
  let partial: WordSet
  /// "That", "this".
  let pointers: WordSet
  /// Concepts of people in general: "someone", "person".
  let generic: WordSet
  /// "No", "none", "never".
  let total: WordSet
  /// "Every", "all".
  let universal: WordSet
  /// "To".
  let infinitive: WordSet
  /// How far the words that leave a negation open may stand from it.
  private static let reach = 6

  init(_ lexicons: Lexicons, negations: PhraseTable, forms: WordFormLexicon) {
    self.negations = negations
    openers = lexicons.words("denial.opener")
    causes = lexicons.words("denial.cause")
    irrealis = lexicons.words("denial.irrealis")
    conditions = lexicons.words("denial.condition")
    debunking = lexicons.words("denial.debunking")
    openEnded = lexicons.words("denial.open-ended")
    hedges = lexicons.phrases("denial.hedge")
    links = lexicons.words("kind.link")
    infinitive = Particles(lexicons).to
    partial = lexicons.words("quantifier.partial")
    pointers = lexicons.words("denial.pointer")
    universal = lexicons.words("denial.universal")
    total = lexicons.words("denial.total")
    generic = WordSet(
      Set((lexicons["denial.anyone"]?.entries.keys ?? [:].keys).map(forms.concept)))
    doubts = lexicons.phrases("denial.doubt")
  }

  func isNegated(_ tokens: Range<Int>, of document: Document) -> Bool {
    !negations.matches(document.tokens, in: tokens).isEmpty
  }

  /// Whether a word of doubt stands in a stretch; words that `known` has, too, cast none on it.
  func isDoubted(
    _ tokens: Range<Int>, of document: Document, besides known: ArraySlice<Token> = []
  ) -> Bool {
    doubts.matches(document.tokens, in: tokens).contains { hit in
      !known.contains { $0.hash == document.tokens[hit.tokens.lowerBound].hash }
    }
  }

  /// Whether a text says of what it reports that it is not so: such a text repeats what it denies.
  func isDebunked(_ document: Document) -> Bool {
    document.tokens.contains { debunking.contains($0.hash) }
  }

  /// Whether something is said of all: "every place".
  func isUniversal(_ tokens: Range<Int>, of document: Document) -> Bool {
    document.tokens[tokens].contains { universal.contains($0.hash) }
  }

  /// Whether only a part of a group is spoken of: of another part the opposite may be true.
  func isPartial(_ tokens: Range<Int>, of document: Document) -> Bool {
    document.tokens[tokens].contains { partial.contains($0.hash) }
  }

  /// The denials of a sentence, in the order of the text.
  func denials(
    _ sentence: Range<Int>, of text: DeclaredText, _ clauses: ClauseWords
  ) -> [Denial] {
    let document = text.document
    return negations.matches(document.tokens, in: sentence).compactMap { hit in
      let clause = clauses.clause(of: hit.tokens, in: sentence, of: document)
      let following = (hit.tokens.upperBound..<clause.upperBound).filter { text.concepts[$0] != 0 }
      // "Not widely shared": what is denied is the sharing.
      let isTotal = total.contains(document.tokens[hit.tokens.lowerBound].hash)
      // "No person wearing jeans": what is denied is the wearing.
      guard
        let predicate = following.first(where: {
          !isAdverb($0, document) && !(isTotal && generic.contains(text.concepts[$0]))
        }) ?? following.first
      else { return nil }
      let first = (clause.lowerBound..<hit.tokens.lowerBound).first { text.concepts[$0] != 0 }
      let near = document.tokens[
        hit.tokens.upperBound..<min(sentence.upperBound, hit.tokens.upperBound + Self.reach)]
      let opening = max(sentence.lowerBound, clause.lowerBound - 1)..<hit.tokens.lowerBound
      let last = max(sentence.lowerBound, hit.tokens.lowerBound - 1)..<hit.tokens.lowerBound
      let isDeterminer = isTotal && predicate == hit.tokens.upperBound
      return Denial(
        negation: hit.tokens.lowerBound, clause: clause, predicate: text.concepts[predicate],
        before: text.concepts(clause.lowerBound..<hit.tokens.lowerBound),
        after: text.concepts(following.filter { $0 != predicate && !isAdverb($0, document) }),
        adverbs: text.concepts(following.filter { $0 != predicate && isAdverb($0, document) }),
        names: Set(
          following.filter { document.tokens[$0].flags.contains(.capitalised) }
            .map { text.concepts[$0] }), isTotal: isTotal,
        isDeterminer: isDeterminer,
        isPointed: first.map {
          $0 > sentence.lowerBound && pointers.contains(document.tokens[$0 - 1].hash)
            && generic.contains(text.concepts[$0])
        } ?? false,
        // "He promised not to sing", but "he is not to sing".
        isOpen: near.first.map { infinitive.contains($0.hash) } ?? false
          && !document.tokens[last].contains { links.contains($0.hash) }
          || near.contains {
            openers.contains($0.hash) || !isDeterminer && causes.contains($0.hash)
          }
          || document.tokens[opening].contains { conditions.contains($0.hash) }
          || document.tokens[last].contains { irrealis.contains($0.hash) })
    }
  }

  private func isAdverb(_ at: Int, _ document: Document) -> Bool {
    let word = document.normalForm(at)
    return word.count > 5 && word.suffix(2).elementsEqual("ly".utf8)
  }
}
