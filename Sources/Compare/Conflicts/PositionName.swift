/// Tells positions of a dispute from other wordings of one: "energy sites" and "energy facilities"
/// are the same width.
struct PositionName {
  private let generic: WordSet
  private let conjunctions: WordSet
  private let others: WordSet

  init(_ lexicons: Lexicons) {
    generic = lexicons.words("scope.generic")
    conjunctions = lexicons.words("word.conjunction")
    let governors = Set(lexicons["scope.governor"]?.entries.keys.map { Hash.of($0) } ?? [])
    others = lexicons.words("word.function").union(WordSet(governors))
  }

  /// For each value of a dispute the name of its position; those of one name are one position.
  ///
  /// Names are their values wherever two that conflict would have one name.
  func names(of conflicts: [Conflict], documents: [Document]) -> [String: String] {
    var names: [String: String] = [:]
    for conflict in conflicts {
      for side in [conflict.a, conflict.b] where names[side.value] == nil {
        names[side.value] =
          conflict.kind == .scope ? name(of: side, in: documents[side.document]) : side.value
      }
    }
    let isApart = conflicts.allSatisfy {
      $0.a.value == $0.b.value || names[$0.a.value] != names[$0.b.value]
    }
    return isApart ? names : names.reduce(into: [:]) { $0[$1.key] = $1.key }
  }

  /// The members of the list, in any order, without nouns that say nothing of which things.
  private func name(of side: Side, in document: Document) -> String {
    let members = document.tokens(in: side.range).split {
      conjunctions.contains(document.tokens[$0].hash)
    }
    .map { member in
      member.filter { token in
        let token = document.tokens[token]
        return token.isWord && !generic.contains(token.hash) && !others.contains(token.hash)
      }
      .map { NormalText.of(document.string($0..<$0 + 1)) }.joined(separator: " ")
    }
    .filter { !$0.isEmpty }
    return members.isEmpty ? side.value : members.sorted().joined(separator: "\u{1F}")
  }
}
