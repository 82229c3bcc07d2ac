/// What the words around two values say of whether they are of one thing at all, where the place
/// that they stand in is the same.
///
/// "Was expected to cost $40 million" and "cost $62 million" can both be true; so can "12 of the 30
/// were destroyed" and "18 of the 30 were left", "five years, two of them suspended" and "three
/// years in prison".
final class ValueContext: Sendable {
  /// How two values are to each other.
  enum Relation {
    /// As far as the words tell, of one thing.
    case same
    /// Perhaps of two things.
    case doubtful
    /// Of two things, or a whole and its part.
    case other
  }

  /// Words near a value that say how it stands: planned, asked for, offered, told earlier.
  let standings: PhraseTable
  /// Words of what has happened.
  let past: WordSet
  /// Words before a participle that make it one of now: "is focused".
  let present: WordSet
  /// Endings of words of what has happened.
  let pastEndings: [[UInt8]]
  /// Words beside a value that make it a part of another of its sentence.
  let parts: PhraseTable
  /// Small numbers in words; "one" alone is no value.
  let small: [UInt64: Double]
  /// Words before a place, and words for how wide a place is.
  let placeLeads: WordSet
  let areas: WordSet
  /// Words between a value and what it is paid or counted for: "a month".
  let per: WordSet
  let notNames: WordSet
  /// Verbs by which an article names its source.
  let reporting: WordSet
  let functionWords: WordSet
  let particles: Particles

  init(_ lexicons: Lexicons) {
    standings = lexicons.phrases("value.standing")
    past = lexicons.words("value.past")
    present = lexicons.words("value.present")
    pastEndings = (lexicons["value.past-ending"]?.entries ?? [:]).keys.sorted().map {
      Array($0.utf8)
    }
    parts = lexicons.phrases("value.part")
    small = (lexicons["number.small"]?.entries ?? [:]).reduce(into: [:]) {
      $0[Hash.of($1.key)] = Double($1.value)
    }
    placeLeads = lexicons.words("value.place")
    areas = lexicons.words("value.area")
    per = lexicons.words("value.per")
    notNames = lexicons.words("word.capitalised")
    reporting = lexicons.words("verb.reporting")
    functionWords = lexicons.words("word.function")
    particles = Particles(lexicons)
  }

  /// How two values that differ are to each other.
  ///
  /// - Parameter inPlace: whether the word alignment of the sentences binds them, not only what they
  ///   are about: then small differences around them say more.
  func relation(
    _ first: Fact, _ second: Fact, _ pair: SentencePair, inPlace: Bool
  ) -> Relation {
    if first.isSum(of: second, and: pair.bFacts, besides: pair.aFacts)
      || second.isSum(of: first, and: pair.aFacts, besides: pair.bFacts)
      || isRest(first, of: second, pair.bFacts, pair.b)
      || isRest(second, of: first, pair.aFacts, pair.a) || isShortened(first, pair.bFacts, pair.b)
      || isShortened(second, pair.aFacts, pair.a)
      || areComplements(first, second, pair) || areOfOtherUnits(first, second, pair)
    {
      return .other
    }
    let standing = relationOfStandings(first, second, pair, inPlace: inPlace)
    if standing != .same { return standing }
    return isOfOtherPlaces(first, second, pair)
      || inPlace
        && (isOfOtherNames(first, second, pair) || isOfOtherRanks(first, second, pair)
          || isOfOtherThings(first, second, pair))
      ? .doubtful : .same
  }
}

extension Fact {
  /// Whether both are one day of the week, a week apart, and one of them is told by its name only:
  /// "asked them to return on Friday", "on Friday morning" may mean the last one or the next.
  func isSameWeekday(as other: Fact) -> Bool {
    let longest = type == .time ? 2 : 1
    guard type == .date || type == .time, other.type == type, value != other.value,
      tokens.count <= longest || other.tokens.count <= longest,
      let day = CivilDate(iso: value.prefix(10)),
      let second = CivilDate(iso: other.value.prefix(10)),
      value.dropFirst(10) == other.value.dropFirst(10)
    else { return false }
    return abs(day.serial - second.serial) == 7
  }
}
