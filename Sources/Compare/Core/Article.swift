/// One text by one outlet, with what is known of it.
public struct Article: Sendable {
  /// One object, so that documents and sets of articles are cheap to hand on.
  private let content: Content

  /// Identity within the run; the file's stem where the source gives none.
  public var id: String { content.id }
  /// Whether the source gives the id: only then does it outlast a change of the file's name.
  public var hasOwnID: Bool { content.hasOwnID }
  public var outlet: String { content.outlet }
  public var published: PublicationDate? { content.published }
  public var title: String? { content.title }
  public var url: String? { content.url }
  /// ISO 639-1, lower case.
  public var language: String { content.language }
  /// Where it was read, as the user named it; `-` for standard input.
  public var path: String { content.path }
  /// The whole decoded text that offsets count in, as UTF-8.
  public var text: [UInt8] { content.text }
  /// The part of `text` that is prose: without front matter.
  public var body: TextRange { content.body }
  /// 1-based line of the file that holds a record of a JSON file; `nil` when the file has lines
  /// of its own.
  public var recordLine: Int? { content.recordLine }
  /// Offsets and lines of `text`.
  public var index: ScalarIndex { content.index }

  public init(
    id: String, hasOwnID: Bool = true, outlet: String, published: PublicationDate? = nil,
    title: String? = nil,
    url: String? = nil, language: String = "en", path: String, text: [UInt8],
    body: TextRange? = nil, recordLine: Int? = nil
  ) {
    content = Content(
      id: id, hasOwnID: hasOwnID, outlet: outlet, published: published, title: title, url: url,
      language: language, path: path, text: text, body: body ?? TextRange(0, text.count),
      recordLine: recordLine)
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

extension Article {
  private final class Content: Sendable {
    let id: String
    let hasOwnID: Bool
    let outlet: String
    let published: PublicationDate?
    let title: String?
    let url: String?
    let language: String
    let path: String
    let text: [UInt8]
    let body: TextRange
    let recordLine: Int?
    let index: ScalarIndex

    init(
      id: String, hasOwnID: Bool, outlet: String, published: PublicationDate?, title: String?,
      url: String?, language: String, path: String, text: [UInt8], body: TextRange,
      recordLine: Int?
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
      self.body = body
      self.recordLine = recordLine
      index = ScalarIndex(text)
    }
  }
}
