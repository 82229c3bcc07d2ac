/// What to mark in the two sentences of a conflict.
enum DifferingWords {
  /// The words in conflict and, where the sentences are nearly the same, all others that differ.
  static func marks(
    _ conflict: Conflict, in documents: [Document]
  ) -> (a: [TextStyle.Mark], b: [TextStyle.Mark]) {
    let (a, b) = (documents[conflict.a.document], documents[conflict.b.document])
    var left: [TextRange] = []
    var right: [TextRange] = []
    let aTokens = a.tokens(in: conflict.a.passage)
    let bTokens = b.tokens(in: conflict.b.passage)
    if aTokens.count <= 500, bTokens.count <= 500 {
      let edits = EditScript.edits(a.tokens[aTokens], b.tokens[bTokens])
      let same = edits.reduce(0) { $0 + ($1.isMatch ? $1.a.count : 0) }
      if same * 10 >= max(aTokens.count, bTokens.count) * 7 {
        for edit in edits where !edit.isMatch {
          left += words(edit.a, of: a)
          right += words(edit.b, of: b)
        }
      }
    }
    return (marks(conflict.a.range, others: left), marks(conflict.b.range, others: right))
  }

  private static func words(_ tokens: Range<Int>, of document: Document) -> [TextRange] {
    guard let first = tokens.first(where: { document.tokens[$0].isWord }),
      let last = tokens.last(where: { document.tokens[$0].isWord })
    else { return [] }
    return [document.range(first..<last + 1)]
  }

  /// In the order of the text; none overlap.
  private static func marks(_ range: TextRange, others: [TextRange]) -> [TextStyle.Mark] {
    let apart = others.filter { !$0.overlaps(range) && $0.end != range.start }
    let marks =
      [TextStyle.Mark(range: range)] + apart.map { TextStyle.Mark(range: $0, weight: .light) }
    return marks.sorted { $0.range < $1.range }
  }
}
