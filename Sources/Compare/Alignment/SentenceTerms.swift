/// What the comparison of sentences needs of one document.
struct SentenceTerms: Sendable {
  /// Distinct (term << 32 | sentence), ascending.
  private(set) var postings: [UInt64] = []
  /// The terms of the document's words, in order.
  let words: [UInt32]
  /// Index into `words` of the first word of each sentence; one more for the end.
  let starts: [UInt32]
  /// What the document is about: its terms that say something, ascending, with their weights.
  ///
  /// The squares of the weights sum to 1. Empty before `settled`.
  private(set) var profile: [(term: UInt32, weight: Float)] = []

  /// - Complexity: O(tokens).
  init(_ document: Document, builder: inout VocabularyBuilder) {
    var words: [UInt32] = []
    var starts: [UInt32] = [0]
    starts.reserveCapacity(document.sentences.count + 1)
    for (number, sentence) in document.sentences.enumerated() {
      for at in sentence.tokens where document.tokens[at].isTerm {
        let term = builder.term(at, of: document)
        if document.tokens[at].isWord { words.append(term) }
        if at > sentence.tokens.lowerBound + 1 {
          builder.count(term, isCapitalised: document.tokens[at].flags.contains(.capitalised))
        }
        postings.append(UInt64(term) << 32 | UInt64(number))
      }
      starts.append(UInt32(words.count))
    }
    (self.words, self.starts) = (words, starts)
  }

  /// Sorts what was gathered, once all weights are known; apart from `init` because it needs no
  /// vocabulary and can run in parallel.
  ///
  /// - Complexity: O(tokens log tokens).
  func settled(weights: [Float]) -> SentenceTerms {
    var copy = self
    var postings = postings
    postings.sort()
    var kept = 0
    for at in postings.indices where at == 0 || postings[at] != postings[at - 1] {
      postings[kept] = postings[at]
      kept += 1
    }
    postings.removeLast(postings.count - kept)
    copy.postings = Array(postings)
    copy.profile = Likeness.profile(postings, weights: weights)
    return copy
  }

  var sentenceCount: Int { starts.count - 1 }

  /// The sentence of a posting.
  @inline(__always)
  func sentence(_ posting: Int) -> Int { Int(postings[posting] & 0xFFFF_FFFF) }

  /// The words of one sentence.
  func words(_ sentence: Int) -> ArraySlice<UInt32> {
    words[Int(starts[sentence])..<Int(starts[sentence + 1])]
  }

  func wordCount(_ sentences: Range<Int>) -> Int {
    Int(starts[sentences.upperBound]) - Int(starts[sentences.lowerBound])
  }
}
