/// How the same name is tied to the same word: "bought the mill for Corvane", "bought the mill from
/// Corvane".
struct RelationTest: DeclaredTest {
  /// "From", "for", with what each excludes.
  let words: PhraseTable
  /// Capitalised words that are no name of their own: titles, days, months, peoples.
  let notNames: WordSet
  let negations: PhraseTable

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let claims = ties(sides.claimTokens, of: sides.claim)
    guard !claims.isEmpty else { return [] }
    let found = ties(sides.evidenceTokens, of: sides.evidence)
    guard !found.isEmpty, !isNegated(sides.claimTokens, sides.claim.document),
      !isNegated(sides.evidenceTokens, sides.evidence.document)
    else { return [] }
    let all = sides.evidence.document.sentences.flatMap { ties($0.tokens, of: sides.evidence) }
    let own = sides.claim.document.sentences.flatMap { ties($0.tokens, of: sides.claim) }
    return claims.flatMap { claim in
      found.compactMap { tie -> Finding? in
        guard tie.isOfSame(as: claim), tie.excludes(claim),
          !all.contains(where: { $0.name == claim.name && !$0.excludes(claim) }),
          !own.contains(where: { $0.name == tie.name && !$0.excludes(tie) })
        else { return nil }
        return sides.finding(claim: claim.tokens, evidence: tie.tokens, isConflict: true)
      }
    }
  }

  private struct Tie {
    /// From the word before to the name.
    let tokens: Range<Int>
    let poles: [Pole]
    /// Concepts of the word before and of the name's first word.
    let head: UInt64
    let name: UInt64

    func isOfSame(as other: Tie) -> Bool { head == other.head && name == other.name }

    func excludes(_ other: Tie) -> Bool {
      poles.contains { pole in
        other.poles.contains { $0.axis == pole.axis && $0.pole != pole.pole }
      }
    }
  }

  private func ties(_ sentence: Range<Int>, of text: DeclaredText) -> [Tie] {
    let tokens = text.document.tokens
    return words.matches(tokens, in: sentence).compactMap { hit in
      let before = hit.tokens.lowerBound - 1
      let name = hit.tokens.upperBound
      guard before >= sentence.lowerBound, name < sentence.upperBound, text.concepts[before] != 0,
        text.concepts[name] != 0, tokens[name].kind == .word,
        tokens[name].flags.contains(.capitalised), !notNames.contains(tokens[name].hash)
      else { return nil }
      return Tie(
        tokens: before..<name + 1, poles: Pole.list(hit.value), head: text.concepts[before],
        name: text.concepts[name])
    }
  }

  private func isNegated(_ sentence: Range<Int>, _ document: Document) -> Bool {
    !negations.matches(document.tokens, in: sentence).isEmpty
  }
}
