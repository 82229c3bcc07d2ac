/// Which articles of the baseline are which of the input, when their keys have changed: a file
/// without an id was renamed and edited, an address has changed, an id was given.
struct ArticleMoves {
  private var moves: [String: String] = [:]

  /// The key that the article of the baseline has now.
  func current(_ key: String) -> String { moves[key] ?? key }

  /// An article that may have moved: the key that it had, or has now.
  struct Article {
    let key: String
    let path: String
    let outlet: String
    let signature: TextSignature?
  }

  /// - Parameters:
  ///   - gone: articles that only the baseline has.
  ///   - come: articles that only the input has.
  /// - Complexity: O(gone × come).
  init(gone: [Article], come: [Article]) {
    var gone = gone
    var come = come
    // Whoever is each other's only best match is the same; then the rest is asked again.
    while !gone.isEmpty, !come.isEmpty {
      let scores = gone.map { old in come.map { Self.score(old, $0) } }
      var found: [(Int, Int)] = []
      for (row, line) in scores.enumerated() {
        guard let best = line.max(), best > 0, line.count(where: { $0 == best }) == 1,
          let column = line.firstIndex(of: best),
          scores.count(where: { $0[column] >= best }) == 1
        else { continue }
        found.append((row, column))
      }
      guard !found.isEmpty else { return }
      for (row, column) in found { moves[gone[row].key] = come[column].key }
      let (rows, columns) = (Set(found.map(\.0)), Set(found.map(\.1)))
      gone = gone.indices.filter { !rows.contains($0) }.map { gone[$0] }
      come = come.indices.filter { !columns.contains($0) }.map { come[$0] }
    }
  }

  /// Above 0 for what may be the same article.
  ///
  /// Half of its pairs of words are alike, or some of them under the same path. The path and the outlet decide only between copies.
  private static func score(_ old: Article, _ new: Article) -> Double {
    let isHere = old.path == new.path
    guard let left = old.signature, let right = new.signature else {
      return isHere && old.outlet == new.outlet ? 0.2 : 0
    }
    let likeness = left.likeness(right)
    guard likeness >= 0.5 || isHere && likeness >= 0.2 else { return 0 }
    return likeness + (isHere ? 0.02 : 0) + (old.outlet == new.outlet ? 0.01 : 0)
  }
}
