internal import Foundation

/// Reads one article from one JSON object: `id`, `outlet`, `published`, `title`, `url`, `text`,
/// of which only `text` is required; other fields are none of ours.
enum JSONArticleReader {
  /// - Parameter element: its number in an array of several.
  static func read(
    _ object: [UInt8], path: String, line: Int, element: Int? = nil, isOneOfMany: Bool = true
  ) -> Reading {
    do throws(SkippedArticle) {
      var draft = try draft(object, path: path, line: line)
      (draft.element, draft.isOneOfMany) = (element, isOneOfMany)
      return .article(draft)
    } catch {
      return .skipped(error.skipped)
    }
  }

  private static func draft(
    _ object: [UInt8], path: String, line: Int
  ) throws(SkippedArticle) -> ArticleDraft {
    let record: Record
    do {
      record =
        try Record(flat: object)
        ?? JSONDecoder().decode(Record.self, from: Data(object))
    } catch {
      throw SkippedArticle(path: path, line: line, reason: JSONTrouble.reason(error, in: object))
    }
    guard let text = record.text else {
      throw SkippedArticle(path: path, line: line, reason: "`text` is missing")
    }
    var draft = ArticleDraft(path: path, text: text)
    guard !draft.isEmpty else {
      throw SkippedArticle(path: path, line: line, reason: "empty: `text` has no words")
    }
    draft.id = record.id
    draft.outlet = record.outlet
    draft.title = record.title
    draft.url = record.url
    draft.language = record.language
    draft.published = try .read(record.published, path: path, line: line)
    draft.recordLine = line
    return draft
  }

  private struct Record: Decodable {
    var id, outlet, published, title, url, language: String?
    /// UTF-8.
    var text: [UInt8]?

    enum Key: String, CodingKey, CaseIterable {
      case id, outlet, published, title, url, language, text
    }

    private static let keys = Key.allCases.map { (key: $0, name: Array($0.rawValue.utf8)) }

    /// What the quick reader finds; `nil` if that is not all, or a field stands twice.
    init?(flat object: [UInt8]) {
      var seen: UInt8 = 0
      let isRead = FlatJSON.read(object) { name, value in
        guard let number = Self.keys.firstIndex(where: { $0.name.elementsEqual(name) }) else {
          return true
        }
        guard seen >> number & 1 == 0 else { return false }
        seen |= 1 << number
        let key = Self.keys[number].key
        if !value.isEmpty || key == .text { set(key, value) }
        return true
      }
      guard isRead else { return nil }
    }

    private mutating func set(_ key: Key, _ value: UnsafeBufferPointer<UInt8>) {
      switch key {
      case .id: id = String(decoding: value, as: UTF8.self)
      case .outlet: outlet = String(decoding: value, as: UTF8.self)
      case .published: published = String(decoding: value, as: UTF8.self)
      case .title: title = String(decoding: value, as: UTF8.self)
      case .url: url = String(decoding: value, as: UTF8.self)
      case .language: language = String(decoding: value, as: UTF8.self)
      case .text: text = Array(value)
      }
    }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: Key.self)
      func string(_ key: Key) throws -> String? {
        if let text = try? fields.decodeIfPresent(String.self, forKey: key) {
          return text.isEmpty && key != .text ? nil : text
        }
        // An id is often a number, a text never.
        if key != .text, let number = try? fields.decode(Int.self, forKey: key) {
          return String(number)
        }
        return try fields.decodeIfPresent(String.self, forKey: key)
      }
      id = try string(.id)
      outlet = try string(.outlet)
      published = try string(.published)
      title = try string(.title)
      url = try string(.url)
      language = try string(.language)
      text = try string(.text).map { Array($0.utf8) }
    }
  }
}

/// Words for what Foundation's decoder finds wrong.
enum JSONTrouble {
  /// - Parameter bytes: what should have been one JSON object, to see whether it is cut.
  static func reason(_ error: any Error, in bytes: [UInt8] = []) -> String {
    guard let error = error as? DecodingError else { return "not valid JSON" }
    switch error {
    case .typeMismatch(_, let context) where context.codingPath.isEmpty,
      .valueNotFound(_, let context) where context.codingPath.isEmpty:
      return "expected a JSON object with text fields"
    case .typeMismatch(_, let context):
      return "the field `\(name(context.codingPath))` must be text"
    case .keyNotFound(let key, _): return "the field `\(key.stringValue)` is missing"
    case .valueNotFound(_, let context): return "the field `\(name(context.codingPath))` is missing"
    default:
      let isOpen =
        bytes.first { $0 > 0x20 } == UInt8(ascii: "{")
        && bytes.last { $0 > 0x20 } != UInt8(ascii: "}")
      return isOpen ? "not valid JSON: the object is not closed with `}`" : "not valid JSON"
    }
  }

  private static func name(_ path: [any CodingKey]) -> String {
    path.map(\.stringValue).joined(separator: ".")
  }
}
