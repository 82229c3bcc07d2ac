/// Wholes and their parts, and values counted in different things.
extension ValueContext {
  /// "Five years, two of them suspended": three are left.
  func isRest(
    _ rest: Fact, of whole: Fact, _ facts: [Fact], _ document: Document
  ) -> Bool {
    guard !rest.isCalendar, rest.isComparable(with: whole), let left = rest.leading,
      let all = whole.leading, all > left, rest.leadingUnit == whole.leadingUnit
    else { return false }
    func isLeft(_ taken: Double) -> Bool { taken > 0 && abs(all - taken - left) <= 0.005 * all }
    let sentence = document.sentences[whole.sentence].tokens
    return facts.contains { part in
      guard part.range != whole.range,
        part.isComparable(with: whole) && part.leadingUnit == whole.leadingUnit
          || part.type == .number,
        let taken = part.leading, isLeft(taken)
      else { return false }
      return isPart(part.tokens, in: sentence, of: document)
    }
      || sentence.contains { at in
        guard !whole.tokens.contains(at), let taken = small[document.tokens[at].hash],
          isLeft(taken)
        else { return false }
        return isPart(at..<at + 1, in: sentence, of: document)
      }
  }

  /// "Two of them suspended", "of which $15 million", "two years suspended".
  private func isPart(
    _ value: Range<Int>, in sentence: Range<Int>, of document: Document
  ) -> Bool {
    let before = max(sentence.lowerBound, value.lowerBound - 3)..<value.lowerBound
    let after = value.upperBound..<min(sentence.upperBound, value.upperBound + 4)
    return !parts.matches(document.tokens, in: before).isEmpty
      || !parts.matches(document.tokens, in: after).isEmpty
  }

  /// "Will be out in seven": the other sentence has the number with no unit of its own.
  func isShortened(_ fact: Fact, _ facts: [Fact], _ document: Document) -> Bool {
    guard fact.type == .duration || fact.type == .money, let number = fact.leading else {
      return false
    }
    return facts.contains { bare in
      guard bare.type == .number, bare.leading == number else { return false }
      let next = bare.tokens.upperBound
      guard next < document.sentences[bare.sentence].tokens.upperBound else { return true }
      let token = document.tokens[next]
      return token.isWord
        ? functionWords.contains(token.hash) && !particles.of.contains(token.hash)
        : token.kind != .symbol
    }
  }

  /// "12 of the 30 were destroyed", "18 of the 30 were left standing": two parts of one whole, of
  /// which other things are told.
  func areComplements(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard first.type == second.type, let left = first.leading, let right = second.leading else {
      return false
    }
    let sum = left + right
    switch first.type {
    case .percent:
      guard abs(sum - 100) < 0.01 else { return false }
    case .number:
      func hasTotal(_ facts: [Fact]) -> Bool {
        facts.contains { $0.type == .number && $0.leading == sum }
      }
      guard hasTotal(pair.aFacts), hasTotal(pair.bFacts) else { return false }
    default: return false
    }
    return pair.hunks.contains { hunk in
      let a = pair.words.terms(hunk.a.filter { !first.tokens.contains($0) }, of: pair.a)
      let b = pair.words.terms(hunk.b.filter { !second.tokens.contains($0) }, of: pair.b)
      return !a.isEmpty && !b.isEmpty && a.isDisjoint(with: b)
    }
  }

  /// "$200 a month", "$2,400 a year".
  func areOfOtherUnits(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    func unit(_ fact: Fact, _ document: Document) -> UInt64? {
      let at = fact.tokens.upperBound
      guard at + 1 < document.sentences[fact.sentence].tokens.upperBound,
        per.contains(document.tokens[at].hash), document.tokens[at + 1].kind == .word
      else { return nil }
      return document.tokens[at + 1].hash
    }
    guard first.type == .money || first.type == .number || first.type == .quantity,
      let left = unit(first, pair.a), let right = unit(second, pair.b)
    else { return false }
    return left != right
  }
}

extension Fact {
  /// The first number of a value: 5 of `P5Y`.
  var leading: Double? {
    type == .duration
      ? Double(value.drop { !$0.isNumber }.prefix { $0.isNumber || $0 == "." }) : Double(value)
  }

  /// What that number counts, of a length: `Y` of `P5Y`, `TM` of `PT5M`.
  var leadingUnit: String? {
    type == .duration ? value.filter { !$0.isNumber && $0 != "." } : unit
  }
}
