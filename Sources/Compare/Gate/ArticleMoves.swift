/// Which documents of the input the articles of the baseline are.
///
/// An id or an address that the input has names its article. All others are known again by their
/// texts: files that were renamed, moved and edited, addresses that have changed, ids that were
/// given later.
struct ArticleMoves {
  /// An article as the entries have it.
  private struct Article {
    let key: String
    let path: String
    let outlet: String
    let signature: TextSignature?
  }

  /// What tells two articles of the baseline apart: of texts without a name, the path as well.
  private struct Name: Hashable {
    let key: String
    let path: String?

    init(_ side: BaselineEntry.Side) {
      key = side.article
      path = Self.isText(side.article) ? side.path : nil
    }

    static func isText(_ key: String) -> Bool { !key.hasPrefix("id:") && !key.hasPrefix("url:") }
  }

  private var documents: [Name: Int] = [:]

  /// The document that a side of an entry is in now; `nil` when it was not read, or could be
  /// several.
  func document(of side: BaselineEntry.Side) -> Int? { documents[Name(side)] }

  /// - Parameters:
  ///   - paths: of the documents, as entries tell them.
  /// - Complexity: O(articles that have no name and place of their own × documents of that kind).
  init(_ entries: [BaselineEntry], documents: [Document], keys: [String], paths: [String]) {
    var open: [(name: Name, article: Article)] = []
    var byKey: [String: [Int]] = [:]
    for (number, key) in keys.enumerated() { byKey[key, default: []].append(number) }
    var taken: Set<Int> = []
    var seen: Set<Name> = []
    for side in entries.lazy.flatMap({ [$0.a, $0.b] }) {
      let name = Name(side)
      guard seen.insert(name).inserted else { continue }
      let candidates = byKey[side.article] ?? []
      let here = candidates.first { paths[$0] == side.path }
      // A name stands for its article, a text only together with its place.
      if let found = here ?? (name.path == nil ? candidates.first : nil) {
        self.documents[name] = found
        taken.insert(found)
      } else {
        let article = Article(
          key: side.article, path: side.path, outlet: side.outlet,
          signature: TextSignature(hex: side.signature))
        open.append((name, article))
      }
    }
    guard !open.isEmpty else { return }
    let known = Set(entries.lazy.flatMap { [$0.a.article, $0.b.article] })
    // A document whose id or address the baseline has is that one and no other.
    let free = documents.indices.filter { number in
      !taken.contains(number)
        && (Name.isText(keys[number]) || !known.contains(keys[number]))
    }
    assign(open, free, documents: documents, paths: paths)
  }

  /// Whoever is each other's only best match is the same; then the rest is asked again.
  private mutating func assign(
    _ open: [(name: Name, article: Article)], _ free: [Int], documents: [Document], paths: [String]
  ) {
    let signatures = free.map { TextSignature(documents[$0].tokens) }
    var scores = open.map { entry in
      free.indices.compactMap { at -> (at: Int, score: Double)? in
        let score = Self.score(
          entry.article, signatures[at], isHere: paths[free[at]] == entry.article.path,
          isOutlet: documents[free[at]].article.outlet == entry.article.outlet)
        return score > 0 ? (at, score) : nil
      }
    }
    var isOpen = Set(open.indices)
    while true {
      var best: [Int: (score: Double, count: Int)] = [:]
      for row in isOpen {
        for (at, score) in scores[row] {
          let other = best[at] ?? (0, 0)
          if score > other.score {
            best[at] = (score, 1)
          } else if score == other.score {
            best[at] = (score, other.count + 1)
          }
        }
      }
      var found: [Int: Int] = [:]
      for row in isOpen {
        guard let top = scores[row].map(\.score).max(),
          scores[row].count(where: { $0.score == top }) == 1,
          let only = scores[row].first(where: { $0.score == top }),
          let other = best[only.at], other.score == top, other.count == 1
        else { continue }
        found[row] = only.at
      }
      guard !found.isEmpty else { return }
      for (row, at) in found {
        self.documents[open[row].name] = free[at]
        isOpen.remove(row)
      }
      let taken = Set(found.values)
      for row in isOpen { scores[row].removeAll { taken.contains($0.at) } }
    }
  }

  /// Above 0 for what may be the same article.
  ///
  /// Half of its pairs of words are alike, or some of them under the same path. The path and the
  /// outlet decide only between copies.
  private static func score(
    _ old: Article, _ signature: TextSignature?, isHere: Bool, isOutlet: Bool
  ) -> Double {
    guard let left = old.signature, let right = signature else {
      return isHere && isOutlet ? 0.2 : 0
    }
    let likeness = left.likeness(right)
    guard likeness >= 0.5 || isHere && likeness >= 0.2 else { return 0 }
    return likeness + (isHere ? 0.2 : 0) + (isOutlet ? 0.1 : 0)
  }
}
