/// A dispute with its conflicts, as reports for people show it.
struct DisputeGroup {
  let dispute: Dispute
  /// Those that are not known first, of either the confirmed ones, else in the findings' order.
  let conflicts: [Conflict]

  var severity: Severity { conflicts.map(\.severity).max() ?? .note }
  var match: Match { conflicts.map(\.match).max() ?? .suggested }

  /// The outlets that take part, sorted, each once.
  var outlets: [String] { Set(dispute.positions.flatMap(\.outlets)).sorted() }

  /// What reports for people add to a dispute's head where its sources, not its outlets, differ.
  var sourcesText: String { dispute.isBetweenSources ? ", sources differ" : "" }

  /// How many of them speak for themselves: copies of one text within a position count once.
  var voiceCount: Int { Set(dispute.positions.flatMap { $0.voices.map(\.outlet) }).count }

  /// All conflicts by dispute, in the order of the first of each.
  static func groups(of findings: Findings) -> [DisputeGroup] {
    let known = Dictionary(
      findings.disputes.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var order: [String] = []
    var members: [String: [Conflict]] = [:]
    for conflict in findings.conflicts {
      if members[conflict.dispute] == nil { order.append(conflict.dispute) }
      members[conflict.dispute, default: []].append(conflict)
    }
    return order.compactMap { id in
      guard let conflicts = members[id], let first = conflicts.first else { return nil }
      let sorted = [false, true].flatMap { isKnown in
        let part = conflicts.filter { ($0.status == .known) == isKnown }
        return part.filter { $0.match == .confirmed } + part.filter { $0.match != .confirmed }
      }
      return DisputeGroup(
        dispute: known[id] ?? Dispute(first, in: findings.documents), conflicts: sorted)
    }
  }
}

extension Dispute {
  /// The dispute of one conflict alone.
  init(_ conflict: Conflict, in documents: [Document]) {
    let positions = [conflict.a, conflict.b].map { side in
      Position(
        value: side.value, outlets: [documents[side.document].article.outlet],
        spans: [Span(document: side.document, range: side.range)])
    }
    self.init(
      id: conflict.dispute, kind: conflict.kind, about: conflict.about, positions: positions)
  }
}
