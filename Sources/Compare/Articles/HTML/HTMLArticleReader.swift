/// Reads `.html` and `.htm`: metadata from the page's head, text from its article.
enum HTMLArticleReader {
  static func read(_ bytes: [UInt8], path: String) throws(SkippedArticle) -> ArticleDraft {
    let (text, encoding) = try decoded(bytes, path: path)
    guard let tree = HTMLTree(text, encoding: encoding), let root = tree.root else {
      throw SkippedArticle(path: path, reason: "no HTML elements")
    }
    let page = HTMLBody(root)
    let metadata = HTMLMetadata(root, times: page.times())
    var body = page.text()
    if body.isEmpty, let given = metadata.articleBody { body = given }
    guard !body.isEmpty else {
      throw SkippedArticle(path: path, reason: "empty: the page has no article text")
    }
    var draft = ArticleDraft(path: path, text: Array(body.utf8))
    draft.title = metadata.title
    draft.outlet = metadata.outlet
    draft.url = metadata.url
    draft.language = metadata.language
    (draft.published, draft.note) = try metadata.published(path: path)
    // The extracted text has no lines of the file.
    draft.recordLine = 1
    return draft
  }

  /// The bytes, and the name of their encoding: UTF-8 where they are, else what the page declares,
  /// else Windows-1252 if that is plausible.
  private static func decoded(
    _ bytes: [UInt8], path: String
  ) throws(SkippedArticle) -> ([UInt8], String) {
    if !bytes.contains(0), TextDecoding.firstInvalid(bytes) != nil,
      let declared = declaredEncoding(bytes)
    {
      return (bytes, declared)
    }
    do throws(TextDecoding.Failure) {
      return (try TextDecoding.decode(bytes).utf8, "UTF-8")
    } catch {
      throw SkippedArticle(path: path, line: error.line, reason: error.reason)
    }
  }

  /// The value of `charset=` near the head, as `<meta>` has it.
  private static func declaredEncoding(_ bytes: [UInt8]) -> String? {
    let head = String(decoding: bytes.prefix(4096).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      .lowercased()
    guard let at = head.firstRange(of: "charset=") else { return nil }
    let name = head[at.upperBound...].drop { "\"' ".contains($0) }
      .prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
    switch name {
    case "", "utf-8", "utf8": return nil
    // What pages call by these names is Windows-1252 (WHATWG Encoding, 4.2).
    case "iso-8859-1", "latin1", "us-ascii", "ascii": return "windows-1252"
    default: return String(name)
    }
  }
}
