/// The formats of `align`.
public enum AlignmentFormat: String, Sendable, CaseIterable {
  case text, json, jsonl
}

/// Writes aligned passages, for `align`.
public struct AlignmentReporter: Sendable {
  let format: AlignmentFormat
  private var values: [JSONValue] = []

  private let style: TextStyle
  private var count = 0

  public init(_ format: AlignmentFormat, usesColor: Bool = false) {
    self.format = format
    style = TextStyle(usesColor: usesColor)
  }

  /// Writes the alignments of one article set.
  public mutating func write(
    _ alignments: [Alignment], of documents: [Document], to output: inout some TextOutputStream
  ) {
    count += alignments.count
    for alignment in alignments {
      if format == .text {
        writeText(alignment, of: documents, to: &output)
        continue
      }
      let value = JSONValue.alignment(alignment, of: documents)
      if format == .json {
        values.append(value)
      } else {
        value.write(to: &output)
        output.write("\n")
      }
    }
  }

  private func writeText(
    _ alignment: Alignment, of documents: [Document], to output: inout some TextOutputStream
  ) {
    let percent = Int((alignment.similarity * 100).rounded())
    output.write(style.strong("\(percent)% \(alignment.kind.rawValue)") + "\n")
    for passage in [alignment.a, alignment.b] {
      let document = documents[passage.document]
      let range = document.range(of: passage)
      let place = document.article.placeText(of: range.start)
      output.write("  \(style.faint(place))  \(document.article.sourceText)\n")
      for line in style.lines(document.article, range, marks: [], indent: 5) {
        output.write(line + "\n")
      }
    }
    output.write("\n")
  }

  /// Writes what can only be written when all sets are known.
  public func finish(to output: inout some TextOutputStream) {
    switch format {
    case .text: output.write("\(count) \(count == 1 ? "alignment" : "alignments").\n")
    case .json:
      JSONValue.array(values).write(to: &output, indent: 1)
      output.write("\n")
    case .jsonl: break
    }
  }
}

extension JSONValue {
  static func alignment(_ alignment: Alignment, of documents: [Document]) -> JSONValue {
    .object([
      "a": passage(alignment.a, of: documents),
      "b": passage(alignment.b, of: documents),
      "similarity": .similarity(alignment.similarity),
      "kind": .string(alignment.kind.rawValue),
    ])
  }

  private static func passage(_ passage: Passage, of documents: [Document]) -> JSONValue {
    let document = documents[passage.document]
    let range = document.range(of: passage)
    return .object([
      "document": .string(document.article.id),
      "path": .string(document.article.path),
      "start": .integer(document.article.scalar(range.start)),
      "end": .integer(document.article.scalar(range.end)),
    ])
  }
}

extension Document {
  /// The bytes from the passage's first sentence to its last.
  func range(of passage: Passage) -> TextRange {
    guard let first = passage.sentences.first, let last = passage.sentences.last else {
      return TextRange(0, 0)
    }
    return sentences[first].range.union(sentences[last].range)
  }
}
