/// The small words of a language by what they do in a sentence: the lists `particle.…`.
final class Particles: Sendable {
  /// "A", "an", "the".
  let articles: WordSet
  /// "A", "an".
  let indefinite: WordSet
  /// "The".
  let definite: WordSet
  /// "Its", "her".
  let possessives: WordSet
  /// "In".
  let inside: WordSet
  /// "In", "at", "near".
  let places: WordSet
  /// "From", "to", "of".
  let sources: WordSet
  let to: WordSet
  let of: WordSet
  /// "For".
  let purpose: WordSet
  /// "By": before who did it.
  let agent: WordSet
  let and: WordSet
  let or: WordSet
  let other: WordSet
  /// "That": before what someone says.
  let that: WordSet
  /// "No": before a noun.
  let none: WordSet
  /// "From", "between": before a stretch of time.
  let between: WordSet
  /// "Before", "until".
  let until: WordSet
  /// "After", "since".
  let since: WordSet
  /// "Prior", with "to" behind it.
  let prior: WordSet
  /// "Before": in front of somebody, too.
  let before: WordSet
  let than: WordSet
  let alike: WordSet
  let more: WordSet
  let less: WordSet
  /// "More", "fewer": behind a number.
  let differences: WordSet
  /// "Was", "been": before what was done.
  let passive: WordSet
  /// "He", "she".
  let persons: WordSet
  /// "According", with "to" behind it.
  let according: WordSet
  /// "By", "of": before the time at which a count was taken.
  let snapshots: WordSet
  /// "For", "in": behind a sum, before what it is for.
  let links: WordSet
  /// "Since", "until": before a day.
  let turns: WordSet
  /// "A", "some": before somebody of whom nothing was said before.
  let oneOfMany: WordSet

  init(_ lexicons: Lexicons) {
    func words(_ name: String) -> WordSet { lexicons.words("particle." + name) }
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
