/// Finds the article's text in a page.
///
/// What is not prose goes first: by element, role, and words of class and id. Of what is left, the
/// element that the page marks as the article (`itemprop="articleBody"`, `<article>`, `<main>`)
/// gives the text, else the one that holds most of the paragraphs.
struct HTMLBody {
  private let root: HTMLNode
  /// What holds the article.
  private var start: HTMLNode
  /// Bytes of running text below each element, without what is not prose.
  private var weights: [HTMLNode: Int] = [:]
  private var total = 0
  /// Forms that the whole page is in, as some servers write them.
  private var wholeForms: Set<HTMLNode> = []

  init(_ root: HTMLNode) {
    self.root = root.all(named: "body").first ?? root
    start = self.root
    wholeForms = Self.wholeForms(self.root)
    weigh()
    start = container()
  }

  /// Paragraphs with an empty line between them.
  func text() -> String {
    var builder = ParagraphBuilder()
    start.walk(
      enter: { node in
        if let content = node.content {
          builder.add(content)
          return false
        }
        guard node.isElement, node == start || !isClutter(node), node.name != "h1" else {
          return false
        }
        if node.name == "br" { builder.breakLine() }
        if Self.blocks.contains(node.name) { builder.breakParagraph() }
        return true
      },
      leave: { node in
        if Self.blocks.contains(node.name) { builder.breakParagraph() }
      })
    return builder.finish()
  }

  /// The `<time>` elements of the article, those first that the page marks as its day of publication:
  /// elsewhere on the page they date other articles.
  func times() -> [HTMLNode] {
    var times: [HTMLNode] = []
    start.walk(enter: { node in
      guard node.isElement, node == start || !isClutter(node) else { return false }
      if node.name == "time" { times.append(node) }
      return true
    })
    let isMarked = { (node: HTMLNode) in
      node.attribute("pubdate") != nil
        || node.attribute("itemprop")?.lowercased() == "datepublished"
    }
    return times.filter(isMarked) + times.filter { !isMarked($0) }
  }

  // MARK: Where the article is

  /// The forms that hold at least half of the text.
  private static func wholeForms(_ root: HTMLNode) -> Set<HTMLNode> {
    var length = 0
    var starts: [HTMLNode: Int] = [:]
    var lengths: [(form: HTMLNode, length: Int)] = []
    root.walk(
      enter: { node in
        length += node.contentLength
        guard node.isElement else { return false }
        if node.name == "form" { starts[node] = length }
        return node.name == "form" || !isNeverProse(node)
      },
      leave: { node in
        if let start = starts[node] { lengths.append((node, length - start)) }
      })
    return Set(lengths.lazy.filter { $0.length * 2 >= length }.map(\.form))
  }

  private mutating func weigh() {
    var weights: [HTMLNode: Int] = [:]
    // Bytes of text so far, and how many there were where each open element began.
    var length = 0
    var starts: [Int] = []
    root.walk(
      enter: { node in
        length += node.contentLength
        guard node.isElement, !isOutside(node) else { return false }
        starts.append(length)
        return true
      },
      leave: { node in
        let start = starts.removeLast()
        if node.name == "p" { weights[node] = length - start }
        guard let weight = weights[node], node != root, let parent = node.parent else { return }
        if parent.name != "p" { weights[parent, default: 0] += weight }
      })
    self.weights = weights
    total = weights[root] ?? 0
  }

  private func weight(_ node: HTMLNode) -> Int { weights[node] ?? 0 }

  private func container() -> HTMLNode {
    let marked: [(HTMLNode) -> Bool] = [
      { ($0.attribute("itemprop") ?? "").lowercased() == "articlebody" },
      { $0.name == "article" },
      { $0.name == "main" || $0.attribute("role") == "main" },
    ]
    for matches in marked {
      let best = root.all(where: matches).max { weight($0) < weight($1) }
      if let best, weight(best) * 4 >= total, weight(best) > 0 || total == 0 { return best }
    }
    return densest()
  }

  /// The innermost element that holds most of the paragraphs.
  private func densest() -> HTMLNode {
    var best = root
    while true {
      let inner = best.children.filter { $0.name != "p" }.max { weight($0) < weight($1) }
      guard let inner, weight(inner) > 0, weight(inner) * 3 >= total * 2 else { return best }
      best = inner
    }
  }

  // MARK: What is not prose

  /// Whether it is no prose by itself, whatever it weighs.
  private func isOutside(_ node: HTMLNode) -> Bool {
    Self.isNeverProse(node) && !wholeForms.contains(node)
  }

  private static func isNeverProse(_ node: HTMLNode) -> Bool {
    if clutterElements.contains(node.name) { return true }
    if node.attribute("hidden") != nil || node.attribute("aria-hidden") == "true" { return true }
    if let role = node.attribute("role"), clutterRoles.contains(role) { return true }
    let style = (node.attribute("style") ?? "").filter { $0 != " " }
    return style.contains("display:none")
  }

  private func isClutter(_ node: HTMLNode) -> Bool {
    if isOutside(node) { return true }
    guard Self.hasClutterName(node) else { return false }
    // A class such as `with-sidebar` on what holds the article says nothing about its text.
    return weight(node) * 2 < total || total == 0
  }

  private static func hasClutterName(_ node: HTMLNode) -> Bool {
    [node.attribute("class"), node.attribute("id")].contains { value in
      guard let value else { return false }
      return words(value).contains { clutterWords.contains($0) }
    }
  }

  /// `shareBar cookie-notice` is share, bar, cookie, notice.
  private static func words(_ names: String) -> [String] {
    var words: [String] = []
    var word = ""
    var lastIsLower = false
    for scalar in names.unicodeScalars {
      let isUpper = ("A"..."Z").contains(scalar)
      let isLetter = isUpper || ("a"..."z").contains(scalar)
      if !isLetter || (isUpper && lastIsLower) {
        if !word.isEmpty { words.append(word.lowercased()) }
        word = ""
      }
      if isLetter { word.unicodeScalars.append(scalar) }
      lastIsLower = isLetter && !isUpper
    }
    if !word.isEmpty { words.append(word.lowercased()) }
    return words
  }

  private static let clutterElements: Set<String> = [
    "script", "style", "noscript", "template", "nav", "footer", "aside", "form", "button", "select",
    "input", "textarea", "iframe", "object", "embed", "svg", "canvas", "video", "audio", "dialog",
    "menu", "head",
  ]
  private static let clutterRoles: Set<String> = [
    "navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog",
    "alert", "menu", "menubar", "toolbar",
  ]
  private static let clutterWords: Set<String> = [
    "cookie", "cookies", "consent", "gdpr", "onetrust", "share", "sharing", "social", "comment",
    "comments", "disqus", "related", "recommended", "recommendations", "newsletter", "subscribe",
    "subscription", "signup", "promo", "promotion", "advert", "advertisement", "ads", "ad",
    "sponsored", "breadcrumb", "breadcrumbs", "nav", "navbar", "navigation", "menu", "sidebar",
    "footer", "masthead", "toolbar", "popup", "modal", "overlay", "paywall", "outbrain", "taboola",
    "trending", "tags",
  ]
  private static let blocks: Set<String> = [
    "p", "div", "section", "article", "main", "header", "h2", "h3", "h4", "h5", "h6", "ul", "ol",
    "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption", "table", "tr", "td", "th",
    "caption", "pre", "hr", "address", "details", "summary", "center",
  ]
}

/// Puts runs of text together with the white space that a reader sees.
private struct ParagraphBuilder {
  private var text = String.UnicodeScalarView()
  private var pending: Gap = .none

  private enum Gap: Int { case none, space, line, paragraph }

  mutating func add(_ content: String) {
    for scalar in content.unicodeScalars {
      switch scalar {
      case " ", "\t", "\n", "\r", "\u{0C}": widen(.space)
      default:
        if !text.isEmpty {
          switch pending {
          case .none: break
          case .space: text.append(" ")
          case .line: text.append("\n")
          case .paragraph: text.append(contentsOf: "\n\n".unicodeScalars)
          }
        }
        pending = .none
        text.append(scalar)
      }
    }
  }

  mutating func breakLine() { widen(.line) }
  mutating func breakParagraph() { widen(.paragraph) }

  func finish() -> String { String(text) }

  private mutating func widen(_ gap: Gap) {
    if gap.rawValue > pending.rawValue { pending = gap }
  }
}
