/// Words at two ends of an axis in re-told sentences: "close to naming a new chief in place of Orr",
/// "about to pick an interim candidate to replace Orr".
///
/// They are of one thing where the words around both are partly the same, the sentences share much
/// more, and neither has a word of the other's end.
struct RetoldOpposites: Sendable {
  let phrases: PhraseTable
  let negations: PhraseTable
  /// Words before a deed that leave open whether it was done.
  let open: WordSet
  /// Endings of words that say how something was done.
  let adverbEndings: [[UInt8]]
  /// Tokens to either side that belong to the word.
  private static let reach = 5
  /// Least weight and number of the terms that both sentences have, see `SharedContext`.
  private static let least = (weight: 6.0, terms: 4)

  func findings(_ pair: SentencePair) -> [Finding] {
    guard !pair.isWithin else { return [] }
    let left = hits(pair.aTokens, of: pair.a, pair.words)
    guard !left.isEmpty else { return [] }
    let right = hits(pair.bTokens, of: pair.b, pair.words)
    var found: [Finding] = []
    for first in left {
      for second in right {
        guard let axis = axis(first, second), isAlone(axis, left), isAlone(axis, right),
          !first.beside.isDisjoint(with: second.beside)
        else { continue }
        let context = SharedContext(first.tokens, second.tokens, in: pair)
        let isOfOneEvent =
          context.weight >= Self.least.weight && context.terms.count >= Self.least.terms
        guard isOfOneEvent || isOfOneSubject(first, second, context, pair) else { continue }
        found.append(
          Finding(
            a: first.tokens, b: second.tokens, aValue: pair.a.string(first.tokens),
            bValue: pair.b.string(second.tokens), isConflict: true, match: .confirmed,
            hunk: first.tokens))
      }
    }
    return found
  }

  /// Terms that sentences share at least, besides one subject.
  private static let leastBesides = 2

  /// "The krona rose against the dollar", "the krona fell to a low against the dollar": one thing,
  /// named right before the word, on no other days.
  private func isOfOneSubject(
    _ first: Hit, _ second: Hit, _ context: SharedContext, _ pair: SentencePair
  ) -> Bool {
    guard let subject = first.subject, subject == second.subject,
      Term.isTelling(subject),
      context.terms.count > Self.leastBesides
    else { return false }
    let left = pair.aFacts.filter { $0.isCalendar && $0.isResolved }
    let right = pair.bFacts.filter { $0.isCalendar && $0.isResolved }
    return left.isEmpty || right.isEmpty
      || left.contains { one in right.contains { one.agrees(with: $0) } }
  }

  private struct Hit {
    let tokens: Range<Int>
    let poles: [Pole]
    /// Terms around it that are no names.
    let beside: TermSet
    /// The word of meaning right before it, small words between.
    let subject: UInt32?
  }

  /// Small words between a subject and the word at most.
  private static let subjectReach = 3

  private func hits(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [Hit] {
    phrases.matches(document.tokens, in: sentence).compactMap { hit in
      let from = max(sentence.lowerBound, hit.tokens.lowerBound - Self.reach)
      let to = min(sentence.upperBound, hit.tokens.upperBound + Self.reach)
      guard negations.matches(document.tokens, in: from..<hit.tokens.lowerBound).isEmpty,
        !(from..<hit.tokens.lowerBound).contains(where: {
          open.contains(document.tokens[$0].hash)
        })
      else { return nil }
      return Hit(
        tokens: hit.tokens, poles: Pole.list(hit.value),
        beside: words.terms((from..<to).filter { !hit.tokens.contains($0) }, of: document)
          .subtracting(words.names(sentence, of: document)),
        subject: subject(before: hit.tokens.lowerBound, in: sentence, of: document, words))
    }
  }

  private func subject(
    before end: Int, in sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> UInt32? {
    let from = max(sentence.lowerBound, end - Self.subjectReach)
    for at in (from..<end).reversed() {
      guard document.tokens[at].kind == .word,
        !words.boundaries.contains(document.tokens[at].hash)
      else { return nil }
      // "Overwhelmingly rejected": how, not who.
      let bytes = document.article.text[document.tokens[at].range.bytes]
      if adverbEndings.contains(where: { bytes.suffix($0.count).elementsEqual($0) }) { continue }
      if let term = words.terms(CollectionOfOne(at), of: document).first { return term }
    }
    return nil
  }

  /// The axis on which the two are at different ends.
  private func axis(_ first: Hit, _ second: Hit) -> Substring? {
    first.poles.first { pole in
      second.poles.contains { $0.axis == pole.axis && $0.pole != pole.pole }
    }?.axis
  }

  /// Whether the words of a sentence are at one end of the axis only.
  private func isAlone(_ axis: Substring, _ hits: [Hit]) -> Bool {
    Set(hits.flatMap { $0.poles.filter { $0.axis == axis }.map(\.pole) }).count <= 1
  }
}
