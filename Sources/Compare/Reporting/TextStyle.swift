/// How text for people is dressed: with colours, or with characters alone.
struct TextStyle: Sendable {
  let usesColor: Bool
  /// Columns at most, as long as words allow.
  static let width = 96

  func strong(_ text: String) -> String { dress(text, "1") }
  func faint(_ text: String) -> String { dress(text, "2") }

  func severity(_ severity: Severity) -> String {
    switch severity {
    case .error: dress(severity.rawValue, "31;1")
    case .warning: dress(severity.rawValue, "33;1")
    case .note: dress(severity.rawValue, "36;1")
    }
  }

  private func dress(_ text: String, _ code: String) -> String {
    usesColor ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
  }

  // MARK: Passages

  /// A part of a passage to mark, with a note to put behind it.
  struct Mark: Sendable {
    let range: TextRange
    var weight = Weight.strong
    var note: String?

    enum Weight: Sendable {
      /// What it is about: reversed, or `[so]`.
      case strong
      /// Other differences: underlined, or `_so_`.
      case light
    }
  }

  /// The words of `range` on lines that fit, with the marked parts dressed by their weight.
  ///
  /// Marks may lie inside each other but must not cross.
  func lines(_ article: Article, _ range: TextRange, marks: [Mark], indent: Int) -> [String] {
    let words = words(article, range, marks: marks)
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    var width = 0
    for word in words {
      if width > 0, indent + width + 1 + word.width > Self.width {
        lines.append(margin + line)
        (line, width) = ("", 0)
      }
      if width > 0 { line += " " }
      line += word.text
      width += word.width + (width > 0 ? 1 : 0)
    }
    if width > 0 { lines.append(margin + line) }
    return lines
  }

  private struct Word {
    var text = ""
    var width = 0

    mutating func add(_ visible: String) {
      text += visible
      width += visible.unicodeScalars.count
    }

    mutating func add(_ visible: Unicode.Scalar) {
      text.unicodeScalars.append(visible)
      width += 1
    }
  }

  private func words(_ article: Article, _ range: TextRange, marks: [Mark]) -> [Word] {
    let marks = marks.sorted {
      ($0.range.start, $1.range.end) < ($1.range.start, $0.range.end)
    }
    var next = 0
    var open: [Mark] = []
    var words: [Word] = []
    var word = Word()
    func close(at offset: Int) {
      while let last = open.last, last.range.end <= offset {
        open.removeLast()
        if usesColor {
          word.text += open.isEmpty ? "\u{1B}[0m" : ""
        } else {
          word.add(last.weight == .strong ? "]" : "_")
        }
        if let note = last.note {
          if usesColor { word.text += "\u{1B}[2m" }
          word.add("⟨\(TerminalText.line(note))⟩")
          if usesColor { word.text += "\u{1B}[0m" + code(open.last) }
        }
      }
    }
    func flush() {
      guard word.width > 0 else { return }
      if usesColor, !open.isEmpty { word.text += "\u{1B}[0m" }
      words.append(word)
      word = Word()
      word.text = code(open.last)
    }
    var offset = range.start
    for scalar in article.string(range).unicodeScalars {
      close(at: offset)
      while next < marks.count, marks[next].range.start <= offset {
        if marks[next].range.end > offset {
          open.append(marks[next])
          if usesColor {
            word.text += code(open.last)
          } else {
            word.add(open.last?.weight == .strong ? "[" : "_")
          }
        }
        next += 1
      }
      if Self.isSpace(scalar) {
        flush()
      } else if !TerminalText.isControl(scalar) {
        word.add(scalar)
      }
      offset += UTF8.width(scalar)
    }
    close(at: Int.max)
    flush()
    return words
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII
      ? scalar == " " || (0x09...0x0D).contains(scalar.value) : scalar.properties.isWhitespace
  }

  private func code(_ mark: Mark?) -> String {
    guard usesColor, let mark else { return "" }
    return mark.weight == .strong ? "\u{1B}[1;7m" : "\u{1B}[4m"
  }
}

extension Article {
  /// `path:line:column`, harmless for a terminal.
  func placeText(of offset: Int) -> String {
    let place = place(of: offset)
    return TerminalText.line("\(path):\(place.line):\(place.column)")
  }

  /// Outlet and day, harmless for a terminal.
  var sourceText: String {
    TerminalText.line(outlet) + (published.map { ", \($0.day)" } ?? "")
  }
}
