/// The formats of `align`.
public enum AlignmentFormat: String, Sendable, CaseIterable {
  case json, jsonl
}

/// Writes aligned passages, for `align`.
public struct AlignmentReporter: Sendable {
  let format: AlignmentFormat
  private var values: [JSONValue] = []

  public init(_ format: AlignmentFormat) { self.format = format }

  /// Writes the alignments of one article set.
  public mutating func write(
    _ alignments: [Alignment], of documents: [Document], to output: inout some TextOutputStream
  ) {
    for alignment in alignments {
      let value = JSONValue.alignment(alignment, of: documents)
      switch format {
      case .json: values.append(value)
      case .jsonl:
        value.write(to: &output)
        output.write("\n")
      }
    }
  }

  /// Writes what can only be written when all sets are known.
  public func finish(to output: inout some TextOutputStream) {
    guard format == .json else { return }
    JSONValue.array(values).write(to: &output, indent: 1)
    output.write("\n")
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
