/// Whether a passage says what a statement says.
///
/// Stricter than likeness: all values, names and numbers of the statement must stand in the
/// passage, it must not be denied or less sure there, and most of its other words must be there too.
struct Support: Sendable {
  private let vocabulary: Vocabulary
  private let negations: PhraseTable
  private let scales: [PhraseTable]
  private let opposites: [PhraseTable]
  private let functionWords: WordSet
  private let notNames: WordSet
  /// Words by which a passage denies, doubts or only reports what it tells: "rejected", "if".
  private let doubts: [PhraseTable]
  /// Words by which it tells what is no longer so: "used to".
  private let lapsed: PhraseTable
  /// Words before a name that say what part it has: "to", "from".
  private let parts: [UInt64: String]

  /// Telling words that the two must share at least: fewer say too little to be said again.
  static let fewestWords = 3
  /// Least share of the statement's weight in the passage.
  private static let leastShare: Float = 0.75
  /// The same where a rule has compared a value of both and found it alike.
  private static let leastShareOfAgreement: Float = 0.5

  init(_ lexicons: Lexicons, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    func tables(_ prefix: String) -> [PhraseTable] {
      lexicons.names.filter { $0.hasPrefix(prefix) }
        .compactMap { lexicons[$0] }.map(PhraseTable.init)
    }
    negations = lexicons.phrases("negation")
    scales = tables("scale.")
    opposites = tables("opposites.")
    functionWords = lexicons.words("word.function")
    notNames = lexicons.words("word.capitalised")
    doubts = ["negation.implied", "denial.doubt", "denial.hoax"].map(lexicons.phrases)
    lapsed = lexicons.phrases("claim.lapsed")
    parts = (lexicons["claim.part"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = $1.value
    }
  }

  /// A sentence with the facts in it.
  struct Place {
    let document: Document
    let sentence: Int
    let facts: [Fact]

    var tokens: Range<Int> { document.sentences[sentence].tokens }

    func phrases(_ table: PhraseTable) -> [String] {
      table.matches(document.tokens, in: tokens).map(\.value)
    }
  }

  /// - Parameters:
  ///   - share: of the statement's weight that the passage has.
  ///   - isAgreed: whether a rule has found a value of both alike.
  func holds(_ statement: Place, in passage: Place, share: Float, isAgreed: Bool) -> Bool {
    share >= (isAgreed ? Self.leastShareOfAgreement : Self.leastShare)
      && statement.phrases(negations).count % 2 == passage.phrases(negations).count % 2
      && doubts.allSatisfy { hasNoMore(passage, than: statement, $0) }
      && hasNoMore(passage, than: statement, lapsed)
      && hasAllValues(statement, passage) && hasAllNames(statement, passage)
      && namesHaveTheirParts(statement, passage)
      && scales.allSatisfy { isAsSure(statement, passage, $0) }
      && opposites.allSatisfy { isSameWay(statement.phrases($0), passage.phrases($0)) }
  }

  /// Whether the passage has no word of the list that the statement lacks: "rejected claims that",
  /// "a rumour that", "used to" say it otherwise.
  private func hasNoMore(_ passage: Place, than statement: Place, _ list: PhraseTable) -> Bool {
    func words(_ place: Place) -> Set<UInt64> {
      Set(
        list.matches(place.document.tokens, in: place.tokens).map {
          place.document.tokens[$0.tokens.lowerBound].hash
        })
    }
    return words(passage).isSubset(of: words(statement))
  }

  /// Whether each name has the part in the passage that it has in the statement: who sold something
  /// is not whom it was sold to.
  private func namesHaveTheirParts(_ statement: Place, _ passage: Place) -> Bool {
    let told = parts(of: passage)
    return parts(of: statement).allSatisfy { term, own in
      guard let found = told[term] else { return true }
      return !own.isDisjoint(with: found)
    }
  }

  /// The parts of each name in a sentence, by the small word right before it.
  private func parts(of place: Place) -> [UInt32: Set<String>] {
    let tokens = place.document.tokens
    var found: [UInt32: Set<String>] = [:]
    var part = Self.noPart
    for at in place.tokens {
      let token = tokens[at]
      guard token.kind == .word else {
        part = Self.noPart
        continue
      }
      if token.flags.contains(.capitalised), !functionWords.contains(token.hash) {
        found[vocabulary.term(token), default: []].insert(part)
      } else if let new = parts[token.hash] {
        part = new
      } else if !functionWords.contains(token.hash) {
        part = Self.noPart
      }
    }
    return found
  }

  private static let noPart = ""

  private func hasAllValues(_ statement: Place, _ passage: Place) -> Bool {
    let words = Set(passage.document.tokens[passage.tokens].map(\.hash))
    let covered = statement.facts.filter { fact in
      fact.isResolved
        && passage.facts.contains { $0.isComparable(with: fact) && $0.says(fact) }
    }
    return statement.tokens.allSatisfy { at in
      let isValue =
        statement.document.tokens[at].kind == .number
        || statement.facts.contains { $0.type != .quote && $0.tokens.contains(at) }
      return !isValue || covered.contains { $0.tokens.contains(at) }
        || words.contains(statement.document.tokens[at].hash)
    }
  }

  /// Whether the passage has all names of the statement.
  ///
  /// They may also stand in the sentence before, to which "he" or "the company" goes back. The
  /// statement's first word counts as a name, for want of a sign that it is none.
  private func hasAllNames(_ statement: Place, _ passage: Place) -> Bool {
    let sentences = passage.document.sentences
    let before =
      passage.sentence > 0
      ? sentences[passage.sentence - 1].tokens.lowerBound : passage.tokens.lowerBound
    let words = Set(
      passage.document.tokens[before..<passage.tokens.upperBound].map(vocabulary.term))
    return statement.tokens.allSatisfy { at in
      let token = statement.document.tokens[at]
      let isName =
        token.kind == .word && token.flags.contains(.capitalised)
        && !functionWords.contains(token.hash) && !notNames.contains(token.hash)
      return !isName || words.contains(vocabulary.term(token))
    }
  }

  /// Whether each word of the scale that the statement uses meets one in the passage, and the
  /// passage has none that says less of the statement's words: "few people" says nothing of "the
  /// ferry", "few drivers" says less than "the drivers".
  private func isAsSure(_ statement: Place, _ passage: Place, _ scale: PhraseTable) -> Bool {
    let wanted = statement.phrases(scale).compactMap(ScaleInterval.init)
    let found = scale.matches(passage.document.tokens, in: passage.tokens)
      .compactMap { hit in ScaleInterval(hit.value).map { (tokens: hit.tokens, interval: $0) } }
    let terms = Set(statement.document.tokens[statement.tokens].map(vocabulary.term))
    func isOfStatement(_ tokens: Range<Int>) -> Bool {
      passage.document.tokens[tokens.upperBound..<passage.tokens.upperBound].prefix(3)
        .map(vocabulary.term).contains {
          Term.isContent($0) && terms.contains($0)
        }
    }
    return wanted.allSatisfy { interval in found.contains { $0.interval.meets(interval) } }
      && found.allSatisfy { hit in
        hit.interval.high >= 95 || wanted.contains { $0.meets(hit.interval) }
          || !isOfStatement(hit.tokens)
      }
  }

  private func isSameWay(_ statement: [String], _ passage: [String]) -> Bool {
    let found = passage.flatMap(Pole.list)
    return statement.flatMap(Pole.list).allSatisfy { pole in
      let onAxis = found.filter { $0.axis == pole.axis }
      return onAxis.isEmpty || onAxis.contains(pole)
    }
  }
}

extension Fact {
  /// Whether the two give the same value, or one a narrower wording of the other's.
  ///
  /// Stricter than bounds that meet: "roughly 35" and "roughly 46" may both be true of 40 and
  /// still don't say the same.
  fileprivate func says(_ other: Fact) -> Bool {
    if value == other.value, mod == other.mod, unit == other.unit { return true }
    guard bounds.holds(other.bounds) || other.bounds.holds(bounds) else { return false }
    switch type {
    case .date, .time, .interval, .set: return true
    default: break
    }
    let oneSided: Set<Modifier?> = [.lessThan, .moreThan, .equalOrLess, .equalOrMore]
    if oneSided.contains(mod) || oneSided.contains(other.mod) { return true }
    guard let middle = bounds.middle, let otherMiddle = other.bounds.middle else { return true }
    return abs(middle - otherMiddle) <= 0.1 * max(abs(middle), abs(otherMiddle))
  }
}

extension Bounds {
  fileprivate func holds(_ other: Bounds) -> Bool {
    let isLow = low.map { low in other.low.map { low <= $0 } ?? false } ?? true
    let isHigh = high.map { high in other.high.map { high >= $0 } ?? false } ?? true
    return isLow && isHigh
  }

  fileprivate var middle: Double? {
    guard let low, let high else { return nil }
    return (low + high) / 2
  }
}
