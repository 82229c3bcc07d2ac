/// The words that stand inside quotation marks in one document, in the form they are compared in,
/// one utterance after the other.
///
/// An utterance is what one stretch of quotation marks holds, joined with what follows it in the
/// paragraph when little more than "he said" stands between, or in the next paragraph when the
/// marks were left open.
struct QuotedText: Sendable {
  struct Word: Sendable {
    /// Hash of the common form: contractions are written out, spellings and small numbers unified.
    let key: UInt64
    let token: Int
    /// Whether it stands for more letters than are printed: the "is" of "it's".
    let isContracted: Bool
    /// Whether it carries meaning rather than grammar.
    let isContent: Bool
  }

  /// What stands between two neighbouring words, from least to most.
  enum Gap: UInt8, Sendable, Comparable {
    case none
    /// The end of a sentence inside the marks.
    case sentence
    /// An ellipsis or brackets: the article says that something was left out or put in.
    case omission
    /// The marks close and open again within one utterance.
    case interruption
    /// Another utterance begins.
    case utterance

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  let words: [Word]
  /// Before each word, and after the last.
  let gaps: [Gap]
  /// For each word, the utterance that it belongs to.
  let utterances: [Int32]
  /// Hashed runs of three words, and of two that both carry meaning, with their first word; by hash.
  let shingles: [Shingle]

  struct Shingle: Sendable {
    let hash: UInt64
    let word: Int32
  }

  /// Words outside of the marks that may stand between two parts of one utterance.
  private static let longestInterruption = 14

  /// - Complexity: O(quoted tokens × log quoted tokens).
  init(_ document: Document, wording: QuotedWording) {
    var words: [Word] = []
    var gaps: [Gap] = []
    var pending = Gap.utterance
    var last: Quotation?
    for quotation in document.quotations where !quotation.inner.isEmpty {
      if let last { pending = max(pending, Self.gap(last, quotation, document)) }
      last = quotation
      wording.read(quotation.inner, of: document) { step in
        switch step {
        case .word(let word):
          words.append(word)
          gaps.append(words.count == 1 ? .utterance : pending)
          pending = .none
        case .gap(let gap): pending = max(pending, gap)
        }
      }
    }
    gaps.append(.utterance)
    self.words = words
    self.gaps = gaps
    utterances = Self.utterances(gaps, count: words.count)
    shingles = Self.shingles(words, gaps)
  }

  private static func gap(_ a: Quotation, _ b: Quotation, _ document: Document) -> Gap {
    let between = document.tokens[a.tokens.upperBound..<b.tokens.lowerBound].count { $0.isWord }
    let from = document.sentences[document.sentence(ofToken: a.tokens.lowerBound)].paragraph
    let to = document.sentences[document.sentence(ofToken: b.tokens.lowerBound)].paragraph
    let isOne =
      from == to
      ? between <= longestInterruption : to == from + 1 && !a.isClosed && between == 0
    return isOne ? .interruption : .utterance
  }

  private static func utterances(_ gaps: [Gap], count: Int) -> [Int32] {
    var number: Int32 = -1
    return (0..<count).map { at in
      if gaps[at] == .utterance { number += 1 }
      return number
    }
  }

  private static func shingles(_ words: [Word], _ gaps: [Gap]) -> [Shingle] {
    var shingles: [Shingle] = []
    for at in words.indices.dropLast() where gaps[at + 1] < .interruption {
      if words[at].isContent, words[at + 1].isContent {
        shingles.append(Shingle(hash: mix(words[at].key, words[at + 1].key), word: Int32(at)))
      }
      if at + 2 < words.count, gaps[at + 2] < .interruption {
        let pair = mix(words[at].key, words[at + 1].key)
        shingles.append(Shingle(hash: mix(pair, words[at + 2].key), word: Int32(at)))
      }
    }
    return shingles.sorted { ($0.hash, $0.word) < ($1.hash, $1.word) }
  }

  private static func mix(_ a: UInt64, _ b: UInt64) -> UInt64 {
    (a ^ (b &* 0x9E37_79B9_7F4A_7C15)) &* 0xFF51_AFD7_ED55_8CCD &+ (b >> 29)
  }
}

extension QuotedText {
  /// The tokens from the first to the last of these words.
  func tokens(_ range: Range<Int>) -> Range<Int> {
    words[range.lowerBound].token..<words[range.upperBound - 1].token + 1
  }
}
