/// A few quoted words woven into a sentence of the article's own: called it "a magnet for trouble in
/// every season".
///
/// They are too few to show by themselves that two articles print one utterance. They do when their
/// speaker is the same, or all of them carry meaning, and neither article has them twice.
struct QuotedFragment {
  let region: QuotedRegion
  let pair: QuotedPair
  let wording: QuotedWording

  /// Words of a fragment at most.
  private static let longest = 7
  /// Words that match at least.
  private static let fewest = 3

  /// Between marks, ellipses and brackets.
  private let aPiece: Range<Int>
  private let bPiece: Range<Int>

  init?(_ region: QuotedRegion, _ pair: QuotedPair, wording: QuotedWording) {
    guard region.matching >= Self.fewest else { return nil }
    (self.region, self.pair, self.wording) = (region, pair, wording)
    aPiece = Self.piece(region.a, pair.aText)
    bPiece = Self.piece(region.b, pair.bText)
    guard min(aPiece.count, bPiece.count) <= Self.longest else { return nil }
  }

  private static func piece(_ words: Range<Int>, _ text: QuotedText) -> Range<Int> {
    QuotedExtension.start(
      text, from: words.lowerBound)..<QuotedExtension.end(text, from: words.upperBound)
  }

  /// The places at which the fragment says something else; none where it is an honest excerpt.
  ///
  /// - Parameter isOneSpeaker: whether both articles give the words to one speaker.
  func differences(isOneSpeaker: Bool) -> [QuotedDifference] {
    let matched = region.edits.filter(\.isMatch)
    let content = matched.reduce(0) { sum, edit in
      sum + pair.aText.words[edit.a].count { $0.isContent }
    }
    guard content >= (isOneSpeaker ? 2 : 3), saysMoreThanANameIn(matched) else { return [] }
    // Two words of meaning may be a set phrase: then what leads up to them must be alike too.
    let ends =
      content > 2 || leadsAlike ? [head, tail].map { $0.map { [$0] } ?? [] } : [[], []]
    let found = ends[0] + inner + ends[1]
    guard !found.isEmpty, isUnique(matched) else { return [] }
    return found.map {
      QuotedDifference(a: $0.a, b: $0.b, isLight: false, isWholeSentence: false)
    }
  }

  /// Whether a matching run of some words, or all of what matches, holds more than a name.
  private func saysMoreThanANameIn(_ matched: [Edit]) -> Bool {
    func isTelling(_ edit: Edit) -> Bool {
      pair.aText.words[edit.a].contains {
        $0.isContent && !pair.a.tokens[$0.token].flags.contains(.capitalised)
      }
    }
    let longest = matched.map(\.a.count).max() ?? 0
    return matched.contains { edit in
      isTelling(edit) && (edit.a.count >= Self.fewest || edit.a.count == longest)
    }
  }

  /// Tokens before either that are looked at for words in common.
  private static let lead = 7

  /// Whether the words before the matching ones, in the marks or out of them, are partly the same:
  /// had he since he "took up the office", "I have had since taking up the office".
  private var leadsAlike: Bool {
    func words(_ start: Int, _ text: QuotedText, _ document: Document) -> Set<UInt64> {
      let at = text.words[start].token
      let home = document.sentences[document.sentence(ofToken: at)].tokens.lowerBound
      return Set(
        document.tokens[max(home, at - Self.lead)..<at].filter { $0.kind == .word }.map(\.hash))
    }
    let shared = words(region.a.lowerBound, pair.aText, pair.a)
      .intersection(words(region.b.lowerBound, pair.bText, pair.b))
    return shared.count >= 2
  }

  private var inner: [Edit] {
    region.edits.filter { !$0.isMatch && isTelling($0) }
  }

  /// What the fragment has before the matching words, where the other quotation has other words.
  private var head: Edit? {
    let (a, b) = (region.a.lowerBound, region.b.lowerBound)
    let count = min(a - aPiece.lowerBound, b - bPiece.lowerBound, Self.longest)
    guard count > 0 else { return nil }
    let edit = Edit(a: a - count..<a, b: b - count..<b, isMatch: false)
    return isWhole(a - count == aPiece.lowerBound, b - count == bPiece.lowerBound)
      && isTelling(edit) ? edit : nil
  }

  private var tail: Edit? {
    let (a, b) = (region.a.upperBound, region.b.upperBound)
    let count = min(aPiece.upperBound - a, bPiece.upperBound - b, Self.longest)
    guard count > 0 else { return nil }
    let edit = Edit(a: a..<a + count, b: b..<b + count, isMatch: false)
    return isWhole(a + count == aPiece.upperBound, b + count == bPiece.upperBound)
      && isTelling(edit) ? edit : nil
  }

  /// Whether the fragment's own end is reached: its words, not the other's, are all there are.
  private func isWhole(_ aEnds: Bool, _ bEnds: Bool) -> Bool {
    aEnds && aPiece.count <= Self.longest || bEnds && bPiece.count <= Self.longest
  }

  /// Whether words of meaning stand against each other, and not forms of one word.
  private func isTelling(_ edit: Edit) -> Bool {
    let (left, right) = (pair.aText.words[edit.a], pair.bText.words[edit.b])
    guard left.contains(where: \.isContent) || right.contains(where: \.isContent),
      !wording.isLight(left) || !wording.isLight(right), !pair.aText.isMarked(edit.a),
      !pair.bText.isMarked(edit.b), !wording.isSame(left, of: pair.a, right, of: pair.b)
    else { return false }
    return !left.contains { one in
      one.isContent && right.contains { wording.areForms(one, of: pair.a, $0, of: pair.b) }
    }
  }

  /// Whether neither article quotes the matching words anywhere else.
  private func isUnique(_ matched: [Edit]) -> Bool {
    guard let longest = matched.max(by: { $0.a.count < $1.a.count }) else { return false }
    return pair.aText.count(of: pair.aText.words[longest.a]) == 1
      && pair.bText.count(of: pair.bText.words[longest.b]) == 1
  }
}

extension QuotedText {
  /// How often the words stand in it.
  func count(of words: ArraySlice<Word>) -> Int {
    guard let first = words.first else { return 0 }
    return self.words.indices.count { at in
      self.words[at].key == first.key && at + words.count <= self.words.count
        && zip(self.words[at...], words).allSatisfy { $0.key == $1.key }
    }
  }
}
