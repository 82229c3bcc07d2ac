/// Reads what a pattern matches, as written: `<m:month> <d:day-number> ,? <y:year-number>`.
///
/// - `word` is one token by its normal form; `\` before a sign that would mean something here.
/// - `<class>` is a class: a lexicon, a kind of number or an earlier result; `<a|b>` is either;
///   `<name:class>` captures it.
/// - `( … | … )` groups, `?` makes optional, `{2,5}` repeats; there is no unbounded repeat, so
///   the length of a match is bounded and a scan linear.
/// - `~` before a step: no white space before it; `_`: white space; `^`: a capital letter; `!`: none.
///
/// What is read goes straight into a network.
struct PatternReader {
  struct Mistake: Error { let message: String }

  /// What a name of the pattern stands for.
  struct Capture {
    /// Of the name, and where it stands in the pattern.
    let hash: UInt64
    let name: Range<Int>
    /// The classes of words that it can have its value from.
    var classes: [Int] = []
  }

  private let text: UnsafeBufferPointer<UInt8>
  private var at = 0
  /// In the order in which they stand in the pattern.
  private(set) var captures: [Capture] = []
  /// The first name that is no class.
  private(set) var unknown: String?
  /// Whether there is anything but steps in the pattern.
  private(set) var hasStructure = false
  private var labels: [Label] = []
  private var word: [UInt8] = []

  init(_ text: UnsafeBufferPointer<UInt8>) { self.text = text }

  /// Reads all of the pattern.
  ///
  /// - Throws: `Mistake` with what is wrong.
  mutating func read(
    into network: inout NetworkBuilder, _ classes: inout ClassNames
  ) throws(Mistake) -> NetworkBuilder.Part {
    let whole = try choice(&network, &classes)
    guard at == text.count else { throw Mistake(message: "an unmatched `)`") }
    return whole
  }

  private var next: UInt8? { at < text.count ? text[at] : nil }

  private mutating func spaces() {
    while at < text.count, text[at] == 0x20 || text[at] == 0x0A { at += 1 }
  }

  private mutating func choice(
    _ network: inout NetworkBuilder, _ classes: inout ClassNames
  ) throws(Mistake) -> NetworkBuilder.Part {
    var whole = try sequence(&network, &classes)
    while next == UInt8(ascii: "|") {
      at += 1
      hasStructure = true
      whole = network.either(whole, try sequence(&network, &classes))
    }
    return whole
  }

  private mutating func sequence(
    _ network: inout NetworkBuilder, _ classes: inout ClassNames
  ) throws(Mistake) -> NetworkBuilder.Part {
    var whole: NetworkBuilder.Part?
    spaces()
    while let byte = next, byte != UInt8(ascii: "|"), byte != UInt8(ascii: ")") {
      let part = try repeated(&network, &classes)
      whole = whole.map { network.sequence($0, part) } ?? part
      spaces()
    }
    guard let whole else { throw Mistake(message: "an empty alternative; use `?`") }
    return whole
  }

  private mutating func repeated(
    _ network: inout NetworkBuilder, _ classes: inout ClassNames
  ) throws(Mistake) -> NetworkBuilder.Part {
    let start = network.mark
    let part = try atom(&network, &classes)
    switch next {
    case UInt8(ascii: "?"):
      at += 1
      hasStructure = true
      return part.optional
    case UInt8(ascii: "{"):
      at += 1
      hasStructure = true
      let times = String(decoding: take(until: UInt8(ascii: "}")), as: UTF8.self)
      let ends = times.split(separator: ",").map { Int($0) }
      guard ends.count == 2, let low = ends[0], let high = ends[1], 0 <= low, low <= high,
        high <= 20
      else {
        throw Mistake(message: "`{\(times)}` is not `{least,most}` with at most 20")
      }
      return network.repeated(part, since: start, low...high)
    default: return part
    }
  }

  private mutating func atom(
    _ network: inout NetworkBuilder, _ classes: inout ClassNames
  ) throws(Mistake) -> NetworkBuilder.Part {
    if next == UInt8(ascii: "(") {
      at += 1
      let inner = try choice(&network, &classes)
      guard next == UInt8(ascii: ")") else { throw Mistake(message: "a `(` without its `)`") }
      at += 1
      return inner
    }
    var glued: Bool?
    var capital: Bool?
    marks: while let byte = next {
      switch byte {
      case UInt8(ascii: "^"): capital = true
      case UInt8(ascii: "!"): capital = false
      case UInt8(ascii: "~"): glued = true
      case UInt8(ascii: "_"): glued = false
      default: break marks
      }
      at += 1
    }
    labels.removeAll(keepingCapacity: true)
    var capture: Int32 = -1
    if next == UInt8(ascii: "<") {
      at += 1
      capture = step(classes: &classes, glued, capital)
    } else {
      let number = classes.number(literal: try literal())
      labels.append(Label(wanted: .word(number), glued: glued, capital: capital))
    }
    return network.step(labels, capture: capture)
  }

  /// Reads what stands behind the `<` of a step; the number of its capture.
  private mutating func step(
    classes: inout ClassNames, _ glued: Bool?, _ capital: Bool?
  ) -> Int32 {
    var body = take(until: UInt8(ascii: ">"))
    var capture = -1
    if let colon = body.firstIndex(of: UInt8(ascii: ":")) {
      capture = number(ofCapture: body[..<colon])
      body = body[(colon + 1)...]
    }
    for name in body.split(separator: UInt8(ascii: "|")) {
      guard let wanted = classes.wanted(UnsafeBufferPointer(rebasing: name)) else {
        unknown = unknown ?? String(decoding: name, as: UTF8.self)
        continue
      }
      labels.append(Label(wanted: wanted, glued: glued, capital: capital))
      if capture >= 0, case .word(let number) = wanted { captures[capture].classes.append(number) }
    }
    return Int32(capture)
  }

  private mutating func number(ofCapture name: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    let hash = Hash.of(name)
    if let known = captures.firstIndex(where: { $0.hash == hash }) { return known }
    captures.append(Capture(hash: hash, name: name.startIndex..<name.endIndex))
    return captures.count - 1
  }

  /// A word as it stands.
  private mutating func literal() throws(Mistake) -> [UInt8] {
    word.removeAll(keepingCapacity: true)
    while let byte = next, !Self.isMark(byte) {
      at += 1
      if byte == UInt8(ascii: "\\"), let escaped = next {
        word.append(escaped)
        at += 1
      } else {
        word.append(byte)
      }
    }
    guard !word.isEmpty else { throw Mistake(message: "a word or `<class>` is missing") }
    return word
  }

  /// Whether a byte ends a word.
  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x0A, UInt8(ascii: "|"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "{"),
      UInt8(ascii: "}"), UInt8(ascii: "?"):
      true
    default: false
    }
  }

  private mutating func take(until end: UInt8) -> Slice<UnsafeBufferPointer<UInt8>> {
    let start = at
    while at < text.count, text[at] != end { at += 1 }
    defer { at = min(at + 1, text.count) }
    return text[start..<at]
  }
}
