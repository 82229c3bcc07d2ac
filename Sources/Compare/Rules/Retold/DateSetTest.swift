/// A day is set for an event by one article, and none by the other: "the talks are to resume on
/// Friday", "there is no date for another session".
struct DateSetTest: ArticleTest {
  /// Words for events, with the sort of event: talks and a session are one sort.
  private let events: [UInt64: String]
  /// "No date", "has yet to set a date".
  private let none: PhraseTable
  /// "Are to", "scheduled".
  private let planned: PhraseTable
  /// Words that stand for the event named in the sentence before: "they", "it".
  private let pronouns: WordSet
  private let negations: PhraseTable
  /// Tokens between what denies a date and the event, and between a plan and its day, at most.
  private static let reach = (event: 7, day: 5)

  init(_ lexicons: Lexicons) {
    events = (lexicons["order.event"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = $1.value
    }
    none = lexicons.phrases("dating.none")
    planned = lexicons.phrases("dating.plan")
    pronouns = lexicons.words("dating.pronoun")
    negations = lexicons.phrases("negation")
  }

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.a.number != pair.b.number else { return [] }
    let (left, right) = (undated(pair.a), undated(pair.b))
    // Few articles say of anything that it has no day.
    guard !left.isEmpty || !right.isEmpty, pair.tellOneEvent else { return [] }
    let aFacts = pair.facts.facts(pair.a.number)
    let bFacts = pair.facts.facts(pair.b.number)
    if let (denied, plan) = match(left, dated(pair.b, bFacts)) {
      return [finding(denied, plan, isADenied: true, pair)]
    }
    if let (denied, plan) = match(right, dated(pair.a, aFacts)) {
      return [finding(plan, denied, isADenied: false, pair)]
    }
    return []
  }

  private struct Event {
    let tokens: Range<Int>
    let sort: String
  }

  /// The first two of one sort.
  private func match(_ denied: [Event], _ plans: [Event]) -> (Range<Int>, Range<Int>)? {
    for denial in denied {
      if let plan = plans.first(where: { $0.sort == denial.sort }) {
        return (denial.tokens, plan.tokens)
      }
    }
    return nil
  }

  private func finding(
    _ a: Range<Int>, _ b: Range<Int>, isADenied: Bool, _ pair: ArticlePair
  ) -> Finding {
    let (denied, plan) = isADenied ? (pair.a, pair.b) : (pair.b, pair.a)
    // A day that was not set may have been set by the time the other appeared.
    let isLater =
      denied.article.published.map { first in
        plan.article.published.map { first.order < $0.order } ?? true
      } ?? true
    return Finding(
      a: a, b: b, aValue: isADenied ? "no date" : "set", bValue: isADenied ? "set" : "no date",
      isConflict: true, match: .suggested, isGrowth: isLater, hunk: a)
  }

  private func sort(_ tokens: Range<Int>, of document: Document) -> String? {
    tokens.lazy.compactMap { events[document.tokens[$0].hash] }.first
  }

  private func undated(_ document: Document) -> [Event] {
    document.sentences.compactMap { sentence in
      let tokens = sentence.tokens
      guard let hit = none.matches(document.tokens, in: tokens).first,
        !document.quotations.contains(where: { $0.inner.contains(hit.tokens.lowerBound) })
      else { return nil }
      let near =
        max(
          tokens.lowerBound, hit.tokens.lowerBound - Self.reach.event)..<min(
          tokens.upperBound, hit.tokens.upperBound + Self.reach.event)
      return sort(near, of: document).map { Event(tokens: hit.tokens, sort: $0) }
    }
  }

  private func dated(_ document: Document, _ facts: [Fact]) -> [Event] {
    guard let published = document.article.published else { return [] }
    return facts.compactMap { fact in
      guard fact.type == .date, fact.isResolved,
        fact.bounds.low ?? 0 >= Double(published.day.serial)
      else { return nil }
      let sentence = document.sentences[fact.sentence]
      let before =
        max(
          sentence.tokens.lowerBound, fact.tokens.lowerBound - Self.reach.day)..<fact.tokens
        .lowerBound
      guard let plan = planned.matches(document.tokens, in: before).first,
        negations.matches(document.tokens, in: before).isEmpty,
        let sort = subject(before: plan.tokens.lowerBound, fact.sentence, document)
      else { return nil }
      return Event(tokens: plan.tokens.lowerBound..<fact.tokens.upperBound, sort: sort)
    }
  }

  /// The sort of event named before a plan, or in the sentence before where a pronoun stands for it.
  private func subject(before end: Int, _ sentence: Int, _ document: Document) -> String? {
    let tokens = document.sentences[sentence].tokens
    let before = tokens.lowerBound..<end
    if let sort = sort(before, of: document) { return sort }
    guard let first = before.first, pronouns.contains(document.tokens[first].hash), sentence > 0,
      document.sentences[sentence - 1].paragraph == document.sentences[sentence].paragraph
    else { return nil }
    return sort(document.sentences[sentence - 1].tokens, of: document)
  }
}
