/// Gathers conflicts over one slot of one event.
public enum Disputes {
  /// Conflicts of one kind that share a place (the same words of the same article on either side)
  /// are one dispute; each value in it is a position, other wordings of it included.
  ///
  /// - Parameters:
  ///   - alignments: of the documents, for those that carry one text.
  ///   - lexicons: of the articles' language, for what is only another wording.
  /// - Returns: the conflicts with their dispute and fingerprint, sorted by dispute and place, and
  ///   the disputes.
  public static func gather(
    _ conflicts: [Conflict], documents: [Document], alignments: [Alignment], lexicons: Lexicons
  ) -> ([Conflict], [Dispute]) {
    let wording = PositionName(lexicons)
    let sources = SourceDispute(lexicons)
    let copies = Copies(documents, conflicts.isEmpty ? [] : alignments)
    let roots = groups(conflicts)
    var members: [Int: [Int]] = [:]
    for index in conflicts.indices { members[roots[index], default: []].append(index) }
    var fingerprints = Fingerprints(documents: documents)
    var gathered: [Conflict] = []
    var disputes: [Dispute] = []
    for root in members.keys.sorted() {
      let group = (members[root] ?? []).map { conflicts[$0] }
      let prints = group.map { fingerprints.next(for: $0) }
      let id = String((prints.min() ?? "").prefix(12))
      let names = wording.names(of: group, documents: documents)
      let isBetweenSources =
        !group[0].kind.isOfSources
        && sources.isBetweenSources(group, positions: names, documents: documents)
      for (conflict, print) in zip(group, prints) {
        var conflict = conflict
        // Outlets that report what two sources say do not contradict each other.
        if isBetweenSources, sources.isAttributed(conflict) {
          conflict.severity = min(conflict.severity, .warning)
        }
        conflict.fingerprint = print
        conflict.dispute = id
        gathered.append(conflict)
      }
      disputes.append(
        dispute(
          id, group, names, copies, isBetweenSources: isBetweenSources, documents: documents))
    }
    return (gathered, disputes)
  }

  /// For each conflict the first one of its group (union-find over shared places).
  private static func groups(_ conflicts: [Conflict]) -> [Int] {
    var parent = Array(conflicts.indices)
    func root(_ index: Int) -> Int {
      var at = index
      while parent[at] != at { at = parent[at] }
      parent[index] = at
      return at
    }
    struct Place: Hashable {
      let kind: ConflictKind
      let document: Int
      let start: Int
    }
    var seen: [Place: Int] = [:]
    for (index, conflict) in conflicts.enumerated() {
      for side in [conflict.a, conflict.b] {
        let place = Place(
          kind: conflict.kind, document: side.document, start: side.range.start)
        if let other = seen[place] {
          let (left, right) = (root(other), root(index))
          parent[max(left, right)] = min(left, right)
        } else {
          seen[place] = index
        }
      }
    }
    return conflicts.indices.map(root)
  }

  private static func dispute(
    _ id: String, _ group: [Conflict], _ names: [String: String], _ copies: Copies,
    isBetweenSources: Bool, documents: [Document]
  ) -> Dispute {
    var values: [Dispute.Span: String] = [:]
    // Who writes "almost two hours" and who writes "more than two hours" hold no one position.
    var spans: [PositionKey: Set<Dispute.Span>] = [:]
    for side in group.flatMap({ [$0.a, $0.b] }) {
      let span = Dispute.Span(document: side.document, range: side.range)
      let key = PositionKey(name: names[side.value] ?? side.value, bounds: side.bounds)
      spans[key, default: []].insert(span)
      values[span] = min(values[span] ?? side.value, side.value)
    }
    let positions = spans.map { key, spans in
      let sorted = spans.sorted { ($0.document, $0.range) < ($1.document, $1.range) }
      return Dispute.Position(
        value: values[sorted[0]] ?? key.name,
        voices: copies.voices(Set(sorted.map(\.document)), in: documents),
        spans: sorted)
    }
    let first = group[0]
    return Dispute(
      id: id, kind: first.kind, about: first.about,
      positions: positions.sorted { left, right in
        (left.spans[0].document, left.spans[0].range) < (
          right.spans[0].document, right.spans[0].range
        )
      }, isBetweenSources: isBetweenSources)
  }
}

/// What makes two sides one position: one value, as wide.
private struct PositionKey: Hashable {
  let name: String
  let bounds: Bounds?
}
