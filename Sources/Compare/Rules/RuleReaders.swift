/// What several rules read sentences with, made once.
final class RuleReaders: Sendable {
  let values: ValueContext
  let kindedValues: KindedValueReader
  let negations: PhraseTable

  init(_ lexicons: Lexicons) {
    values = ValueContext(lexicons)
    kindedValues = KindedValueReader(lexicons)
    negations = lexicons.phrases("negation")
  }
}
