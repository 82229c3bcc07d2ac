/// What a value is about, in the words that stand around it.
enum Slot {
  /// Up to three words before and three after the value, within the sentence.
  static func words(around value: Range<Int>, in document: Document) -> String {
    let tokens = document.sentences[document.sentence(ofToken: value.lowerBound)].tokens
    func words(_ range: Range<Int>) -> [Int] { range.filter { document.tokens[$0].isWord } }
    let before = words(tokens.lowerBound..<max(tokens.lowerBound, value.lowerBound)).suffix(3)
    let after = words(min(value.upperBound, tokens.upperBound)..<tokens.upperBound).prefix(3)
    let left = before.map { document.string($0..<$0 + 1) }
    let right = after.map { document.string($0..<$0 + 1) }
    return (left + ["…"] + right).joined(separator: " ")
  }
}
