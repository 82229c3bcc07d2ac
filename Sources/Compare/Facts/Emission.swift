/// Turns what the cascade found into facts: resolves times, writes values.
struct Emission {
  let grammar: Grammar
  let document: Document
  let cascade: Cascade
  private let resolver: Resolver
  private var context = Context()
  private var sentence = 0
  private var tenseOf = -1
  private var farYears = 0
  private var nearYears = 0
  private var found: [Fact] = []

  init(grammar: Grammar, document: Document, cascade: Cascade) {
    self.grammar = grammar
    self.document = document
    self.cascade = cascade
    resolver = Resolver(parts: grammar.tables.parts)
    context.published = document.article.published
  }

  /// In document order; of two that begin together the longer first.
  mutating func facts() -> [Fact] {
    for item in cascade.items where item.meaning >= 0 { emit(item) }
    quotations()
    return found.enumerated().sorted {
      let (a, b) = ($0.element, $1.element)
      if a.range.start != b.range.start { return a.range.start < b.range.start }
      return a.range.end != b.range.end ? a.range.end > b.range.end : $0.offset < $1.offset
    }.map(\.element)
  }

  private mutating func emit(_ item: Item) {
    let tokens = Int(item.start)..<Int(item.end)
    while sentence + 1 < document.sentences.count,
      document.sentences[sentence + 1].tokens.lowerBound <= tokens.lowerBound
    {
      sentence += 1
    }
    let range = document.range(tokens)
    func fact(
      _ type: FactType, _ value: String, _ amount: Amount, unit: String? = nil
    ) -> Fact {
      Fact(
        type: type, range: range, tokens: tokens, value: value, mod: amount.mod,
        bounds: amount.bounds, unit: unit, sentence: sentence, isResolved: true)
    }
    switch cascade.meanings[Int(item.meaning)] {
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
    case .percent(let amount): found.append(fact(.percent, amount.text, amount))
    case .money(let amount, let currency):
      found.append(fact(.money, amount.text, amount, unit: currency))
    case .quantity(let amount, let unit):
      found.append(fact(.quantity, amount.text, amount, unit: unit))
    case .temperature(let amount, let unit):
      found.append(fact(.temperature, amount.text, amount, unit: unit))
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
    case .moment(let moment):
      if let resolved = resolve(moment) {
        found.append(
          Fact(
            type: moment.isTime ? .time : .date, range: range, tokens: tokens,
            value: resolved.value, mod: moment.mod, bounds: resolved.bounds,
            unit: moment.zone.map { $0 == 0 ? "Z" : Resolver.offset($0) }, sentence: sentence,
            isResolved: resolved.isResolved))
      }
    case .interval(let from, let to):
      guard let start = resolve(from), let end = resolve(to) else { return }
      found.append(
        Fact(
          type: .interval, range: range, tokens: tokens, value: "\(start.value)/\(end.value)",
          mod: from.mod, bounds: Bounds(low: start.bounds.low, high: end.bounds.high),
          sentence: sentence, isResolved: start.isResolved && end.isResolved))
    }
  }

  private mutating func resolve(_ moment: Moment) -> Resolved? {
    if tenseOf != sentence {
      context.tense = tense(of: document.sentences[sentence].tokens)
      tenseOf = sentence
    }
    let resolved = resolver.resolve(moment, in: context)
    if let day = resolved?.day, !moment.isTime || moment.day != nil {
      context.last = day
      if let published = context.published, let year = moment.year, !moment.isShortYear {
        // A text full of years long past tells of them; one such year in a news story does not.
        if published.day.year - year >= 3 { farYears += 1 } else { nearYears += 1 }
        context.narrativeYear =
          farYears > 3 * nearYears + 3 && published.day.year > year ? year : nil
      }
    }
    return resolved
  }

  /// Whether the sentence looks ahead or back, by its auxiliaries and verbs.
  private func tense(of tokens: Range<Int>) -> Context.Tense {
    var isPast = false
    for index in tokens {
      let word = grammar.vocabulary.word(document.tokens[index].hash)
      guard word >= 0 else { continue }
      let classes = grammar.vocabulary.classSets[Int(grammar.vocabulary.classSet[Int(word)])]
      if classes.contains(grammar.future) { return .future }
      if classes.contains(grammar.past) { isPast = true }
    }
    return isPast ? .past : .unknown
  }

  // MARK: Quotations

  private mutating func quotations() {
    for quotation in document.quotations where !quotation.inner.isEmpty {
      let words = quotation.inner.filter { document.tokens[$0].isWord }
      guard !words.isEmpty else { continue }
      found.append(
        Fact(
          type: .quote, range: document.range(quotation.tokens), tokens: quotation.tokens,
          value: words.map { Self.normal(document.string($0..<$0 + 1)) }.joined(separator: " "),
          bounds: Bounds(low: nil, high: nil),
          sentence: document.sentence(ofToken: quotation.tokens.lowerBound)))
    }
  }

  /// Lower case, straight apostrophes, no thousands commas.
  private static func normal(_ word: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in word.lowercased().unicodeScalars where scalar != "," {
      scalars.append(scalar == "\u{2019}" ? "'" : scalar)
    }
    return String(scalars)
  }
}
