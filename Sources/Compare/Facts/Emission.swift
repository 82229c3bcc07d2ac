/// Turns what the cascade found into facts: resolves times, writes values.
struct Emission {
  let grammar: Grammar
  private let page: Page
  private let resolver: Resolver
  private var context = Context()
  private var sentence = 0
  private var narrative = Narrative()
  private let tenses: TenseReader
  private var found: [Fact] = []
  private var nextQuotation = 0
  /// Whether the article was looked through for what tells day and month apart.
  private var knowsOrder = false

  init(grammar: Grammar, page: Page) {
    self.grammar = grammar
    self.page = page
    resolver = Resolver(parts: grammar.tables.parts)
    tenses = TenseReader(words: grammar.words, classes: grammar.tenses, page: page)
    context.published = page.document.article.published
  }

  private var document: Document {
    _read { yield page.document }
  }

  /// Takes what the cascade found in some sentences, which follow those taken before.
  ///
  /// - Complexity: O(items): what the cascade found is in order but for the ends of intervals,
  ///   which stand beside them.
  mutating func take(_ work: Workspace) {
    let first = found.count
    for item in work.items where item.meaning >= 0 {
      quote(before: Int(item.start))
      emit(work.meanings[Int(item.meaning)], of: item)
    }
    sort(from: first)
  }

  private mutating func sort(from first: Int) {
    found.withUnsafeMutableBufferPointer { found in
      for index in found.indices.dropFirst(first) {
        var at = index
        while at > first, Self.comesFirst(found[at].range, found[at - 1].range) {
          found.swapAt(at, at - 1)
          at -= 1
        }
      }
    }
  }

  /// All facts in document order; of two that begin together the longer first.
  mutating func facts() -> [Fact] {
    quote(before: document.tokens.count)
    return found
  }

  private static func comesFirst(_ a: TextRange, _ b: TextRange) -> Bool {
    a.start != b.start ? a.start < b.start : a.end > b.end
  }

  private mutating func emit(_ meaning: Meaning, of item: Item) {
    let tokens = Int(item.start)..<Int(item.end)
    while sentence + 1 < document.sentences.count,
      document.sentences[sentence + 1].tokens.lowerBound <= tokens.lowerBound
    {
      sentence += 1
      context.sentenceDay = nil
    }
    let range = document.range(tokens)
    func fact(
      _ type: FactType, _ value: String, _ amount: Amount, unit: String? = nil
    ) -> Fact {
      Fact(
        type: type, range: range, tokens: tokens, value: value, mod: amount.mod,
        bounds: amount.bounds, unit: unit, sentence: sentence, isResolved: true)
    }
    switch meaning {
    case .nothing: break
    case .number(let amount, let form):
      if form.contains(.silent) { return }
      if form.contains(.ordinal) {
        found.append(fact(.ordinal, amount.text, amount))
      } else if let upper = amount.upper {
        found.append(
          fact(.numberRange, "[\(Amount.text(amount.value)),\(Amount.text(upper))]", amount))
      } else {
        found.append(fact(.number, amount.text, amount))
      }
    case .percent(let amount, let unit):
      found.append(fact(.percent, amount.text, amount, unit: unit))
    case .money(let amount, let currency):
      found.append(fact(.money, amount.text, amount, unit: currency))
    case .quantity(let amount, let unit):
      found.append(measured(fact(.quantity, amount.text, amount, unit: unit), in: unit))
    case .temperature(let amount, let unit):
      found.append(measured(fact(.temperature, amount.text, amount, unit: unit), in: unit))
    case .age(let amount, let unit): found.append(fact(.age, amount.text, amount, unit: unit))
    case .duration(let span):
      found.append(
        Fact(
          type: .duration, range: range, tokens: tokens, value: span.value, mod: span.mod,
          bounds: span.bounds, sentence: sentence))
    case .recurring(let value, let bounds):
      found.append(
        Fact(
          type: .set, range: range, tokens: tokens, value: value, bounds: bounds,
          sentence: sentence))
    case .moment(let moment): emit(moment, tokens)
    case .several(let parts): for part in parts { emit(part.meaning, of: part.item) }
    case .interval(let from, let to, let ends):
      context.tense = tenses.tense(of: tokens, in: document.sentences[sentence].tokens)
      let settled = resolver.settled(from, to, in: context)
      for (number, end) in ends.enumerated() {
        let isLast = ends.count > 1 ? number == 1 : Int(end.item.end) == tokens.upperBound
        emit(isLast ? settled.to : settled.from, Int(end.item.start)..<Int(end.item.end))
      }
      emit(settled.from, settled.to, tokens, areTold: !ends.isEmpty)
    }
  }

  /// With its bounds in the base unit, where the unit has one.
  private func measured(_ fact: Fact, in unit: String) -> Fact {
    guard let measure = grammar.measures.value[unit] else { return fact }
    var fact = fact
    fact.measure = measure
    let bounds = measure.inBase(fact.bounds)
    fact.bounds = Bounds(low: bounds.low.map(Amount.clean), high: bounds.high.map(Amount.clean))
    return fact
  }

  private mutating func emit(_ moment: Moment, _ tokens: Range<Int>) {
    guard var resolved = resolve(moment, tokens) else { return }
    if !moment.isTime { resolved.bounds = limited(resolved.bounds, tokens) }
    found.append(
      Fact(
        type: moment.isTime ? .time : moment.feast != nil && resolved.isStretch ? .interval : .date,
        range: document.range(tokens), tokens: tokens,
        value: resolved.value, mod: moment.mod, bounds: resolved.bounds,
        unit: moment.zone.map { $0 == 0 ? "Z" : Resolver.offset($0) }, sentence: sentence,
        isResolved: resolved.isResolved, isHalfOpen: moment.isHalfOpen))
  }

  private static let earlier = Hash.of("earlier")
  private static let later = Hash.of("later")

  /// "Earlier this week" ends the day before it is written.
  private func limited(_ bounds: Bounds, _ tokens: Range<Int>) -> Bounds {
    guard let today = document.article.published.map({ Double($0.day.serial) }),
      let low = bounds.low, let high = bounds.high, low < high, low <= today, today <= high
    else { return bounds }
    return switch document.tokens[tokens.lowerBound].hash {
    case Self.earlier where low < today: Bounds(low: low, high: today - 1)
    case Self.later where today < high: Bounds(low: today + 1, high: high)
    default: bounds
    }
  }

  /// A stretch between two moments; nothing when the end would come first.
  private mutating func emit(
    _ from: Moment, _ to: Moment, _ tokens: Range<Int>, areTold: Bool
  ) {
    guard let start = resolve(from, tokens, isTold: areTold),
      let end = resolve(to, tokens, isTold: areTold)
    else { return }
    if let first = start.day, let last = end.day, first > last { return }
    let isDays = !from.isTime && !to.isTime
    found.append(
      Fact(
        type: .interval, range: document.range(tokens), tokens: tokens,
        value: "\(start.value)/\(end.value)", mod: from.mod,
        bounds: isDays
          ? Bounds(low: start.bounds.low, high: end.bounds.high)
          : Bounds(
            low: start.day.map { Double($0.serial) }, high: end.day.map { Double($0.serial) }),
        sentence: sentence, isResolved: start.isResolved && end.isResolved))
  }

  /// `isTold`: the moment was told already, as an end of the stretch that is now resolved.
  private mutating func resolve(
    _ moment: Moment, _ tokens: Range<Int>, isTold: Bool = false
  ) -> Resolved? {
    context.tense = tenses.tense(of: tokens, in: document.sentences[sentence].tokens)
    if moment.isOrderOpen, !knowsOrder {
      knowsOrder = true
      context.isDayFirst = isDayFirst
    }
    let resolved = resolver.resolve(moment, in: context)
    if let resolved, !isTold {
      let all = document.sentences[sentence].tokens
      narrative.tell(
        moment, resolved, opensSentence: tokens.lowerBound - all.lowerBound <= 2,
        isHeading: tokens == all,
        isAside: tokens.lowerBound > all.lowerBound
          && tenses.isAttribute(before: tokens.lowerBound), in: &context)
    }
    return resolved
  }

  /// Whether one of the article's dates in figures can only have the day first ("18/3/2025"), or
  /// only the month; `nil` where there is neither, or both.
  private var isDayFirst: Bool? {
    var isDay = false
    var isMonth = false
    let tokens = document.tokens
    func number(_ at: Int) -> Double {
      Digits.value(of: tokens[at], in: document.article.text) ?? 0
    }
    func isSlash(_ at: Int) -> Bool {
      let range = tokens[at].range
      return range.count == 1 && document.article.text[range.start] == UInt8(ascii: "/")
    }
    for at in tokens.indices.dropLast(4) where isSlash(at + 1) && isSlash(at + 3) {
      let (first, second) = (number(at), number(at + 2))
      guard number(at + 4) > 0, first >= 1, second >= 1 else { continue }
      if (13...31).contains(first), second <= 12 { isDay = true }
      if (13...31).contains(second), first <= 12 { isMonth = true }
    }
    return isDay == isMonth ? nil : isDay
  }

  // MARK: Quotations

  /// The quotations that begin before a token, from the one told last on.
  private mutating func quote(before token: Int) {
    while nextQuotation < document.quotations.count,
      document.quotations[nextQuotation].tokens.lowerBound <= token
    {
      let quotation = document.quotations[nextQuotation]
      nextQuotation += 1
      guard quotation.inner.contains(where: { document.tokens[$0].isWord }) else { continue }
      found.append(
        Fact(
          type: .quote, range: document.range(quotation.tokens), tokens: quotation.tokens,
          value: words(of: quotation), bounds: Bounds(low: nil, high: nil),
          sentence: document.sentence(ofToken: quotation.tokens.lowerBound)))
    }
  }

  /// The words of a quotation: lower case, straight apostrophes, no thousands commas.
  private func words(of quotation: Quotation) -> String {
    var words = ByteBuffer(capacity: document.range(quotation.inner).count)
    document.article.text.withUnsafeBufferPointer { text in
      for index in quotation.inner where document.tokens[index].isWord {
        if words.count > 0 { words.append(UInt8(ascii: " ")) }
        Self.appendNormal(
          UnsafeBufferPointer(rebasing: text[document.tokens[index].range.bytes]), to: &words)
      }
    }
    return words.string
  }

  private static func appendNormal(
    _ word: UnsafeBufferPointer<UInt8>, to words: inout ByteBuffer
  ) {
    let start = words.count
    var at = 0
    while at < word.count {
      let byte = word[at]
      switch byte {
      case UInt8(ascii: ","): break
      case 0x41...0x5A: words.append(byte | 0x20)
      case 0..<0x80: words.append(byte)
      case 0xE2 where at + 2 < word.count && word[at + 1] == 0x80 && word[at + 2] == 0x99:
        words.append(UInt8(ascii: "'"))
        at += 2
      default:
        // Other letters have their own lower case.
        words.cut(to: start)
        for scalar in String(decoding: word, as: UTF8.self).lowercased().unicodeScalars
        where scalar != "," {
          words.append(utf8: scalar == "\u{2019}" ? "'" : String(scalar))
        }
        return
      }
      at += 1
    }
  }
}
