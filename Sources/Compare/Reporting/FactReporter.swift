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

  /// Writes all at once; `Comparison.writeFacts` does the same bit by bit.
  ///
  /// - Parameter facts: a list for each document.
  public func write(
    _ documents: [Document], facts: [[Fact]], to output: inout some TextOutputStream
  ) {
    var pieces = FactPieces(format)
    for (document, facts) in zip(documents, facts) {
      write(document, facts: facts) { piece in
        pieces.write(piece) { output.write(String(decoding: $0, as: UTF8.self)) }
      }
    }
    pieces.end { output.write(String(decoding: $0, as: UTF8.self)) }
  }

  /// Hands over what stands of one document in the output, in pieces for `FactPieces` to put
  /// together.
  func write(
    _ document: Document, facts: [Fact], to piece: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    switch format {
    case .text:
      var text = ""
      writeText(document, facts: facts, to: &text)
      text.withUTF8 { piece($0) }
    case .json: FactJSON.writeArray(facts, of: document, to: piece)
    case .jsonl: FactJSON.writeLines(facts, of: document, to: piece)
    }
  }
}

/// Puts the pieces of documents together to one output.
struct FactPieces {
  private let format: FactFormat
  private var isFirst = true

  init(_ format: FactFormat) { self.format = format }

  /// Writes the next piece.
  mutating func write(
    _ piece: UnsafeBufferPointer<UInt8>, to output: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard format == .json, isFirst, !piece.isEmpty else { return output(piece) }
    isFirst = false
    // Every element comes with its comma.
    Self.write("[", to: output)
    output(UnsafeBufferPointer(rebasing: piece.dropFirst()))
  }

  /// Writes what stands after the last document.
  func end(_ output: (UnsafeBufferPointer<UInt8>) -> Void) {
    if format == .json { Self.write(isFirst ? "[]\n" : "\n]\n", to: output) }
  }

  private static func write(
    _ text: StaticString, to output: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    output(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
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

  /// The marks without those that cross the end of another; of those that begin together the
  /// longer comes first.
  private static func nested(_ marks: [TextStyle.Mark]) -> [TextStyle.Mark] {
    var kept: [TextStyle.Mark] = []
    // Ends of those that are still open at the place reached, the innermost last.
    var open: [Int] = []
    for mark in marks {
      while let end = open.last, end <= mark.range.start { open.removeLast() }
      if let end = open.last, end < mark.range.end { continue }
      kept.append(mark)
      open.append(mark.range.end)
    }
    return kept
  }
}
