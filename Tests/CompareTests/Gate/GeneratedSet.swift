import Foundation

@testable import Compare

/// Numbers that are the same in every run.
struct SteadyRandom: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 0xD1B5_4A32_D192_ED03 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return (state ^ state >> 33) &* 0xFF51_AFD7_ED55_8CCD ^ state >> 29
  }
}

/// An article made of statements, some of which hold a value.
struct GeneratedArticle {
  var path: String
  var id: String?
  var outlet: String
  var url: String?
  /// Statement number → which of its values the article gives; `nil` for one without a value.
  var statements: [(number: Int, value: Int?)]
  /// Sentences of its own, by the place in `statements` that they stand before.
  var extra: [(before: Int, text: String)] = []
  var reflowAt: Int?
  /// A word and what stands in its place.
  var typo: (word: String, misspelt: String)?
}

/// Three outlets on one event, who agree on some statements and not on others.
struct GeneratedSet {
  static let statements: [(text: String, values: [String])] = [
    (
      "The evacuation of the @ district took %, the fire chief told reporters.",
      ["two hours", "five hours", "nine hours", "14 hours"]
    ),
    (
      "Rescue teams carried % passengers to the hospital in @ before sunrise.",
      ["23", "41", "67", "88"]
    ),
    (
      "The council of @ will spend % on repairs to the flooded pumping station.",
      ["$4 million", "$9 million", "$12 million", "$30 million"]
    ),
    (
      "The old harbour bridge near @ will stay closed for %, the mayor announced.",
      ["three weeks", "eight weeks", "12 weeks", "20 weeks"]
    ),
    (
      "Turnout in the northern precincts of @ reached % after the polls had closed.",
      ["41 percent", "52 percent", "63 percent", "74 percent"]
    ),
    (
      "Investigators said that the turbine in @ % its last safety inspection.",
      ["had passed", "had not passed"]
    ),
    (
      "The freight train to @ was licensed to haul % wagons through the tunnel.",
      ["18", "27", "36", "45"]
    ),
    (
      "Engineers from @ replaced % damaged transformers along the coastal railway.",
      ["11", "16", "29", "53"]
    ),
    (
      "The strike at the @ shipyard ended after %, according to the union secretary.",
      ["six days", "nine days", "15 days", "40 days"]
    ),
    (
      "The vaccine laboratory in @ recalled % doses because of a cracked stopper.",
      ["1,200", "2,500", "7,900", "9,400"]
    ),
  ]
  static let plain = [
    "Residents gathered in front of the town hall and waited for the first announcements.",
    "Volunteers handed out blankets, soup and dry shoes throughout the night.",
    "A spokeswoman declined to comment on the reasons for the delay.",
    "Neighbouring regions offered help as soon as the news had spread.",
    "Shopkeepers swept the pavement and opened their doors later than usual.",
    "An independent commission is expected to look into what happened.",
  ]
  static let extra = [
    "Musicians from the conservatory played in the square while people waited for the ferries.",
    "The library kept its reading rooms open so that children had somewhere warm to stay.",
    "Fishermen tied up their boats and helped to clear driftwood from the slipway.",
    "Bakers along the promenade gave away what they had not sold in the afternoon.",
  ]
  static let towns = [
    "Halvenport", "Brackmoor", "Ostrevik", "Tarnholm", "Quellmark", "Sundrose", "Eldenbay",
    "Marrowick", "Pellham", "Corvaunt",
  ]

  let number: Int
  let town: String
  var articles: [GeneratedArticle]
  /// Statements on which the first two articles differ.
  private(set) var disputed: [Int]
  /// Statements with a value on which all agree.
  private(set) var agreed: [Int]

  /// A disputed statement with more than two values.
  var changeable: Int { disputed.first { Self.statements[$0].values.count > 2 } ?? disputed[0] }

  init(_ number: Int) {
    self.number = number
    var random = SteadyRandom(number)
    town = Self.towns[number % Self.towns.count]
    let chosen = Array(Self.statements.indices).shuffled(using: &random).prefix(6)
    disputed = chosen.prefix(2 + number % 2).sorted()
    agreed = chosen.dropFirst(2 + number % 2).sorted()
    var order: [(number: Int, value: Int?)] = chosen.map { ($0, 0) }
    order += Self.plain.indices.map { (Self.statements.count + $0, nil) }
    order.shuffle(using: &random)
    var second = order
    for at in second.indices where disputed.contains(second[at].number) { second[at].value = 1 }
    let third = order.filter { $0.number % 3 != number % 3 }
    articles = zip(["wire", "courier", "herald"], [order, second, third]).map { name, statements in
      GeneratedArticle(
        path: "set\(number)/\(name).txt", outlet: "The \(name.capitalized) of \(number)",
        statements: statements)
    }
    // What an article is known by: its id, its address, its text alone, or a bit of each.
    for at in articles.indices {
      let name = "\(articles[at].outlet.lowercased().replacing(" ", with: "-"))"
      switch number % 4 {
      case 0: articles[at].id = name
      case 1: articles[at].url = "https://www.\(name).example/2025/story-\(number)?utm_source=x"
      case 2: break
      default:
        if at == 0 { articles[at].id = name }
        if at == 1 { articles[at].url = "https://\(name).example/\(number)" }
      }
    }
  }

  /// Writes the articles below `folder`.
  func write(to folder: TemporaryFolder) throws {
    for article in articles { try folder.write(article.path, text(of: article)) }
  }

  func sentence(_ statement: (number: Int, value: Int?)) -> String {
    guard let value = statement.value else {
      return Self.plain[statement.number - Self.statements.count]
    }
    let (text, values) = Self.statements[statement.number]
    return text.replacing("@", with: town).replacing("%", with: values[value % values.count])
  }

  private func text(of article: GeneratedArticle) -> String {
    var text = "---\noutlet: \"\(article.outlet)\"\npublished: 2025-03-18\n"
    if let id = article.id { text += "id: \(id)\n" }
    if let url = article.url { text += "url: \"\(url)\"\n" }
    text += "---\n"
    var paragraphs: [[String]] = [[]]
    for (at, statement) in article.statements.enumerated() {
      for extra in article.extra where extra.before == at { paragraphs += [[extra.text], []] }
      paragraphs[paragraphs.count - 1].append(sentence(statement))
      if at % 2 == 1 { paragraphs.append([]) }
    }
    var body = paragraphs.filter { !$0.isEmpty }.map { $0.joined(separator: " ") }
    if let width = article.reflowAt { body = body.map { Self.wrapped($0, at: width) } }
    var whole = body.joined(separator: "\n\n")
    if let typo = article.typo, let place = whole.firstRange(of: typo.word) {
      whole.replaceSubrange(place, with: typo.misspelt)
    }
    return text + whole + "\n"
  }

  private static func wrapped(_ text: String, at width: Int) -> String {
    var lines = [""]
    for word in text.split(separator: " ") {
      if lines[lines.count - 1].count + word.count >= width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines.joined(separator: "\n")
  }
}
