/// A JSON value that keeps the order of its keys.
///
/// Written with all control characters and bidirectional overrides escaped, so that no text of an
/// article can steer the terminal it is shown on.
enum JSONValue: Sendable {
  case null
  case bool(Bool)
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object(KeyValuePairs<String, JSONValue>)
  /// An object whose keys are put together at run time.
  case fields([(String, JSONValue)])

  static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }

  /// - Parameter indent: spaces a level; `nil` for one line without line breaks.
  func write(to output: inout some TextOutputStream, indent: Int? = nil, level: Int = 0) {
    switch self {
    case .null: output.write("null")
    case .bool(let value): output.write(value ? "true" : "false")
    case .integer(let value): output.write(String(value))
    case .number(let value): Self.write(value, to: &output)
    case .string(let text): Self.write(text, to: &output)
    case .array(let items):
      output.write("[")
      for (number, item) in items.enumerated() {
        Self.separate(number, to: &output, indent: indent, level: level + 1)
        item.write(to: &output, indent: indent, level: level + 1)
      }
      Self.close(items.isEmpty, to: &output, indent: indent, level: level)
      output.write("]")
    case .object(let fields):
      Self.write(fields.map { ($0, $1) }, to: &output, indent: indent, level: level)
    case .fields(let fields): Self.write(fields, to: &output, indent: indent, level: level)
    }
  }

  private static func write(
    _ fields: [(String, JSONValue)], to output: inout some TextOutputStream, indent: Int?,
    level: Int
  ) {
    output.write("{")
    for (number, (key, value)) in fields.enumerated() {
      separate(number, to: &output, indent: indent, level: level + 1)
      write(key, to: &output)
      output.write(indent == nil ? ":" : ": ")
      value.write(to: &output, indent: indent, level: level + 1)
    }
    close(fields.isEmpty, to: &output, indent: indent, level: level)
    output.write("}")
  }

  private static func separate(
    _ number: Int, to output: inout some TextOutputStream, indent: Int?, level: Int
  ) {
    if number > 0 { output.write(",") }
    if let indent { output.write("\n" + String(repeating: " ", count: indent * level)) }
  }

  private static func close(
    _ isEmpty: Bool, to output: inout some TextOutputStream, indent: Int?, level: Int
  ) {
    if let indent, !isEmpty { output.write("\n" + String(repeating: " ", count: indent * level)) }
  }

  /// Whole numbers without a fraction; no number that JSON does not have.
  private static func write(_ value: Double, to output: inout some TextOutputStream) {
    if let whole = Int(exactly: value) {
      output.write(String(whole))
    } else if value.isFinite {
      output.write("\(value)")
    } else {
      output.write("null")
    }
  }

  private static func write(_ text: String, to output: inout some TextOutputStream) {
    var escaped = "\""
    escaped.reserveCapacity(text.utf8.count + 2)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": escaped += "\\\""
      case "\\": escaped += "\\\\"
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      // `##[` is a command to a GitHub runner, wherever it stands in a line of the log.
      case "[" where escaped.utf8.suffix(2).elementsEqual("##".utf8): escaped += "\\u005b"
      default:
        if TerminalText.isControl(scalar) {
          let digits = String(scalar.value, radix: 16)
          escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    output.write(escaped + "\"")
  }
}
