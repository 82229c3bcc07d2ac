/// What a rule says of a pair of sentences: two places whose values were compared.
struct Finding {
  /// Tokens to show on either side; never empty.
  let a: Range<Int>
  let b: Range<Int>
  let aValue: String
  let bValue: String
  /// `false`: the values were compared and can both hold.
  let isConflict: Bool
  let match: Match
  /// Edit positions that the finding explains, so that one difference is reported once.
  let hunk: Range<Int>
}
