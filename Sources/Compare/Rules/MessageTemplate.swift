/// A rule's one-line message with its fields filled in.
struct MessageTemplate {
  private let text: String

  init(_ text: String) { self.text = text }

  func filled(a: (Side, Document), b: (Side, Document), about: String) -> String {
    var message = ""
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      message += rest[..<open]
      let name = rest[rest.index(after: open)..<close]
      message += name == "about" ? about : field(name.dropFirst(2), of: name.hasPrefix("a") ? a : b)
      rest = rest[rest.index(after: close)...]
    }
    return message + rest
  }

  private func field(_ name: Substring, of side: (Side, Document)) -> String {
    switch name {
    case "outlet": side.1.article.outlet
    case "text": side.1.article.string(side.0.range)
    case "value": side.0.value
    default: side.0.attribution ?? side.1.article.outlet
    }
  }
}
