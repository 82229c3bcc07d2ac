/// The same deed before, during or after the same event: "He resigned before the vote", "after the
/// ballot he stepped down".
struct OrderTest: PairTest {
  /// Words that place a deed by an event, with the order: before, during, after.
  let relations: PhraseTable
  /// Words for events, with the sort of event: an attack and a shooting are one sort.
  let events: [UInt64: String]
  let negations: PhraseTable
  /// Least weight of what the two deeds share, see `SharedContext`.
  private static let least = 5.0
  /// Tokens from the relation to its event, and to the deed before it.
  private static let reach = 5
  private static let deedReach = 12

  var need: Need { .phrases(relations) }

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = placements(pair.aTokens, of: pair.a, pair.words)
    let right = placements(pair.bTokens, of: pair.b, pair.words)
    return left.flatMap { first in
      right.compactMap { second in
        guard first.event == second.event, first.deed.intersection(second.deed).count >= 2 else {
          return nil
        }
        let context = SharedContext(first.tokens, second.tokens, in: pair)
        guard context.weight >= Self.least else { return nil }
        return Finding(
          a: first.tokens, b: second.tokens, aValue: first.order, bValue: second.order,
          isConflict: first.order != second.order, match: .confirmed, hunk: first.tokens)
      }
    }
  }

  private struct Placement {
    /// From the relation to the event.
    let tokens: Range<Int>
    let order: String
    let event: String
    /// Content terms of its clause; names say who, not what.
    let deed: TermSet
  }

  private func placements(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [Placement] {
    relations.matches(document.tokens, in: sentence).compactMap { hit in
      let end = min(sentence.upperBound, hit.tokens.upperBound + Self.reach)
      guard
        let event = (hit.tokens.upperBound..<end).prefix(while: {
          document.tokens[$0].kind != .punctuation
        }).first(where: { events[document.tokens[$0].hash] != nil }),
        let sort = events[document.tokens[event].hash]
      else { return nil }
      let clause = words.clause(of: hit.tokens, in: sentence, of: document)
      let begin = max(clause.lowerBound, hit.tokens.lowerBound - Self.deedReach)
      // "called during the shooting to pledge allegiance": the deed goes on after the event.
      let told =
        Array(begin..<hit.tokens.lowerBound)
        + Array(event + 1..<max(event + 1, clause.upperBound))
      let deed = words.terms(
        told.filter { !document.tokens[$0].flags.contains(.capitalised) }, of: document)
      guard negations.matches(document.tokens, in: clause).isEmpty else { return nil }
      return Placement(
        tokens: hit.tokens.lowerBound..<event + 1, order: hit.value, event: sort, deed: deed)
    }
  }
}
