/// Makes the other forms of words: of "apologize" "apologized" and "apologizing", of "strong"
/// "strongest".
///
/// By endings, which a language gives as data, and its list of irregular forms. A form too many
/// ("strongs") is never met in a text.
struct Inflections: Sendable {
  /// What a word ends in, and what may stand there instead; the longest ending that fits is taken.
  private let endings: [(old: [UInt8], new: [[UInt8]])]
  /// Hash of a base form → hashes of its irregular forms.
  private let irregular: [UInt64: [UInt64]]
  /// Any ending.
  private static let any = "*"
  /// Letters that a word has at least: "up" has no other forms.
  private static let shortest = 3

  init(_ lexicons: Lexicons) {
    endings = (lexicons["word.inflection"]?.entries ?? [:]).map { old, new in
      (Array((old == Self.any ? "" : old).utf8), new.split(separator: " ").map { Array($0.utf8) })
    }.sorted { $0.old.count > $1.old.count }
    var irregular: [UInt64: [UInt64]] = [:]
    lexicons["word.irregular"]?.forEachEntry { form, base in
      irregular[Hash.of(base), default: []].append(Hash.of(form))
    }
    self.irregular = irregular
  }

  /// Calls `body` with the hash of each form of a single word; a phrase has none.
  func forEachForm(of word: UnsafeBufferPointer<UInt8>, _ body: (UInt64) -> Void) {
    guard word.count >= Self.shortest, !word.contains(0x20) else { return }
    if let ending = endings.first(where: { word.suffix($0.old.count).elementsEqual($0.old) }) {
      var form = Array(word.dropLast(ending.old.count))
      let stem = form.count
      for new in ending.new {
        form.replaceSubrange(stem..., with: new)
        body(form.withUnsafeBufferPointer { Hash.of($0) })
      }
    }
    for form in irregular[Hash.of(word)] ?? [] { body(form) }
  }
}
