/// The formats of `extract`.
public enum FactFormat: String, Sendable, CaseIterable {
  case text, json, jsonl
}

/// Writes the facts of documents, for `extract`.
public struct FactReporter: Sendable {
  let format: FactFormat
  let style: TextStyle

  public init(_ format: FactFormat, usesColor: Bool = false) {
    self.format = format
    style = TextStyle(usesColor: usesColor)
  }

  /// - Parameter facts: a list for each document.
  public func write(
    _ documents: [Document], facts: [[Fact]], to output: inout some TextOutputStream
  ) {
    switch format {
    case .text:
      for (document, facts) in zip(documents, facts) {
        writeText(document, facts: facts, to: &output)
      }
    case .json:
      let all = zip(documents, facts).flatMap { document, facts in
        facts.map { JSONValue.fact($0, in: document) }
      }
      JSONValue.array(all).write(to: &output, indent: 1)
      output.write("\n")
    case .jsonl:
      for (document, facts) in zip(documents, facts) {
        for fact in facts {
          JSONValue.fact(fact, in: document).write(to: &output)
          output.write("\n")
        }
      }
    }
  }
}

extension JSONValue {
  static func fact(_ fact: Fact, in document: Document) -> JSONValue {
    let article = document.article
    return .object([
      "document": .string(article.id),
      "start": .integer(article.scalar(fact.range.start)),
      "end": .integer(article.scalar(fact.range.end)),
      "text": .string(article.string(fact.range)),
      "type": .string(fact.type.rawValue),
      "value": .string(fact.value),
      "mod": .optional(fact.mod?.rawValue),
      "low": bound(fact.bounds.low, of: fact.type),
      "high": bound(fact.bounds.high, of: fact.type),
      "unit": .optional(fact.unit),
      "sentence": .string(article.string(document.sentences[fact.sentence].range)),
    ])
  }

  /// Dates as ISO dates, all else as plain numbers in base units.
  private static func bound(_ value: Double?, of type: FactType) -> JSONValue {
    guard let value, value.isFinite else { return .null }
    guard type == .date || type == .interval, abs(value) < 4_000_000 else { return .number(value) }
    return .string(CivilDate(serial: Int(value.rounded(.down))).description)
  }
}

extension FactReporter {
  /// The article's text with every fact marked and its value behind it.
  private func writeText(
    _ document: Document, facts: [Fact], to output: inout some TextOutputStream
  ) {
    let article = document.article
    output.write(style.strong("\(TerminalText.line(article.path))  \(article.sourceText)") + "\n")
    if let title = article.title { output.write("  \(TerminalText.line(title))\n") }
    output.write("\n")
    var next = 0
    var sentence = 0
    while sentence < document.sentences.count {
      let first = document.sentences[sentence]
      var range = first.range
      while sentence < document.sentences.count,
        document.sentences[sentence].paragraph == first.paragraph
      {
        range = range.union(document.sentences[sentence].range)
        sentence += 1
      }
      var marks: [TextStyle.Mark] = []
      while next < facts.count, facts[next].range.start < range.end {
        marks.append(Self.mark(facts[next]))
        next += 1
      }
      for line in style.lines(article, range, marks: Self.nested(marks), indent: 2) {
        output.write(line + "\n")
      }
      output.write("\n")
    }
    let unresolved = facts.count { !$0.isResolved }
    output.write(
      style.faint(
        "  \(facts.count) \(facts.count == 1 ? "fact" : "facts"), \(unresolved) unresolved")
        + "\n\n")
  }

  private static func mark(_ fact: Fact) -> TextStyle.Mark {
    var note = fact.type.rawValue
    if fact.type != .quote {
      note += " " + (fact.isResolved ? fact.value : "unresolved")
      if let unit = fact.unit { note += " " + unit }
      if let mod = fact.mod { note += " " + mod.rawValue }
    }
    return TextStyle.Mark(range: fact.range, note: note)
  }

  /// The marks without those that cross the end of another.
  private static func nested(_ marks: [TextStyle.Mark]) -> [TextStyle.Mark] {
    var kept: [TextStyle.Mark] = []
    for mark in marks {
      let crosses = kept.contains {
        $0.range.overlaps(mark.range) && !$0.range.contains(mark.range)
          && !mark.range.contains($0.range)
      }
      if !crosses { kept.append(mark) }
    }
    return kept
  }
}
