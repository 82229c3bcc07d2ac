extension Judge {
  /// Lowers what two differences in one clause leave unsure.
  ///
  /// "The northern bridge was closed on Monday", "the southern bridge was closed on Tuesday": where
  /// who or what differs, and the value told of it too, the two tell of different things.
  func weighed(_ found: [Judgement], _ pair: SentencePair) -> [Judgement] {
    guard found.contains(where: \.isConflict) else { return found }
    let found = found.compactMap { judgement -> Judgement? in
      if pair.declared != nil, isOfOtherValue(judgement, pair) { return nil }
      guard judgement.isConflict, judgement.conflict.kind == .negation,
        isOfOtherParts(judgement, pair)
      else { return judgement }
      return pair.declared != nil ? nil : judgement.doubted()
    }
    guard
      found.contains(where: { $0.isConflict && $0.conflict.kind.isOfIdentity }),
      !isOnReport(pair)
    else { return found }
    let identities = found.filter { $0.isConflict && $0.conflict.kind.isOfIdentity }
    let isDeclared = pair.declared != nil
    return found.compactMap { judgement in
      guard judgement.isConflict, judgement.finding.match == .confirmed else { return judgement }
      if judgement.conflict.kind.isOfValue {
        let isDoubtful = identities.contains { isBeside($0, judgement, pair) }
        guard isDoubtful else { return judgement }
        return isDeclared ? nil : judgement.doubted()
      }
      guard judgement.conflict.kind.isOfIdentity else { return judgement }
      let difference = difference(beside: judgement, pair)
      let isOneOfTwo = found.contains {
        $0.isConflict && $0.conflict.kind != .quote && isBeside($0, judgement, pair)
          && ($0.conflict.kind.isOfIdentity || $0.conflict.kind.isOfValue)
      }
      guard difference != nil || isOneOfTwo else { return judgement }
      return isDeclared || difference == .complement ? nil : judgement.doubted()
    }
  }

  /// Sentences from which on a declared text is a report, and the other a statement on it.
  private static let fewestOfReport = 4

  /// Whether one text is declared to sum up the other: then it speaks of the same things, and may be
  /// wrong twice.
  private func isOnReport(_ pair: SentencePair) -> Bool {
    pair.declared != nil
      && max(pair.a.sentences.count, pair.b.sentences.count) >= Self.fewestOfReport
  }

  /// Whether a conflict of declared texts is between values of two things.
  private func isOfOtherValue(_ judgement: Judgement, _ pair: SentencePair) -> Bool {
    guard judgement.isConflict, judgement.conflict.kind.isOfValue,
      let first = pair.aFacts.first(where: { $0.tokens == judgement.finding.a }),
      let second = pair.bFacts.first(where: { $0.tokens == judgement.finding.b })
    else { return false }
    return valueContext.relation(first, second, pair, inPlace: true) == .other
  }

  /// "Most of the 60 voted to strike", "eleven of the 60 voted not to": who does not is not who does.
  private func isOfOtherParts(_ judgement: Judgement, _ pair: SentencePair) -> Bool {
    func parts(_ tokens: Range<Int>, _ facts: [Fact], _ document: Document) -> [Fact] {
      facts.filter {
        $0.type == .number && $0.tokens.upperBound <= tokens.lowerBound
          && particles.of.contains(document.tokens[$0.tokens.upperBound].hash)
      }
    }
    let left = parts(judgement.finding.a, pair.aFacts, pair.a)
    let right = parts(judgement.finding.b, pair.bFacts, pair.b)
    guard !left.isEmpty || !right.isEmpty else { return false }
    return !left.contains { one in right.contains { one.agrees(with: $0) } }
  }

  /// Whether one stands in the clauses of the other.
  private func isBeside(_ one: Judgement, _ other: Judgement, _ pair: SentencePair) -> Bool {
    guard one.finding.a != other.finding.a || one.finding.b != other.finding.b else { return false }
    let a = pair.words.clause(of: other.finding.a, in: pair.aTokens, of: pair.a)
    let b = pair.words.clause(of: other.finding.b, in: pair.bTokens, of: pair.b)
    return a.overlaps(one.finding.a) && b.overlaps(one.finding.b)
  }

  private enum Difference { case other, complement }

  /// How the values in the clauses of a difference differ; `nil` where some are told alike, or one
  /// side has none.
  private func difference(beside judgement: Judgement, _ pair: SentencePair) -> Difference? {
    let a = pair.words.clause(of: judgement.finding.a, in: pair.aTokens, of: pair.a)
    let b = pair.words.clause(of: judgement.finding.b, in: pair.bTokens, of: pair.b)
    func isValue(_ fact: Fact) -> Bool {
      switch fact.type {
      case .number, .quantity, .percent, .money, .date, .time, .duration: fact.isResolved
      default: false
      }
    }
    let left = pair.aFacts.filter {
      isValue($0) && a.overlaps($0.tokens) && !judgement.finding.a.overlaps($0.tokens)
    }
    let right = pair.bFacts.filter {
      isValue($0) && b.overlaps($0.tokens) && !judgement.finding.b.overlaps($0.tokens)
    }
    for type in Set(left.map(\.type)).intersection(right.map(\.type)) {
      let ones = left.filter { $0.type == type }
      let others = right.filter { $0.type == type }
      guard !ones.contains(where: { one in others.contains { one.agrees(with: $0) } }) else {
        continue
      }
      let areComplements = ones.contains { one in
        others.contains { valueContext.areComplements(one, $0, pair) }
      }
      return areComplements ? .complement : .other
    }
    return nil
  }
}
