/// One rule as its file states it: what is taken from both passages, when that is a conflict, when
/// it is not, and examples of either.
public struct Rule: Sendable {
  /// Unique, dotted: `duration.length`.
  public let id: String
  public let title: String
  /// The fact kind that reports name, such as `duration` or `scope`.
  public let kind: ConflictKind
  public let severity: Severity
  /// Template of the one-line message: `{a.outlet}`, `{a.text}`, `{a.value}`, `{b.…}`, `{about}`.
  public let message: String
  /// Why such a difference is a conflict, for people.
  public let explain: String
  /// Counts up when the rule's meaning changes; part of every fingerprint.
  public let revision: Int
  public let test: Test
  /// When it is no conflict after all.
  public let unless: [Exception]
  /// Those of built-in files are read when they are first asked for.
  public var examples: Examples { lazyExamples.value[id] ?? Examples(conflict: [], agree: []) }
  /// Of this rule and perhaps others of its file, by their ids.
  let lazyExamples: Lazy<[String: Examples]>
  /// Where the rule stands.
  public let path: String
  public let line: Int

  /// What is taken from both sides, and the condition under which it conflicts.
  public enum Test: Sendable {
    /// Facts of these types in one slot, whose bounds can't meet.
    case value(types: [FactType], slot: Slot)
    /// Words of a lexicon whose value is an interval (`51-99`), intervals that can't meet.
    case scale(lexicon: String, slot: Slot)
    /// Words of a lexicon whose value is `axis/pole`: one axis, different poles.
    case opposites(lexicon: String, slot: Slot, reach: Reach)
    /// A negation on one side only, all else the same.
    case polarity(lexicon: String, slot: Slot)
    /// Words of a lexicon for none of a thing, where the other side has a number of it.
    case none(lexicon: String)
    /// One quotation: its wording, or its speaker.
    case quotation(Quoted)
    /// Words of a lexicon, `phrase: concept`; different concepts in one place.
    case term(lexicon: String)
    /// What two articles say of one person.
    case person(Trait)
    /// Deeds placed by one event: words of a lexicon, `word: order`, before words of another,
    /// `word: event`.
    case order(lexicon: String, events: String)
    /// Names of people and places, in one place of otherwise matching sentences.
    case name(slot: Slot)
    /// Coordinated against compounded, or a list against one of its members.
    case structure(Structure)
    /// What follows from one of two texts that are declared to be about the same thing.
    case inference(Inference)
  }

  /// What is inferred.
  public enum Inference: String, Sendable, CaseIterable {
    /// From comparisons: who is taller than whom.
    case order
    /// From a list of names: how many there are.
    case count
    /// From what a thing is said to be: what it is not.
    case sort
    /// From a story's being called a hoax: that what it tells is not so.
    case hoax
    /// From when to when someone lived: when they were born and died, and at what age.
    case span
    /// From what rose: that it did not fall.
    case change
    /// From the percentage that it rose by: whether it was much.
    case size
    /// From what comes from someone: that it is not for them.
    case relation
    /// From the country that a thing is of: that it is in no other.
    case country
    /// From a person's name: that it is no place.
    case person
    /// From who holds an office: that nobody else holds it.
    case holder
    /// From a report that never speaks of something: that a summary of it does not deny it.
    case unmentioned
    /// From a report that never has a name or a figure: that a summary of it has no use for it.
    case stranger
  }

  /// What is compared of a quotation.
  public enum Quoted: String, Sendable, CaseIterable {
    case wording, speaker
  }

  /// What is compared of a person.
  public enum Trait: String, Sendable, CaseIterable {
    /// Offices that nobody holds at one time.
    case title
    /// First names, of one last name in one part.
    case firstName = "first_name"
    /// Ages.
    case age
  }

  /// How facts are bound to each other.
  public enum Slot: String, Sendable, CaseIterable {
    /// By the word alignment of nearly alike sentences only.
    case aligned
    /// Also in re-told sentences, by the words that the values stand with.
    case same
    /// By the words beside them that say what an event has one of, wherever in the articles they
    /// stand: words of the list `value.kind`.
    case kind
    /// In texts that the caller declares to be about the same thing (`compare pairs`), however they
    /// are worded: the values stand in the same place of the two statements.
    case declared
  }

  /// How near words of a list stand to what they describe, in texts declared to be about the same
  /// thing.
  public enum Reach: String, Sendable, CaseIterable {
    /// Next to it.
    case word
    /// Anywhere in its phrase: "an Indian film", "an Indian Tamil action film".
    case phrase
  }

  /// The shapes of phrases that a structure rule tells apart.
  public enum Structure: String, Sendable, CaseIterable {
    /// "X and Y N" against "X Y N".
    case compound
    /// "X and Y" against "X".
    case member
    /// Either, in re-told passages: what a truce, a ban or a closure covers.
    case width
    /// "the world's largest N" against "the country's largest N".
    case superlative
    /// "has not fully answered" against "has not answered".
    case denial
    /// "anyone 21 or older" against "adults over 21".
    case threshold
    /// "no charges were filed" against "was charged".
    case deed
    /// "voted 9-4" against "carried by eight votes to five"
    case tally
    /// "no warning was in force" against "a warning was in force"
    case existence
    /// "X bought it from Y" against "Y bought it from X"
    case sides
    /// "covers X and Y" against "X is not part of it"
    case part
    /// "there is no date for the talks" against "the talks resume on Friday"
    case dating
    /// "considered the phone records" against "declined to open them"
    case regard
    /// "halted in schools" against "halted in schools and nurseries"
    case places
    /// "a rally in Norbeck" against "the rally in Norwick"
    case place
  }

  /// A reason not to report.
  public enum Exception: String, Sendable, CaseIterable {
    /// One side's value has no bounds ("several years").
    case vague
    /// One side's value also stands on the other side, elsewhere in the passage.
    case elsewhere
    /// A count that grows while a story develops, published at another time: lowered to a note.
    case growing
    /// One side says of what moment its value is ("now"), published at another time: lowered to a note.
    case moving
    /// The words are introduced by "a" or "some": they may be of two things.
    case indefinite
    /// What was only asked for, planned or possible.
    case open
  }

  /// The rule's tests and its documentation.
  public struct Examples: Sendable {
    public let conflict: [Example]
    public let agree: [Example]
  }

  /// Two passages, and when their articles were published.
  public struct Example: Sendable {
    public let a: String
    public let b: String
    public let published: PublicationDate?
    /// Where it stands in the rule's file, 1-based.
    public let line: Int
    public let column: Int
  }
}
