/// Two tallies of one vote: "voted 9-4 to adopt the budget", "the budget carried by eight votes to
/// five".
struct TallyTest: PairTest {
  let reader: TallyReader
  /// Least weight and number of the terms that both sentences have, see `SharedContext`.
  private static let least = (weight: 3.5, terms: 4)

  var need: Need { .phrases(reader.words) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = reader.tallies(pair.aTokens, of: pair.a)
    guard left.count == 1, let first = left.first else { return [] }
    let right = reader.tallies(pair.bTokens, of: pair.b)
    guard right.count == 1, let second = right.first else { return [] }
    if first.votes == second.votes { return [finding(first, second, .confirmed)] }
    guard first.isComparable(with: second), !isOfOtherDays(pair),
      reader.steps(pair.aTokens, of: pair.a) == reader.steps(pair.bTokens, of: pair.b)
    else { return [] }
    let aAll = reader.tallies(of: pair.a)
    let bAll = reader.tallies(of: pair.b)
    // A tally that the other article has too is of another vote.
    guard !bAll.contains(where: { $0.votes == first.votes }),
      !aAll.contains(where: { $0.votes == second.votes })
    else { return [] }
    let context = SharedContext(first.tokens, second.tokens, in: pair)
    // In sentences that otherwise match, however short, they stand in one place.
    let standAlike = pair.hunks.contains {
      $0.isTight && $0.a.overlaps(first.tokens) && $0.b.overlaps(second.tokens)
    }
    if standAlike
      || context.terms.count >= Self.least.terms
        && context.weight >= Self.least.weight
    {
      return [finding(first, second, .confirmed)]
    }
    // All other votes are told alike: these two are left for each other.
    func isLeft(_ tallies: [Tally], _ others: [Tally], for tally: Tally) -> Bool {
      let open = tallies.filter { one in
        one.isComparable(with: tally) && !others.contains { $0.votes == one.votes }
      }
      return Set(open.map(\.votes)).count == 1
    }
    guard isLeft(aAll, bAll, for: second), isLeft(bAll, aAll, for: first),
      first.total == second.total
    else { return [] }
    return [finding(first, second, .suggested)]
  }

  /// "On Monday" and "on Tuesday" are two votes.
  private func isOfOtherDays(_ pair: SentencePair) -> Bool {
    let left = pair.aFacts.filter { $0.isCalendar && $0.isResolved }
    let right = pair.bFacts.filter { $0.isCalendar && $0.isResolved }
    return !left.isEmpty && !right.isEmpty
      && !left.contains { one in right.contains { one.agrees(with: $0) } }
  }

  private func finding(_ first: Tally, _ second: Tally, _ match: Match) -> Finding {
    Finding(
      a: first.tokens, b: second.tokens, aValue: first.value, bValue: second.value,
      isConflict: first.votes != second.votes, match: match, hunk: first.tokens)
  }
}
