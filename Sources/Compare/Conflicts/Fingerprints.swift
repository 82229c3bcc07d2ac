/// Identities of conflicts that survive edits around them.
///
/// Made of what a conflict is: its rule and the rule's revision, both articles, the slot's words
/// and both values; never of lines, columns, messages, scores, order or outlets' labels. Conflicts
/// that are alike in all of that are told apart by counting.
struct Fingerprints {
  private let documents: [Document]
  private var signatures: [Int: TextSignature] = [:]
  private var keys: [Int: String] = [:]
  private var seen: Set<String> = []

  init(documents: [Document]) { self.documents = documents }

  /// The fingerprint of the next conflict, in the order of the findings.
  mutating func next(for conflict: Conflict) -> String {
    let sides = [conflict.a, conflict.b].map { side in
      ([key(of: side.document), NormalText.of(side.value)]
        + SlotWords.of(side, in: documents[side.document])).joined(separator: "\u{1F}")
    }
    let parts = [conflict.rule, String(conflict.revision)] + sides.sorted()
    return distinct(Hash.hex128(parts.joined(separator: "\u{1E}")))
  }

  /// The same for the first of its kind, another one for each twin.
  mutating func distinct(_ print: String) -> String {
    var candidate = print
    var twin = 0
    while !seen.insert(candidate).inserted {
      twin += 1
      candidate = Hash.hex128("\(print)#\(twin)")
    }
    return candidate
  }

  /// `nil` for a text of a few words.
  mutating func signature(of number: Int) -> TextSignature? {
    if let known = signatures[number] { return known }
    let signature = TextSignature(documents[number].tokens)
    signatures[number] = signature
    return signature
  }

  mutating func key(of number: Int) -> String {
    if let known = keys[number] { return known }
    let article = documents[number].article
    let isNamed = article.hasOwnID || article.url.flatMap(ArticleKey.canonical) != nil
    let key = ArticleKey.of(
      documents[number], signature: isNamed ? nil : signature(of: number))
    keys[number] = key
    return key
  }
}
