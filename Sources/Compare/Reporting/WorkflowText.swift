/// Text for the log of a GitHub workflow, which takes some lines for commands.
public enum WorkflowText {
  /// One line for the message of a command.
  static func data(_ text: String) -> String {
    escaped(TerminalText.line(text), also: [])
  }

  /// The value of a property of a command.
  static func property(_ text: String) -> String {
    escaped(TerminalText.line(text), also: [":", ","])
  }

  private static func escaped(_ text: String, also more: Set<Unicode.Scalar>) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if "%\r\n".unicodeScalars.contains(scalar) || more.contains(scalar) {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        escaped += "%" + (digits.count < 2 ? "0" : "") + digits
      } else {
        escaped.unicodeScalars.append(scalar)
      }
    }
    // `##[` begins a command of the older form, wherever it stands in a line.
    return escaped.replacing("##[", with: "# #[")
  }

  /// Lines of plain text of which none is a command: neither `::name::` at the start, after white
  /// space, nor `##[name]` anywhere.
  public static func plain(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let start = line.drop { $0.isWhitespace }
      let safe =
        start.hasPrefix("::")
        ? line[..<start.startIndex] + ": :" + start.dropFirst(2) : line
      return safe.replacing("##[", with: "# #[")
    }.joined(separator: "\n")
  }

  /// Passes whole lines on, as plain text.
  public struct Stream<Target: TextOutputStream>: TextOutputStream {
    public private(set) var target: Target
    private var line = ""

    public init(_ target: Target) { self.target = target }

    public mutating func write(_ string: String) {
      line += string
      guard let end = line.utf8.lastIndex(of: 0x0A) else { return }
      let next = line.utf8.index(after: end)
      target.write(WorkflowText.plain(String(line[..<next])))
      line = String(line[next...])
    }

    /// Writes what has no end of line.
    public mutating func finish() {
      if !line.isEmpty { target.write(WorkflowText.plain(line)) }
      line = ""
    }
  }
}
