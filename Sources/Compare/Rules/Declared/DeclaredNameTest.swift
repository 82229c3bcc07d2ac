/// Another name in the same place of statements declared to be about the same thing: "directed by
/// Clara Voss" against "directed by Martha Brandt", "the Voss government" against "the Brandt
/// government".
struct DeclaredNameTest: DeclaredTest {
  /// Capitalised words that are no name of their own: titles, days, months, peoples.
  let notNames: WordSet
  let lists: NameLists
  let negations: PhraseTable
  let particles: Particles
  /// The least part of a statement's other words that the other text must have.
  private static let leastCover = 0.7

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let claims = names(sides.claimTokens, of: sides.claim.document)
    let found = names(sides.evidenceTokens, of: sides.evidence.document)
    guard !claims.isEmpty, !found.isEmpty,
      // "Did not go to Lund" says nothing against "went to Tarsk".
      negations.matches(sides.claim.document.tokens, in: sides.claimTokens).isEmpty,
      negations.matches(sides.evidence.document.tokens, in: sides.evidenceTokens).isEmpty
    else { return [] }
    return claims.flatMap { claim -> [Finding] in
      let frame = SlotFrame(claim, in: sides.claimTokens, of: sides.claim)
      let slots = found.filter { isSlot($0, of: claim, frame, sides) }
      guard slots.count == 1, let slot = slots.first, !isNamed(slot, sides),
        !isSaid(claim, frame, sides)
      else { return [] }
      return [sides.finding(claim: claim, evidence: slot, isConflict: true)]
    }
  }

  /// The names of a sentence with nothing but one name in them.
  private func names(_ sentence: Range<Int>, of document: Document) -> [Range<Int>] {
    lists.lists(sentence, of: document).filter { list in
      list.members.count == 1
        && (list.tokens.lowerBound != sentence.lowerBound || list.tokens.count > 1)
        && list.tokens.allSatisfy {
          document.tokens[$0].length > 2 && !document.tokens[$0].flags.contains(.allCaps)
            && !document.tokens[$0].flags.contains(.dotted)
            && !notNames.contains(document.tokens[$0].hash)
        }
    }.map(\.tokens)
  }

  /// Whether a name of the evidence stands where the claim has its own, and shares no word with it.
  private func isSlot(
    _ name: Range<Int>, of claim: Range<Int>, _ frame: SlotFrame, _ sides: DeclaredSides
  ) -> Bool {
    let other = SlotFrame(name, in: sides.evidenceTokens, of: sides.evidence)
    let own = Set(sides.claim.concepts(claim))
    // Whom the sentence names elsewhere has another part in it, but who did one thing is one.
    return own.isDisjoint(with: sides.evidence.concepts(name))
      && (own.isDisjoint(with: sides.evidenceConcepts) || isAgent(claim, frame, other, sides))
      && sides.isClose(Self.leastCover, without: claim)
      && isGovernedAlike(claim, name, frame, other, sides) && !isAlike(claim, name, sides)
  }

  /// Whether the name is of who did what the word before it says: "directed by Clara Voss".
  private func isAgent(
    _ claim: Range<Int>, _ frame: SlotFrame, _ other: SlotFrame, _ sides: DeclaredSides
  ) -> Bool {
    frame.left.first.map { $0 == other.left.first } ?? false
      && isAgent(link(before: claim, sides.claimTokens, sides.claim))
  }

  private func isAgent(_ link: [UInt64]) -> Bool {
    link.count == 1 && link.allSatisfy(particles.agent.contains)
  }

  /// Two forms of one name: "Canada", "Canadian".
  private func isAlike(_ claim: Range<Int>, _ name: Range<Int>, _ sides: DeclaredSides) -> Bool {
    claim.contains { first in
      name.contains { second in
        sides.claim.document.normalForm(first).prefix(4)
          .elementsEqual(sides.evidence.document.normalForm(second).prefix(4))
      }
    }
  }

  /// The same word before both names with the same small words between, or the same word right
  /// after both.
  private func isGovernedAlike(
    _ claim: Range<Int>, _ name: Range<Int>, _ frame: SlotFrame, _ other: SlotFrame,
    _ sides: DeclaredSides
  ) -> Bool {
    let before =
      frame.left.first.map { $0 == other.left.first } ?? false
      && link(before: claim, sides.claimTokens, sides.claim)
        == link(before: name, sides.evidenceTokens, sides.evidence)
    // Who did it: both begin their sentences, and the same word says what was done.
    let isSubject =
      claim.lowerBound == sides.claimTokens.lowerBound
      && name.lowerBound == sides.evidenceTokens.lowerBound
      && frame.right.first.map { $0 == other.right.first } ?? false
    let isAfter = { (value: Range<Int>, sentence: Range<Int>, text: DeclaredText) in
      sentence.contains(value.upperBound) ? text.concepts[value.upperBound] : 0
    }
    let next = isAfter(claim, sides.claimTokens, sides.claim)
    let after = next != 0 && next == isAfter(name, sides.evidenceTokens, sides.evidence)
    // A name that begins a sentence may be any word, unless it does in both.
    let isInside =
      claim.lowerBound > sides.claimTokens.lowerBound
      && name.lowerBound > sides.evidenceTokens.lowerBound
    return isSubject || isInside && (before || after)
  }

  /// The small words right before a value, back to the first word that says something; articles
  /// aside.
  private func link(
    before value: Range<Int>, _ sentence: Range<Int>, _ text: DeclaredText
  ) -> [UInt64] {
    var link: [UInt64] = []
    var at = value.lowerBound - 1
    while at >= sentence.lowerBound, text.concepts[at] == 0, link.count < 4 {
      let hash = text.document.tokens[at].hash
      if !particles.articles.contains(hash) { link.append(hash) }
      at -= 1
    }
    return link
  }

  /// Whether the claim names, anywhere, whom the evidence names in this place.
  private func isNamed(_ name: Range<Int>, _ sides: DeclaredSides) -> Bool {
    sides.evidence.concepts(name).contains { sides.claim.all.contains($0) }
  }

  /// Whether the evidence has the claim's name next to the same word in another sentence.
  private func isSaid(_ claim: Range<Int>, _ frame: SlotFrame, _ sides: DeclaredSides) -> Bool {
    let own = Set(sides.claim.concepts(claim))
    return sides.evidence.document.sentences.contains { sentence in
      lists.lists(sentence.tokens, of: sides.evidence.document).contains { list in
        !own.isDisjoint(with: sides.evidence.concepts(list.tokens))
          && frame.touches(SlotFrame(list.tokens, in: sentence.tokens, of: sides.evidence))
      }
    }
  }
}
