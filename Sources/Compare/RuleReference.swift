/// The reference of all rules, as Markdown: `docs/rules.md`.
public struct RuleReference: Sendable {
  private let rules: [Rule]
  private let lexicons: Lexicons

  /// - Parameter language: whose rules and lexicons are described.
  public init(_ language: Language) {
    rules = language.judge.rules
    lexicons = language.lexicons
  }

  /// The same for the same rules, byte by byte.
  public func markdown() -> String {
    var page = Self.head
    page += "| rule | kind | severity | what it reports |\n| --- | --- | --- | --- |\n"
    for rule in rules {
      page +=
        "| [`\(rule.id)`](#\(Self.anchor(rule.id))) | \(rule.kind) | \(rule.severity.rawValue) "
        + "| \(Self.escaped(rule.title)) |\n"
    }
    for rule in rules { page += section(rule) }
    page += "\n## Word lists\n\nThe lists that the rules above name.\n"
    for name in Set(rules.flatMap(\.lexiconNames)).sorted() {
      if let lexicon = lexicons[name] { page += Self.section(lexicon) }
    }
    return page
  }

  private static let head = """
    <!-- Written by `make docs` from the rule files. Edit those, not this. -->
    # Rules

    What `compare` reports, and what it leaves alone. Every example below is also a test: it runs as
    it stands, with the two articles swapped, with other line ends, with decomposed accents and with
    an emoji in front (`compare rules test`).

    Three things hold for all rules. A value or wording that the other article has as well,
    elsewhere, is no conflict. Relative dates count from the day an article was published; without
    one they are never compared. And no rule says which side is wrong.

    A *note* is worth a look, a *warning* and an *error* count at the gate (`--fail-on`). How to write
    rules of your own: [write-a-rule.md](write-a-rule.md).


    """

  // MARK: Rules

  private func section(_ rule: Rule) -> String {
    var text = "\n## \(rule.id)\n\n"
    text +=
      "\(Self.escaped(rule.title)). Kind `\(rule.kind)`, severity \(rule.severity.rawValue).\n"
    text += "\n**Why.** \(Self.paragraph(rule.explain))\n"
    text += "\n**What is taken.** \(Self.escaped(rule.takenInWords))\n"
    if !rule.unless.isEmpty {
      text += "\n**No conflict when**\n\n"
      for exception in rule.unless {
        text += "- \(Self.escaped(exception.inWords)) (`\(exception.rawValue)`)\n"
      }
    }
    text += "\n**A conflict**\n\n" + Self.table(rule.examples.conflict)
    text += "\n**No conflict**\n\n" + Self.table(rule.examples.agree)
    return text
  }

  private static func table(_ examples: [Rule.Example]) -> String {
    var text = "| one says | the other says |\n| --- | --- |\n"
    for example in examples {
      let date = example.published.map { " (both published \($0.text))" } ?? ""
      text += "| \(escaped(example.a)) | \(escaped(example.b))\(date) |\n"
    }
    return text
  }

  // MARK: Word lists

  private static func section(_ lexicon: Lexicon) -> String {
    var text = "\n### \(lexicon.name)\n\n\(paragraph(lexicon.about))\n\n"
    let groups = Dictionary(grouping: lexicon.entries.keys) { lexicon.entries[$0] ?? "" }
    for value in groups.keys.sorted() {
      let phrases = (groups[value] ?? []).sorted().map(escaped).joined(separator: ", ")
      text += value.isEmpty ? "\(phrases)\n" : "- `\(value)`: \(phrases)\n"
    }
    return text
  }

  // MARK: Markdown

  /// One line; a folded YAML text ends in a line break.
  private static func paragraph(_ text: String) -> String {
    escaped(TerminalText.line(text))
  }

  private static func anchor(_ id: String) -> String {
    String(id.lowercased().unicodeScalars.filter { $0 != "." })
  }

  /// Characters that Markdown would take for markup; code spans of our own stay.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "|*<".unicodeScalars.contains(scalar) { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }
}
