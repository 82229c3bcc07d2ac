/// Tells a dispute between sources from one between outlets: "the palace says A, the union says B",
/// which both outlets may report faithfully.
struct SourceDispute {
  /// Words that name no one: titles, "the".
  private let common: WordSet

  init(_ lexicons: Lexicons) {
    common = lexicons.words("word.function").union(lexicons.words("word.capitalised"))
      .union(lexicons.words("person.title")).union(lexicons.words("person.affix"))
  }

  /// Whether every position is given to a source, no source holds two of them, and an article of
  /// the dispute names the sources of two positions, so that they are not two names of one.
  ///
  /// - Parameters:
  ///   - group: the conflicts of one dispute.
  ///   - positions: the name of the position of each value.
  func isBetweenSources(
    _ group: [Conflict], positions: [String: String], documents: [Document]
  ) -> Bool {
    var sources: [String: Set<UInt64>] = [:]
    for side in group.flatMap({ [$0.a, $0.b] }) {
      sources[positions[side.value] ?? side.value, default: []].formUnion(names(side.attribution))
    }
    let named = sources.sorted { $0.key < $1.key }.map(\.value)
    guard named.count >= 2, !named.contains(where: \.isEmpty) else { return false }
    for (at, one) in named.enumerated() {
      for other in named[(at + 1)...] where !one.isDisjoint(with: other) { return false }
    }
    let numbers = Set(group.flatMap { [$0.a.document, $0.b.document] })
    return numbers.contains { number in
      named.count { isNamed($0, in: documents[number]) } >= 2
    }
  }

  /// Whether each side gives its value to a source of its own.
  func isAttributed(_ conflict: Conflict) -> Bool {
    let (a, b) = (names(conflict.a.attribution), names(conflict.b.attribution))
    return !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b)
  }

  /// The capitalised words of a source that name it; none for "officials" and for none.
  private func names(_ source: String?) -> Set<UInt64> {
    guard let source else { return [] }
    let bytes = Array(source.utf8)
    return Set(
      Tokeniser.tokens(of: bytes, in: TextRange(0, bytes.count)).filter {
        $0.kind == .word && $0.flags.contains(.capitalised) && !common.contains($0.hash)
      }.map(\.hash))
  }

  private func isNamed(_ names: Set<UInt64>, in document: Document) -> Bool {
    document.tokens.contains { $0.flags.contains(.capitalised) && names.contains($0.hash) }
  }
}
