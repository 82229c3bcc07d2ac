/// Facts as JSON objects, the public format of `extract`.
struct FactJSON {
  private var json: JSONText
  private let document: Document
  private let id: [UInt8]
  /// The sentence written last, as JSON: the next fact often stands in it as well.
  private var sentence: (index: Int, json: [UInt8]) = (-1, [])

  private init(_ document: Document, json: JSONText) {
    self.document = document
    self.json = json
    id = Self.escaped(Array(document.article.id.utf8), in: 0..<document.article.id.utf8.count)
  }

  /// Bytes after which a piece is handed over.
  private static let pieceLength = 1 << 18

  /// One object a line.
  static func writeLines(_ facts: [Fact], of document: Document, to piece: ([UInt8]) -> Void) {
    guard !facts.isEmpty else { return }
    var writer = FactJSON(document, json: JSONText())
    for fact in facts {
      writer.write(fact)
      writer.json.endLine()
      writer.relieve(piece)
    }
    piece(writer.json.bytes)
  }

  /// Elements of an indented array, a comma before each; every piece begins with one.
  static func writeArray(_ facts: [Fact], of document: Document, to piece: ([UInt8]) -> Void) {
    var writer = FactJSON(document, json: JSONText(indent: 1, level: 1, isFirst: false))
    for fact in facts {
      writer.json.element()
      writer.write(fact)
      writer.relieve(piece)
    }
    piece(writer.json.bytes)
  }

  private mutating func relieve(_ piece: ([UInt8]) -> Void) {
    guard json.bytes.count >= Self.pieceLength else { return }
    piece(json.bytes)
    json.removeAll()
  }

  private mutating func write(_ fact: Fact) {
    let article = document.article
    json.begin(.object)
    json.key("document")
    json.raw(id)
    json.key("start")
    json.integer(article.scalar(fact.range.start))
    json.key("end")
    json.integer(article.scalar(fact.range.end))
    json.key("text")
    article.text.withUnsafeBufferPointer {
      json.string(UnsafeBufferPointer(rebasing: $0[fact.range.bytes]))
    }
    json.key("type")
    json.string(fact.type.rawValue)
    json.key("value")
    json.string(fact.value)
    json.key("mod")
    json.optional(fact.mod?.rawValue)
    json.key("low")
    bound(fact.bounds.low, of: fact.type)
    json.key("high")
    bound(fact.bounds.high, of: fact.type)
    json.key("unit")
    json.optional(fact.unit)
    json.key("sentence")
    if sentence.index != fact.sentence {
      let range = document.sentences[fact.sentence].range
      sentence = (fact.sentence, Self.escaped(article.text, in: range.bytes))
    }
    json.raw(sentence.json)
    json.end(.object)
  }

  /// Dates as ISO dates, all else as plain numbers in base units.
  private mutating func bound(_ value: Double?, of type: FactType) {
    guard let value, value.isFinite else { return json.null() }
    guard type == .date || type == .interval, abs(value) < 4_000_000 else {
      return json.number(value)
    }
    json.date(CivilDate(serial: Int(value.rounded(.down))))
  }

  private static func escaped(_ text: [UInt8], in range: Range<Int>) -> [UInt8] {
    var json = JSONText()
    text.withUnsafeBufferPointer { json.string(UnsafeBufferPointer(rebasing: $0[range])) }
    return json.bytes
  }
}
