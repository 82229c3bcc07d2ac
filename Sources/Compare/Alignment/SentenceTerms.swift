/// What the comparison of sentences needs of one document.
struct SentenceTerms: Sendable {
  /// Distinct (term << 32 | sentence), ascending.
  let postings: [UInt64]
  /// What the document is about: its terms that say something, ascending, with their weights; the
  /// squares of the weights sum to 1.
  let profile: [(term: UInt32, weight: Float)]
  /// Hashes of the document's words, in order.
  let words: [UInt64]
  /// Index into `words` of the first word of each sentence; one more for the end.
  let starts: [UInt32]

  /// - Complexity: O(tokens log tokens).
  init(_ document: Document, vocabulary: Vocabulary) {
    var postings: [UInt64] = []
    var words: [UInt64] = []
    var starts: [UInt32] = [0]
    for (number, sentence) in document.sentences.enumerated() {
      for at in sentence.tokens where document.tokens[at].isTerm {
        let token = document.tokens[at]
        if token.isWord { words.append(token.hash) }
        let term = vocabulary.term(token)
        if term != 0 { postings.append(UInt64(term) << 32 | UInt64(number)) }
      }
      starts.append(UInt32(words.count))
    }
    postings.sort()
    var last = -1
    for key in postings where last < 0 || postings[last] != key {
      last += 1
      postings[last] = key
    }
    postings.removeLast(postings.count - last - 1)
    (self.postings, self.words, self.starts) = (postings, words, starts)
    profile = Likeness.profile(postings, weights: vocabulary.weights)
  }

  var sentenceCount: Int { starts.count - 1 }

  /// The sentence of a posting.
  @inline(__always)
  func sentence(_ posting: Int) -> Int { Int(postings[posting] & 0xFFFF_FFFF) }

  /// The words of one sentence.
  func words(_ sentence: Int) -> ArraySlice<UInt64> {
    words[Int(starts[sentence])..<Int(starts[sentence + 1])]
  }

  func wordCount(_ sentences: Range<Int>) -> Int {
    Int(starts[sentences.upperBound]) - Int(starts[sentences.lowerBound])
  }
}
