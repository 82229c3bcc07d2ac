/// What several rules read sentences with, made once.
final class RuleReaders: Sendable {
  let values: ValueContext
  let kindedValues: KindedValueReader
  let negations: PhraseTable
  /// Asked for by few pairs of articles.
  let wordForms: Lazy<WordFormLexicon>
  /// Asked for where a negation stands against none.
  let contraries: Lazy<PhraseTable>
  private let inflections: Lazy<Inflections>
  private let lexicons: Lexicons

  init(_ lexicons: Lexicons) {
    values = ValueContext(lexicons)
    kindedValues = KindedValueReader(lexicons)
    negations = lexicons.phrases("negation")
    wordForms = Lazy { WordFormLexicon(lexicons) }
    let inflections = Lazy { Inflections(lexicons) }
    contraries = Lazy { Self.opposites(Self.contrary, lexicons, inflections.value) }
    (self.inflections, self.lexicons) = (inflections, lexicons)
  }

  private static let contrary = "opposites.contrary"

  /// A list of opposites, with the other forms of their words.
  func opposites(_ name: String) -> PhraseTable {
    name == Self.contrary
      ? contraries.value : Self.opposites(name, lexicons, inflections.value)
  }

  private static func opposites(
    _ name: String, _ lexicons: Lexicons, _ inflections: Inflections
  ) -> PhraseTable {
    guard let lexicon = lexicons[name] else { return lexicons.phrases(name) }
    return PhraseTable(lexicon, inflections: inflections)
  }
}
