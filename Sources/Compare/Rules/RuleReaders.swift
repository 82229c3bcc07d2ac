/// What several rules read sentences with, made once.
final class RuleReaders: Sendable {
  let values: ValueContext
  let kindedValues: KindedValueReader
  let negations: PhraseTable
  /// Asked for by few pairs of articles.
  let wordForms: Lazy<WordFormLexicon>

  init(_ lexicons: Lexicons) {
    values = ValueContext(lexicons)
    kindedValues = KindedValueReader(lexicons)
    negations = lexicons.phrases("negation")
    wordForms = Lazy { WordFormLexicon(lexicons) }
  }
}
