internal import Foundation

/// What a page says of its article: JSON-LD first, then `og:` and `article:` meta, then `<title>`
/// and the article's `<time>`.
struct HTMLMetadata {
  private(set) var title: String?
  private(set) var outlet: String?
  private(set) var url: String?
  private(set) var language: String?
  private(set) var articleBody: String?
  /// Dates by source, best source first.
  private var dates: [(source: String, text: String)] = []

  /// - Parameter times: the `<time>` elements of the article, best first.
  init(_ root: HTMLNode, times: [HTMLNode]) {
    let linked = Self.linkedArticle(root)
    let meta = Self.metaContents(root)
    title =
      linked?["headline"]?.text ?? meta["og:title"] ?? meta["twitter:title"]
      ?? root.all(named: "h1").lazy.compactMap { Self.clean($0.text) }.first
      ?? root.all(named: "title").lazy.compactMap { Self.clean($0.text) }.first
    outlet = linked?["publisher"]?.name ?? meta["og:site_name"] ?? meta["application-name"]
    let canonical = root.all { $0.name == "link" && $0.attribute("rel") == "canonical" }
    url =
      canonical.lazy.compactMap { $0.attribute("href") }.first { $0.contains("://") }
      ?? meta["og:url"] ?? linked?["url"]?.text ?? linked?["mainEntityOfPage"]?.text
    language = root.attribute("lang").flatMap(Self.clean) ?? linked?["inLanguage"]?.text
    articleBody = linked?["articleBody"]?.text
    if let date = linked?["datePublished"]?.text { dates.append(("JSON-LD datePublished", date)) }
    for name in Self.dateNames { if let date = meta[name] { dates.append((name, date)) } }
    for time in times {
      if let date = time.attribute("datetime").flatMap(Self.clean) {
        dates.append(("<time>", date))
      }
    }
  }

  /// Meta names that hold the day of publication; the day of a change is none of them.
  private static let dateNames = [
    "article:published_time", "og:published_time", "datepublished", "date", "pubdate",
    "publishdate", "publish-date", "dc.date.issued", "dc.date", "parsely-pub-date", "sailthru.date",
  ]

  /// The first date that is one, and a note where only `<time>` gives it: that may be another's.
  ///
  /// - Throws: when the page gives dates and none is one.
  func published(
    path: String
  ) throws(SkippedArticle) -> (date: PublicationDate?, note: String?) {
    for (source, text) in dates {
      guard let date = PublicationDate(text) else { continue }
      return (date, source == "<time>" ? "published \(date.text), taken from <time>" : nil)
    }
    guard let (source, text) = dates.first, source != "<time>" else { return (nil, nil) }
    throw SkippedArticle(
      path: path, reason: "`\(source)` is no ISO 8601 date: `\(text.prefix(60))`")
  }

  /// One line of text, or nothing.
  private static func clean(_ text: String) -> String? {
    let line = TerminalText.line(text)
    return line.isEmpty ? nil : line
  }

  /// `content` of the meta elements by lower-case `property`, `name` or `itemprop`; the first wins.
  private static func metaContents(_ root: HTMLNode) -> [String: String] {
    var contents: [String: String] = [:]
    for meta in root.all(named: "meta") {
      let name =
        meta.attribute("property") ?? meta.attribute("name") ?? meta.attribute("itemprop")
      guard let name = name?.lowercased(), contents[name] == nil,
        let content = meta.attribute("content").flatMap(clean)
      else { continue }
      contents[name] = content
    }
    return contents
  }

  // MARK: JSON-LD

  /// The first object whose type is an article (schema.org `NewsArticle` and its like).
  private static func linkedArticle(_ root: HTMLNode) -> LinkedData? {
    let scripts = root.all {
      $0.name == "script"
        && ($0.attribute("type") ?? "").lowercased().hasPrefix("application/ld+json")
    }
    for script in scripts {
      let data = Data(script.text.utf8)
      guard let value = try? JSONDecoder().decode(LinkedData.self, from: data) else { continue }
      if let article = value.article(depth: 0) { return article }
    }
    return nil
  }

  /// Any JSON, as far as JSON-LD needs it.
  private enum LinkedData: Decodable {
    case object([String: LinkedData])
    case array([LinkedData])
    case string(String)
    case other

    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let object = try? value.decode([String: LinkedData].self) {
        self = .object(object)
      } else if let array = try? value.decode([LinkedData].self) {
        self = .array(array)
      } else if let string = try? value.decode(String.self) {
        self = .string(string)
      } else {
        self = .other
      }
    }

    subscript(key: String) -> LinkedData? {
      if case .object(let fields) = self { fields[key] } else { nil }
    }

    /// A text; of an object its `@id`, of an array its first.
    var text: String? {
      switch self {
      case .string(let text): clean(text)
      case .object(let fields): fields["@id"]?.text ?? fields["url"]?.text
      case .array(let items): items.first?.text
      case .other: nil
      }
    }

    /// The `name` of a person or an organisation.
    var name: String? {
      switch self {
      case .string(let text): clean(text)
      case .object(let fields): fields["name"]?.text
      case .array(let items): items.first?.name
      case .other: nil
      }
    }

    func article(depth: Int) -> LinkedData? {
      guard depth < 4 else { return nil }
      switch self {
      case .array(let items):
        return items.lazy.compactMap { $0.article(depth: depth + 1) }.first
      case .object(let fields):
        if fields["@type"]?.isArticle ?? false { return self }
        return (fields["@graph"] ?? fields["mainEntity"])?.article(depth: depth + 1)
      default: return nil
      }
    }

    private var isArticle: Bool {
      switch self {
      case .string(let type): type.hasSuffix("Article") || type.hasSuffix("BlogPosting")
      case .array(let types): types.contains(where: \.isArticle)
      default: false
      }
    }
  }
}
