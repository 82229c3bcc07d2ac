/// Where a maker's argument comes from.
enum ArgumentSource: Sendable {
  /// A capture of the pattern, with the word classes that it can have its value from.
  case capture(Int32, classes: [Int])
  case number(Double)
  case text(String)
}

/// What a maker makes a meaning from.
struct Arguments {
  let sources: [(name: String, source: ArgumentSource)]
  let captures: [(capture: Int32, item: Int)]
  let items: [Item]
  let meanings: [Meaning]
  let words: WordTable
  let document: Document
  let tables: NormalizationFile

  private func source(_ name: String) -> ArgumentSource? {
    for (known, source) in sources where known == name { return source }
    return nil
  }

  /// The items that the argument's capture took; none when that part was left out.
  func items(_ name: String) -> [Item] {
    guard case .capture(let number, _) = source(name) else { return [] }
    return captures.filter { $0.capture == number }.map { items[$0.item] }
  }

  func meaning(_ name: String) -> Meaning? {
    guard let item = items(name).first, item.meaning >= 0 else { return nil }
    return meanings[Int(item.meaning)]
  }

  /// The value that a lexicon gives the captured word, or the literal.
  func text(_ name: String) -> String? {
    switch source(name) {
    case .text(let text): return text
    case .number(let number): return Amount.text(number)
    case .capture(_, let classes):
      return items(name).first.flatMap { lexicon($0, classes)?.text }
    case nil: return nil
    }
  }

  private func lexicon(_ item: Item, _ classes: [Int]) -> WordTable.LexiconValue? {
    guard item.word >= 0 else { return nil }
    let values = words.values[Int(item.word)]
    for number in classes { if let value = values[number] { return value } }
    return nil
  }

  /// A number, whether literal, from a lexicon, written in digits or made by a layer below.
  func number(_ name: String) -> Double? {
    switch source(name) {
    case .number(let number): return number
    case .text(let text): return Double(text)
    case .capture(_, let classes): return items(name).first.flatMap { number($0, classes) }
    case nil: return nil
    }
  }

  /// The numbers of a capture that took several items.
  func numbers(_ name: String) -> [Double?] {
    guard case .capture(_, let classes) = source(name) else { return [] }
    return items(name).map { number($0, classes) }
  }

  private func number(_ item: Item, _ classes: [Int]) -> Double? {
    if let value = lexicon(item, classes) { return value.number.isNaN ? nil : value.number }
    if item.meaning >= 0 {
      if case .number(let amount, _) = meanings[Int(item.meaning)] { return amount.value }
      return nil
    }
    return Digits.value(of: document.tokens[Int(item.start)], in: document.article.text)
  }

  func int(_ name: String) -> Int? {
    guard let value = number(name), value == value.rounded(), abs(value) < 1e9 else { return nil }
    return Int(value)
  }

  /// A number with its bounds.
  func amount(_ name: String) -> Amount? {
    if case .number(let amount, _) = meaning(name) { return amount }
    return number(name).map { Amount($0) }
  }

  func moment(_ name: String) -> Moment? {
    if case .moment(let moment) = meaning(name) { return moment }
    return nil
  }

  func span(_ name: String) -> Span? {
    if case .duration(let span) = meaning(name) { return span }
    return nil
  }

  func unit(_ name: String) -> TimeUnit? { text(name).flatMap { TimeUnit(rawValue: $0) } }
}
