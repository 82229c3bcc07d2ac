/// Where a maker's argument comes from.
enum ArgumentSource: Sendable {
  /// A capture of the pattern, with the word classes that it can have its value from.
  case capture(Int32, classes: [Int])
  case number(Double)
  case text(String)
}

/// The name of a maker's parameter, as a number that is quickly compared.
struct ParameterName: ExpressibleByStringLiteral, Equatable, Sendable {
  private let hash: UInt64

  init(_ name: String) { hash = name.utf8.reduce(0) { $0 &* 0x100_0000_01B3 ^ UInt64($1) } }

  init(stringLiteral name: StaticString) {
    var hash: UInt64 = 0
    for at in 0..<name.utf8CodeUnitCount {
      hash = hash &* 0x100_0000_01B3 ^ UInt64(name.utf8Start[at])
    }
    self.hash = hash
  }
}

/// What a maker makes a meaning from; valid only while it does, and so keeps nothing alive.
struct Arguments {
  typealias Source = (name: ParameterName, source: ArgumentSource)

  private let sources: UnsafeBufferPointer<Source>
  let captures: UnsafeBufferPointer<(capture: Int32, item: Int)>
  let items: UnsafeBufferPointer<Item>
  let meanings: UnsafeBufferPointer<Meaning>
  unowned(unsafe) let grammar: Grammar
  unowned(unsafe) private let page: Page

  init(
    _ sources: UnsafeBufferPointer<Source>,
    captures: UnsafeBufferPointer<(capture: Int32, item: Int)>,
    items: UnsafeBufferPointer<Item>, meanings: UnsafeBufferPointer<Meaning>, grammar: Grammar,
    page: Page
  ) {
    self.sources = sources
    self.captures = captures
    self.items = items
    self.meanings = meanings
    self.grammar = grammar
    self.page = page
  }

  var document: Document { _read { yield page.document } }

  private func source(_ name: ParameterName) -> ArgumentSource? {
    for (known, source) in sources where known == name { return source }
    return nil
  }

  /// The items that the argument's capture took; none when that part was left out.
  func items(_ name: ParameterName) -> [Item] {
    guard case .capture(let number, _) = source(name) else { return [] }
    var found: [Item] = []
    for taken in captures where taken.capture == number { found.append(items[taken.item]) }
    return found
  }

  /// The first item that the argument's capture took.
  func first(_ name: ParameterName) -> Item? {
    guard case .capture(let number, _) = source(name) else { return nil }
    return first(number)
  }

  private func first(_ capture: Int32) -> Item? {
    for taken in captures where taken.capture == capture { return items[taken.item] }
    return nil
  }

  func meaning(_ name: ParameterName) -> Meaning? {
    guard let item = first(name), item.meaning >= 0 else { return nil }
    return meanings[Int(item.meaning)]
  }

  /// The value that a lexicon gives the captured word, or the literal.
  func text(_ name: ParameterName) -> String? {
    switch source(name) {
    case .text(let text): return text
    case .number(let number): return Amount.text(number)
    case .capture(let number, let classes):
      return first(number).flatMap { item in
        value(of: item, in: classes).map { grammar.words.text(atValue: $0) }
      }
    case nil: return nil
    }
  }

  private func value(of item: Item, in classes: [Int]) -> Int? {
    item.word >= 0 ? grammar.words.valueIndex(of: item.word, in: classes) : nil
  }

  /// A number, whether literal, from a lexicon, written in digits or made by a layer below.
  func number(_ name: ParameterName) -> Double? {
    switch source(name) {
    case .number(let number): return number
    case .text(let text): return Double(text)
    case .capture(let taken, let classes): return first(taken).flatMap { number($0, classes) }
    case nil: return nil
    }
  }

  /// The numbers of a capture that took several items.
  func numbers(_ name: ParameterName) -> [Double?] {
    guard case .capture(let number, let classes) = source(name) else { return [] }
    var numbers: [Double?] = []
    for taken in captures where taken.capture == number {
      numbers.append(self.number(items[taken.item], classes))
    }
    return numbers
  }

  private func number(_ item: Item, _ classes: [Int]) -> Double? {
    if let value = value(of: item, in: classes) {
      let number = grammar.words.number(atValue: value)
      return number.isNaN ? nil : number
    }
    if item.meaning >= 0 {
      if case .number(let amount, _) = meanings[Int(item.meaning)] { return amount.value }
      return nil
    }
    return Digits.value(of: document.tokens[Int(item.start)], in: document.article.text)
  }

  func int(_ name: ParameterName) -> Int? {
    guard let value = number(name), value == value.rounded(), abs(value) < 1e9 else { return nil }
    return Int(value)
  }

  /// A number with its bounds.
  func amount(_ name: ParameterName) -> Amount? {
    if case .number(let amount, _) = meaning(name) { return amount }
    return number(name).map { Amount($0) }
  }

  func moment(_ name: ParameterName) -> Moment? {
    if case .moment(let moment) = meaning(name) { return moment }
    return nil
  }

  func span(_ name: ParameterName) -> Span? {
    if case .duration(let span) = meaning(name) { return span }
    return nil
  }

  func unit(_ name: ParameterName) -> TimeUnit? { text(name).flatMap { TimeUnit(rawValue: $0) } }
}
