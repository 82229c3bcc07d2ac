/// Two sentences that may tell the same thing, aligned word by word.
///
/// Everything that a rule asks of a pair is answered here: which words differ, what they stand
/// next to, and which facts the alignment binds to each other.
///
/// A class, since every rule that is asked gets it, and what one has made the next one finds.
final class SentencePair {
  let a: Document
  let b: Document
  let candidate: Candidate
  /// Whether both sentences stand in one article.
  let isWithin: Bool
  /// The two texts, when they are declared to be about the same thing.
  let declared: DeclaredTexts?
  /// Facts of the two sentences.
  let aFacts: [Fact]
  let bFacts: [Fact]
  /// Facts of the two articles.
  let aArticle: [Fact]
  let bArticle: [Fact]
  let words: ClauseWords
  let aTokens: Range<Int>
  let bTokens: Range<Int>

  /// The way from one sentence to the other, word by word; of many pairs, no rule asks for it.
  private(set) lazy var edits = EditScript.edits(a.tokens[aTokens], b.tokens[bTokens])
  /// Where the two differ, in order.
  private(set) lazy var hunks = Hunk.all(edits, a: a, b: b)
  /// The differences that are one change of one thing.
  private(set) lazy var changes = canBeHeld ? hunks.filter(\.isTight) : []
  /// The differences whose surroundings tell what was replaced, without mere omissions.
  private(set) lazy var replacements =
    canBeHeld ? hunks.filter { ($0.isTight || $0.beginsAlike) && !isElided($0) } : []
  /// Whether the two have so many words in common that these may hold a difference between them;
  /// most pairs have not, and need not be aligned to tell.
  private lazy var canBeHeld = Hunk.canBeHeld(in: a.tokens[aTokens], b.tokens[bTokens])
  /// The names in the sentences, as terms.
  private(set) lazy var aNames = words.names(aTokens, of: a)
  private(set) lazy var bNames = words.names(bTokens, of: b)

  init(
    _ candidate: Candidate, documents: [Document], facts: FactIndex, words: ClauseWords,
    declared: DeclaredTexts? = nil
  ) {
    self.candidate = candidate
    self.declared = declared
    self.words = words
    let a = documents[candidate.aDocument]
    let b = documents[candidate.bDocument]
    (self.a, self.b) = (a, b)
    isWithin = candidate.aDocument == candidate.bDocument
    aFacts = facts.facts(candidate.aDocument, candidate.aSentence)
    bFacts = facts.facts(candidate.bDocument, candidate.bSentence)
    // Within one article each side has the other's values by the very question.
    aArticle = isWithin ? aFacts : facts.facts(candidate.aDocument)
    bArticle = isWithin ? bFacts : facts.facts(candidate.bDocument)
    aTokens = a.sentences[candidate.aSentence].tokens
    bTokens = b.sentences[candidate.bSentence].tokens
  }

  /// Whether the two runs are the same words.
  func saysTheSame(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    a.tokens[first].lazy.filter(\.isWord).map(\.hash)
      .elementsEqual(b.tokens[second].lazy.filter(\.isWord).map(\.hash))
  }

  /// Whether two runs begin with the same word.
  func beginAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    a.tokens[first.lowerBound].hash == b.tokens[second.lowerBound].hash
  }

  /// Whether no other word that says something was replaced together with two runs: "destroyed 12
  /// of the barns" and "left 18 of the barns" count different things.
  func areGovernedAlike(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    hunks.allSatisfy { hunk in
      guard hunk.a.overlaps(first), hunk.b.overlaps(second) else { return true }
      let left = words.terms(hunk.a.lazy.filter { !first.contains($0) }, of: a)
      let right = words.terms(hunk.b.lazy.filter { !second.contains($0) }, of: b)
      return left.isEmpty || right.isEmpty || !left.isDisjoint(with: right)
    }
  }

  /// Whether one side of a difference only marks that something was left out: "Folks … even".
  func isElided(_ hunk: Hunk) -> Bool {
    a.tokens[hunk.a].contains { $0.kind == .ellipsis }
      != b.tokens[hunk.b].contains { $0.kind == .ellipsis }
  }

  /// The token of `b` that the alignment gives to a token of `a`, if the two are the same word.
  func counterpart(ofA token: Int) -> Int? {
    for edit in edits where edit.isMatch && edit.a.contains(token) {
      return edit.b.lowerBound + token - edit.a.lowerBound
    }
    return nil
  }
}

/// A run of words in which two aligned sentences differ.
struct Hunk {
  /// How alike the two sentences are, 0 to 1: the share of words that match.
  let similarity: Double
  let a: Range<Int>
  let b: Range<Int>
  /// Words that match without a break before and after it.
  let wordsBefore: Int
  let wordsAfter: Int
  /// Whether all that comes before it matches.
  private let isFirstDifference: Bool
  /// Whether it stands at the beginning, or the end, of both sentences.
  let isFirst: Bool
  let isLast: Bool
  /// Words that differ, of either side.
  let aWords: Int
  let bWords: Int

  /// The differences of an edit script, in order.
  static func all(_ edits: [Edit], a: Document, b: Document) -> [Hunk] {
    let words = edits.map { edit in
      (a: a.tokens[edit.a].count { $0.isWord }, b: b.tokens[edit.b].count { $0.isWord })
    }
    let matching = zip(edits, words).reduce(0) { $0 + ($1.0.isMatch ? $1.1.a : 0) }
    let (left, right) = words.reduce((0, 0)) { ($0.0 + $1.a, $0.1 + $1.b) }
    let similarity = similarity(left, right, matching: matching)
    var hunks: [Hunk] = []
    hunks.reserveCapacity(edits.count / 2 + 1)
    for at in edits.indices where !edits[at].isMatch {
      hunks.append(Hunk(at, of: edits, words: words, similarity: similarity))
    }
    return hunks
  }

  /// How alike two sentences of so many words are when so many of them match.
  private static func similarity(_ left: Int, _ right: Int, matching: Int) -> Double {
    // A short sentence that the other holds nearly whole is as telling as two that are alike.
    let shorter = min(left, right)
    let part = shorter >= 5 ? 0.85 * Double(matching) / Double(shorter) : 0
    return max(part, 2 * Double(matching) / Double(max(1, left + right)))
  }

  /// Whether two sentences may have a difference that is tight, or that begins alike: no more words
  /// can match than they have in common, in any order.
  ///
  /// - Complexity: O(tokens).
  static func canBeHeld(in first: ArraySlice<Token>, _ second: ArraySlice<Token>) -> Bool {
    let left = first.count { $0.isWord }
    let right = second.count { $0.isWord }
    let common = WordOverlap.mostCommon(first, second)
    let similarity = similarity(left, right, matching: common)
    if common >= leastHeld(similarity) { return true }
    return common >= leastBefore
      && (similarity >= alike || first.first?.hash == second.first?.hash)
  }

  private init(
    _ at: Int, of edits: [Edit], words: [(a: Int, b: Int)], similarity: Double
  ) {
    self.similarity = similarity
    self.a = edits[at].a
    self.b = edits[at].b
    wordsBefore = at > 0 ? words[at - 1].a : 0
    wordsAfter = at + 1 < edits.count ? words[at + 1].a : 0
    isFirstDifference = at <= 1
    isFirst = wordsBefore == 0 && at <= 1
    isLast = wordsAfter == 0 && at + 2 >= edits.count
    aWords = words[at].a
    bWords = words[at].b
  }

  /// Words on either side that a difference may have and still be one change of one thing.
  private static let widest = 5

  /// A small difference held by the same words on both sides: what stands in it, stands in the
  /// same slot.
  var isTight: Bool {
    aWords <= Self.widest && bWords <= Self.widest && isHeld
  }

  /// Whether the sentences match up to here and then go apart: what comes first is in one slot,
  /// whatever follows it.
  var beginsAlike: Bool {
    wordsBefore >= Self.leastBefore && (isFirstDifference || similarity >= Self.alike)
  }

  private static let leastBefore = 4
  private static let alike = 0.5

  /// Words that must match on both sides of a difference to hold it.
  private static func leastHeld(_ similarity: Double) -> Int {
    similarity >= 0.65 ? 3 : similarity >= 0.45 ? 6 : 9
  }

  /// Held by matching words before and after, or by more of them on one side at a sentence's end.
  ///
  /// The less alike the sentences are otherwise, the more words must hold it: by chance, unlike
  /// sentences share short runs.
  private var isHeld: Bool {
    let needed = Self.leastHeld(similarity)
    switch (wordsBefore > 0, wordsAfter > 0) {
    case (true, true): return wordsBefore + wordsAfter >= needed
    case (false, true): return isFirst && wordsAfter >= needed
    case (true, false): return isLast && wordsBefore >= needed
    case (false, false): return false
    }
  }
}
