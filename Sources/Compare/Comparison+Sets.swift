extension Comparison {
  /// Compares every set on its own; the findings stand one after the other.
  public func findings(in sets: [ArticleSet]) -> Findings {
    var all = Findings(documents: [], conflicts: [], disputes: [], coverage: Coverage())
    var disputes: Set<String> = []
    for set in sets {
      var found = findings(in: set.articles, skipped: set.skipped)
      // An article may stand in two sets, and so may what is disputed about it.
      found.nameDisputes(besides: &disputes)
      all.append(found)
    }
    var fingerprints = Fingerprints(documents: all.documents)
    for at in all.conflicts.indices {
      all.conflicts[at].fingerprint = fingerprints.distinct(all.conflicts[at].fingerprint)
    }
    return all
  }
}

extension Findings {
  /// Gives disputes ids that no other set has.
  fileprivate mutating func nameDisputes(besides taken: inout Set<String>) {
    var names: [String: String] = [:]
    for at in disputes.indices {
      let old = disputes[at].id
      var twin = 0
      while !taken.insert(disputes[at].id).inserted {
        twin += 1
        disputes[at].id = String(Hash.hex128("\(old)#\(twin)").prefix(old.count))
      }
      names[old] = disputes[at].id
    }
    for at in conflicts.indices {
      conflicts[at].dispute = names[conflicts[at].dispute] ?? conflicts[at].dispute
    }
  }

  /// Adds the findings of another set, whose documents come after these.
  fileprivate mutating func append(_ other: Findings) {
    let offset = documents.count
    documents += other.documents
    sets.append(offset..<documents.count)
    conflicts += other.conflicts.map { $0.moved(by: offset) }
    disputes += other.disputes.map { $0.moved(by: offset) }
    alignments += other.alignments.map { $0.moved(by: offset) }
    facts += other.facts
    coverage.articles += other.coverage.articles
    coverage.passages += other.coverage.passages
    coverage.alignments += other.coverage.alignments
    coverage.curtailed += other.coverage.curtailed
    coverage.facts += other.coverage.facts
    coverage.unresolved += other.coverage.unresolved
    coverage.skipped += other.coverage.skipped
  }
}

// Copies that are changed, so that no field is left behind.

extension Alignment {
  fileprivate func moved(by offset: Int) -> Alignment {
    var moved = self
    moved.a.document += offset
    moved.b.document += offset
    return moved
  }
}

extension Conflict {
  fileprivate func moved(by offset: Int) -> Conflict {
    var moved = self
    moved.a.document += offset
    moved.b.document += offset
    return moved
  }
}

extension Dispute {
  fileprivate func moved(by offset: Int) -> Dispute {
    var moved = self
    for position in positions.indices {
      for span in positions[position].spans.indices {
        moved.positions[position].spans[span].document += offset
      }
    }
    return moved
  }
}
