/// What a pattern made of the words it matched.
enum Meaning: Sendable {
  case number(Amount, NumberForm)
  /// The unit is `points` of a distance between two percentages, and `nil` of a share.
  case percent(Amount, unit: String?)
  case money(Amount, currency: String)
  case quantity(Amount, unit: String)
  case temperature(Amount, unit: String)
  case age(Amount, unit: String)
  case duration(Span)
  indirect case moment(Moment)
  /// The ends that stand complete in the text are facts as well.
  indirect case interval(Moment, Moment, ends: [MomentItem])
  case recurring(value: String, bounds: Bounds)
  /// Values that stand beside one another and tell of one another, each a fact of its own: "in
  /// April and June 2012", "500 cars a day".
  indirect case several([MeaningItem])
  /// Words that are known to be no fact: a flight number, a score.
  case nothing
}

/// A moment and where it stands.
struct MomentItem: Sendable {
  let item: Item
  let moment: Moment
}

/// A meaning and where it stands.
struct MeaningItem: Sendable {
  let item: Item
  let meaning: Meaning
}

/// How a number is written.
struct NumberForm: OptionSet, Sendable {
  let rawValue: UInt8
  static let spelled = NumberForm(rawValue: 1)
  static let ordinal = NumberForm(rawValue: 2)
  static let fraction = NumberForm(rawValue: 4)
  /// With "million", "bn" and the like.
  static let scaled = NumberForm(rawValue: 8)
  /// Too often no number at all ("one", "a"): a fact only inside something larger.
  static let silent = NumberForm(rawValue: 16)
  /// A hedge or a range stands around it.
  static let hedged = NumberForm(rawValue: 32)
}

extension Meaning {
  /// What later layers can ask for.
  var traits: Traits {
    switch self {
    case .number(let amount, let form):
      var traits: Traits = form.contains(.ordinal) ? .ordinal : .number
      if form.contains(.spelled) { traits.insert(.spelled) }
      if form.contains(.fraction) { traits.insert(.fraction) }
      if form.contains(.scaled) { traits.insert(.scaled) }
      if form.contains(.hedged) { traits.insert(.hedged) }
      if amount.isVague { traits.insert(.vague) }
      if amount.value == 1, amount.upper == nil { traits.insert(.one) }
      if amount.upper != nil { traits.insert(.range) }
      if amount.isWhole { traits.insert(.integer) }
      if amount.isWhole, amount.upper == nil, !form.contains(.scaled), !amount.isVague {
        if (1...31).contains(amount.value) { traits.insert(.dayOfMonth) }
        if form.contains(.spelled) {
          if (1...12).contains(amount.value) { traits.insert(.hour) }
          if (1...59).contains(amount.value) { traits.insert(.minute) }
          if (1100...2099).contains(amount.value) { traits.insert(.plausibleYear) }
        }
      }
      return traits
    case .percent(let amount, _): return amount.upper == nil ? .percent : [.percent, .range]
    case .money(let amount, _): return amount.upper == nil ? .money : [.money, .range]
    case .quantity(let amount, _): return amount.upper == nil ? .quantity : [.quantity, .range]
    case .temperature: return .temperature
    case .age: return .age
    case .duration(let span):
      var traits: Traits = .duration
      if span.mod != nil { traits.insert(.hedged) }
      if span.isVague { traits.insert(.vague) }
      if span.parts.count == 1, span.parts[0].amount.value == 1 { traits.insert(.one) }
      if span.parts.contains(where: { $0.amount.upper != nil }) { traits.insert(.range) }
      return traits
    case .moment(let moment): return moment.traits
    case .interval: return .interval
    case .recurring: return .set
    case .several, .nothing: return .sign
    }
  }
}
