/// One text by one outlet, with what is known of it.
public struct Article: Sendable {
  /// Identity within the run; the file's stem where the source gives none.
  public let id: String
  /// Whether the source gives the id: only then does it outlast a change of the file's name.
  public let hasOwnID: Bool
  public let outlet: String
  public let published: PublicationDate?
  public let title: String?
  public let url: String?
  /// ISO 639-1, lower case.
  public let language: String
  /// Where it was read, as the user named it; `-` for standard input.
  public let path: String
  /// The whole decoded text that offsets count in, as UTF-8.
  public let text: [UInt8]
  /// The part of `text` that is prose: without front matter.
  public let body: TextRange
  /// 1-based line of the file that holds a record of a JSON file; `nil` when the file has lines
  /// of its own.
  public let recordLine: Int?
  /// Offsets and lines of `text`.
  public let index: ScalarIndex

  public init(
    id: String, hasOwnID: Bool = true, outlet: String, published: PublicationDate? = nil,
    title: String? = nil,
    url: String? = nil, language: String = "en", path: String, text: [UInt8],
    body: TextRange? = nil, recordLine: Int? = nil
  ) {
    self.id = id
    self.hasOwnID = hasOwnID
    self.outlet = outlet
    self.published = published
    self.title = title
    self.url = url
    self.language = language
    self.path = path
    self.text = text
    self.body = body ?? TextRange(0, text.count)
    self.recordLine = recordLine
    index = ScalarIndex(text)
  }

  /// The words of `range`, as they stand in the article.
  public func string(_ range: TextRange) -> String {
    String(decoding: text[range.bytes], as: UTF8.self)
  }

  /// Unicode scalar offset of a byte offset.
  public func scalar(_ offset: Int) -> Int { index.scalar(at: offset, in: text) }

  /// 1-based line and column (in scalars) of a byte offset, in the file.
  public func place(of offset: Int) -> (line: Int, column: Int) {
    if let recordLine { return (recordLine, 1) }
    return index.place(of: offset, in: text)
  }
}
