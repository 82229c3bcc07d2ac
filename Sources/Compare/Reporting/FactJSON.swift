/// Facts as JSON objects, the public format of `extract`.
struct FactJSON: ~Copyable {
  private var json: JSONText
  private let document: Document
  private let id: [UInt8]
  /// The sentence written last and where it stands in `json`: the next fact is often in it, too.
  private var sentence: (index: Int, json: Range<Int>) = (-1, 0..<0)
  /// Where the last fact starts: the next one is mostly near.
  private var last = (offset: 0, scalar: 0)

  private init(_ document: Document, json: consuming JSONText) {
    self.document = document
    self.json = json
    var id = JSONText()
    id.string(document.article.id)
    self.id = Array(id.bytes.bytes)
  }

  /// The names of the types in the order of their bits, as JSON strings.
  private static let typeNames = FactType.allCases.sorted { $0.bit < $1.bit }.map {
    Array("\"\($0.rawValue)\"".utf8)
  }

  /// Bytes after which a piece is handed over.
  private static let pieceLength = 1 << 18

  /// One object a line.
  static func writeLines(
    _ facts: [Fact], of document: Document, to piece: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    guard !facts.isEmpty else { return }
    var writer = FactJSON(document, json: JSONText())
    facts.withUnsafeBufferPointer { facts in
      for index in facts.indices {
        writer.write(facts[index])
        writer.json.endLine()
        writer.relieve(piece)
      }
    }
    piece(writer.json.bytes.bytes)
  }

  /// Elements of an indented array, a comma before each; every piece begins with one.
  static func writeArray(
    _ facts: [Fact], of document: Document, to piece: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var writer = FactJSON(document, json: JSONText(indent: 1, level: 1, isFirst: false))
    for fact in facts {
      writer.json.element()
      writer.write(fact)
      writer.relieve(piece)
    }
    piece(writer.json.bytes.bytes)
  }

  private mutating func relieve(_ piece: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard json.bytes.count >= Self.pieceLength else { return }
    piece(json.bytes.bytes)
    json.removeAll()
    sentence.index = -1
  }

  private mutating func write(_ fact: Fact) {
    json.begin(.object)
    json.key("document")
    json.raw(id)
    last = (fact.range.start, scalar(fact.range.start))
    json.key("start")
    json.integer(last.scalar)
    json.key("end")
    json.integer(scalar(fact.range.end))
    json.key("text")
    string(fact.range)
    json.key("type")
    json.raw(Self.typeNames[fact.type.bit.trailingZeroBitCount])
    json.key("value")
    json.string(fact.value)
    json.key("mod")
    json.optional(fact.mod?.rawValue)
    json.key("low")
    let low = json.bytes.count
    bound(fact.bounds.low, of: fact.type)
    let written = low..<json.bytes.count
    json.key("high")
    if fact.bounds.high == fact.bounds.low {
      json.repeated(written)
    } else {
      bound(fact.bounds.high, of: fact.type)
    }
    json.key("unit")
    json.optional(fact.unit)
    json.key("sentence")
    writeSentence(fact.sentence)
    json.end(.object)
  }

  private func scalar(_ offset: Int) -> Int {
    document.article.index.scalar(at: offset, from: last, in: document.article.text)
  }

  private mutating func string(_ range: TextRange) {
    document.article.text.withUnsafeBufferPointer {
      json.string(UnsafeBufferPointer(rebasing: $0[range.bytes]))
    }
  }

  private mutating func writeSentence(_ index: Int) {
    guard index != sentence.index else { return json.repeated(sentence.json) }
    let start = json.bytes.count
    string(document.sentences[index].range)
    sentence = (index, start..<json.bytes.count)
  }

  /// Dates as ISO dates, all else as plain numbers in base units.
  private mutating func bound(_ value: Double?, of type: FactType) {
    guard let value, value.isFinite else { return json.null() }
    guard type == .date || type == .interval, abs(value) < 4_000_000 else {
      return json.number(value)
    }
    json.date(CivilDate(serial: Int(value.rounded(.down))))
  }
}
