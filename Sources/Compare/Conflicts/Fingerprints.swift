/// Identities of conflicts that survive edits around them.
///
/// Made of what a conflict is: its rule, both articles, the slot's words and both values; never of
/// lines, columns, messages, scores or order. Two conflicts that are alike in all of that are told
/// apart by counting.
struct Fingerprints {
  private var seen: [String: Int] = [:]

  mutating func next(for conflict: Conflict, documents: [Document]) -> String {
    func identity(_ side: Side) -> String {
      "\(documents[side.document].article.id)\u{1F}\(side.value)"
    }
    let sides = [identity(conflict.a), identity(conflict.b)].sorted()
    let key = ([conflict.rule] + sides).joined(separator: "\u{1E}")
    let count = seen[key, default: 0]
    seen[key] = count + 1
    return Hash.hex128(count == 0 ? key : "\(key)\u{1E}\(count)")
  }
}
