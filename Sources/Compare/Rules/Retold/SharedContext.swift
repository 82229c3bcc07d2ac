/// What two values stand among: the content words that both sentences have, the rarer in the two
/// articles and the closer to the values the more telling.
///
/// A word that stands in every other sentence of an event ("wall", the president's name) says
/// little of which value is meant; one that stands in these two sentences only says much.
struct SharedContext {
  /// Terms that both sentences have besides the values.
  let terms: TermSet
  /// How telling they are together; from about 4 on the two sentences speak of one thing.
  let weight: Double
  /// Terms that stand within a few words of both values.
  let near: TermSet

  /// A distance from which words count alike.
  private static let farthest = 25
  /// Tokens at most to a term that is near.
  static let nearby = 6
  /// Added to the number of sentences: in short texts a word's rarity can't be told.
  private static let unseen: Float = 20

  /// - Complexity: O(tokens of both articles).
  init(
    _ first: Range<Int>, _ second: Range<Int>, in pair: SentencePair
  ) {
    let left = Self.distances(from: first, in: pair.aTokens, of: pair.a, pair.words)
    let right = Self.distances(from: second, in: pair.bTokens, of: pair.b, pair.words)
    let shared = TermSet(left.keys.filter { right[$0] != nil })
    var uses: [UInt32: Int] = [:]
    for document in [pair.a, pair.b] {
      for sentence in document.sentences {
        var seen: TermSet = []
        for at in sentence.tokens where document.tokens[at].kind == .word {
          let term = pair.words.vocabulary.term(document.tokens[at])
          if shared.contains(term), seen.insert(term) { uses[term, default: 0] += 1 }
        }
      }
    }
    let sentences = Float(pair.a.sentences.count + pair.b.sentences.count) + Self.unseen
    var weight = 0.0
    // In a fixed order: sums of fractions depend on it.
    for term in shared {
      let rarity = max(0, SentenceGrid.log(sentences / Float(max(2, uses[term] ?? 2))))
      let background = min(8, Term.weight(term)) / 4
      let spread = Self.spread(left[term] ?? 0) * Self.spread(right[term] ?? 0)
      weight += Double(rarity * background / spread.squareRoot())
    }
    self.weight = weight
    terms = shared
    near = TermSet(
      shared.lazy.filter { (left[$0] ?? 99) <= Self.nearby && (right[$0] ?? 99) <= Self.nearby })
  }

  private static func spread(_ distance: Int) -> Float { 1 + Float(max(0, distance - 1)) / 4 }

  /// How many tokens lie between the value and each content word of its sentence.
  private static func distances(
    from value: Range<Int>, in sentence: Range<Int>, of document: Document, _ words: ClauseWords
  ) -> [UInt32: Int] {
    var found: [UInt32: Int] = [:]
    for at in sentence where !value.contains(at) {
      guard let term = words.terms(CollectionOfOne(at), of: document).first else { continue }
      let distance = at < value.lowerBound ? value.lowerBound - at : at - value.upperBound + 1
      found[term] = min(found[term] ?? farthest, distance)
    }
    return found
  }
}
