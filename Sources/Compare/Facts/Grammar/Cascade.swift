/// What one run of the grammar over a document works in.
///
/// Kept between documents, so that the automata's states are made once.
struct Cascade: Sendable {
  private let grammar: Grammar
  private var symbols: Symbols
  private var machines: [Machine]
  private(set) var items: [Item] = []
  private var out: [Item] = []
  private(set) var meanings: [Meaning] = []
  /// Which pattern made each meaning.
  private(set) var makers: [Int32] = []
  private var ends: [(end: Int, state: UInt16)] = []
  private var captures: [(capture: Int32, item: Int)] = []

  /// - Parameters: sizes of the automata's tables, for `Machine`.
  init(_ grammar: Grammar, mostStates: Int = 16_000, mostLocals: Int = 4_000) {
    self.grammar = grammar
    symbols = Symbols(grammar.words)
    machines = grammar.networks.map {
      Machine($0, mostStates: mostStates, mostLocals: mostLocals)
    }
  }

  /// Runs all layers; `items` and `meanings` then hold what was found.
  ///
  /// - Complexity: O(tokens): a match is of bounded length, and each layer begins at most one run
  ///   of the automaton at each item.
  mutating func run(_ document: Document) {
    items.removeAll(keepingCapacity: true)
    meanings.removeAll(keepingCapacity: true)
    makers.removeAll(keepingCapacity: true)
    read(document)
    let page = Arguments.Page(document)
    for layer in machines.indices { run(layer, page) }
  }

  // MARK: Reading

  /// Turns tokens into items: known words and phrases, digits, signs; runs of other words are one
  /// item, and the end of a sentence is one, too.
  private mutating func read(_ document: Document) {
    let words = grammar.words
    let text = document.article.text
    document.tokens.withUnsafeBufferPointer { tokens in
      for sentence in document.sentences {
        var at = sentence.tokens.lowerBound
        let end = sentence.tokens.upperBound
        var runStart = -1
        func closeRun() {
          guard runStart >= 0 else { return }
          appendRun(tokens, runStart, at, isFirst: runStart == sentence.tokens.lowerBound)
          runStart = -1
        }
        while at < end {
          let token = tokens[at]
          var writing: Int32 = token.flags.contains(.spaceBefore) ? Item.spaced : 0
          if token.flags.contains(.capitalised) { writing |= Item.capital }
          if token.kind == .number {
            closeRun()
            let word = words.word(token.hash)
            let symbol = symbols.symbol(
              Digits.traits(of: token, in: text), writing,
              classSet: word >= 0 ? words.classSet[Int(word)] : 0)
            items.append(
              Item(symbol: symbol, start: Int32(at), end: Int32(at + 1), word: -1, meaning: -1))
            at += 1
            continue
          }
          var word = words.word(token.hash)
          if word >= 0 {
            closeRun()
            var next = at + 1
            if words.beginsPhrase[Int(word)] {
              var node = word
              var probe = at + 1
              while probe < end {
                let follower = words.word(tokens[probe].hash)
                guard follower >= 0,
                  let step = words.phraseSteps[UInt64(UInt32(node)) << 32 | UInt64(follower)]
                else { break }
                node = step
                probe += 1
                if let whole = words.phraseEnds[node] { (word, next) = (whole, probe) }
              }
            }
            let symbol = Symbols.word(words.classSet[Int(word)], writing)
            items.append(
              Item(symbol: symbol, start: Int32(at), end: Int32(next), word: word, meaning: -1))
            at = next
            continue
          }
          if token.kind == .word {
            if runStart < 0 { runStart = at }
          } else {
            closeRun()
            items.append(
              Item(
                symbol: symbols.symbol(Self.sign(token), writing), start: Int32(at),
                end: Int32(at + 1), word: -1, meaning: -1))
          }
          at += 1
        }
        closeRun()
        items.append(
          Item(
            symbol: symbols.symbol(.edge, 0), start: Int32(end), end: Int32(end), word: -1,
            meaning: -1))
      }
    }
  }

  private static func sign(_ token: Token) -> Traits {
    switch token.kind {
    case .openQuote, .closeQuote, .straightQuote: .quoteMark
    default: .sign
    }
  }

  private mutating func appendRun(
    _ tokens: UnsafeBufferPointer<Token>, _ start: Int, _ end: Int, isFirst: Bool
  ) {
    var traits: Traits = .letters
    let first = tokens[start]
    let last = tokens[end - 1]
    if first.flags.contains(.capitalised) {
      traits.insert(.nameAfter)
    } else {
      traits.insert(.word)
    }
    if last.flags.contains(.capitalised), !(isFirst && end == start + 1) {
      traits.insert(.nameBefore)
    }
    var writing: Int32 = first.flags.contains(.spaceBefore) ? Item.spaced : 0
    if first.flags.contains(.capitalised) { writing |= Item.capital }
    items.append(
      Item(
        symbol: symbols.symbol(traits, writing), start: Int32(start), end: Int32(end), word: -1,
        meaning: -1))
  }

  // MARK: Layers

  private mutating func run(_ layer: Int, _ page: Arguments.Page) {
    out.removeAll(keepingCapacity: true)
    var at = 0
    while true {
      let start = machines[layer].find(from: at, in: items, symbols: symbols, ends: &ends)
      if start > at { out.append(contentsOf: items[at..<start]) }
      guard start < items.count else { break }
      if let end = settle(layer, start, page) {
        at = end
      } else {
        out.append(items[start])
        at = start + 1
      }
    }
    swap(&items, &out)
  }

  /// Takes the longest end that a pattern can make something of.
  private mutating func settle(_ layer: Int, _ start: Int, _ page: Arguments.Page) -> Int? {
    var traced: Int32 = -1
    for index in ends.indices.reversed() {
      let (end, state) = ends[index]
      for number in machines[layer].accepts(state) {
        let pattern = grammar.patterns[Int(number)]
        if !pattern.isPlain,
          !fits(pattern, before: out.last, after: end < items.count ? items[end] : nil)
        {
          continue
        }
        // A shorter end of the same pattern lies on the paths of the longest.
        if traced != number {
          machines[layer].trace(number, over: items, start..<end, symbols: symbols)
          traced = number
        }
        machines[layer].captures(count: end - start, from: start, into: &captures)
        guard let meaning = make(pattern, page) else { continue }
        makers.append(number)
        append(meaning, start, end, page.document)
        return end
      }
    }
    return nil
  }

  /// A function of its own, so that nothing shares the meanings when one is appended to them: a
  /// copy for every match would make the run quadratic.
  @inline(never)
  private func make(_ pattern: Grammar.Pattern, _ page: Arguments.Page) -> Meaning? {
    pattern.maker.make(
      Arguments(
        of: pattern, captures: captures, items: items, meanings: meanings, grammar: grammar,
        page: page))
  }

  private mutating func append(_ meaning: Meaning, _ start: Int, _ end: Int, _ document: Document) {
    var traits = meaning.traits
    let first = items[start]
    var word: Int32 = -1
    var classSet: Int32 = 0
    // A number in one token keeps what else it could be: a day in digits, the word "one".
    if end == start + 1, case .number = meaning {
      let token = document.tokens[Int(first.start)]
      if first.word >= 0 {
        word = first.word
        classSet = grammar.words.classSet[Int(word)]
      } else if token.kind == .number, first.end == first.start + 1 {
        traits.formUnion(Digits.traits(of: token, in: document.article.text))
        let known = grammar.words.word(token.hash)
        if known >= 0 { classSet = grammar.words.classSet[Int(known)] }
      }
    }
    out.append(
      Item(
        symbol: symbols.symbol(traits, first.symbol & 3, classSet: classSet), start: first.start,
        end: items[end - 1].end, word: word, meaning: Int32(meanings.count)))
    meanings.append(meaning)
  }

  private func fits(_ pattern: Grammar.Pattern, before: Item?, after: Item?) -> Bool {
    func meets(_ labels: [Label], _ item: Item?) -> Bool {
      guard let item else { return labels.contains { $0.wanted == .trait(.edge) } }
      return labels.contains { symbols.meets($0, item.symbol) }
    }
    if !pattern.precededBy.isEmpty, !meets(pattern.precededBy, before) { return false }
    if !pattern.notPrecededBy.isEmpty, meets(pattern.notPrecededBy, before) { return false }
    if !pattern.followedBy.isEmpty, !meets(pattern.followedBy, after) { return false }
    if !pattern.notFollowedBy.isEmpty, meets(pattern.notFollowedBy, after) { return false }
    return true
  }
}
