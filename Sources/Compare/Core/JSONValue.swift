/// A JSON value that keeps the order of its keys.
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
  func write(to output: inout some TextOutputStream, indent: Int? = nil) {
    var text = JSONText(indent: indent)
    write(to: &text) { text in
      guard text.bytes.count >= 1 << 16 else { return }
      output.write(text.bytes.string)
      text.removeAll()
    }
    output.write(text.bytes.string)
  }

  /// - Parameter relieve: is called between values, to carry away what is written.
  private func write(to text: inout JSONText, relieve: (inout JSONText) -> Void) {
    switch self {
    case .null: text.null()
    case .bool(let value): text.bool(value)
    case .integer(let value): text.integer(value)
    case .number(let value): text.number(value)
    case .string(let value): text.string(value)
    case .array(let items):
      text.begin(.array)
      for item in items {
        text.element()
        item.write(to: &text, relieve: relieve)
      }
      text.end(.array)
    case .object(let fields):
      text.begin(.object)
      for (key, value) in fields {
        text.key(escaping: key)
        value.write(to: &text, relieve: relieve)
      }
      text.end(.object)
    case .fields(let fields):
      text.begin(.object)
      for (key, value) in fields {
        text.key(escaping: key)
        value.write(to: &text, relieve: relieve)
      }
      text.end(.object)
    }
    relieve(&text)
  }
}
