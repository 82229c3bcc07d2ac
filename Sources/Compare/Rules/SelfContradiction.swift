/// Tells an article that contradicts itself from one that corrects itself, follows a story through
/// time, or sets one thing beside another.
///
/// Whoever writes two figures into one article has mostly a reason, and the words around them say
/// which. What remains is only suggested, unless nothing but the value differs.
struct SelfContradiction: Sendable {
  private let explained: PhraseTable
  private let functionWords: WordSet
  private let notNames: WordSet

  init(_ lexicons: Lexicons) {
    explained = lexicons.phrases("within.explained")
    functionWords = lexicons.words("word.function")
    notNames = lexicons.words("word.capitalised")
  }

  /// The conflict as it is between two sentences of one article; `nil` when it is none.
  func conflict(_ judgement: Judgement, in document: Document, facts: FactIndex) -> Conflict? {
    guard judgement.isConflict else { return nil }
    var conflict = judgement.conflict
    let first = document.sentence(ofToken: judgement.finding.a.lowerBound)
    let second = document.sentence(ofToken: judgement.finding.b.lowerBound)
    guard first < second, !conflict.kind.isOfTwoThings,
      !isExplained(first, document), !isExplained(second, document),
      !isOfOtherSources(conflict), !isOfOtherThings(first, second, document),
      !isOfOtherTimes(first, second, conflict, document, facts),
      !isList(judgement, first, second, document)
    else { return nil }
    let isSure =
      conflict.match == .confirmed && !conflict.kind.isChanging
      && differsOnce(first, second, document)
      && isQuoted(judgement.finding.a, document) == isQuoted(judgement.finding.b, document)
    conflict.match = isSure ? .confirmed : .suggested
    return conflict
  }

  private func isExplained(_ sentence: Int, _ document: Document) -> Bool {
    !explained.matches(document.tokens, in: document.sentences[sentence].tokens).isEmpty
  }

  /// "Police said 12", "the mayor said 14": the article reports that they disagree.
  private func isOfOtherSources(_ conflict: Conflict) -> Bool {
    guard let a = conflict.a.attribution, let b = conflict.b.attribution else { return false }
    return Set(a.lowercased().split(separator: " "))
      .isDisjoint(with: b.lowercased().split(separator: " "))
  }

  /// Whether each sentence has a name that the other lacks.
  private func isOfOtherThings(_ first: Int, _ second: Int, _ document: Document) -> Bool {
    func names(_ sentence: Int) -> Set<UInt64> {
      let tokens = document.tokens[document.sentences[sentence].tokens].dropFirst()
      return Set(
        tokens.lazy.filter { $0.kind == .word && $0.flags.contains(.capitalised) }.map(\.hash)
      ).subtracting(functionWords.hashes).subtracting(notNames.hashes)
    }
    let (left, right) = (names(first), names(second))
    return !left.subtracting(right).isEmpty && !right.subtracting(left).isEmpty
  }

  /// Whether both sentences are dated, and differently.
  private func isOfOtherTimes(
    _ first: Int, _ second: Int, _ conflict: Conflict, _ document: Document, _ facts: FactIndex
  ) -> Bool {
    if conflict.kind == .date || conflict.kind == .time { return false }
    let a = facts.facts(document.number, first).filter(\.isCalendar)
    let b = facts.facts(document.number, second).filter(\.isCalendar)
    return !a.isEmpty && !b.isEmpty
      && !a.contains { fact in b.contains { $0.agrees(with: fact) } }
  }

  /// Entries of a list or table: the value comes first, or a bullet does.
  private func isList(
    _ judgement: Judgement, _ first: Int, _ second: Int, _ document: Document
  ) -> Bool {
    [(judgement.finding.a, first), (judgement.finding.b, second)].contains { value, sentence in
      let tokens = document.sentences[sentence].tokens
      let opening = document.tokens[tokens.lowerBound]
      let isBullet =
        !opening.isWord && opening.kind != .openQuote && opening.kind != .straightQuote
        && opening.kind != .symbol
      return isBullet
        || (judgement.conflict.kind == .date && value.lowerBound < tokens.lowerBound + 2)
    }
  }

  /// Whether the sentences differ in one place only, function words aside.
  private func differsOnce(_ first: Int, _ second: Int, _ document: Document) -> Bool {
    let left = document.sentences[first].tokens
    let right = document.sentences[second].tokens
    func saysSomething(_ tokens: Range<Int>) -> Bool {
      document.tokens[tokens].contains { $0.isWord && !functionWords.contains($0.hash) }
    }
    let edits = EditScript.edits(document.tokens[left], document.tokens[right])
    return edits.count { !$0.isMatch && (saysSomething($0.a) || saysSomething($0.b)) } <= 1
  }

  private func isQuoted(_ tokens: Range<Int>, _ document: Document) -> Bool {
    document.quotations.contains { $0.inner.contains(tokens.lowerBound) }
  }
}
