/// What a pattern makes of its matches, as written: `duration(n=n, unit=u)`.
struct Construction {
  private let text: UnsafeBufferPointer<UInt8>
  private let reader: YAMLReader
  private let captures: [PatternReader.Capture]
  /// The pattern, where the names of the captures stand.
  private let pattern: UnsafeBufferPointer<UInt8>

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  /// - Parameter reader: where the text stands.
  init(
    _ text: UnsafeBufferPointer<UInt8>, _ reader: YAMLReader, captures: [PatternReader.Capture],
    of pattern: UnsafeBufferPointer<UInt8>
  ) {
    (self.text, self.reader) = (text, reader)
    (self.captures, self.pattern) = (captures, pattern)
  }

  /// The maker and where its arguments come from.
  ///
  /// - Throws: `SourceError` for an unknown maker, a wrong or missing argument.
  func read() throws -> (Maker, [(name: ParameterName, source: ArgumentSource)]) {
    guard let open = text.firstIndex(of: UInt8(ascii: "(")), text.last == UInt8(ascii: ")") else {
      throw reader.error("expected `constructor(name=value, …)` here")
    }
    let name = Self.string(text[..<open])
    guard let maker = Maker.all[name] else {
      let known = Maker.all.keys.sorted()
      throw reader.error("`\(name)` is no constructor\(Nearest.hint(name, among: known))")
    }
    var given = 0
    var arguments: [(name: ParameterName, source: ArgumentSource)] = []
    for piece in text[(open + 1)...].dropLast().split(separator: UInt8(ascii: ",")) {
      let sides = piece.split(separator: UInt8(ascii: "="), maxSplits: 1)
      guard sides.count == 2 else {
        throw reader.error("`\(Self.string(piece))` is not `name=value`")
      }
      let parameter = Self.string(Self.trimmed(sides[0]))
      guard let place = maker.parameters.firstIndex(of: parameter) else {
        throw reader.error(
          "\(name) takes no `\(parameter)`\(Nearest.hint(parameter, among: maker.parameters))")
      }
      given |= 1 << place
      arguments.append((ParameterName(parameter), try source(Self.trimmed(sides[1]))))
    }
    for place in 0..<maker.required where given >> place & 1 == 0 {
      throw reader.error("\(name) needs `\(maker.parameters[place])`")
    }
    return (maker, arguments)
  }

  private func source(_ written: Bytes) throws -> ArgumentSource {
    let quote = UInt8(ascii: "'")
    if written.count >= 2, written.first == quote, written.last == quote {
      return .text(Self.string(written.dropFirst().dropLast()))
    }
    // A number begins with a sign, a point or a digit.
    if let first = written.first, 0x2B...0x39 ~= first, let number = Double(Self.string(written)) {
      return .number(number)
    }
    let hash = Hash.of(written)
    guard let number = captures.firstIndex(where: { $0.hash == hash }) else {
      let text = Self.string(written)
      let known = captures.map { Self.string(pattern[$0.name]) }.sorted()
      throw reader.error(
        "`\(text)` is captured nowhere in `match`\(Nearest.hint(text, among: known))")
    }
    return .capture(Int32(number), classes: captures[number].classes)
  }

  private static func trimmed(_ bytes: Bytes) -> Bytes { bytes.drop { $0 == 0x20 } }

  private static func string(_ bytes: Bytes) -> String { String(decoding: bytes, as: UTF8.self) }
}
