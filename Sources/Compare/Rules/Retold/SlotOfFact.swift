/// What a fact is about, by the words around it: the thing counted or measured, the clause it
/// stands in, and who takes part.
///
/// Terms are the vocabulary's: inflections, spellings of a name, and numbers in words and digits
/// are one term.
struct FactSlot {
  /// Terms of the noun phrase right after the value ("six police officers": police, officer).
  let heads: TermSet
  /// Terms of its clause, the value's own words left out.
  let clause: TermSet
  /// Names in its sentence.
  let names: TermSet
  /// "a 12-nation deal", which counts otherwise than "a deal with 11 nations".
  let isCompound: Bool

  /// - Parameters:
  ///   - names: of the sentence, where they are known.
  ///   - heads: of the value, where they are known.
  init(
    _ fact: Fact, in document: Document, sentence: Int, words: ClauseWords, names: TermSet? = nil,
    heads: TermSet? = nil
  ) {
    let tokens = document.sentences[sentence].tokens
    let around = words.clause(of: fact.tokens, in: tokens, of: document)
    self.heads = heads ?? words.heads(after: fact.tokens.upperBound, in: tokens, of: document)
    clause = words.terms(around.lazy.filter { !fact.tokens.contains($0) }, of: document)
    self.names = names ?? words.names(tokens, of: document)
    let next = fact.tokens.upperBound
    isCompound = next < tokens.upperBound && document.tokens[next].kind == .hyphen
  }

  /// Whether both sides name someone whom the other does not: then they tell of different things.
  func hasOtherParticipants(than other: FactSlot) -> Bool {
    !names.subtracting(other.names).isEmpty && !other.names.subtracting(names).isEmpty
      && names.isDisjoint(with: other.names)
  }
}

/// The words by which clauses are cut and terms are weighed.
struct ClauseWords: Sendable {
  let vocabulary: Vocabulary
  let boundaries: WordSet
  let particles: Particles
  /// How far a clause reaches from its value at most, in tokens to either side.
  private static let reach = 14

  /// The tokens from the boundary before the value to the one after it.
  func clause(
    of value: Range<Int>, in sentence: Range<Int>, of document: Document
  ) -> Range<Int> {
    var lower = value.lowerBound
    while lower > sentence.lowerBound, value.lowerBound - lower < Self.reach,
      !isBoundary(lower - 1, of: document)
    {
      lower -= 1
    }
    var upper = value.upperBound
    while upper < sentence.upperBound, upper - value.upperBound < Self.reach,
      !isBoundary(upper, of: document)
    {
      upper += 1
    }
    return lower..<upper
  }

  /// Whether a word in the sentence begins a clause of its own.
  func hasBoundary(_ sentence: Range<Int>, of document: Document) -> Bool {
    sentence.contains { boundaries.contains(document.tokens[$0].hash) }
  }

  private func isBoundary(_ at: Int, of document: Document) -> Bool {
    let token = document.tokens[at]
    switch token.kind {
    case .word: return boundaries.contains(token.hash)
    case .dash: return true
    case .punctuation: return Self.marks.contains(token.hash)
    default: return false
    }
  }

  private static let marks = WordSet(Set([",", ";", ":", "(", ")"].map { Hash.of($0) }))

  /// The term of a word that says something; `nil` for stop words.
  private func content(_ token: Token) -> UInt32? {
    let term = vocabulary.term(token)
    return Term.isContent(term) ? term : nil
  }

  func terms(_ tokens: some Sequence<Int>, of document: Document) -> TermSet {
    var terms: TermSet = []
    for at in tokens where document.tokens[at].kind == .word {
      if let term = content(document.tokens[at]) { terms.insert(term) }
    }
    return terms
  }

  /// Up to three content words that follow the value without a break.
  func heads(after at: Int, in sentence: Range<Int>, of document: Document) -> TermSet {
    var heads: TermSet = []
    var at = total(after: at, in: sentence, of: document)
    while at < sentence.upperBound, heads.count < 3 {
      let token = document.tokens[at]
      if token.kind == .hyphen || token.kind == .possessive {
        at += 1
        continue
      }
      guard token.kind == .word else { break }
      guard let term = content(token) else { break }
      heads.insert(term)
      at += 1
    }
    return heads
  }

  /// Behind the number in "64 of the 150 seats": what is counted stands there.
  private func total(after at: Int, in sentence: Range<Int>, of document: Document) -> Int {
    guard at + 2 < sentence.upperBound, particles.of.contains(document.tokens[at].hash)
    else { return at }
    let next = particles.definite.contains(document.tokens[at + 1].hash) ? at + 2 : at + 1
    let token = document.tokens[next]
    return token.kind == .number || Term.isNumber(vocabulary.term(token)) ? next + 1 : at
  }

  /// Capitalised words that do not begin the sentence.
  func names(_ sentence: Range<Int>, of document: Document) -> TermSet {
    terms(
      sentence.dropFirst().lazy.filter { document.tokens[$0].flags.contains(.capitalised) },
      of: document)
  }

  /// The weight that two sets of terms share, as a part of the lighter set's, 0 to 1.
  func containment(_ a: TermSet, _ b: TermSet) -> Double {
    func weight(_ terms: TermSet) -> Double {
      terms.reduce(0) { $0 + Double(Term.weight($1)) }
    }
    let lighter = min(weight(a), weight(b))
    return lighter > 0 ? weight(a.intersection(b)) / lighter : 0
  }
}
