/// From when to when someone lived, or something was there, against a day of birth or death, an age
/// at death, or a length of time: "(1911 - 1989)" against "died in 1969".
struct SpanTest: DeclaredTest {
  let births: WordSet
  let deaths: PhraseTable
  let lasting: PhraseTable
  let lists: NameLists
  /// "From", "between".
  let openers: WordSet
  private static let daysOfYear = 365.25
  private static let secondsOfDay = 86_400.0
  /// Tokens between a word of birth or death and its day.
  private static let reach = 4

  init(_ lexicons: Lexicons, lists: NameLists) {
    births = lexicons.words("life.birth")
    deaths = lexicons.phrases("life.death")
    lasting = lexicons.phrases("life.lasting")
    self.lists = lists
    openers = Particles(lexicons).between
  }

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let (claims, found) = sides.facts(pair)
    guard let (span, begin, end) = span(found, sides.evidence.document),
      !sides.isOfAnother(lists)
    else { return [] }
    // "Mayor from 1900 to 1946" is not when someone lived.
    let isLife = !openers.contains(
      sides.evidence.document.tokens[span.lowerBound].hash)
    return claims.compactMap { claim in
      guard claim.isResolved, isLife || claim.type == .duration,
        let holds = holds(claim, begin: begin, end: end, sides)
      else {
        return nil
      }
      return sides.finding(
        claim: claim.tokens, evidence: span,
        values: (claim.value, sides.evidence.document.string(span)), isConflict: !holds)
    }
  }

  /// The first span of a sentence: an interval, or two days in brackets with a dash between
  /// ("(1911 - 9 March 1989)").
  private func span(
    _ facts: [Fact], _ document: Document
  ) -> (tokens: Range<Int>, begin: Bounds, end: Bounds)? {
    if let span = facts.first(where: { $0.type == .interval && $0.isResolved }) {
      return ends(of: span, among: facts).map { (span.tokens, $0.0, $0.1) }
    }
    let days = facts.filter { $0.type == .date && $0.isResolved }
    guard
      let (first, last) = zip(days, days.dropFirst()).first(where: { first, last in
        let between = first.tokens.upperBound..<max(first.tokens.upperBound, last.tokens.lowerBound)
        let kind = first.tokens.lowerBound > 0 ? document.tokens[first.tokens.lowerBound - 1] : nil
        return between.count == 1 && !document.tokens[between.lowerBound].isWord
          && document.tokens[between.lowerBound].kind != .punctuation
          && kind?.hash == Self.bracket
      })
    else { return nil }
    return (first.tokens.lowerBound..<last.tokens.upperBound, first.bounds, last.bounds)
  }

  private static let bracket = Hash.of("(")

  /// The first and the last day of a span, each as wide as it is told.
  private func ends(of span: Fact, among facts: [Fact]) -> (Bounds, Bounds)? {
    let parts = facts.filter {
      $0.type == .date && span.tokens.contains($0.tokens.lowerBound) && $0.isResolved
    }
    guard parts.count == 2, let first = parts.first, let last = parts.last else {
      guard let low = span.bounds.low, let high = span.bounds.high else { return nil }
      return (Bounds(low: low, high: low + 366), Bounds(low: high - 366, high: high))
    }
    return (first.bounds, last.bounds)
  }

  /// Whether what the claim says can be true of the span; `nil` when it is about something else.
  private func holds(
    _ claim: Fact, begin: Bounds, end: Bounds, _ sides: DeclaredSides
  ) -> Bool? {
    let document = sides.claim.document
    let tokens = sides.claimTokens
    let isDeath = !deaths.matches(document.tokens, in: tokens).isEmpty
    switch claim.type {
    case .date:
      let near =
        max(tokens.lowerBound, claim.tokens.lowerBound - Self.reach)..<claim.tokens.lowerBound
      if near.contains(where: { births.contains(document.tokens[$0].hash) }) {
        return claim.bounds.meets(begin)
      }
      return deaths.matches(document.tokens, in: near).isEmpty ? nil : claim.bounds.meets(end)
    case .age:
      return isDeath ? length(begin, end).meets(claim.bounds) : nil
    case .duration:
      guard !lasting.matches(document.tokens, in: tokens).isEmpty else { return nil }
      return length(begin, end).meets(
        claim.bounds.scaled(by: 1 / Self.secondsOfDay / Self.daysOfYear))
    default: return nil
    }
  }

  /// The years between two days, with room for how years are counted.
  private func length(_ begin: Bounds, _ end: Bounds) -> Bounds {
    guard let first = begin.low, let last = begin.high, let early = end.low, let late = end.high
    else { return Bounds(low: nil, high: nil) }
    return Bounds(
      low: (early - last) / Self.daysOfYear - 1.01, high: (late - first) / Self.daysOfYear + 1.01)
  }
}

extension Bounds {
  fileprivate func scaled(by factor: Double) -> Bounds {
    Bounds(low: low.map { $0 * factor }, high: high.map { $0 * factor })
  }
}
