internal import Foundation

/// Gives every article an id that no other article of the set has, and an outlet.
enum ArticleIdentity {
  /// The ids, in the drafts' order, and a note for each that its source gave twice.
  ///
  /// Without an id of its own an article is named by its file's stem (with the line, in a file of
  /// many), and by its path where two stems are alike.
  static func ids(of drafts: [ArticleDraft]) -> (ids: [String], notes: [Skipped]) {
    var ids = drafts.map(shortest)
    var notes: [Skipped] = []
    for number in doubles(ids) {
      let draft = drafts[number]
      let line = line(draft)
      if let id = draft.id {
        ids[number] = "\(id)@\(draft.path)\(line)"
        notes.append(
          Skipped(
            path: draft.path, line: draft.recordLine,
            reason: "the id `\(id)` is given twice; this article is called `\(ids[number])`"))
      } else {
        ids[number] = draft.path + line
      }
    }
    return (ids, notes)
  }

  private static func shortest(_ draft: ArticleDraft) -> String {
    draft.id ?? draft.stem + line(draft)
  }

  private static func line(_ draft: ArticleDraft) -> String {
    draft.isOneOfMany ? ":\(draft.recordLine ?? 1)" : ""
  }

  private static func doubles(_ ids: [String]) -> [Int] {
    var count: [String: Int] = [:]
    for id in ids { count[id, default: 0] += 1 }
    return ids.indices.filter { count[ids[$0], default: 0] > 1 }
  }

  /// The outlet when the source names none: the web site, else the id's file.
  static func outlet(of draft: ArticleDraft, id: String) -> String {
    if let host = draft.url.flatMap(host) { return host }
    return draft.isOneOfMany ? id : draft.stem
  }

  /// The host of a web address, without `www.`.
  static func host(_ url: String) -> String? {
    guard let scheme = url.range(of: "://") else { return nil }
    let authority = url[scheme.upperBound...].prefix { !"/?#".contains($0) }
    let name = authority.split(separator: "@").last?.prefix { $0 != ":" }.lowercased() ?? ""
    return name.isEmpty ? nil : name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
  }
}
