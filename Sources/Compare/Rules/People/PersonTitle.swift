/// An office or occupation that an article gives a person: "former deputy director of the agency".
struct PersonTitle {
  /// When the office is held.
  enum Status: String {
    case current, past
    /// At the time that is told of ("then a deputy").
    case then
    /// Not yet, for a while, or not sure: compared with nothing.
    case open
  }

  /// From the word for the status or the rank to the office.
  let tokens: Range<Int>
  /// The office, as the lexicon names it.
  let office: String
  /// Families of which the office is one; nobody holds two offices of one family.
  let families: Set<String>
  /// "deputy", "assistant".
  let rank: UInt64?
  let status: Status
  /// Names of what the office belongs to: the firm, the state, the court.
  let places: TermSet
  /// All words of it, names or not.
  let domain: TermSet
  /// Right before the name ("Governor Allen"), where a title stays for life.
  let isAddress: Bool
  /// Without a name beside it: "the former judge", of the person that the sentence is about.
  var isUnnamed = false

  /// Whether one person can hold both at one time.
  func isSameOffice(as other: PersonTitle) -> Bool { office == other.office && rank == other.rank }

  /// Whether they are offices of different bodies, so that both can be true.
  func isElsewhere(than other: PersonTitle) -> Bool {
    !places.isEmpty && !other.places.isEmpty && domain.isDisjoint(with: other.domain)
  }
}

/// An office that an article gives a person.
struct PersonMention {
  let name: PersonName
  let title: PersonTitle
}

/// The people of one article.
struct People {
  /// In the order of the text.
  var mentions: [PersonMention] = []
  /// First names by last name.
  var firstNames: [UInt64: Set<UInt64>] = [:]

  /// Offices that the article gives the person.
  func titles(of name: PersonName) -> [PersonTitle] {
    mentions.filter { $0.name.isCompatible(with: name) }.map(\.title)
  }
}
