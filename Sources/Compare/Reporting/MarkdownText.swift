/// Foreign text inside Markdown as GitHub and GitLab read it: it shows as it is, and is never
/// markup, HTML, a link, a mention or a reference.
enum MarkdownText {
  /// One line.
  static func line(_ text: String) -> String {
    var safe = ""
    let text = TerminalText.line(text).unicodeScalars
    var isNumber = true
    for index in text.indices {
      let scalar = text[index]
      let next = text[text.index(after: index)...].first
      switch scalar {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      // These make links, mentions, references, emoji and commands of words; a comment between
      // does not show and parts them.
      case "@", "#": safe += "\\\(scalar)<!-- -->"
      case ":" where next != " " && next != nil: safe += ":<!-- -->"
      case "\\", "`", "*", "_", "[", "]", "|", "~", "$": safe += "\\\(scalar)"
      // At the start of a line these make lists and rules.
      case _ where safe.isEmpty && "-+=".unicodeScalars.contains(scalar): safe += "\\\(scalar)"
      case _ where isNumber && !safe.isEmpty && ".)".unicodeScalars.contains(scalar):
        safe += "\\\(scalar)"
      case "." where safe.utf8.count >= 3 && safe.suffix(3).lowercased() == "www":
        safe += "<!-- -->."
      default: safe.unicodeScalars.append(scalar)
      }
      isNumber = isNumber && ("0"..."9").contains(scalar)
    }
    return safe
  }
}
