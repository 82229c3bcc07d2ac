/// The small words of a language by what they do in a sentence: the lists `particle.…`.
struct Particles: Sendable {
  /// "A", "an", "the".
  let articles: Set<UInt64>
  /// "A", "an".
  let indefinite: Set<UInt64>
  /// "The".
  let definite: Set<UInt64>
  /// "Its", "her".
  let possessives: Set<UInt64>
  /// "In".
  let inside: Set<UInt64>
  /// "In", "at", "near".
  let places: Set<UInt64>
  /// "From", "to", "of".
  let sources: Set<UInt64>
  let to: Set<UInt64>
  let of: Set<UInt64>
  /// "For".
  let purpose: Set<UInt64>
  /// "By": before who did it.
  let agent: Set<UInt64>
  let and: Set<UInt64>
  let or: Set<UInt64>
  let other: Set<UInt64>
  /// "That": before what someone says.
  let that: Set<UInt64>
  /// "No": before a noun.
  let none: Set<UInt64>
  /// "From", "between": before a stretch of time.
  let between: Set<UInt64>
  /// "Before", "until".
  let until: Set<UInt64>
  /// "After", "since".
  let since: Set<UInt64>
  /// "Prior", with "to" behind it.
  let prior: Set<UInt64>
  /// "Before": in front of somebody, too.
  let before: Set<UInt64>
  let than: Set<UInt64>
  let alike: Set<UInt64>
  let more: Set<UInt64>
  let less: Set<UInt64>
  /// "More", "fewer": behind a number.
  let differences: Set<UInt64>
  /// "Was", "been": before what was done.
  let passive: Set<UInt64>
  /// "He", "she".
  let persons: Set<UInt64>
  /// "According", with "to" behind it.
  let according: Set<UInt64>
  /// "By", "of": before the time at which a count was taken.
  let snapshots: Set<UInt64>
  /// "For", "in": behind a sum, before what it is for.
  let links: Set<UInt64>
  /// "Since", "until": before a day.
  let turns: Set<UInt64>
  /// "A", "some": before somebody of whom nothing was said before.
  let oneOfMany: Set<UInt64>

  init(_ lexicons: Lexicons) {
    func words(_ name: String) -> Set<UInt64> { lexicons.words("particle." + name) }
    articles = words("article")
    indefinite = words("indefinite")
    definite = words("definite")
    possessives = words("possessive")
    inside = words("in")
    places = words("at")
    sources = words("from")
    to = words("to")
    of = words("of")
    purpose = words("for")
    agent = words("by")
    and = words("and")
    or = words("or")
    other = words("other")
    that = words("that")
    none = words("none")
    between = words("between")
    until = words("until")
    since = words("since")
    prior = words("prior")
    before = words("before")
    than = words("than")
    alike = words("as")
    more = words("more")
    less = words("less")
    differences = words("difference")
    passive = words("passive")
    persons = words("person")
    according = words("according")
    snapshots = words("snapshot")
    links = words("link")
    turns = words("turn")
    oneOfMany = words("one-of-many")
  }
}
