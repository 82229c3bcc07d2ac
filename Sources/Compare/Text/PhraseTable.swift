/// Words and phrases found in tokens by their hashes, the longest first.
public struct PhraseTable: Sendable {
  /// One phrase: the hashes of its tokens behind the first, and its value in the lexicon.
  private struct Phrase: Sendable {
    let rest: [UInt64]
    let value: String
  }

  /// Hash of a phrase's first token → which of the `lists` it is in.
  private let firsts: FixedMap
  /// Phrases with one first token, the longest first.
  private let lists: [[Phrase]]
  /// Hashes of the tokens that a phrase begins with.
  let firstTokens: [UInt64]

  /// The phrases of a lexicon, cut into tokens as article text is.
  public init(_ lexicon: Lexicon) { self.init(lexicon, inflections: nil) }

  /// The same, with other forms of the words that begin them; a form that is listed itself stands
  /// for itself.
  init(_ lexicon: Lexicon, inflections: Inflections?) {
    var numbers = HashTable(capacity: 64)
    var firsts: [(key: UInt64, value: Int32)] = []
    var lists: [[Phrase]] = []
    var hashes: [UInt64] = []
    lexicon.forEachEntry { phrase, value in
      hashes.removeAll(keepingCapacity: true)
      Tokeniser.appendHashes(of: phrase, to: &hashes)
      guard let first = hashes.first else { return }
      let number = Int(numbers.insert(first, UInt32(lists.count)))
      if number == lists.count {
        lists.append([])
        firsts.append((first, Int32(number)))
      }
      lists[number].append(
        Phrase(rest: Array(hashes.dropFirst()), value: String(decoding: value, as: UTF8.self)))
    }
    if let inflections {
      lexicon.forEachEntry { word, _ in
        let number = numbers[Hash.of(word)]
        guard number != HashTable.none else { return }
        inflections.forEachForm(of: word) { form in
          guard numbers[form] == HashTable.none else { return }
          _ = numbers.insert(form, number)
          firsts.append((form, Int32(number)))
        }
      }
    }
    firstTokens = firsts.map(\.key)
    for number in lists.indices where lists[number].count > 1 {
      lists[number].sort { ($1.rest.count, $0.value) < ($0.rest.count, $1.value) }
    }
    self.lists = lists
    self.firsts = FixedMap(firsts)
  }

  /// The longest phrase that begins at token `at` and ends before `end`.
  public func match(_ tokens: [Token], at: Int, end: Int) -> (tokens: Range<Int>, value: String)? {
    guard at < end else { return nil }
    let number = firsts[tokens[at].hash]
    guard number >= 0 else { return nil }
    for phrase in lists[Int(number)] where at + phrase.rest.count < end {
      let rest = at + 1
      if phrase.rest.indices.allSatisfy({ tokens[rest + $0].hash == phrase.rest[$0] }) {
        return (at..<rest + phrase.rest.count, phrase.value)
      }
    }
    return nil
  }

  /// All phrases in `range`, left to right, not overlapping.
  public func matches(_ tokens: [Token], in range: Range<Int>) -> [(
    tokens: Range<Int>, value: String
  )] {
    var found: [(tokens: Range<Int>, value: String)] = []
    var at = range.lowerBound
    while at < range.upperBound {
      // Most words begin no phrase.
      if firsts.contains(tokens[at].hash), let hit = match(tokens, at: at, end: range.upperBound) {
        found.append(hit)
        at = hit.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }
}

extension Lexicons {
  /// The phrases of the lexicon `name`; none when there is no such lexicon.
  package func phrases(_ name: String) -> PhraseTable {
    PhraseTable(self[name] ?? Lexicon(name: name, about: "", entries: [:]))
  }
}
