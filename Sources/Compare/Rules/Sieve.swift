/// What must stand in a pair of sentences for a test to find anything in it.
enum Need: Sendable {
  /// Nothing that a look at the sentences one by one tells.
  case nothing
  /// One of these words in one of the sentences.
  case word(WordSet)
  /// One of these words in each of them.
  case words(WordSet)
  /// A phrase of these tables in one of the sentences.
  case phrase([PhraseTable])
  /// A phrase of the table in each of them.
  case phrases(PhraseTable)
  /// A fact of these types in each of them.
  case facts(FactTypes)
  /// A word in each of them that may be a name.
  case names
  /// Two words next to each other in each of them that may be the first and last name of a person.
  case fullNames
  /// That the texts are declared to be about the same thing.
  case declaration
}

/// Which rules are worth asking of a pair of sentences: of most pairs, few.
///
/// Every rule has a bit. What a sentence holds is marked once, however many sentences it is
/// compared with.
struct Sieve: Sendable {
  /// Hash of a word → index into `bits` and `openings`.
  private let words: FixedMap
  /// Rules that want the word.
  private let bits: [UInt64]
  /// Rules that want a phrase which may begin with the word.
  private let openings: [UInt64]
  /// The phrases that each rule wants, by its bit.
  private var phrases = [[PhraseTable]](repeating: [], count: 64)
  /// Types of facts, as a set of their bits, and the rules that want one of them.
  private var facts: [(types: UInt16, bit: UInt64)] = []
  /// Rules that want names, and full ones.
  private var names: UInt64 = 0
  private var fullNames: UInt64 = 0
  /// Rules that are asked of all pairs, of pairs with a mark on one side, and on both.
  private var always: UInt64 = 0
  private var either: UInt64 = 0
  private var both: UInt64 = 0
  private var declaration: UInt64 = 0

  /// - Parameter needs: of the rules, by number.
  init(_ needs: [Need]) {
    var wanted: [UInt64: (word: UInt64, opening: UInt64)] = [:]
    for (number, need) in needs.enumerated() {
      let bit = Self.bit(number)
      // The last bit is shared: its rules are asked always.
      switch number < Self.last ? need : .nothing {
      case .nothing: always |= bit
      case .declaration: declaration |= bit
      case .word(let words):
        either |= bit
        for word in words.hashes { wanted[word, default: (0, 0)].word |= bit }
      case .words(let words):
        both |= bit
        for word in words.hashes { wanted[word, default: (0, 0)].word |= bit }
      case .phrase(let tables):
        either |= bit
        phrases[number] = tables
      case .phrases(let table):
        both |= bit
        phrases[number] = [table]
      case .facts(let types):
        both |= bit
        facts.append((types.bits, bit))
      case .names:
        both |= bit
        names |= bit
      case .fullNames:
        both |= bit
        fullNames |= bit
      }
      for word in phrases[min(number, Self.last)].lazy.flatMap(\.firstTokens) {
        wanted[word, default: (0, 0)].opening |= bit
      }
    }
    bits = wanted.values.map(\.word)
    openings = wanted.values.map(\.opening)
    words = FixedMap(zip(wanted.keys, 0..<Int32(wanted.count)).map { (key: $0, value: $1) })
  }

  private static let last = 63

  private static func bit(_ rule: Int) -> UInt64 { 1 << UInt64(min(rule, last)) }

  /// What each sentence of a document holds.
  ///
  /// - Complexity: O(tokens + facts).
  func marks(_ document: Document, _ found: [Fact]) -> [UInt64] {
    let tokens = document.tokens
    var marks = document.sentences.map { sentence in
      var mark: UInt64 = 0
      var lastCapitalised = -3
      for at in sentence.tokens {
        let token = tokens[at]
        if token.flags.contains(.capitalised) {
          if at > sentence.tokens.lowerBound { mark |= names }
          // A full stop may stand between them: "J. Orr".
          if at - lastCapitalised <= 2 { mark |= fullNames }
          lastCapitalised = at
        }
        let index = Int(words[token.hash])
        guard index >= 0 else { continue }
        mark |= bits[index]
        let open = openings[index] & ~mark
        if open != 0 { mark |= begun(open, at: at, in: sentence.tokens, of: tokens) }
      }
      return mark
    }
    for at in found.indices {
      let type = found[at].type.bit
      for (types, bit) in facts where types & type != 0 { marks[found[at].sentence] |= bit }
    }
    return marks
  }

  /// Those of the rules that have a phrase which begins at the token.
  private func begun(
    _ rules: UInt64, at: Int, in sentence: Range<Int>, of tokens: [Token]
  ) -> UInt64 {
    var begun: UInt64 = 0
    var rest = rules
    while rest != 0 {
      let rule = rest.trailingZeroBitCount
      rest &= rest - 1
      let isThere = phrases[rule].contains {
        $0.match(tokens, at: at, end: sentence.upperBound) != nil
      }
      if isThere { begun |= Self.bit(rule) }
    }
    return begun
  }

  /// The rules to ask of two sentences with these marks.
  func asked(_ a: UInt64, _ b: UInt64, isDeclared: Bool) -> Asked {
    Asked(bits: always | (a | b) & either | a & b & both | (isDeclared ? declaration : 0))
  }

  /// A set of rules.
  struct Asked {
    fileprivate let bits: UInt64

    var isEmpty: Bool { bits == 0 }

    /// Calls `body` with the numbers of the rules, ascending, where there are `count` rules.
    func forEach(of count: Int, _ body: (Int) -> Void) {
      var rest = bits
      while rest != 0 {
        let rule = rest.trailingZeroBitCount
        rest &= rest - 1
        if rule < Sieve.last {
          body(rule)
        } else {
          for rule in rule..<max(rule, count) { body(rule) }
        }
      }
    }
  }
}
