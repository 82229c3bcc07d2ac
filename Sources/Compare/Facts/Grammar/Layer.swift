/// One layer at work: its automaton finds matches, its patterns make meanings of them.
struct Layer: Sendable {
  private let grammar: Grammar
  private var machine: Machine
  private var captures: [(capture: Int32, item: Int)] = []

  init(_ grammar: Grammar, _ number: Int, mostStates: Int, mostLocals: Int) {
    self.grammar = grammar
    machine = Machine(grammar, layer: number, mostStates: mostStates, mostLocals: mostLocals)
  }

  /// Puts one item in the place of each match, leftmost and longest.
  ///
  /// What is done moves together at the front of the items while the rest is looked at.
  ///
  /// - Complexity: O(items): a match is of bounded length, and at each item at most one run of the
  ///   automaton begins.
  mutating func run(
    over work: inout Workspace, _ surroundings: inout Surroundings, _ page: Page
  ) {
    var done = 0
    var at = 0
    while true {
      let start = machine.find(from: at, in: work)
      work.move(at..<start, to: done)
      done += start - at
      guard start < work.items.count else { break }
      let before = work.symbol(at: done - 1)
      if let (item, end) = settle(start, before: before, in: &work, &surroundings, page) {
        work.put(item, at: done)
        at = end
      } else {
        work.move(start..<start + 1, to: done)
        at = start + 1
      }
      done += 1
    }
    work.cut(at: done)
  }

  /// Takes the longest end that a pattern can make something of.
  ///
  /// - Returns: the item that stands for the match, and the index after the match.
  private mutating func settle(
    _ start: Int, before: Int32, in work: inout Workspace, _ surroundings: inout Surroundings,
    _ page: Page
  ) -> (item: Item, end: Int)? {
    for count in stride(from: machine.longest, to: 0, by: -1) {
      for index in machine.accepted(after: count) {
        let number = machine.pattern(at: index)
        let pattern = grammar.patterns[Int(number)]
        let after = work.symbol(at: start + count)
        guard surroundings.allow(pattern.sides, between: before, and: after, work.symbols) else {
          continue
        }
        machine.captures(at: index, count: count, from: start, into: &captures)
        guard let meaning = make(pattern, work, page) else { continue }
        let item = item(for: meaning, start..<start + count, &work, page.document)
        work.append(meaning, madeBy: number)
        return (item, start + count)
      }
    }
    return nil
  }

  /// A function of its own, so that nothing shares the meanings when one is appended to them: a
  /// copy for every match would make the run quadratic.
  @inline(never)
  private func make(
    _ pattern: Grammar.Pattern, _ work: Workspace, _ page: Page
  ) -> Meaning? {
    pattern.arguments.withUnsafeBufferPointer { sources in
      captures.withUnsafeBufferPointer { captures in
        work.items.withUnsafeBufferPointer { items in
          work.meanings.withUnsafeBufferPointer { meanings in
            pattern.maker.make(
              Arguments(
                sources, captures: captures, items: items, meanings: meanings, grammar: grammar,
                page: page))
          }
        }
      }
    }
  }

  /// The item that stands for a match, whose meaning is the next to be kept.
  private func item(
    for meaning: Meaning, _ range: Range<Int>, _ work: inout Workspace, _ document: Document
  ) -> Item {
    var traits = meaning.traits
    let first = work.items[range.lowerBound]
    var word: Int32 = -1
    var classSet: Int32 = 0
    // A number in one token keeps what else it could be: a day in digits, the word "one".
    if range.count == 1, case .number = meaning {
      let token = document.tokens[Int(first.start)]
      if first.word >= 0 {
        word = first.word
        classSet = grammar.words[word].classSet
      } else if token.kind == .number, first.end == first.start + 1 {
        traits.formUnion(Digits.traits(of: token, in: document.article.text))
        classSet = grammar.words.classSet(ofHash: token.hash)
      }
    }
    let writing = first.symbol & (Item.spaced | Item.capital)
    return Item(
      symbol: work.symbols.symbol(traits, writing, classSet: classSet), start: first.start,
      end: work.items[range.upperBound - 1].end, word: word,
      meaning: Int32(work.meanings.count))
  }
}
