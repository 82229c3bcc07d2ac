/// What an editor may do between two runs.
enum EditClass: String, CaseIterable {
  // None of these changes a fact.
  case reflow, typo, newParagraph, sentenceOrder, rename, move, addressChange, addedOutlet
  case rewordedRule
  // These do.
  case valueChanged, conflictAdded, conflictSwapped

  var changesFacts: Bool {
    switch self {
    case .valueChanged, .conflictAdded, .conflictSwapped: true
    default: false
    }
  }

  func apply(to set: inout GeneratedSet) {
    var random = SteadyRandom(set.number + 1000)
    let one = Int.random(in: 0...1, using: &random)
    switch self {
    case .reflow: set.articles[one].reflowAt = [34, 47, 61, 80].randomElement(using: &random)
    case .typo:
      let text = set.articles[one].statements.map(set.sentence).joined(separator: " ")
      let words = text.split { !$0.isLetter }.map(String.init).filter(Self.isPlain)
      if let word = words.randomElement(using: &random) {
        var letters = Array(word)
        let at = Int.random(in: 1..<letters.count - 2, using: &random)
        letters.swapAt(at, at + 1)
        if letters == Array(word) { letters.remove(at: at) }
        set.articles[one].typo = (word, String(letters))
      }
    case .newParagraph:
      let before = Int.random(in: 0..<set.articles[one].statements.count, using: &random)
      set.articles[one].extra.append(
        (before, GeneratedSet.extra[set.number % GeneratedSet.extra.count]))
    case .sentenceOrder: set.articles[one].statements.shuffle(using: &random)
    case .rename: set.articles[one].path = "set\(set.number)/aaa-final-version-2.txt"
    case .move:
      for at in set.articles.indices {
        set.articles[at].path = "archive/2025/" + set.articles[at].path
      }
    case .addressChange:
      for at in set.articles.indices where set.articles[at].url != nil {
        set.articles[at].url = "https://news.example/moved/\(set.number)/\(at)"
      }
    case .addedOutlet:
      var added = set.articles[one]
      added.path = "set\(set.number)/bulletin.txt"
      added.outlet = "The Bulletin of \(set.number)"
      if added.id != nil { added.id = "bulletin-\(set.number)" }
      if added.url != nil { added.url = "https://bulletin.example/\(set.number)" }
      added.extra.append((0, GeneratedSet.extra[(set.number + 1) % GeneratedSet.extra.count]))
      set.articles.append(added)
    case .rewordedRule: break
    case .valueChanged: change(&set, statement: set.changeable, of: one, to: 2)
    case .conflictAdded: change(&set, statement: set.agreed[0], of: one, to: 3)
    case .conflictSwapped:
      change(&set, statement: set.disputed[0], of: 1, to: 0)
      change(&set, statement: set.agreed[0], of: 1, to: 3)
    }
  }

  private func change(_ set: inout GeneratedSet, statement: Int, of article: Int, to value: Int) {
    for at in set.articles[article].statements.indices
    where set.articles[article].statements[at].number == statement {
      set.articles[article].statements[at].value = value
    }
  }

  /// A longer word that is no value and no name.
  private static func isPlain(_ word: String) -> Bool {
    // Misspelt, a denial is none: that is another statement to a rule.
    guard word.count > 5, word.allSatisfy(\.isLowercase), word != "declined" else { return false }
    return !GeneratedSet.statements.contains { $0.values.contains { $0.contains(word) } }
  }
}
