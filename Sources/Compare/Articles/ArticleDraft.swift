/// What a reader found out about one article, before it has an identity within the run.
struct ArticleDraft: Sendable {
  /// As the source gives it.
  var id: String?
  var outlet: String?
  var published: PublicationDate?
  var title: String?
  var url: String?
  var language: String?
  var path: String
  var text: [UInt8]
  /// What people should know of how it was read.
  var note: String?
  /// Where the prose begins in `text`.
  var bodyStart = 0
  /// 1-based line of the file, for text that has no lines of the file of its own.
  var recordLine: Int?
  /// Whether the file holds other articles too.
  var isOneOfMany = false
  /// 1-based, among the elements of an array.
  var element: Int?

  init(path: String, text: [UInt8]) { (self.path, self.text) = (path, text) }

  /// The last part of the path without its extension; `stdin` for standard input.
  var stem: String {
    if path == "-" { return "stdin" }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
    return String(name[..<dot])
  }

  /// Whether nothing but white space follows the front matter.
  var isEmpty: Bool {
    text[bodyStart...].allSatisfy { $0 <= 0x20 }
  }
}

/// What came of one article of the input.
///
/// Boxed, since it is handed on from list to list.
indirect enum Reading: Sendable {
  case article(ArticleDraft)
  case skipped(Skipped)

  var draft: ArticleDraft? {
    if case .article(let draft) = self { draft } else { nil }
  }

  var skipped: Skipped? {
    if case .skipped(let skipped) = self { skipped } else { nil }
  }
}

extension PublicationDate {
  /// The date that metadata give; nothing for nothing.
  ///
  /// - Parameter field: that has it, for the message.
  /// - Throws: `Skipped` when there is text that is no date.
  static func read(
    _ text: String?, field: String = "published", path: String, line: Int?
  ) throws(SkippedArticle) -> PublicationDate? {
    guard let text, !text.isEmpty, text != "null", text != "~" else { return nil }
    guard let date = PublicationDate(text) else {
      throw SkippedArticle(
        path: path, line: line,
        reason: "`\(field): \(text.prefix(60))` is no ISO 8601 date, like 2025-03-18 or "
          + "2025-03-18T14:30:00+01:00")
    }
    return date
  }
}

/// Why an article can't be read, thrown by readers.
struct SkippedArticle: Error {
  let skipped: Skipped

  init(path: String, line: Int? = nil, reason: String) {
    skipped = Skipped(path: path, line: line, reason: reason)
  }
}
