/// The two sides as reports show them that can mark one place only.
struct OrderedSides {
  /// Of the article that was published later: the one that is more likely still at work.
  let first: Side
  let other: Side

  init(_ conflict: Conflict, in documents: [Document]) {
    func order(_ side: Side) -> Int? { documents[side.document].article.published?.order }
    // Without both dates, the order of the input.
    let isLater = order(conflict.b).flatMap { b in order(conflict.a).map { b > $0 } } ?? false
    (first, other) = isLater ? (conflict.b, conflict.a) : (conflict.a, conflict.b)
  }
}

extension Conflict {
  /// Message and reason, each with a full stop.
  var sentences: String {
    [message, reason].filter { !$0.isEmpty }
      .map { $0.hasSuffix(".") ? $0 : $0 + "." }.joined(separator: " ")
  }
}

/// The places of findings as other programs want them.
struct ReportPlaces: Sendable {
  private let paths: RelativePath?

  /// - Parameter working: the absolute path of the working directory; empty leaves paths as they
  ///   are.
  init(working: String) {
    paths = working.isEmpty ? nil : RelativePath(from: working, working: working)
  }

  /// With `/`, from the working directory.
  func path(_ article: Article) -> String {
    article.path == "-" ? "stdin" : paths?.of(article.path) ?? article.path
  }

  /// A relative reference (RFC 3986): all but letters, digits and `-._~/` in percent signs, so
  /// that no part can be taken for a scheme, a query or a fragment.
  func uri(_ path: String) -> String {
    var uri = ""
    for byte in path.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        uri += "%" + (byte < 16 ? "0" : "") + digits
      }
    }
    return uri
  }

  /// Lines and columns (1-based, in scalars, end exclusive); only the line for a record of a file.
  struct Place {
    let line: Int
    let column: Int?
    let endLine: Int?
    let endColumn: Int?
  }

  func place(_ side: Side, in documents: [Document]) -> Place {
    let article = documents[side.document].article
    let start = article.place(of: side.range.start)
    guard article.recordLine == nil else {
      return Place(line: start.line, column: nil, endLine: nil, endColumn: nil)
    }
    let end = article.place(of: side.range.end)
    return Place(
      line: start.line, column: start.column, endLine: end.line, endColumn: end.column)
  }
}
