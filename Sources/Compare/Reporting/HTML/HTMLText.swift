/// The one way in which text gets into the markup of a page.
enum HTMLText {
  /// For element content and quoted attributes: markup becomes text, and controls, with the
  /// characters that reverse what follows them, become U+FFFD.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      if let entity = MarkupText.entity(scalar) {
        escaped += entity
        continue
      }
      switch scalar {
      case "\n", "\t": escaped.unicodeScalars.append(scalar)
      case "\r": continue
      default:
        escaped.unicodeScalars.append(TerminalText.isControl(scalar) ? "\u{FFFD}" : scalar)
      }
    }
    return escaped
  }
}

/// Passes JSON on so that it can stand in a `script` element: every `<` becomes `\u003c`.
///
/// In JSON a `<` only ever stands inside a string, so that the values stay the same.
struct ScriptDataStream<Target: TextOutputStream>: TextOutputStream {
  var target: Target

  mutating func write(_ string: String) {
    guard string.utf8.contains(0x3C) else {
      target.write(string)
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(string.utf8.count + 16)
    for byte in string.utf8 {
      if byte == 0x3C { bytes += #"\u003c"#.utf8 } else { bytes.append(byte) }
    }
    target.write(String(decoding: bytes, as: UTF8.self))
  }
}
