/// What denies in a stretch of words.
struct Denials {
  let plain: [Range<Int>]
  /// Words that deny by themselves, with what they deny: "lacks" (has).
  let implied: [(tokens: Range<Int>, value: String)]

  init(
    _ range: Range<Int>, of document: Document, _ negations: PhraseTable, _ implied: PhraseTable
  ) {
    let plain = negations.matches(document.tokens, in: range).map(\.tokens)
    self.plain = plain
    self.implied = implied.matches(document.tokens, in: range).filter { hit in
      !plain.contains { $0.overlaps(hit.tokens) }
    }
  }

  /// Two denials cancel out.
  var isOdd: Bool { (plain.count + implied.count) % 2 == 1 }
  var all: [Range<Int>] { plain + implied.map(\.tokens) }
}
