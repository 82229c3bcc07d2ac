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

extension Alignment {
  fileprivate func moved(by offset: Int) -> Alignment {
    Alignment(a: a.moved(by: offset), b: b.moved(by: offset), similarity: similarity, kind: kind)
  }
}

extension Passage {
  fileprivate func moved(by offset: Int) -> Passage {
    Passage(document: document + offset, sentences: sentences)
  }
}

extension Conflict {
  fileprivate func moved(by offset: Int) -> Conflict {
    Conflict(
      fingerprint: fingerprint, dispute: dispute, rule: rule, revision: revision, kind: kind,
      severity: severity, match: match, status: status, message: message, reason: reason,
      similarity: similarity, about: about, a: a.moved(by: offset), b: b.moved(by: offset),
      acceptance: acceptance)
  }
}

extension Side {
  fileprivate func moved(by offset: Int) -> Side {
    Side(
      document: document + offset, range: range, value: value, bounds: bounds, passage: passage,
      attribution: attribution)
  }
}

extension Dispute {
  fileprivate func moved(by offset: Int) -> Dispute {
    let moved = positions.map { position in
      Position(
        value: position.value, voices: position.voices,
        spans: position.spans.map { Span(document: $0.document + offset, range: $0.range) })
    }
    return Dispute(
      id: id, kind: kind, about: about, positions: moved, isBetweenSources: isBetweenSources)
  }
}
