/// A text that is declared to be about the same thing as another one: its words as concepts, and
/// its sentences as sets of them.
struct DeclaredText: Sendable {
  let document: Document
  /// The concept of each token that says something; `0` for function words and signs.
  let concepts: [UInt64]
  /// The stem of each token's base form.
  let stems: [UInt64]
  /// The concepts of each sentence.
  let sentences: [Set<UInt64>]
  /// The same, with the concepts that may stand for them.
  let wide: [Set<UInt64>]
  private let related: [UInt64: [UInt64]]
  /// The concepts of the whole text, with what may stand for them.
  let all: Set<UInt64>

  init(_ document: Document, forms: WordForms, functionWords: WordSet) {
    self.document = document
    let concepts = document.tokens.map { token -> UInt64 in
      functionWords.contains(token.hash) ? 0 : forms.concept(token, in: document.article.text)
    }
    self.concepts = concepts
    stems = document.tokens.map { forms.stem($0, in: document.article.text) }
    sentences = document.sentences.map { sentence in
      Set(sentence.tokens.lazy.map { concepts[$0] }.filter { $0 != 0 })
    }
    related = forms.allRelated
    wide = sentences.map { sentence in
      sentence.union(sentence.lazy.flatMap { forms.related($0) })
    }
    all = wide.reduce(into: []) { $0.formUnion($1) }
  }

  /// Whether the token has the concept, or one that may stand for it.
  func says(_ concept: UInt64, at token: Int) -> Bool {
    concepts[token] == concept || related[concepts[token]]?.contains(concept) ?? false
  }

  /// The concepts of a stretch, in order.
  func concepts(_ tokens: some Sequence<Int>) -> [UInt64] {
    tokens.compactMap { concepts[$0] == 0 ? nil : concepts[$0] }
  }
}

/// Two texts that are declared to be about the same thing.
struct DeclaredTexts: Sendable {
  let a: DeclaredText
  let b: DeclaredText
  /// For each sentence of `a` and of `b`, what part of its words each sentence of the other has.
  private let aCover: [[Double]]
  private let bCover: [[Double]]

  init(_ a: Document, _ b: Document, forms: WordForms, functionWords: WordSet) {
    let first = DeclaredText(a, forms: forms, functionWords: functionWords)
    let second = DeclaredText(b, forms: forms, functionWords: functionWords)
    (self.a, self.b) = (first, second)
    func cover(_ claims: DeclaredText, _ evidence: DeclaredText) -> [[Double]] {
      claims.sentences.map { claim in
        evidence.wide.map { sentence in
          claim.isEmpty ? 0 : Double(claim.intersection(sentence).count) / Double(claim.count)
        }
      }
    }
    aCover = cover(first, second)
    bCover = cover(second, first)
  }
}

/// One sentence held against one of the other text: what the one claims, and what the other has
/// to say to it.
struct DeclaredSides {
  let claim: DeclaredText
  let claimSentence: Int
  let evidence: DeclaredText
  let evidenceSentence: Int
  /// The part of the claim's words that the sentence of the evidence has.
  let cover: Double
  /// The greatest such part of any sentence of the evidence.
  let bestCover: Double
  /// Whether the claim stands in `a`.
  let isClaimA: Bool

  var claimTokens: Range<Int> { claim.document.sentences[claimSentence].tokens }
  var evidenceTokens: Range<Int> { evidence.document.sentences[evidenceSentence].tokens }
  var claimConcepts: Set<UInt64> { claim.sentences[claimSentence] }
  var evidenceConcepts: Set<UInt64> { evidence.sentences[evidenceSentence] }
  /// The part of the evidence's words that the claim has.
  var coverOfEvidence: Double {
    let own = evidenceConcepts
    let shared = own.intersection(claim.wide[claimSentence]).count
    return own.isEmpty ? 0 : Double(shared) / Double(own.count)
  }
  /// Those of the evidence, with what may stand for them.
  var wideEvidence: Set<UInt64> { evidence.wide[evidenceSentence] }

  /// The concepts of the evidence's sentence and of those next to it.
  var neighbours: Set<UInt64> {
    evidence.wide[nearSentences].reduce(into: []) { $0.formUnion($1) }
  }

  /// The evidence's sentence and those next to it.
  var nearSentences: Range<Int> {
    max(0, evidenceSentence - 1)..<min(evidence.sentences.count, evidenceSentence + 2)
  }

  /// A comparison of two places, in the order of the texts.
  func finding(
    claim claimed: Range<Int>, evidence found: Range<Int>, values: (String, String)? = nil,
    isConflict: Bool
  ) -> Finding {
    let first = values?.0 ?? claim.document.string(claimed)
    let second = values?.1 ?? evidence.document.string(found)
    return Finding(
      a: isClaimA ? claimed : found, b: isClaimA ? found : claimed,
      aValue: isClaimA ? first : second, bValue: isClaimA ? second : first,
      isConflict: isConflict, match: .confirmed, hunk: isClaimA ? claimed : found)
  }
}

extension DeclaredTexts {
  /// Both ways to look at two sentences: either may be the claim.
  func sides(_ aSentence: Int, _ bSentence: Int) -> [DeclaredSides] {
    [
      DeclaredSides(
        claim: b, claimSentence: bSentence, evidence: a, evidenceSentence: aSentence,
        cover: bCover[bSentence][aSentence], bestCover: bCover[bSentence].max() ?? 0,
        isClaimA: false),
      DeclaredSides(
        claim: a, claimSentence: aSentence, evidence: b, evidenceSentence: bSentence,
        cover: aCover[aSentence][bSentence], bestCover: aCover[aSentence].max() ?? 0,
        isClaimA: true),
    ]
  }
}

extension DeclaredSides {
  /// Whether this sentence is the one that bears on the claim: it has a good part of its words, and
  /// no other has many more.
  func isClose(_ least: Double) -> Bool { cover >= least && cover >= bestCover - 0.2 }

  /// Whether the evidence as a whole has most words of the claim, the value in question left out:
  /// then the sentences may be worded as they like, and the words next to a value decide.
  func isOnTopic(_ least: Double, without value: Range<Int>) -> Bool {
    let left = claimConcepts.subtracting(claim.concepts(value))
    let shared = left.intersection(evidence.all).count
    return !left.isEmpty && Double(shared) >= least * Double(left.count)
  }

  /// Whether this sentence bears on the claim, the value in question left out.
  func isClose(_ least: Double, without value: Range<Int>) -> Bool {
    let left = claimConcepts.subtracting(claim.concepts(value))
    let shared = left.intersection(wideEvidence).count
    return Double(shared) >= least * Double(max(1, left.count)) && cover >= bestCover - 0.2
  }

  /// Sentences of a summary at most, and by how much the report is longer at least.
  private static let longestSummary = 6
  private static let timesLonger = 2

  /// Whether the claim's text is so short that it may sum up the evidence.
  var isOfSummary: Bool {
    claim.sentences.count <= Self.longestSummary
      && evidence.sentences.count >= Self.timesLonger * claim.sentences.count
  }

  /// Whether the claim is a headline.
  ///
  /// It has no full stop and may be of another report; most of its words may be capitalised, names or
  /// not.
  var isHeadline: Bool {
    let tokens = claim.document.tokens[claimTokens]
    guard tokens.suffix(2).contains(where: { $0.kind == .fullStop }) else { return true }
    let words = tokens.filter { $0.kind == .word }
    return words.count(where: { $0.flags.contains(.capitalised) }) * 2 >= words.count
  }
}
