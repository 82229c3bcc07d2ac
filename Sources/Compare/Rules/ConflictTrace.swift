/// Says in words how a rule came to one conflict.
struct ConflictTrace {
  let conflict: Conflict
  let rule: Rule
  let pair: SentencePair

  private var sides: [(side: Side, document: Document, facts: [Fact], sentence: Range<Int>)] {
    [
      (conflict.a, pair.a, pair.aFacts, pair.aTokens),
      (conflict.b, pair.b, pair.bFacts, pair.bTokens),
    ]
  }

  /// The fact of a side that the rule took, if it took one.
  private func fact(_ side: Side, _ facts: [Fact]) -> Fact? {
    guard case .value(let types, _) = rule.test else { return nil }
    return facts.first { $0.range == side.range && types.contains($0.type) }
  }

  // MARK: Facts

  var facts: [String] {
    sides.map { side, document, facts, _ in
      let text = document.article.string(side.range)
      guard let fact = fact(side, facts) else {
        return "\"\(text)\": \(side.value)"
      }
      let mod = fact.mod.map { ", \($0.rawValue)" } ?? ""
      let unit = fact.unit.map { " \($0)" } ?? ""
      return "\"\(text)\": \(fact.type.rawValue) \(fact.value)\(unit)\(mod), \(bounds(fact))"
    }
  }

  private func bounds(_ fact: Fact) -> String {
    func end(_ value: Double?) -> String? {
      guard let value else { return nil }
      if fact.type == .date || fact.type == .interval {
        return CivilDate(serial: Int(value)).description
      }
      return Self.plain(value)
    }
    switch (end(fact.bounds.low), end(fact.bounds.high)) {
    case (let low?, let high?) where low == high: return "exactly \(low)"
    case (let low?, let high?): return "from \(low) to \(high)"
    case (let low?, nil): return "\(low) or more"
    case (nil, let high?): return "\(high) or less"
    case (nil, nil): return "no bounds"
    }
  }

  /// To a hundredth, whole numbers without a point.
  private static func plain(_ value: Double) -> String {
    let rounded = (value * 100).rounded() / 100
    return rounded == rounded.rounded() && abs(rounded) < 1e15 ? "\(Int(rounded))" : "\(rounded)"
  }

  // MARK: Slots

  private var tokens: (a: Range<Int>, b: Range<Int>) {
    (pair.a.tokens(in: conflict.a.range), pair.b.tokens(in: conflict.b.range))
  }

  var slots: [String] {
    var lines: [String] = []
    for (side, document, facts, sentence) in sides {
      let tokens = document.tokens(in: side.range)
      let held = fact(side, facts)
      let clause = pair.words.clause(of: tokens, in: sentence, of: document)
      let heads = pair.words.heads(after: tokens.upperBound, in: sentence, of: document)
      let about = held == nil ? "" : ", of: \(list(heads, sentence, document))"
      lines.append(
        "\"\(document.article.string(side.range))\"\(about); clause: \(document.string(clause)); "
          + "names: \(list(pair.words.names(sentence, of: document), sentence, document)); "
          + "source: \(side.attribution ?? "none given")")
    }
    let context = SharedContext(tokens.a, tokens.b, in: pair)
    lines.append("shared by both sentences: \(list(context.terms, pair.aTokens, pair.a))")
    return lines
  }

  private func list(_ terms: TermSet, _ sentence: Range<Int>, _ document: Document) -> String {
    var left = terms
    let words = sentence.compactMap { at -> String? in
      let term = pair.words.vocabulary.term(document.tokens[at])
      return left.remove(term) ? document.string(at..<at + 1) : nil
    }
    return words.isEmpty ? "nothing" : words.joined(separator: ", ")
  }

  // MARK: Condition

  var condition: [String] {
    [rule.takenInWords, binding, "Sure of the slot: \(conflict.match.rawValue)."]
  }

  private var binding: String {
    if case .person(.title) = rule.test {
      return "Bound by the name of the person in both articles."
    }
    let (a, b) = tokens
    let hunk = pair.hunks.first {
      $0.a.overlaps(a) && $0.b.overlaps(b) && ($0.isTight || $0.beginsAlike)
    }
    if let hunk {
      return "Bound by the word alignment: \(hunk.wordsBefore) matching words before the "
        + "difference, \(hunk.wordsAfter) after it."
    }
    let left = pair.words.terms(pair.words.clause(of: a, in: pair.aTokens, of: pair.a), of: pair.a)
    let right = pair.words.terms(pair.words.clause(of: b, in: pair.bTokens, of: pair.b), of: pair.b)
    let share = Int((pair.words.containment(left, right) * 100).rounded())
    let context = SharedContext(a, b, in: pair)
    return "Bound by what both sentences share: weight \(Self.plain(context.weight)) by rarity and "
      + "nearness, and \(share) % of the lighter clause's weight stands in the other clause."
  }

  // MARK: Exceptions

  var exceptions: [String] {
    let declared = rule.unless.map { exception in
      let outcome =
        exception == .growing && conflict.match == .suggested && conflict.reason != rule.title
        ? "holds: lowered" : "does not hold"
      return "\(exception.rawValue) (\(exception.inWords)): \(outcome)"
    }
    let always =
      pair.isWithin
      ? [] : ["said alike (one wording also stands in the other article): does not hold"]
    return declared + always
  }
}
