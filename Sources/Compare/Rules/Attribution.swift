/// Whom a sentence gives as its source: "the Kremlin said", "according to police", "she told".
struct Attribution: Sendable {
  private let verbs: Set<UInt64>
  private let functionWords: Set<UInt64>
  private let pronouns: Set<UInt64>
  private static let according = Hash.of("according")
  private static let to = Hash.of("to")

  init(_ lexicons: Lexicons) {
    verbs = lexicons.words("verb.reporting")
    functionWords = lexicons.words("word.function")
    pronouns = lexicons.words("word.pronoun")
  }

  /// The source that the sentence of `tokens` names, as it stands there.
  func source(of sentence: Range<Int>, in document: Document) -> String? {
    let tokens = document.tokens
    for at in sentence {
      let token = tokens[at]
      if token.hash == Self.according, at + 2 < sentence.upperBound,
        tokens[at + 1].hash == Self.to
      {
        if let name = phrase(after: at + 2, in: sentence, document) { return name }
      }
      guard verbs.contains(token.hash), !isQuoted(at, document) else { continue }
      // "said Sarah Lindqvist": the subject stands behind, if it is a name.
      if at + 1 < sentence.upperBound, tokens[at + 1].flags.contains(.capitalised),
        let name = phrase(after: at + 1, in: sentence, document)
      {
        return name
      }
      if let name = phrase(before: at, in: sentence, document) { return name }
    }
    return nil
  }

  private func isQuoted(_ at: Int, _ document: Document) -> Bool {
    document.quotations.contains { $0.inner.contains(at) }
  }

  private func phrase(after start: Int, in sentence: Range<Int>, _ document: Document) -> String? {
    var end = start
    while end < sentence.upperBound, end - start < 6, isNominal(document.tokens[end]) { end += 1 }
    return name(start..<end, document)
  }

  private func phrase(before end: Int, in sentence: Range<Int>, _ document: Document) -> String? {
    var upper = end
    // "Ms. Duarte, the mayor, said": step over what stands between commas.
    if upper - 1 > sentence.lowerBound, document.tokens[upper - 1].kind == .punctuation {
      var at = upper - 2
      while at > sentence.lowerBound, document.tokens[at].kind != .punctuation { at -= 1 }
      if at > sentence.lowerBound { upper = at }
    }
    var start = upper
    while start > sentence.lowerBound, upper - start < 6, isNominal(document.tokens[start - 1]) {
      start -= 1
    }
    return name(start..<upper, document)
  }

  private func isNominal(_ token: Token) -> Bool {
    switch token.kind {
    case .word: token.flags.contains(.capitalised) || !functionWords.contains(token.hash)
    case .fullStop, .hyphen: !token.flags.contains(.spaceBefore)
    case .possessive: true
    default: false
    }
  }

  private func name(_ tokens: Range<Int>, _ document: Document) -> String? {
    guard
      tokens.contains(where: { document.tokens[$0].flags.contains(.capitalised) })
        || tokens.contains(where: { pronouns.contains(document.tokens[$0].hash) })
        || tokens.count == 1
    else { return nil }
    let words = tokens.filter { document.tokens[$0].isWord }
    guard let first = words.first, let last = words.last,
      !pronouns.contains(document.tokens[first].hash) || words.count > 1
    else { return nil }
    return document.string(first..<last + 1)
  }
}
