/// Values of which one event has one, told by the words beside them.
///
/// When the boat left, how long the prison term is, what a ride costs: the sentences may have little
/// else in common. Values that the other article has too are left for each other. Where one value of a kind is left
/// on either side, the two are held against each other.
struct KindedValueTest: ArticleTest {
  let types: Set<FactType>
  /// Words beside a value, with `type/kind`.
  let kinds: PhraseTable
  /// Words near a value that leave it open or make it another's: "faces", "up to".
  let open: Set<UInt64>
  /// Words right before a value that make it another's: "from $2".
  let leads: Set<UInt64>
  /// Tokens to the word that tells the kind, and to one that leaves the value open.
  private static let reach = 7
  private static let openReach = 10
  /// Terms that both sentences share, for a report that is sure.
  private static let sure = 2

  func findings(_ pair: ArticlePair) -> [Finding] {
    guard pair.a.number != pair.b.number else { return [] }
    let left = values(pair.facts.facts(pair.a.number), of: pair.a)
    guard !left.isEmpty else { return [] }
    let right = values(pair.facts.facts(pair.b.number), of: pair.b)
    return Set(left.map(\.kind)).intersection(right.map(\.kind)).sorted().flatMap { kind in
      findings(left.filter { $0.kind == kind }, right.filter { $0.kind == kind }, pair)
    }
  }

  private struct Value {
    let fact: Fact
    let kind: String
  }

  private func findings(_ left: [Value], _ right: [Value], _ pair: ArticlePair) -> [Finding] {
    let aLeft = left.filter { one in !right.contains { one.fact.mayEqual($0.fact) } }
    let bLeft = right.filter { one in !left.contains { one.fact.mayEqual($0.fact) } }
    guard Set(aLeft.map(\.fact.value)).count == 1, Set(bLeft.map(\.fact.value)).count == 1 else {
      return []
    }
    let isOnly = Set(left.map(\.fact.value)).count == 1 && Set(right.map(\.fact.value)).count == 1
    var best: (shared: Int, isOne: Bool, a: Fact, b: Fact)?
    for first in aLeft.map(\.fact) {
      for second in bLeft.map(\.fact) {
        let sentences = pair.sentences(first.sentence, second.sentence)
        guard first.isComparable(with: second), !saysElsewhere(first, second, sentences),
          let shared = shared(first, second, sentences)
        else { continue }
        if shared > best?.shared ?? -1 {
          best = (shared, !namesOthers(first, second, sentences), first, second)
        }
      }
    }
    guard let best, best.shared > 0 || isOnly else { return [] }
    return [
      Finding(
        a: best.a.tokens, b: best.b.tokens, aValue: best.a.value, bValue: best.b.value,
        isConflict: true, match: best.shared >= Self.sure && best.isOne ? .confirmed : .suggested,
        hunk: best.a.tokens)
    ]
  }

  /// Telling terms that both sentences have; `nil` where they name other people.
  private func shared(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Int? {
    let a = FactSlot(first, in: pair.a, sentence: first.sentence, words: pair.words)
    let b = FactSlot(second, in: pair.b, sentence: second.sentence, words: pair.words)
    // Who is named beside a time of day need not take part in what happened then.
    guard first.type == .time || !a.hasOtherParticipants(than: b) else { return nil }
    let terms = SharedContext(first.tokens, second.tokens, in: pair).terms
    return terms.count { Term.isTelling($0) && !Term.isNumber($0) }
  }

  /// Whether each sentence names somebody whom the other does not.
  ///
  /// Of whom the value is told is not sure then. When something happened is told of no one.
  private func namesOthers(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    guard first.type != .time else { return false }
    func names(_ sentence: Int, _ document: Document) -> TermSet {
      pair.words.terms(
        document.sentences[sentence].tokens.filter {
          document.tokens[$0].flags.contains(.capitalised)
        }, of: document
      ).filter(Term.isTelling)
    }
    let (a, b) = (names(first.sentence, pair.a), names(second.sentence, pair.b))
    return !a.isSubset(of: b) && !b.isSubset(of: a)
  }

  /// Whether either article has the other's value too, of whatever kind.
  private func saysElsewhere(_ first: Fact, _ second: Fact, _ pair: SentencePair) -> Bool {
    pair.bArticle.contains { $0.type == first.type && $0.value == first.value }
      || pair.aArticle.contains { $0.type == second.type && $0.value == second.value }
  }

  private func values(_ facts: [Fact], of document: Document) -> [Value] {
    facts.compactMap { fact in
      guard types.contains(fact.type), fact.isResolved, fact.mod == nil,
        fact.type != .time || fact.clock != nil, !isOpen(fact, document),
        let kind = kind(fact, among: facts, document)
      else { return nil }
      return Value(fact: fact, kind: kind)
    }
  }

  /// The kind that the nearest word beside the value tells, if no other value stands nearer to that
  /// word; `nil` where two words are as near.
  private func kind(_ fact: Fact, among facts: [Fact], _ document: Document) -> String? {
    let sentence = document.sentences[fact.sentence].tokens
    let window =
      max(
        sentence.lowerBound, fact.tokens.lowerBound - Self.reach)..<min(
        sentence.upperBound, fact.tokens.upperBound + Self.reach)
    let prefix = "\(fact.type.rawValue)/"
    var best: (distance: Int, kind: String, tokens: Range<Int>)?
    for hit in kinds.matches(document.tokens, in: window) where hit.value.hasPrefix(prefix) {
      // "A second blast" is another one.
      let before = hit.tokens.lowerBound - 1
      if before >= sentence.lowerBound, open.contains(document.tokens[before].hash) { return nil }
      let distance = Self.distance(fact, hit.tokens)
      if let near = best, near.distance < distance || near.kind == hit.value { continue }
      if let near = best, near.distance == distance { return nil }
      best = (distance, hit.value, hit.tokens)
    }
    guard let best,
      !facts.contains(where: {
        $0.sentence == fact.sentence && $0.type == fact.type && $0.range != fact.range
          && Self.distance($0, best.tokens) < best.distance
      })
    else { return nil }
    return best.kind
  }

  private static func distance(_ fact: Fact, _ phrase: Range<Int>) -> Int {
    phrase.upperBound <= fact.tokens.lowerBound
      ? fact.tokens.lowerBound - phrase.upperBound
      : max(0, phrase.lowerBound - fact.tokens.upperBound)
  }

  private func isOpen(_ fact: Fact, _ document: Document) -> Bool {
    let sentence = document.sentences[fact.sentence].tokens
    let window =
      max(
        sentence.lowerBound, fact.tokens.lowerBound - Self.openReach)..<min(
        sentence.upperBound, fact.tokens.upperBound + 2)
    let lead = fact.tokens.lowerBound - 1
    if lead >= sentence.lowerBound, leads.contains(document.tokens[lead].hash) { return true }
    return window.contains { !fact.tokens.contains($0) && open.contains(document.tokens[$0].hash) }
  }
}

extension Fact {
  /// Minutes after midnight of a time to the minute; `nil` for a part of the day.
  fileprivate var clock: Int? {
    guard type == .time, let low = bounds.low, let high = bounds.high, high - low < 60 else {
      return nil
    }
    return Int(low) / 60
  }

  /// Whether both can be one value.
  ///
  /// A time that names its zone is compared with one that names none
  /// by the quarters of an hour that zones differ by; "twenty to ten" may be in the evening.
  fileprivate func mayEqual(_ other: Fact) -> Bool {
    guard isComparable(with: other) else { return false }
    guard let minute = clock, let second = other.clock else { return agrees(with: other) }
    let cycle = unit == other.unit ? 720 : 15
    return (minute - second) % cycle == 0
  }
}
