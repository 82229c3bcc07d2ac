/// Finds the offices that an article gives people.
///
/// Four forms are read: "chief executive Ann Lund"; "Ann Lund, the chief executive of Arda,";
/// "the chief executive, Ann Lund,"; "Ann Lund is the chief executive".
struct TitleReader: Sendable {
  let names: PersonNameReader
  private let titles: PhraseTable
  private let titleWords: WordSet
  private let statuses: [UInt64: PersonTitle.Status]
  private let ranks: WordSet
  private let functionWords: WordSet
  private let conjunctions: WordSet
  private let particles: Particles
  /// What begins a noun phrase: "the", "his".
  private let articles: WordSet
  /// "Of", "at": between an office and what it belongs to.
  private let links: WordSet
  /// Words behind an office that say when it was held: "from", "until".
  private let dating: WordSet
  /// "Who", "turned", when a word of `turning` follows.
  private let relatives: WordSet
  /// "Became", "later".
  private let turning: WordSet
  /// "Is".
  private let copulas: WordSet
  /// Tokens before and after an office that may belong to it.
  private static let reach = 9

  init(_ lexicons: Lexicons) {
    names = PersonNameReader(lexicons)
    titles = lexicons.phrases("person.title")
    titleWords = WordSet(
      Set(
        (lexicons["person.title"]?.entries.keys.map { $0 } ?? [])
          .compactMap { $0.split(separator: " ").last.map { Hash.of(String($0)) } }))
    statuses = (lexicons["person.status"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = PersonTitle.Status(rawValue: $1.value)
    }
    ranks = lexicons.words("person.rank")
    functionWords = lexicons.words("word.function")
    conjunctions = lexicons.words("word.conjunction")
    particles = Particles(lexicons)
    articles = particles.articles.union(particles.possessives)
    links = lexicons.words("title.link")
    dating = lexicons.words("title.dating")
    relatives = lexicons.words("title.relative")
    turning = lexicons.words("title.turning")
    copulas = lexicons.words("title.copula")
  }

  /// - Complexity: O(tokens).
  func people(in document: Document, _ words: ClauseWords) -> People {
    let mentions = mentions(in: document, words)
    return People(
      mentions: mentions, firstNames: mentions.isEmpty ? [:] : names.firstNames(in: document, words)
    )
  }

  private func mentions(in document: Document, _ words: ClauseWords) -> [PersonMention] {
    let found = document.sentences.flatMap { mentions($0.tokens, of: document, words) }
    return found.filter { mention in
      // What someone else calls a person is not the article's own word.
      if document.quotations.contains(where: { $0.tokens.overlaps(mention.title.tokens) }) {
        return false
      }
      // "The former judge" is whom the sentence is about, if no one else is called a judge.
      return !mention.title.isUnnamed
        || !found.contains {
          $0.title.office == mention.title.office && $0.name.last != mention.name.last
        }
    }
  }

  private func mentions(
    _ sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [PersonMention] {
    titles.matches(document.tokens, in: sentence).compactMap { hit in
      let before = premodifiers(before: hit.tokens.lowerBound, in: sentence, of: document)
      let held = holder(of: hit.tokens, before, in: sentence, of: document)
      guard
        let (name, isAddress) = held
          ?? subject(of: hit.tokens, before, in: sentence, of: document).map({ ($0, false) })
      else { return nil }
      let poles = Pole.list(hit.value)
      guard let office = poles.first?.pole else { return nil }
      let body =
        isAddress
        ? hit.tokens.upperBound..<hit.tokens.upperBound
        : body(after: hit.tokens.upperBound, in: sentence, of: document)
      guard !isDated(after: max(body.upperBound, hit.tokens.upperBound), in: sentence, of: document)
      else { return nil }
      let around = Array(before.belonging) + Array(body)
      return PersonMention(
        name: name,
        title: PersonTitle(
          tokens: before.start..<hit.tokens.upperBound, office: String(office),
          families: Set(poles.map { String($0.axis) }), rank: before.rank, status: before.status,
          places: words.terms(
            around.filter { document.tokens[$0].flags.contains(.capitalised) }, of: document),
          domain: words.terms(around, of: document), isAddress: isAddress,
          isUnnamed: held == nil))
    }
  }

  // MARK: The phrase

  /// What stands before an office and belongs to it.
  private struct Premodifiers {
    /// The first token of the phrase that says something of the office itself.
    var start: Int
    /// The first token of all of it: an article, a possessor.
    var opening: Int
    var status = PersonTitle.Status.current
    var rank: UInt64?
    var belonging: [Int] = []
  }

  private func premodifiers(
    before office: Int, in sentence: Range<Int>, of document: Document
  ) -> Premodifiers {
    var found = Premodifiers(start: office, opening: office)
    var at = office - 1
    var isPossessor = false
    while at >= sentence.lowerBound, office - at <= Self.reach {
      let token = document.tokens[at]
      if token.kind == .possessive {
        isPossessor = true
      } else if token.kind == .hyphen {
        // "vice-chairman", "then-director".
      } else if token.kind == .fullStop, at > sentence.lowerBound,
        document.tokens[at - 1].length <= 2
      {
        // "U.S.", "St.".
      } else if token.kind == .word, let status = statuses[token.hash], !isPossessor {
        if found.status == .current || status == .past { found.status = status }
        found.start = at
      } else if token.kind == .word, ranks.contains(token.hash), !isPossessor {
        found.rank = token.hash
        found.start = at
      } else if token.kind == .word, !functionWords.contains(token.hash),
        !conjunctions.contains(token.hash)
      {
        found.belonging.append(at)
      } else {
        if token.kind == .word, articles.contains(token.hash) {
          found.opening = at
          // "then a deputy", "now the chairman".
          if at > sentence.lowerBound, let status = statuses[document.tokens[at - 1].hash] {
            if found.status == .current { found.status = status }
            found.opening = at - 1
          }
          return found
        }
        // "former mayor and adviser": who knows how far the first word reaches.
        if token.kind == .word, conjunctions.contains(token.hash), found.status == .current,
          at > sentence.lowerBound, titleWords.contains(document.tokens[at - 1].hash)
        {
          found.status = .open
        }
        break
      }
      found.opening = at
      at -= 1
    }
    return found
  }

  /// "of World Wrestling", "at the agency", "in Alabama".
  private func body(after office: Int, in sentence: Range<Int>, of document: Document) -> Range<Int>
  {
    guard office < sentence.upperBound, links.contains(document.tokens[office].hash) else {
      return office..<office
    }
    var end = office + 1
    while end < sentence.upperBound, end - office < Self.reach {
      let token = document.tokens[end]
      guard token.kind == .word || token.kind == .hyphen || token.kind == .possessive else { break }
      if conjunctions.contains(token.hash) { break }
      if functionWords.contains(token.hash), !articles.contains(token.hash),
        !links.contains(token.hash)
      {
        break
      }
      end += 1
    }
    return office..<end
  }

  /// Whether words follow that say when the office was held: "from 2000", "who became mayor".
  private func isDated(after end: Int, in sentence: Range<Int>, of document: Document) -> Bool {
    let next = document.tokens[min(end, sentence.upperBound)..<min(sentence.upperBound, end + 2)]
    guard let first = next.first?.hash else { return false }
    return dating.contains(first)
      || relatives.contains(first) && next.last.map { turning.contains($0.hash) } == true
  }

  // MARK: The holder

  private func holder(
    of office: Range<Int>, _ before: Premodifiers, in sentence: Range<Int>, of document: Document
  ) -> (PersonName, isAddress: Bool)? {
    // "chief executive Ann Lund", "Sen. Ann Lund".
    var next = office.upperBound
    if next < sentence.upperBound, document.tokens[next].kind == .fullStop,
      document.tokens[office.upperBound - 1].length <= 4
    {
      next += 1
    }
    if let name = names.name(at: next, in: sentence, of: document) { return (name, true) }
    // "Ann Lund, the chief executive".
    let mark = before.opening - 1
    if mark > sentence.lowerBound, isMark(document.tokens[mark]),
      let name = names.name(before: mark, in: sentence, of: document),
      isApposition(after: office.upperBound, in: sentence, of: document)
    {
      return (name, false)
    }
    // "Ann Lund is the chief executive".
    if mark > sentence.lowerBound, copulas.contains(document.tokens[mark].hash),
      articles.contains(document.tokens[before.opening].hash),
      let name = names.name(before: mark, in: sentence, of: document)
    {
      return (name, false)
    }
    // "the chief executive, Ann Lund,".
    guard next + 1 < sentence.upperBound, document.tokens[next].kind == .punctuation,
      Self.comma == document.tokens[next].hash,
      let name = names.name(at: next + 1, in: sentence, of: document), name.first != nil
    else { return nil }
    let opens = document.tokens[before.opening]
    guard
      articles.contains(opens.hash) || before.status == .past
        || document.tokens[before.opening..<office.lowerBound].contains(where: {
          $0.kind == .possessive
        })
    else { return nil }
    let after = afterName(name, in: sentence, of: document)
    guard after >= sentence.upperBound || isEnd(document.tokens[after]) else { return nil }
    return (name, false)
  }

  /// Whom "the former judge" stands for: the person with whom the sentence begins.
  private func subject(
    of office: Range<Int>, _ before: Premodifiers, in sentence: Range<Int>, of document: Document
  ) -> PersonName? {
    guard before.status == .past, before.opening < before.start,
      particles.definite.contains(document.tokens[before.opening].hash),
      before.start - before.opening == 1,
      isApposition(after: office.upperBound, in: sentence, of: document),
      let first = sentence.first(where: { document.tokens[$0].isWord }),
      let name = names.name(at: first, in: sentence, of: document),
      name.tokens.upperBound < before.opening
    else { return nil }
    return name
  }

  private static let comma = Hash.of(",")

  /// After "Jr." and "III".
  private func afterName(
    _ name: PersonName, in sentence: Range<Int>, of document: Document
  ) -> Int {
    var at = name.tokens.upperBound
    while at < sentence.upperBound, document.tokens[at].kind == .word,
      document.tokens[at].flags.contains(.capitalised)
    {
      at += 1
    }
    return at
  }

  private func isMark(_ token: Token) -> Bool {
    token.hash == Self.comma && token.kind == .punctuation || token.kind == .dash
  }

  private func isEnd(_ token: Token) -> Bool {
    token.kind == .punctuation || token.kind == .fullStop || token.kind == .dash
  }

  /// Whether the phrase beside a name ends as one does: with a mark, "of…", "who…", "and…", not
  /// with another noun ("Lund, the mayor's office said").
  private func isApposition(
    after office: Int, in sentence: Range<Int>, of document: Document
  ) -> Bool {
    guard office < sentence.upperBound else { return true }
    let token = document.tokens[office]
    return isEnd(token) || functionWords.contains(token.hash) || conjunctions.contains(token.hash)
  }
}
