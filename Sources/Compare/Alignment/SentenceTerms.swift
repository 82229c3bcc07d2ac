/// What the comparison of sentences needs of one document.
struct SentenceTerms: Sendable {
  /// A term in a sentence: the term, the sentence, and how it stands there.
  struct Posting: Sendable {
    private(set) var bits: UInt64

    init(bits: UInt64) { self.bits = bits }

    /// - Parameters:
    ///   - isInside: whether it stands past the first word of the sentence.
    ///   - isCapitalised: whether it is capitalised there.
    init(_ term: UInt32, sentence: Int, isInside: Bool, isCapitalised: Bool) {
      bits =
        UInt64(term) << 32 | UInt64(sentence) << 2 | (isInside ? 2 : 0)
        | (isInside && isCapitalised ? 1 : 0)
    }

    var term: UInt32 { UInt32(truncatingIfNeeded: bits >> 32) }
    var sentence: Int { Int(bits >> 2 & 0x3FFF_FFFF) }
    var isInside: Bool { bits & 2 != 0 }
    var isCapitalised: Bool { bits & 1 != 0 }

    /// Takes over how the same term stands in the same sentence once more.
    mutating func merge(_ other: Posting) { bits |= other.bits }

    func isSamePlace(_ other: Posting) -> Bool { bits >> 2 == other.bits >> 2 }
  }

  /// Distinct by term and sentence, ascending.
  let postings: [Posting]
  /// The terms of the document's words, in order.
  let words: [UInt32]
  /// Index into `words` of the first word of each sentence; one more for the end.
  let starts: [UInt32]
  /// Length of the document as a vector of its terms that say something, see `Likeness`.
  let length: Float

  /// - Complexity: O(tokens log tokens).
  init(_ document: Document, reader: inout TermReader) {
    var words: [UInt32] = []
    var starts: [UInt32] = [0]
    var postings: [UInt64] = []
    let tokens = document.tokens
    words.reserveCapacity(tokens.count)
    postings.reserveCapacity(tokens.count)
    starts.reserveCapacity(document.sentences.count + 1)
    for (number, sentence) in document.sentences.enumerated() {
      for at in sentence.tokens {
        let token = tokens[at]
        guard token.isTerm else { continue }
        let term = reader.term(token, at: at, of: document)
        postings.append(
          Posting(
            term, sentence: number, isInside: at > sentence.tokens.lowerBound + 1,
            isCapitalised: token.flags.contains(.capitalised)
          ).bits)
        if token.isWord { words.append(term) }
      }
      starts.append(UInt32(words.count))
    }
    (self.words, self.starts) = (Array(words), starts)
    self.postings = Self.distinct(&postings)
    length = Likeness.length(self.postings)
  }

  private init(postings: [Posting], words: [UInt32], starts: [UInt32], length: Float) {
    (self.postings, self.words, self.starts, self.length) = (postings, words, starts, length)
  }

  /// The first sentences alone.
  func first(_ count: Int) -> SentenceTerms {
    guard count < sentenceCount else { return self }
    return SentenceTerms(
      postings: postings.filter { $0.sentence < count }, words: Array(words[..<Int(starts[count])]),
      starts: Array(starts[...count]), length: length)
  }

  private static func distinct(_ raw: inout [UInt64]) -> [Posting] {
    RadixSort.sort(&raw)
    var postings: [Posting] = []
    postings.reserveCapacity(raw.count)
    for bits in raw {
      let posting = Posting(bits: bits)
      if let last = postings.last, last.isSamePlace(posting) {
        postings[postings.count - 1].merge(posting)
      } else {
        postings.append(posting)
      }
    }
    return Array(postings)
  }

  var sentenceCount: Int { starts.count - 1 }

  /// The sentence of a posting.
  @inline(__always)
  func sentence(_ posting: Int) -> Int { postings[posting].sentence }

  /// The words of one sentence.
  func words(_ sentence: Int) -> ArraySlice<UInt32> {
    words[Int(starts[sentence])..<Int(starts[sentence + 1])]
  }

  func wordCount(_ sentences: Range<Int>) -> Int {
    Int(starts[sentences.upperBound]) - Int(starts[sentences.lowerBound])
  }
}
