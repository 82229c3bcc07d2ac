/// Makes the other forms of words: "apologize" to "apologized", "apologizing"; "strong" to
/// "strongest".
///
/// By endings, which a language gives as data, and its list of irregular forms. A form too many
/// ("strongs") is never met in a text.
struct Inflections {
  /// What a word ends in, and what stands there instead.
  private let endings: [(old: String, new: [String])]
  /// Base form → irregular forms.
  private let irregular: [String: [String]]
  private static let any = "*"
  /// Letters that a word has at least: "up" has no other forms.
  private static let shortest = 3

  init(_ lexicons: Lexicons) {
    endings = (lexicons["word.inflection"]?.entries ?? [:]).sorted { $0.key < $1.key }.map {
      ($0.key == Self.any ? "" : $0.key, $0.value.split(separator: " ").map(String.init))
    }
    irregular = (lexicons["word.irregular"]?.entries ?? [:]).reduce(into: [:]) {
      $0[$1.value, default: []].append($1.key)
    }
  }

  /// The lexicon with the forms of its single words; a word that it has already keeps its value, and
  /// gets the one of the word that it is a form of besides.
  func inflected(_ lexicon: Lexicon) -> Lexicon {
    guard !endings.isEmpty else { return lexicon }
    let known = lexicon.entries
    var entries = known
    for (word, value) in known.sorted(by: { $0.key < $1.key })
    where word.utf8.count >= Self.shortest && !word.contains(" ") {
      for form in forms(of: word) where form != word {
        guard let held = entries[form] else {
          entries[form] = value
          continue
        }
        if known[form] != nil, !held.split(separator: ",").contains(Substring(value)) {
          entries[form] = "\(held),\(value)"
        }
      }
    }
    return Lexicon(name: lexicon.name, about: lexicon.about, entries: entries)
  }

  private func forms(of word: String) -> [String] {
    endings.flatMap { ending -> [String] in
      guard word.hasSuffix(ending.old) else { return [] }
      // A last letter that is doubled stands in the ending itself.
      let stem = word.dropLast(ending.old.count)
      return ending.new.map { stem + $0 }
    } + (irregular[word] ?? [])
  }
}
