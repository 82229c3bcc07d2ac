/// What several rules read sentences with, made once.
final class RuleReaders: Sendable {
  let values: ValueContext
  let kindedValues: KindedValueReader
  let negations: PhraseTable
  /// Asked for by few pairs of articles.
  let wordForms: Lazy<WordFormLexicon>
  /// Asked for where a negation stands against none.
  let contraries: Lazy<PhraseTable>

  init(_ lexicons: Lexicons) {
    values = ValueContext(lexicons)
    kindedValues = KindedValueReader(lexicons)
    negations = lexicons.phrases("negation")
    wordForms = Lazy { WordFormLexicon(lexicons) }
    contraries = Lazy { Self.inflected("opposites.contrary", lexicons) }
  }

  /// A list of opposites, of the base forms of words or of all of them.
  static func inflected(_ name: String, _ lexicons: Lexicons) -> PhraseTable {
    guard let lexicon = lexicons[name] else { return lexicons.phrases(name) }
    return PhraseTable(lexicon, inflections: Inflections(lexicons))
  }
}
