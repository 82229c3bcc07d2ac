/// One person, in two articles, with offices that nobody holds at one time: minority leader and
/// speaker, assistant district attorney and district attorney, former minister and minister.
struct PersonTest: ArticleTest {
  private let kinds: [String: String]
  private let courtesy: Set<String>
  /// Occupations that are called so for long after.
  private let loose: Set<String>
  /// Days between the articles at most: offices change.
  private static let farthest = 14

  init(_ lexicons: Lexicons) {
    kinds = lexicons["person.kind"]?.entries ?? [:]
    courtesy = Set(lexicons["person.courtesy"]?.entries.keys.map { $0 } ?? [])
    loose = Set(lexicons["person.loose"]?.entries.keys.map { $0 } ?? [])
  }

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.daysApart <= Self.farthest else { return [] }
    var found: [Finding] = []
    for person in Set(pair.aPeople.mentions.map(\.name.last)).sorted() {
      var best: (a: PersonTitle, b: PersonTitle)?
      for left in pair.aPeople.mentions where left.name.last == person {
        for right in pair.bPeople.mentions where left.name.isCompatible(with: right.name) {
          guard isOne(left.name, right.name, pair), isConflict(left.title, right.title) else {
            continue
          }
          // An article that gives both offices knows of both.
          guard !pair.bPeople.titles(of: right.name).contains(where: { agrees($0, left.title) }),
            !pair.aPeople.titles(of: left.name).contains(where: { agrees($0, right.title) })
          else { continue }
          // Of several mentions the fullest are shown.
          let weight = { (a: PersonTitle, b: PersonTitle) in a.domain.count + b.domain.count }
          if let held = best, weight(held.a, held.b) >= weight(left.title, right.title) { continue }
          best = (left.title, right.title)
        }
      }
      if let best { found.append(finding(best.a, best.b)) }
    }
    return found.sorted { ($0.a.lowerBound, $0.b.lowerBound) < ($1.a.lowerBound, $1.b.lowerBound) }
  }

  private func finding(_ a: PersonTitle, _ b: PersonTitle) -> Finding {
    Finding(
      a: a.tokens, b: b.tokens, aValue: value(a), bValue: value(b), isConflict: true,
      match: a.status != b.status && loose.contains(a.office) ? .suggested : .confirmed,
      hunk: a.tokens)
  }

  private func value(_ title: PersonTitle) -> String {
    title.status == .current ? title.office : "\(title.status.rawValue) \(title.office)"
  }

  /// One person in both articles: a first name in common, or a last name that only one has.
  private func isOne(_ a: PersonName, _ b: PersonName, _ pair: ArticlePair) -> Bool {
    if a.first != nil, a.first == b.first { return true }
    let known = (pair.aPeople.firstNames[a.last] ?? [])
      .union(pair.bPeople.firstNames[a.last] ?? [])
    return known.count == 1
  }

  private func agrees(_ one: PersonTitle, _ other: PersonTitle) -> Bool {
    one.isSameOffice(as: other) && (one.status == other.status || one.status == .open)
  }

  private func isConflict(_ a: PersonTitle, _ b: PersonTitle) -> Bool {
    if a.isElsewhere(than: b) || a.status == .open || b.status == .open { return false }
    if a.status == b.status {
      if a.office == b.office { return (a.rank == nil) != (b.rank == nil) }
      return a.rank == nil && b.rank == nil && !a.families.isDisjoint(with: b.families)
    }
    guard a.status == .past && b.status == .current || a.status == .current && b.status == .past,
      a.rank == b.rank
    else { return false }
    let past = a.status == .past ? a : b
    let present = a.status == .past ? b : a
    if present.isAddress, courtesy.contains(present.office) { return false }
    return past.office == present.office || kinds[present.office] == past.office
  }
}
