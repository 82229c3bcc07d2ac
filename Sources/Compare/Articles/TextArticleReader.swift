/// Reads `.txt` and `.md`: optional YAML front matter between two lines `---`, then the text.
enum TextArticleReader {
  static func read(_ text: [UInt8], path: String) throws(SkippedArticle) -> ArticleDraft {
    var draft = ArticleDraft(path: path, text: text)
    if let matter = try FrontMatter(text, path: path) { try matter.fill(&draft) }
    guard !draft.isEmpty else { throw SkippedArticle(path: path, reason: "empty: no text") }
    return draft
  }
}

/// The block of YAML at the head of a text file.
struct FrontMatter {
  private let root: YAMLReader?
  private let path: String
  /// Byte offset after the closing line.
  let end: Int

  /// `nil` when the text does not begin with a line `---`.
  ///
  /// - Throws: when the block is not closed, or is not YAML.
  init?(_ text: [UInt8], path: String) throws(SkippedArticle) {
    guard let first = Self.line(of: text, at: 0), Self.isFence(text[first.content]) else {
      return nil
    }
    var at = first.next
    var close: (content: Range<Int>, next: Int)?
    while let line = Self.line(of: text, at: at) {
      if Self.isFence(text[line.content]) || text[line.content].elementsEqual("...".utf8) {
        close = line
        break
      }
      at = line.next
    }
    guard let close else {
      throw SkippedArticle(
        path: path, line: 1, reason: "front matter is not closed: no second line `---`")
    }
    end = close.next
    self.path = path
    // One empty line in place of the fence, so that YAML's lines are the file's.
    let yaml = "\n" + String(decoding: text[first.next..<close.content.lowerBound], as: UTF8.self)
    do {
      root = try YAMLReader.parse(yaml, path: path)
      if let root, !root.isMapping { throw root.error("expected `key: value` lines here") }
    } catch {
      let error = error as? SourceError
      throw SkippedArticle(
        path: path, line: error?.line ?? 1,
        reason: "broken front matter: \(error?.message ?? "not valid YAML")")
    }
  }

  /// Takes the known keys over into `draft`; others are none of ours.
  func fill(_ draft: inout ArticleDraft) throws(SkippedArticle) {
    draft.bodyStart = end
    draft.id = try value("id")
    draft.outlet = try value("outlet")
    draft.title = try value("title")
    draft.url = try value("url")
    draft.language = try value("language")
    let published = try value("published")
    draft.published = try PublicationDate.read(
      published, path: path, line: root?.optional("published")?.line)
  }

  private func value(_ key: String) throws(SkippedArticle) -> String? {
    guard let reader = root?.optional(key) else { return nil }
    guard reader.isScalar, let text = try? reader.string() else {
      throw SkippedArticle(
        path: path, line: reader.line, reason: "broken front matter: `\(key)` must be plain text")
    }
    return text.isEmpty ? nil : text
  }

  private static func isFence(_ line: ArraySlice<UInt8>) -> Bool {
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 }
    return line.starts(with: "---".utf8) && line.dropFirst(3).allSatisfy(isBlank)
  }

  /// The line that begins at `at`, without its end, and where the next begins.
  private static func line(of text: [UInt8], at: Int) -> (content: Range<Int>, next: Int)? {
    guard at < text.count else { return nil }
    guard let end = text[at...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
      return (at..<text.count, text.count)
    }
    let isPair = text[end] == 0x0D && end + 1 < text.count && text[end + 1] == 0x0A
    return (at..<end, end + (isPair ? 2 : 1))
  }
}
