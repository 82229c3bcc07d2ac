/// Lists of names in a sentence: "Oslo, New Lund and Tarsk".
struct NameLists: Sendable {
  let conjunctions: WordSet
  let functionWords: WordSet

  /// A run of names with commas and conjunctions between them, and what each member consists of.
  struct List {
    let tokens: Range<Int>
    let members: [[UInt64]]
  }

  /// In the order of the text.
  func lists(_ sentence: Range<Int>, of document: Document) -> [List] {
    var lists: [List] = []
    var at = sentence.lowerBound
    while at < sentence.upperBound {
      if isName(at, of: document) {
        let list = list(from: at, in: sentence, of: document)
        lists.append(list)
        at = list.tokens.upperBound
      } else {
        at += 1
      }
    }
    return lists
  }

  private func list(from start: Int, in sentence: Range<Int>, of document: Document) -> List {
    var members: [[UInt64]] = [[]]
    var at = start
    var end = start
    while at < sentence.upperBound {
      let token = document.tokens[at]
      if isName(at, of: document) || (token.kind == .hyphen && end == at) {
        members[members.count - 1].append(token.hash)
        at += 1
        end = at
      } else if let next = afterJoin(at, in: sentence, of: document) {
        members.append([])
        at = next
      } else {
        break
      }
    }
    return List(tokens: start..<end, members: members.filter { !$0.isEmpty })
  }

  /// Where the list goes on after a comma, a conjunction, or both.
  private func afterJoin(_ at: Int, in sentence: Range<Int>, of document: Document) -> Int? {
    var next = at
    if document.tokens[next].hash == Self.comma { next += 1 }
    if next < sentence.upperBound, conjunctions.contains(document.tokens[next].hash) { next += 1 }
    guard next > at, next < sentence.upperBound, isName(next, of: document) else { return nil }
    return next
  }

  private func isName(_ at: Int, of document: Document) -> Bool {
    let token = document.tokens[at]
    guard token.kind == .word, token.flags.contains(.capitalised) else { return false }
    guard functionWords.contains(token.hash) else { return true }
    // "Lund, The Hague and Tarsk": such a word begins a name after a comma.
    let next = at + 1
    return at > 0 && document.tokens[at - 1].hash == Self.comma && next < document.tokens.count
      && document.tokens[next].flags.contains(.capitalised)
      && !functionWords.contains(document.tokens[next].hash)
  }

  private static let comma = Hash.of(",")
}
