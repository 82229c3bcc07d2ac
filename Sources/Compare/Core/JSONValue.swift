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
    var text = text
    var escaped: [UInt8] = [0x22]
    text.withUTF8 { bytes in
      escaped.reserveCapacity(bytes.count + 2)
      // Bytes that stand for themselves are copied in runs.
      var run = 0
      var at = 0
      while at < bytes.count {
        let byte = bytes[at]
        var width = 1
        if byte >= 0x80 {
          width = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
          guard isControl(bytes, at, width) else {
            at += width
            continue
          }
        } else if byte >= 0x20, byte != 0x22, byte != 0x5B, byte != 0x5C, byte != 0x7F {
          at += 1
          continue
        }
        escaped.append(contentsOf: bytes[run..<at])
        escape(bytes, at, width, into: &escaped)
        at += width
        run = at
      }
      escaped.append(contentsOf: bytes[run..<at])
    }
    escaped.append(0x22)
    output.write(String(decoding: escaped, as: UTF8.self))
  }

  private static func isControl(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int
  ) -> Bool {
    Unicode.Scalar(scalar(bytes, at, width)).map(TerminalText.isControl) ?? false
  }

  /// The scalar at `at`, of a string's own, valid UTF-8.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int
  ) -> UInt32 {
    guard width > 1 else { return UInt32(bytes[at]) }
    var value = UInt32(bytes[at]) & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(bytes[at + offset] & 0x3F) }
    return value
  }

  private static func escape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int, into escaped: inout [UInt8]
  ) {
    switch bytes[at] {
    case 0x22: escaped.append(contentsOf: "\\\"".utf8)
    case 0x5C: escaped.append(contentsOf: "\\\\".utf8)
    case 0x0A: escaped.append(contentsOf: "\\n".utf8)
    case 0x0D: escaped.append(contentsOf: "\\r".utf8)
    case 0x09: escaped.append(contentsOf: "\\t".utf8)
    // `##[` is a command to a GitHub runner, wherever it stands in a line of the log.
    case 0x5B:
      let isCommand = escaped.suffix(2).elementsEqual("##".utf8)
      escaped.append(contentsOf: (isCommand ? "\\u005b" : "[").utf8)
    default:
      let digits = String(scalar(bytes, at, width), radix: 16)
      escaped.append(
        contentsOf: "\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
    }
  }
}
