/// Finds for each conflict the baseline entry that it is, one to one.
///
/// In this order: the same fingerprint; the same values about the same thing in the same two
/// articles, moved or reworded; another value of the same slot; one more article that holds a
/// known position. What could be several entries, or several conflicts, is none.
struct BaselineMatching {
  enum Kind: Sendable {
    /// The same fingerprint.
    case same
    /// The same values, in an article with another key.
    case moved
    /// The same values in the same articles, in other words.
    case reworded
    /// The same slot, another value.
    case changed
    /// Another article with the positions of a known conflict.
    case joined
  }

  struct Pairing: Sendable {
    let entry: Int
    let kind: Kind
  }

  /// For each conflict.
  private(set) var pairings: [Pairing?]
  /// For each entry, the conflict that it is.
  private(set) var conflicts: [Int?]
  /// For each entry, whether both its articles were read.
  private(set) var isSeen: [Bool]

  /// The conflicts as entries state them.
  let observed: ObservedConflicts
  private let entries: [BaselineEntry]
  private let findings: Findings
  /// For each entry, the documents of its two sides.
  private let homes: [[Int?]]
  /// Conflicts that could be a change of several entries.
  private var unclear: Set<Int> = []

  init(_ entries: [BaselineEntry], findings: Findings, observed: ObservedConflicts) {
    self.entries = entries
    self.findings = findings
    self.observed = observed
    let moves = ArticleMoves(
      entries, documents: findings.documents, keys: observed.keys, paths: observed.paths)
    homes = entries.map { [moves.document(of: $0.a), moves.document(of: $0.b)] }
    isSeen = homes.map { !$0.contains(nil) }
    pairings = Array(repeating: nil, count: findings.conflicts.count)
    conflicts = Array(repeating: nil, count: entries.count)
    pairSame()
    pairReworded()
    pairChanged()
    pairJoined()
  }

  func fingerprint(ofEntry entry: Int) -> String { entries[entry].fingerprint }

  private mutating func pair(_ conflict: Int, _ entry: Int, _ kind: Kind) {
    pairings[conflict] = Pairing(entry: entry, kind: kind)
    conflicts[entry] = conflict
  }

  // MARK: Same

  private mutating func pairSame() {
    let byPrint = Dictionary(
      entries.indices.map { (entries[$0].fingerprint, $0) }, uniquingKeysWith: { first, _ in first }
    )
    for (conflict, entry) in observed.entries.enumerated() {
      guard let known = byPrint[entry.fingerprint], conflicts[known] == nil else { continue }
      // Of copies without a name, one may have the fingerprint that another one had.
      if isSeen[known], homes[known].compactMap({ $0 }).sorted() != places(conflict) { continue }
      pair(conflict, known, .same)
    }
  }

  /// The two documents of a conflict.
  private func places(_ conflict: Int) -> [Int] {
    [findings.conflicts[conflict].a.document, findings.conflicts[conflict].b.document].sorted()
  }

  // MARK: Reworded and changed

  /// An entry and a conflict of one rule in the same two articles.
  private struct Candidate {
    let entry: Int
    let conflict: Int
    let score: Double
  }

  private mutating func pairReworded() {
    let candidates = candidates { entry, conflict, isCrossed in
      let other = isCrossed ? (conflict.b, conflict.a) : (conflict.a, conflict.b)
      return NormalText.of(entry.a.value) == NormalText.of(other.0.value)
        && NormalText.of(entry.b.value) == NormalText.of(other.1.value)
    } score: {
      $0.asReworded($1, isCrossed: $2)
    }
    // With equal values it is all one which of two equals is which.
    for candidate in candidates
    where pairings[candidate.conflict] == nil && conflicts[candidate.entry] == nil {
      let entry = entries[candidate.entry]
      let isMoved = zip([entry.a, entry.b], homes[candidate.entry]).contains { side, home in
        home.map { observed.keys[$0] != side.article } ?? false
      }
      pair(candidate.conflict, candidate.entry, isMoved ? .moved : .reworded)
    }
  }

  private mutating func pairChanged() {
    let candidates = candidates { _, _, _ in
      true
    } score: {
      $0.asChanged($1, isCrossed: $2)
    }
    var best: [Int: [Candidate]] = [:]
    var bestOfEntry: [Int: [Candidate]] = [:]
    for candidate in candidates {
      if best[candidate.conflict]?.first.map({ $0.score > candidate.score }) != true {
        best[candidate.conflict, default: []].append(candidate)
      }
      if bestOfEntry[candidate.entry]?.first.map({ $0.score > candidate.score }) != true {
        bestOfEntry[candidate.entry, default: []].append(candidate)
      }
    }
    for conflict in best.keys.sorted() {
      guard let mine = best[conflict], mine.count == 1, let only = mine.first,
        let its = bestOfEntry[only.entry], its.count == 1, its.first?.conflict == conflict
      else {
        unclear.insert(conflict)
        continue
      }
      pair(conflict, only.entry, .changed)
    }
  }

  /// What may be paired and is not yet, best first.
  private func candidates(
    where isPossible: (BaselineEntry, BaselineEntry, _ isCrossed: Bool) -> Bool,
    score: (EntryLikeness, EntryLikeness, _ isCrossed: Bool) -> Double?
  ) -> [Candidate] {
    struct Group: Hashable {
      let rule: String
      let revision: Int
      let documents: [Int]
    }
    var open: [Group: [Int]] = [:]
    for (index, entry) in entries.enumerated() where conflicts[index] == nil && isSeen[index] {
      let documents = homes[index].compactMap { $0 }.sorted()
      open[Group(rule: entry.rule, revision: entry.revision, documents: documents), default: []]
        .append(index)
    }
    guard !open.isEmpty else { return [] }
    var found: [Candidate] = []
    for (index, conflict) in observed.entries.enumerated() where pairings[index] == nil {
      let documents = places(index)
      let group = Group(rule: conflict.rule, revision: conflict.revision, documents: documents)
      guard let rest = open[group] else { continue }
      let likeness = EntryLikeness(conflict.a, conflict.b)
      for entry in rest {
        let entryLikeness = EntryLikeness(entries[entry].a, entries[entry].b)
        let crossings =
          documents[0] == documents[1]
          ? [false, true] : [homes[entry][0] != findings.conflicts[index].a.document]
        let scores = crossings.compactMap { isCrossed in
          isPossible(entries[entry], conflict, isCrossed)
            ? score(entryLikeness, likeness, isCrossed) : nil
        }
        if let score = scores.max() {
          found.append(Candidate(entry: entry, conflict: index, score: score))
        }
      }
    }
    return found.sorted { ($1.score, $0.conflict, $0.entry) < ($0.score, $1.conflict, $1.entry) }
  }

  // MARK: Joined

  private mutating func pairJoined() {
    struct Position: Hashable {
      let dispute: String
      let rule: String
      let values: [String]
    }
    func position(_ index: Int) -> Position {
      let conflict = findings.conflicts[index]
      return Position(
        dispute: conflict.dispute, rule: conflict.rule,
        values: [conflict.a.value, conflict.b.value].map(NormalText.of).sorted())
    }
    var known: [Position: [Int]] = [:]
    for (index, pairing) in pairings.enumerated() {
      guard let pairing, pairing.kind != .changed else { continue }
      known[position(index), default: []].append(pairing.entry)
    }
    for index in pairings.indices where pairings[index] == nil && !unclear.contains(index) {
      let anchor = known[position(index)]?.first { anchor in
        places(index).contains { !homes[anchor].contains($0) }
      }
      if let anchor { pairings[index] = Pairing(entry: anchor, kind: .joined) }
    }
  }
}
