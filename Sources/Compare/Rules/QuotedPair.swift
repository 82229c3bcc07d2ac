/// Two quotations, one from either sentence of a pair, that hold the same utterance.
struct QuotedPair {
  /// The words inside the marks; a quotation of several sentences is taken whole.
  let a: Range<Int>
  let b: Range<Int>
  /// From the words of `a` to those of `b`.
  let edits: [Edit]
  /// Words that match, as a share of the shorter quotation's, 0 to 1.
  let share: Double

  /// Words that two quotations must share to be one utterance.
  private static let fewestShared = 4
  /// Tokens of a quotation at most; what is longer is compared sentence by sentence.
  private static let longest = 300

  /// The quotations of the two sentences that share words enough, in the order of the text.
  static func all(in pair: SentencePair) -> [QuotedPair] {
    let left = quotations(of: pair.a, in: pair.aTokens)
    let right = quotations(of: pair.b, in: pair.bTokens)
    return left.flatMap { first in right.compactMap { QuotedPair(first, $0, in: pair) } }
  }

  private static func quotations(of document: Document, in sentence: Range<Int>) -> [Range<Int>] {
    document.quotations.map(\.inner).filter { $0.overlaps(sentence) }
      .map { $0.count <= longest ? $0 : $0.clamped(to: sentence) }
  }

  private init?(_ a: Range<Int>, _ b: Range<Int>, in pair: SentencePair) {
    let edits = EditScript.edits(pair.a.tokens[a], pair.b.tokens[b])
    let shared = edits.reduce(0) { $0 + ($1.isMatch ? pair.a.tokens[$1.a].count { $0.isWord } : 0) }
    let shorter = min(
      pair.a.tokens[a].count { $0.isWord }, pair.b.tokens[b].count { $0.isWord })
    guard shared >= Self.fewestShared, shared * 2 >= shorter else { return nil }
    (self.a, self.b, self.edits) = (a, b, edits)
    share = Double(shared) / Double(max(1, shorter))
  }
}
