/// JSON as it is written, straight into bytes.
///
/// All control characters and bidirectional overrides are escaped, so that no text of an article
/// can steer the terminal it is shown on.
///
/// ```swift
/// var json = JSONText()
/// json.begin(.object)
/// json.key("value")
/// json.string("two hours")
/// json.end(.object)
/// ```
struct JSONText: ~Copyable {
  enum Container { case object, array }

  private(set) var bytes = ByteBuffer(capacity: 1 << 12)
  /// Spaces a level; `nil` for one line without line breaks.
  let indent: Int?
  private var level: Int
  private var isFirst: Bool

  /// - Parameters:
  ///   - level: how deep what is written stands.
  ///   - isFirst: whether nothing stands before it on that level.
  init(indent: Int? = nil, level: Int = 0, isFirst: Bool = true) {
    (self.indent, self.level, self.isFirst) = (indent, level, isFirst)
  }

  // MARK: Structure

  mutating func begin(_ container: Container) {
    bytes.append(UInt8(ascii: container == .object ? "{" : "["))
    level += 1
    isFirst = true
  }

  mutating func end(_ container: Container) {
    level -= 1
    if !isFirst { breakLine() }
    bytes.append(UInt8(ascii: container == .object ? "}" : "]"))
    isFirst = false
  }

  /// Begins a field of an object; its value follows.
  @inline(__always)
  mutating func key(_ name: StaticString) {
    guard indent == nil else { return indentedKey(name) }
    bytes.appendField(name, isFirst: isFirst)
    isFirst = false
  }

  @inline(never)
  private mutating func indentedKey(_ name: StaticString) {
    element()
    bytes.append(UInt8(ascii: "\""))
    raw(name)
    bytes.append(UInt8(ascii: "\""))
    colon()
  }

  /// The same for a name that may need escapes.
  mutating func key(escaping name: String) {
    element()
    string(name)
    colon()
  }

  private mutating func colon() {
    bytes.append(UInt8(ascii: ":"))
    if indent != nil { bytes.append(UInt8(ascii: " ")) }
  }

  /// Begins an element of an array; its value follows.
  mutating func element() {
    if !isFirst { bytes.append(UInt8(ascii: ",")) }
    isFirst = false
    breakLine()
  }

  /// Ends a line that holds a value of its own.
  mutating func endLine() {
    bytes.append(0x0A)
    isFirst = true
  }

  private mutating func breakLine() {
    guard let indent else { return }
    bytes.append(0x0A)
    bytes.append(UInt8(ascii: " "), times: indent * level)
  }

  /// Gives up what is written so far, to write on into the same room.
  mutating func removeAll() { bytes.removeAll() }

  // MARK: Values

  mutating func null() { raw("null") }

  mutating func bool(_ value: Bool) { raw(value ? "true" : "false") }

  mutating func integer(_ value: Int) { bytes.appendDecimal(value) }

  /// Whole numbers without a fraction; no number that JSON does not have.
  mutating func number(_ value: Double) {
    if let whole = Int(exactly: value) {
      integer(whole)
    } else if value.isFinite {
      bytes.append(utf8: "\(value)")
    } else {
      null()
    }
  }

  /// An ISO 8601 date.
  mutating func date(_ date: CivilDate) {
    bytes.append(UInt8(ascii: "\""))
    bytes.appendDecimal(date.year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDecimal(date.month, width: 2)
    bytes.append(UInt8(ascii: "-"))
    bytes.appendDecimal(date.day, width: 2)
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { string($0) }
  }

  mutating func optional(_ text: String?) {
    if let text { string(text) } else { null() }
  }

  /// - Parameter utf8: valid UTF-8.
  mutating func string(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    JSONEscapes.append(utf8, to: &bytes)
    bytes.append(UInt8(ascii: "\""))
  }

  /// What is JSON already.
  mutating func raw(_ text: StaticString) { bytes.append(text) }

  /// What is JSON already.
  mutating func raw(_ json: [UInt8]) { bytes.append(json) }

  /// What was written before, once more.
  mutating func repeated(_ range: Range<Int>) { bytes.appendAgain(range) }
}

/// Escapes of JSON strings.
private enum JSONEscapes {
  /// Appends text, escaped where it must be; what stands for itself is copied in runs.
  ///
  /// - Complexity: O(bytes).
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout ByteBuffer) {
    var run = 0
    var at = 0
    while at < text.count {
      at = plainEnd(text, from: at)
      guard at < text.count else { break }
      let width = text[at] < 0x80 ? 1 : text[at] < 0xE0 ? 2 : text[at] < 0xF0 ? 3 : 4
      if width > 1, !isControl(text, at, width) {
        at += width
        continue
      }
      bytes.append(UnsafeBufferPointer(rebasing: text[run..<at]))
      escape(text, at, width, to: &bytes)
      at += width
      run = at
    }
    bytes.append(UnsafeBufferPointer(rebasing: text[run...]))
  }

  /// The first byte from `start` on that may not stand for itself, looked for eight at a time.
  private static func plainEnd(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let highs: UInt64 = 0x8080_8080_8080_8080
    /// Marks bytes that are zero (and, after one that is, perhaps others that are one).
    func zeros(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & highs }
    let raw = UnsafeRawBufferPointer(text)
    var at = start
    while at + 8 <= raw.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
      let below = (word &- ones &* 0x20) & ~word
      let found =
        (word | below) & highs | zeros(word ^ (ones &* 0x22)) | zeros(word ^ (ones &* 0x5B))
        | zeros(word ^ (ones &* 0x5C)) | zeros(word ^ (ones &* 0x7F))
      if found != 0 { return at + found.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < text.count, isPlain(text[at]) { at += 1 }
    return at
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5B && byte != 0x5C
  }

  private static func isControl(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int
  ) -> Bool {
    // All controls beyond ASCII begin with one of two bytes.
    guard text[at] == 0xC2 || text[at] == 0xE2 else { return false }
    return Unicode.Scalar(scalar(text, at, width)).map(TerminalText.isControl) ?? false
  }

  private static func scalar(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int
  ) -> UInt32 {
    guard width > 1 else { return UInt32(text[at]) }
    var value = UInt32(text[at]) & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(text[at + offset] & 0x3F) }
    return value
  }

  private static func escape(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ width: Int, to bytes: inout ByteBuffer
  ) {
    switch text[at] {
    case 0x22: bytes.append("\\\"")
    case 0x5C: bytes.append("\\\\")
    case 0x0A: bytes.append("\\n")
    case 0x0D: bytes.append("\\r")
    case 0x09: bytes.append("\\t")
    // `##[` is a command to a GitHub runner, wherever it stands in a line of the log.
    case 0x5B:
      if bytes.bytes.suffix(2).elementsEqual("##".utf8) {
        bytes.append("\\u005b")
      } else {
        bytes.append(0x5B)
      }
    default:
      bytes.append("\\u")
      let value = scalar(text, at, width)
      for shift in stride(from: 12, through: 0, by: -4) {
        let digit = UInt8(truncatingIfNeeded: value >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
