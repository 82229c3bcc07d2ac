/// Who holds an office that one person holds at a time: "Foreign Secretary Ann Orr" against
/// "Foreign Secretary Ida Lund".
struct HolderTest: DeclaredTest {
  /// Offices, with the office that each is a word for.
  let offices: PhraseTable
  /// Countries, their people and their cities, with the country.
  let countries: PhraseTable
  let courtesies: WordSet
  /// "Former", "acting", "deputy": another office, or another time.
  let otherTimes: WordSet
  let functionWords: WordSet
  let links: WordSet
  let articles: WordSet
  /// Tokens before an office that may belong to it.
  private static let reach = 3
  /// The least part of a statement that a report on the same thing has.
  private static let leastCover = 0.5
  /// The family of offices that every country has.
  private static let ofNation = "nation/"

  init(_ lexicons: Lexicons) {
    offices = lexicons.phrases("holder.office")
    countries = lexicons.phrases("place.country")
    courtesies = lexicons.words("person.address")
    let statuses = (lexicons["person.status"]?.entries ?? [:]).filter { $0.value != "current" }
    otherTimes = WordSet(Set(statuses.keys.map { Hash.of($0) }))
      .union(lexicons.words("person.rank"))
    functionWords = lexicons.words("word.function")
    links = lexicons.words("kind.link")
    articles = lexicons.words("particle.article")
  }

  /// An office, and the name beside it.
  private struct Holding {
    let office: String
    let name: Range<Int>
    /// The words of the name.
    let words: Set<UInt64>
    /// Of which country the office is, where it is told.
    let country: String?
    /// From the office to the name, or from the name to the office.
    let tokens: Range<Int>
  }

  func findings(_ sides: DeclaredSides, _ pair: SentencePair) -> [Finding] {
    let claims = holdings(sides.claimTokens, of: sides.claim)
    guard !claims.isEmpty, !holdings(sides.evidenceTokens, of: sides.evidence).isEmpty else {
      return []
    }
    let all = sides.evidence.document.sentences.enumerated().flatMap { number, sentence in
      holdings(sentence.tokens, of: sides.evidence).map { (sentence: number, holding: $0) }
    }
    return claims.compactMap { claim in
      let told = all.filter {
        $0.holding.office == claim.office && isOneCountry($0.holding, claim)
      }
      // Who is called the same in several places has one last name in all of them.
      guard let first = told.first, first.sentence == sides.evidenceSentence,
        let last = told.min(by: { $0.holding.words.count < $1.holding.words.count })?.holding.words,
        told.allSatisfy({ !$0.holding.words.isDisjoint(with: last) }),
        all.allSatisfy({ $0.holding.words.isDisjoint(with: claim.words) }),
        last.isDisjoint(with: sides.claim.all), !isAlike(claim, first.holding, sides),
        isNear(claim, first.holding, sides)
      else { return nil }
      return sides.finding(
        claim: claim.tokens, evidence: first.holding.tokens, isConflict: true)
    }
  }

  private func isOneCountry(_ one: Holding, _ other: Holding) -> Bool {
    one.country == nil || other.country == nil || one.country == other.country
  }

  /// Whether the two offices are one: of one country, or in sentences that tell the same thing where
  /// every country has such an office.
  private func isNear(_ claim: Holding, _ found: Holding, _ sides: DeclaredSides) -> Bool {
    sides.isOnTopic(Self.leastCover, without: claim.name)
      && (!claim.office.hasPrefix(Self.ofNation)
        || claim.country != nil && found.country != nil
        || sides.isClose(Self.leastCover, without: claim.name))
  }

  /// Two forms of one name.
  private func isAlike(_ claim: Holding, _ found: Holding, _ sides: DeclaredSides) -> Bool {
    claim.name.contains { first in
      found.name.contains { second in
        sides.claim.document.normalForm(first).prefix(4)
          .elementsEqual(sides.evidence.document.normalForm(second).prefix(4))
      }
    }
  }

  /// "Prime Minister Ann Orr", "Ann Orr is the prime minister".
  private func holdings(_ sentence: Range<Int>, of text: DeclaredText) -> [Holding] {
    let tokens = text.document.tokens
    guard !isHeadline(sentence, of: text) else { return [] }
    return offices.matches(tokens, in: sentence).compactMap { office in
      let before = max(sentence.lowerBound, office.tokens.lowerBound - Self.reach)
      let opening = before..<office.tokens.lowerBound
      guard !opening.contains(where: { otherTimes.contains(tokens[$0].hash) }) else { return nil }
      let name: Range<Int>
      if let found = self.name(from: office.tokens.upperBound, in: sentence, of: text.document) {
        name = found
      } else if let found = subject(of: office.tokens, in: sentence, of: text.document) {
        name = found
      } else {
        return nil
      }
      let near = before..<min(sentence.upperBound, office.tokens.upperBound + Self.reach)
      return Holding(
        office: office.value, name: name, words: Set(name.map { tokens[$0].hash }),
        country: countries.matches(tokens, in: near).first { !$0.tokens.overlaps(name) }?.value,
        tokens: min(
          name.lowerBound, office.tokens.lowerBound)..<max(
            name.upperBound, office.tokens.upperBound))
    }
  }

  /// Whether most words that say something are capitalised: then capitals tell no names.
  private func isHeadline(_ sentence: Range<Int>, of text: DeclaredText) -> Bool {
    let telling = sentence.filter {
      text.concepts[$0] != 0 && text.document.tokens[$0].kind == .word
    }
    let capitals = telling.count { text.document.tokens[$0].flags.contains(.capitalised) }
    return telling.count > 4 && capitals * 5 >= telling.count * 4
  }

  /// The name that stands right after an office.
  private func name(
    from start: Int, in sentence: Range<Int>, of document: Document
  ) -> Range<Int>? {
    var first = start
    if first < sentence.upperBound, courtesies.contains(document.tokens[first].hash) { first += 1 }
    var end = first
    while end < sentence.upperBound, isName(document.tokens[end]) { end += 1 }
    // "Prime Minister Orr's office".
    guard first < end, end == sentence.upperBound || document.tokens[end].kind != .possessive
    else { return nil }
    return first..<end
  }

  /// The name of which a sentence says that it holds the office.
  private func subject(
    of office: Range<Int>, in sentence: Range<Int>, of document: Document
  ) -> Range<Int>? {
    let tokens = document.tokens
    var at = office.lowerBound - 1
    while at > sentence.lowerBound, isName(tokens[at]) { at -= 1 }
    guard at > sentence.lowerBound + 1, articles.contains(tokens[at].hash),
      links.contains(tokens[at - 1].hash)
    else { return nil }
    let end = at - 1
    var first = end
    while first > sentence.lowerBound, isName(tokens[first - 1]) { first -= 1 }
    return first < end ? first..<end : nil
  }

  private func isName(_ token: Token) -> Bool {
    token.kind == .word && token.flags.contains(.capitalised)
      && !functionWords.contains(token.hash)
  }
}
