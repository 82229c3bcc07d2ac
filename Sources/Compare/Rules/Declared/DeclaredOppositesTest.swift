/// Words at different ends of one axis, or two members of a class of which a thing is only one
/// (colours, days, nationalities), in the same place of statements declared to be about the same
/// thing.
struct DeclaredOppositesTest: DeclaredTest {
  let words: PoleWords
  let negations: PhraseTable
  /// How near the words stand to what they describe.
  let reach: Rule.Reach
  /// Whether what "a" or "an" introduces at the beginning of both texts may be two things.
  let isIndefiniteExcepted: Bool
  let particles: Particles
  /// The least part of a statement's words that the other text must have.
  private static let leastCover = 0.6

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let claimed = words.hits(sides.claimTokens, of: sides.claim)
    guard !claimed.isEmpty else { return [] }
    let found = words.hits(sides.evidenceTokens, of: sides.evidence)
    return claimed.flatMap { claim in
      found.compactMap { compare(claim, $0, all: found, claims: claimed, sides) }
    }
  }

  private func compare(
    _ claim: PoleWords.Hit, _ found: PoleWords.Hit, all: [PoleWords.Hit], claims: [PoleWords.Hit],
    _ sides: DeclaredSides
  ) -> Finding? {
    let axes = claim.poles.filter { pole in found.poles.contains { $0.axis == pole.axis } }
    guard let pole = axes.first, !found.poles.contains(where: { $0 == pole }),
      // What is said elsewhere in the sentence, too, is of another thing.
      !all.contains(where: { $0.poles.contains(pole) }),
      !claims.contains(where: { hit in
        hit.poles.contains { $0.axis == pole.axis && found.poles.contains($0) }
      })
    else { return nil }
    let frame = SlotFrame(claim.tokens, in: sides.claimTokens, of: sides.claim)
    let other = SlotFrame(found.tokens, in: sides.evidenceTokens, of: sides.evidence)
    guard !isIndefiniteExcepted || !isNew(claim, sides.claim) || !isNew(found, sides.evidence),
      frame.nearlyTouches(other) || reach == .phrase && frame.modifies(other),
      sides.isOnTopic(Self.leastCover, without: claim.tokens),
      sides.isClose(0.5) && frame.share(other) >= 0.5
        || frame.share(other) >= 0.4 && frame.window.intersection(other.window).count >= 3,
      !isSaid(pole, frame, sides),
      isNegated(claim.tokens, sides.claimTokens, sides.claim.document)
        == isNegated(found.tokens, sides.evidenceTokens, sides.evidence.document)
    else { return nil }
    return sides.finding(claim: claim.tokens, evidence: found.tokens, isConflict: true)
  }

  /// Whether the word is of what its text begins with, introduced as something new: "A black dog".
  private func isNew(_ hit: PoleWords.Hit, _ text: DeclaredText) -> Bool {
    let before = text.document.tokens[..<hit.tokens.lowerBound].filter(\.isWord)
    return before.count == 1 && before.allSatisfy { particles.indefinite.contains($0.hash) }
  }

  /// Whether the evidence says, in any of its sentences, what the claim says, next to the same word.
  private func isSaid(_ pole: Pole, _ frame: SlotFrame, _ sides: DeclaredSides) -> Bool {
    sides.evidence.document.sentences.contains { sentence in
      words.hits(sentence.tokens, of: sides.evidence).contains { hit in
        hit.poles.contains(pole)
          && frame.touches(SlotFrame(hit.tokens, in: sentence.tokens, of: sides.evidence))
      }
    }
  }

  private func isNegated(
    _ phrase: Range<Int>, _ sentence: Range<Int>, _ document: Document
  ) -> Bool {
    // In a short sentence a negation may reach far.
    let reach = sentence.count <= 25 ? sentence.count : 5
    let before = max(sentence.lowerBound, phrase.lowerBound - reach)..<phrase.lowerBound
    return !negations.matches(document.tokens, in: before).isEmpty
  }
}
