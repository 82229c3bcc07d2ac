/// Word classes by which the stage tells whether a sentence looks ahead or back.
struct TenseClasses: Sendable {
  /// `tense.future`: words that look ahead ("will", "due").
  let future: Int
  /// `tense.past`: past forms of verbs.
  let past: Int
  /// `tense.verb`: after `tense.infinitive` they look ahead.
  let verb: Int
  let infinitive: Int
  /// `tense.done`: an infinitive after them looks back ("had to leave").
  let done: Int
  /// `tense.passive`: a past participle after them has no tense of its own ("will be held").
  let passive: Int
  /// `tense.copula`: right before a day they say that it is still to come ("the vote is Sunday").
  let copula: Int
  /// A participle after them describes what follows it ("a scheduled interview").
  let attribute: Int
  /// `tense.phrasal`: verbs that look ahead alone and back with `particle` ("set out").
  let phrasal: Int
  /// `tense.particle`: behind such a verb.
  let particle: Int
  /// `tense.coming`: bare presents that are no nouns; right before a day they say that it is still
  /// to come ("talks resume Monday").
  let coming: Int
  /// `tense.must`: before an infinitive they look ahead ("they have to leave").
  let must: Int
  /// `tense.not`: between a verb and its auxiliary.
  let not: Int
  /// `tense.sure`: what was announced for a day of the coming ones ("will").
  let sure: Int
  /// `tense.past-ending`: how other past forms end, as UTF-8.
  let pastEndings: [[UInt8]]
}

/// Reads from the words around an expression whether it lies ahead or back.
struct TenseReader {
  let words: WordTable
  let classes: TenseClasses
  let page: Page

  /// Words looked at on either side.
  private static let reach = 25
  /// So many words before the expression are its own verb ("resigned in May").
  private static let near = 2

  /// The nearest verb of known tense before the expression tells, else the nearest after it,
  /// within the sentence.
  ///
  /// - Complexity: O(reach).
  func tense(of expression: Range<Int>, in sentence: Range<Int>) -> Context.Tense {
    let start = expression.lowerBound
    if isCopula(before: start, in: sentence) || isComing(before: start, in: sentence) {
      return .future
    }
    var index = start - 1
    while index >= sentence.lowerBound, index >= start - Self.reach {
      if let tense = tense(of: index, in: sentence) {
        return tense == .past && index >= start - Self.near ? .surelyPast : tense
      }
      index -= 1
    }
    index = start
    while index < sentence.upperBound, index < start + Self.reach {
      if let tense = tense(of: index, in: sentence) { return tense }
      index += 1
    }
    return .unknown
  }

  private var document: Document {
    _read { yield page.document }
  }

  /// The number of the classes that a token's word is in.
  private func classSet(_ index: Int) -> Int32 {
    words.classSet(ofHash: document.tokens[index].hash)
  }

  private func isOne(of classes: Int, _ index: Int) -> Bool {
    words.has(classes, classSet: classSet(index))
  }

  private func tense(of index: Int, in sentence: Range<Int>) -> Context.Tense? {
    let set = classSet(index)
    if words.has(classes.sure, classSet: set) { return .surelyFuture }
    if words.has(classes.phrasal, classSet: set), index + 1 < sentence.upperBound,
      isOne(of: classes.particle, index + 1)
    {
      // "Set up a meeting": an order.
      guard index > sentence.lowerBound else { return .future }
      return isFree(index, in: sentence) ? .past : nil
    }
    if words.has(classes.must, classSet: set), index + 1 < sentence.upperBound,
      isOne(of: classes.infinitive, index + 1)
    {
      return .future
    }
    if words.has(classes.future, classSet: set) {
      return isAttribute(index, in: sentence) ? nil : .future
    }
    // "The court is to rule on Friday."
    if index > sentence.lowerBound, words.has(classes.infinitive, classSet: set),
      isOne(of: classes.copula, index - 1)
    {
      return .future
    }
    let isPast = words.has(classes.past, classSet: set)
    let isVerb = words.has(classes.verb, classSet: set)
    guard isPast || isVerb || hasPastEnding(index) else { return nil }
    // "to hit", "to cut" are no past forms.
    guard index > sentence.lowerBound, isOne(of: classes.infinitive, index - 1) else {
      guard isPast || hasPastEnding(index) else { return nil }
      return isPassive(index, in: sentence) || isPast && isLed(index, in: sentence) ? nil : .past
    }
    guard isPast || isVerb else { return nil }
    return isDone(index - 1, in: sentence) ? .past : .future
  }

  /// "The vote is Sunday", "the vote is on Sunday".
  private func isCopula(before start: Int, in sentence: Range<Int>) -> Bool {
    for back in 1...2 where start - back >= sentence.lowerBound {
      if isOne(of: classes.copula, start - back) { return true }
      guard document.tokens[start - back].length == 2 else { return false }
    }
    return false
  }

  /// "Talks resume Monday", "talks resume on Monday"; but "did not resume Monday".
  private func isComing(before start: Int, in sentence: Range<Int>) -> Bool {
    for back in 1...2 where start - back > sentence.lowerBound {
      if isOne(of: classes.coming, start - back) { return isFree(start - back, in: sentence) }
      guard document.tokens[start - back].length == 2 else { return false }
    }
    return false
  }

  /// Whether no other verb, and no "not" of one, stands right before that governs it.
  private func isFree(_ index: Int, in sentence: Range<Int>) -> Bool {
    !(1...2).contains { back in
      guard index - back >= sentence.lowerBound else { return false }
      let set = classSet(index - back)
      return words.has(classes.future, classSet: set) || words.has(classes.sure, classSet: set)
        || back == 1 && words.has(classes.infinitive, classSet: set)
        || back == 1 && words.has(classes.past, classSet: set)
        || back == 1 && words.has(classes.not, classSet: set)
    }
  }

  /// "will cut rates": a past form that is the infinitive as well.
  private func isLed(_ index: Int, in sentence: Range<Int>) -> Bool {
    index > sentence.lowerBound
      && (isOne(of: classes.sure, index - 1) || isOne(of: classes.future, index - 1))
  }

  /// "canceled a scheduled interview on Monday": of the interview, not of the Monday.
  private func isAttribute(_ index: Int, in sentence: Range<Int>) -> Bool {
    index > sentence.lowerBound && hasPastEnding(index) && isAttribute(before: index)
  }

  /// Whether the word before the token is an article or the like.
  func isAttribute(before token: Int) -> Bool { isOne(of: classes.attribute, token - 1) }

  /// "will be held", "to be widely discussed": the auxiliary before tells.
  private func isPassive(_ index: Int, in sentence: Range<Int>) -> Bool {
    (1...2).contains {
      index - $0 >= sentence.lowerBound && isOne(of: classes.passive, index - $0)
    }
  }

  /// "had been asked to vote", "was forced to leave": what was to be done is done.
  private func isDone(_ to: Int, in sentence: Range<Int>) -> Bool {
    (1...2).contains {
      to - $0 >= sentence.lowerBound && isOne(of: classes.done, to - $0)
    }
  }

  private func hasPastEnding(_ index: Int) -> Bool {
    let token = document.tokens[index]
    guard token.kind == .word, token.length > 4, !token.flags.contains(.capitalised) else {
      return false
    }
    let bytes = document.article.text[token.range.bytes]
    return classes.pastEndings.contains { bytes.suffix($0.count).elementsEqual($0) }
  }
}
