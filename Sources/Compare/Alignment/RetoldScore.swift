/// How sure it is that two sentences tell the same thing, judged by what they have in common.
///
/// A logistic model of eight features. Its coefficients were fitted to pairs of sentences of three
/// outlets' articles on one event each: 380 that were read one by one and said to tell the same
/// thing or not, with known conflicts and agreements among the others. Refitted without the tenth
/// of the events at hand, pairs above 0.7 tell the same thing in about nine cases of ten.
struct RetoldScore {
  private let a: SentenceTerms
  private let b: SentenceTerms
  private let grid: SentenceGrid
  private let left: Side
  private let right: Side

  /// Least probability of what is an alignment by itself, and of what is part of one beside it.
  static let least: Float = 0.75
  static let leastBeside: Float = 0.45

  init(_ a: SentenceTerms, _ b: SentenceTerms, grid: SentenceGrid) {
    (self.a, self.b, self.grid) = (a, b, grid)
    var left = Side(a)
    var right = Side(b)
    SentenceGrid.eachTerm(a, b) { term, weight, inA, inB in
      // What one document alone has, no two sentences have in common.
      guard !inA.isEmpty, !inB.isEmpty else { return }
      var inside = 0
      var capitalised = 0
      func count(_ posting: SentenceTerms.Posting) {
        if posting.isInside { inside += 1 }
        if posting.isCapitalised { capitalised += 1 }
      }
      for at in inA { count(a.postings[at]) }
      for at in inB { count(b.postings[at]) }
      let entry = Entry(
        term: term, weight: weight, isName: capitalised * 2 > inside,
        isUnique: inA.count == 1 && inB.count == 1)
      for at in inA { left.add(entry, to: a.sentence(at)) }
      for at in inB { right.add(entry, to: b.sentence(at)) }
    }
    (self.left, self.right) = (left, right)
  }

  /// Probability that the two sentences tell the same thing, 0 to 1.
  ///
  /// - Complexity: O(words of one × words of the other).
  func probability(_ row: Int, _ column: Int) -> Float {
    let features = features(row, column)
    var sum = Self.intercept
    for feature in features.indices { sum += Self.coefficients[feature] * features[feature] }
    return 1 / (1 + Self.exp(-sum))
  }

  // MARK: The model

  private static let intercept: Float = -3.01
  private static let coefficients = SIMD8<Float>(8.03, 0.30, 1.31, 0.98, -0.66, 0.39, -0.92, 1.05)

  /// In the order of the coefficients.
  func features(_ row: Int, _ column: Int) -> SIMD8<Float> {
    let shared = sharedTerms(row, column)
    let runs = WordRuns(a.words(row), b.words(column))
    return SIMD8(
      // Weighted words in common.
      grid.cosine(row, column),
      // Weight of common words that are neither names nor numbers.
      Self.log1p(shared.plainWeight),
      // Numbers in common.
      Self.log1p(Float(shared.numbers)),
      // Neighbouring words in common; the heaviest run of them, which is often a name with titles.
      Self.log1p(Float(runs.pairs)),
      Self.log1p(runs.heaviest),
      // What the sentences around have in common, and the places in the articles.
      grid.around(row, column),
      grid.apart(row, column),
      // Words that these two sentences have and no other in the two articles.
      Self.log1p(Float(shared.unique)))
  }

  private struct Shared {
    var plainWeight: Float = 0
    var numbers = 0
    var unique = 0
  }

  private func sharedTerms(_ row: Int, _ column: Int) -> Shared {
    var shared = Shared()
    let (first, second) = (left[row], right[column])
    var (i, j) = (first.startIndex, second.startIndex)
    while i < first.endIndex, j < second.endIndex {
      let (entry, other) = (first[i], second[j].term)
      if entry.term == other {
        if Term.isNumber(entry.term) {
          shared.numbers += 1
        } else if Term.isContent(entry.term), !entry.isName {
          shared.plainWeight += entry.weight
        }
        if entry.isUnique { shared.unique += 1 }
      }
      i += entry.term <= other ? 1 : 0
      j += other <= entry.term ? 1 : 0
    }
    return shared
  }

  // MARK: Terms by sentence

  private struct Entry {
    let term: UInt32
    /// Between the two documents.
    let weight: Float
    /// Mostly capitalised inside sentences: names, titles, months.
    let isName: Bool
    /// One sentence of either document has it.
    let isUnique: Bool
  }

  /// The entries of all sentences, one sentence after the other.
  private struct Side {
    private var entries: [Entry]
    /// Where each sentence's entries end, so far.
    private var ends: [Int]
    /// Where they begin; one more for the end of the last.
    private let starts: [Int]

    init(_ terms: SentenceTerms) {
      var starts = [Int](repeating: 0, count: terms.sentenceCount + 1)
      for posting in terms.postings { starts[posting.sentence + 1] += 1 }
      for sentence in 0..<terms.sentenceCount { starts[sentence + 1] += starts[sentence] }
      (self.starts, ends) = (starts, starts)
      entries = [Entry](
        repeating: Entry(term: 0, weight: 0, isName: false, isUnique: false),
        count: terms.postings.count)
    }

    mutating func add(_ entry: Entry, to sentence: Int) {
      entries[ends[sentence]] = entry
      ends[sentence] += 1
    }

    /// Of one sentence, ascending by term.
    subscript(sentence: Int) -> ArraySlice<Entry> { entries[starts[sentence]..<ends[sentence]] }
  }

  // MARK: Functions that are the same on every platform, unlike the C library's

  private static func log1p(_ value: Float) -> Float { SentenceGrid.log(1 + value) }

  /// e to the power of `value`, to a thousandth.
  static func exp(_ value: Float) -> Float {
    let scaled = min(60, max(-60, value)) * 1.442_695
    let whole = scaled.rounded(.down)
    let x = (scaled - whole) * 0.693_147_2
    let part = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 * (1 + x / 5))))
    return Float(sign: .plus, exponent: Int(whole), significand: part)
  }
}
