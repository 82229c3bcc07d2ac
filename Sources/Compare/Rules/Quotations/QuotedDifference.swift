/// A place at which two printings of one utterance differ, and no honest quotation would.
struct QuotedDifference {
  /// Words of either article's `QuotedText`; one side may be empty.
  let a: Range<Int>
  let b: Range<Int>
  /// Whether the words say hardly anything by themselves.
  let isLight: Bool
  /// Whether one side leaves out whole sentences.
  let isWholeSentence: Bool

  /// Words at most that differ in one place.
  private static let widest = 8
  /// Words at most of a clause that one side leaves out unmarked.
  private static let widestOmission = 12
  /// Words of a last or first phrase at most.
  private static let widestEnd = 4
  /// Words that must match for a difference that says hardly anything.
  private static let leastForLight = 10
  /// Words that match between two differences which are shown as one.
  private static let shownTogether = 4

  /// The differences of a region, in order; `nil` where nothing differs, none where it is not sure
  /// that the region is one utterance.
  static func all(
    in region: QuotedRegion, _ pair: QuotedPair, wording: QuotedWording
  ) -> [QuotedDifference]? {
    let (a, b) = (pair.aText, pair.bText)
    var steps = region.edits
    let behind = QuotedOmission.tail(of: region, a, b)
    steps += behind
    if behind.isEmpty, let tail = tail(region, a, b) { steps.append(tail) }
    if let head = head(region, a, b) { steps.insert(head, at: 0) }
    var kinds: [Kind] = []
    for at in steps.indices {
      let kind = kind(steps[at], pair, wording)
      if kind == .difference, let (slid, other) = slid(steps[at], pair, wording) {
        steps[at] = slid
        kinds.append(other)
      } else {
        kinds.append(kind)
      }
    }
    let differing = zip(steps, kinds).reduce(0) { sum, step in
      step.1 == .difference ? sum + max(step.0.a.count, step.0.b.count) : sum
    }
    let rough = rough(region, a, b, steps)
    guard kinds.contains(where: { $0 == .difference || $0 == .omission }) else { return nil }
    let more = behind.reduce(0) { $0 + ($1.isMatch ? $1.a.count : 0) }
    guard region.isOneUtterance(a, differing: differing, rough: rough, besides: more) else {
      return []
    }
    return steps.indices.compactMap { at -> QuotedDifference? in
      let step = steps[at]
      guard kinds[at] == .difference || kinds[at] == .omission, isHeld(at, steps, kinds, a),
        !isSaidTwice(step, pair)
      else { return nil }
      let isLight = wording.isLight(a.words[step.a]) && wording.isLight(b.words[step.b])
      guard !isLight || region.matching >= leastForLight else { return nil }
      return QuotedDifference(
        a: step.a, b: step.b, isLight: isLight || kinds[at] == .omission,
        isWholeSentence: kinds[at] == .omission)
    }
  }

  private enum Kind {
    case match, honest, difference
    /// Whole sentences that one side leaves out without a mark.
    case omission
  }

  private static func kind(_ step: Edit, _ pair: QuotedPair, _ wording: QuotedWording) -> Kind {
    let (a, b) = (pair.aText, pair.bText)
    if step.isMatch { return .match }
    if a.isMarked(step.a) || b.isMarked(step.b)
      || wording.isSame(a.words[step.a], of: pair.a, b.words[step.b], of: pair.b)
      || agrees(step, pair)
    {
      return .honest
    }
    let isWhole = [(step.a, a), (step.b, b)].allSatisfy { words, text in
      text.gaps[words.lowerBound] >= .sentence && text.gaps[words.upperBound] >= .sentence
    }
    return isWhole && (step.a.isEmpty || step.b.isEmpty) ? .omission : .difference
  }

  /// Words that one side has alone, moved along those that match, if it makes them honest.
  ///
  /// Of "They left early. They left late" and "They left late", a whole sentence is new, though
  /// "early. They left" fits as well.
  private static func slid(
    _ step: Edit, _ pair: QuotedPair, _ wording: QuotedWording
  ) -> (Edit, Kind)? {
    guard step.a.isEmpty != step.b.isEmpty else { return nil }
    let (text, words) = step.a.isEmpty ? (pair.bText, step.b) : (pair.aText, step.a)
    func moved(_ by: Int) -> (Edit, Kind)? {
      let edit = Edit(
        a: step.a.lowerBound + by..<step.a.upperBound + by,
        b: step.b.lowerBound + by..<step.b.upperBound + by, isMatch: false)
      guard edit.a.lowerBound >= 0, edit.b.lowerBound >= 0,
        edit.a.upperBound < pair.aText.gaps.count,
        edit.b.upperBound < pair.bText.gaps.count
      else { return nil }
      let kind = kind(edit, pair, wording)
      return kind == .difference ? nil : (edit, kind)
    }
    for by in 1...words.count {
      let upper = words.upperBound - by
      guard words.lowerBound >= by, text.words[words.lowerBound - by].key == text.words[upper].key
      else { break }
      if let found = moved(-by) { return found }
    }
    for by in 1...words.count {
      let lower = words.lowerBound + by - 1
      guard words.upperBound + by - 1 < text.words.count,
        text.words[words.upperBound + by - 1].key == text.words[lower].key
      else { break }
      if let found = moved(by) { return found }
    }
    return nil
  }

  // MARK: Both ends

  /// Other last words of both: the phrase that follows the region, up to the end of the sentence
  /// or of the marks, where one of the two quotations ends with it.
  private static func tail(_ region: QuotedRegion, _ a: QuotedText, _ b: QuotedText) -> Edit? {
    let (i, j) = (region.a.upperBound, region.b.upperBound)
    guard a.gaps[i] == .none, b.gaps[j] == .none else { return nil }
    func end(_ text: QuotedText, _ start: Int) -> Int? {
      (start + 1...start + widestEnd).first { $0 < text.gaps.count && text.gaps[$0] > .none }
    }
    guard let p = end(a, i), let q = end(b, j), a.gaps[p] != .omission, b.gaps[q] != .omission,
      max(a.gaps[p], b.gaps[q]) >= .interruption
    else { return nil }
    return Edit(a: i..<p, b: j..<q, isMatch: false)
  }

  /// Other first words of both.
  private static func head(_ region: QuotedRegion, _ a: QuotedText, _ b: QuotedText) -> Edit? {
    let (i, j) = (region.a.lowerBound, region.b.lowerBound)
    guard a.gaps[i] == .none, b.gaps[j] == .none else { return nil }
    func start(_ text: QuotedText, _ end: Int) -> Int? {
      (1...widestEnd).map { end - $0 }.first { $0 >= 0 && text.gaps[$0] > .none }
    }
    guard let p = start(a, i), let q = start(b, j), a.gaps[p] != .omission,
      b.gaps[q] != .omission,
      min(a.gaps[p], b.gaps[q]) == .sentence || i - p == 1 && j - q == 1 && isWhole(region, a, b)
    else { return nil }
    return Edit(a: p..<i, b: q..<j, isMatch: false)
  }

  /// Words that match, where the first word alone is another, in two whole sentences.
  private static let leastForHead = 6

  /// Whether the region is all of two sentences but for their first words.
  private static func isWhole(
    _ region: QuotedRegion, _ a: QuotedText, _ b: QuotedText
  ) -> Bool {
    region.matching >= leastForHead && region.edits.count == 1
      && a.gaps[region.a.upperBound] > .none && b.gaps[region.b.upperBound] > .none
  }

  /// How many ends of the region both quotations run on from, with other words: a sign that the
  /// two are different utterances with a phrase in common.
  private static func rough(
    _ region: QuotedRegion, _ a: QuotedText, _ b: QuotedText, _ steps: [Edit]
  ) -> Int {
    let isRoughBefore =
      steps[0].isMatch && a.gaps[region.a.lowerBound] == .none
      && b.gaps[region.b.lowerBound] == .none
    let isRoughAfter =
      steps[steps.count - 1].isMatch && a.gaps[region.a.upperBound] == .none
      && b.gaps[region.b.upperBound] == .none
    return (isRoughBefore ? 1 : 0) + (isRoughAfter ? 1 : 0)
  }

  // MARK: One difference

  /// Whether the matching words on both sides hold the difference.
  private static func isHeld(
    _ at: Int, _ steps: [Edit], _ kinds: [Kind], _ a: QuotedText
  ) -> Bool {
    func held(_ range: some Sequence<Int>) -> (words: Int, content: Int) {
      var sum = (words: 0, content: 0)
      for index in range {
        if kinds[index] == .difference { break }
        guard kinds[index] == .match else { continue }
        sum.words += steps[index].a.count
        sum.content += a.words[steps[index].a].count { $0.isContent }
      }
      return sum
    }
    let before = held((0..<at).reversed())
    let after = held(at + 1..<steps.count)
    let size = max(steps[at].a.count, steps[at].b.count)
    let isOmission = steps[at].a.isEmpty || steps[at].b.isEmpty
    guard size <= (isOmission ? widestOmission : widest), before.content + after.content >= 1
    else { return false }
    if after.words == 0 || before.words == 0 {
      return !isOmission && before.words + after.words >= max(3, size)
    }
    if isOmission, size > 3 { return before.words >= 3 && after.words >= 3 }
    return before.words + after.words >= max(3, size)
  }

  /// Whether both wordings are printed by one article, in two places that fit as well: then they
  /// are two utterances, or a speaker who repeated himself.
  private static func isSaidTwice(_ step: Edit, _ pair: QuotedPair) -> Bool {
    let own = pair.aText.context(of: step.a, in: pair.bText, at: step.b)
    func places(_ words: Range<Int>, of text: QuotedText, in other: QuotedText) -> [Range<Int>] {
      text.places(of: words, in: other, own: own)
    }
    if places(step.a, of: pair.aText, in: pair.bText).contains(where: { $0 != step.b })
      || places(step.b, of: pair.bText, in: pair.aText).contains(where: { $0 != step.a })
    {
      return true
    }
    return pair.thirds.contains { third in
      !places(step.a, of: pair.aText, in: third).isEmpty
        && !places(step.b, of: pair.bText, in: third).isEmpty
    }
  }

  /// Whether the difference lies in two values that can both hold ("Jan." and "January").
  private static func agrees(_ step: Edit, _ pair: QuotedPair) -> Bool {
    func touching(_ facts: [Fact], _ text: QuotedText, _ words: Range<Int>) -> [Fact] {
      let from = words.lowerBound > 0 ? text.words[words.lowerBound - 1].token : 0
      let to =
        words.upperBound < text.words.count
        ? text.words[words.upperBound].token : text.words[text.words.count - 1].token + 1
      return facts.filter { fact in
        fact.type != .quote
          && (words.isEmpty
            ? fact.tokens.contains(from) || fact.tokens.contains(to)
            : fact.tokens.overlaps(text.tokens(words)) || fact.tokens.lowerBound == to)
      }
    }
    return touching(pair.aFacts, pair.aText, step.a).contains { first in
      touching(pair.bFacts, pair.bText, step.b).contains { second in
        first.isComparable(with: second) && first.agrees(with: second)
      }
    }
  }

  // MARK: Showing

  /// Differences that stand close together, as one.
  static func grouped(_ differences: [QuotedDifference]) -> [QuotedDifference] {
    var groups: [QuotedDifference] = []
    for difference in differences {
      if let last = groups.last, difference.a.lowerBound - last.a.upperBound <= shownTogether,
        difference.b.lowerBound - last.b.upperBound <= shownTogether
      {
        groups[groups.count - 1] = QuotedDifference(
          a: last.a.lowerBound..<difference.a.upperBound,
          b: last.b.lowerBound..<difference.b.upperBound,
          isLight: last.isLight && difference.isLight,
          isWholeSentence: last.isWholeSentence && difference.isWholeSentence)
      } else {
        groups.append(difference)
      }
    }
    return groups
  }

  /// The tokens to show: where one side has nothing, both with the words next to them.
  func shownA(_ text: QuotedText) -> Range<Int> { shown(a, text) }
  func shownB(_ text: QuotedText) -> Range<Int> { shown(b, text) }

  private func shown(_ words: Range<Int>, _ text: QuotedText) -> Range<Int> {
    var (lower, upper) = (words.lowerBound, words.upperBound)
    if a.isEmpty || b.isEmpty {
      if lower > 0, text.gaps[lower] < .interruption { lower -= 1 }
      if upper < text.words.count, text.gaps[upper] < .interruption { upper += 1 }
    }
    return text.tokens(lower..<max(upper, lower + 1))
  }
}
