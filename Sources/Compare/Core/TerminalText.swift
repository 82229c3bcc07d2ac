/// The one way in which foreign text (articles, file names, errors) reaches a terminal.
public enum TerminalText {
  /// C0 and C1 controls, DEL, line and paragraph separators, and the characters that reverse the
  /// order of what follows (Unicode UAX 9: U+202A…U+202E, U+2066…U+2069).
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x00..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// One line of harmless text: white space becomes single spaces, controls are left out.
  public static func line(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    var lastIsSpace = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029:
        if !lastIsSpace { clean.append(" ") }
        lastIsSpace = true
      default:
        if isControl(scalar) { continue }
        clean.append(scalar)
        lastIsSpace = false
      }
    }
    if lastIsSpace, !clean.isEmpty { clean.removeLast() }
    return String(clean)
  }

  /// Harmless text of several lines: controls other than line feeds are left out.
  public static func lines(_ text: String) -> String {
    var clean = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where scalar == "\n" || !isControl(scalar) {
      clean.append(scalar)
    }
    return String(clean)
  }
}
