/// What the layers run over: a token, a phrase, an earlier result, or a run of unknown words.
struct Item: Sendable {
  /// Number of the symbol among those of the run; low bits tell how it is written.
  var symbol: Int32
  /// Tokens, in the document.
  var start: Int32
  var end: Int32
  /// Word in the word table, or -1.
  var word: Int32 = -1
  /// Result in the workspace, or -1.
  var meaning: Int32 = -1

  /// White space stands before the first token.
  static let spaced: Int32 = 1
  /// The first token has a capital letter.
  static let capital: Int32 = 2
}
