/// What a rule compares, by the names of the public formats; `other` is for what is none of them.
public enum ConflictKind: String, Sendable, CaseIterable {
  case antonym, attribution, date, duration, modality, money, name, negation, number, ordinal
  case other, percent, place, quote, role, scope, time
}

extension ConflictKind {
  /// Whether it says who or what is spoken of.
  var isOfIdentity: Bool {
    switch self {
    case .antonym, .name, .ordinal, .role: true
    default: false
    }
  }

  /// Whether it says how many, how long or when.
  var isOfValue: Bool {
    switch self {
    case .date, .duration, .money, .number, .percent, .time: true
    default: false
    }
  }

  /// Whether it is about what a source said, or who a person is, not about what a source says.
  var isOfSources: Bool {
    switch self {
    case .quote, .attribution, .role, .name: true
    default: false
    }
  }

  /// Whether two sentences of one article that differ in it alone are about two things: "the first
  /// round", "the second".
  var isOfTwoThings: Bool {
    switch self {
    case .name, .ordinal, .quote, .attribution: true
    default: false
    }
  }

  /// Whether it may well change from one sentence of an article to another that is worded alike.
  var isChanging: Bool {
    switch self {
    case .date, .time, .antonym, .modality: true
    default: false
    }
  }
}
