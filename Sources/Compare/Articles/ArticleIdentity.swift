internal import Foundation

/// Gives every article an id that no other article of the set has, and an outlet.
enum ArticleIdentity {
  /// The ids, in the drafts' order, and a note for each that its source gave twice.
  ///
  /// Without an id of its own an article is named by its file's stem (with its place, in a file of
  /// many), and by its path where two stems are alike.
  static func ids(of drafts: [ArticleDraft]) -> (ids: [String], notes: [Skipped]) {
    let places = places(of: drafts)
    var ids = drafts.indices.map { drafts[$0].id ?? drafts[$0].stem + places[$0] }
    var notes: [Skipped] = []
    let doubles = doubles(ids)
    for number in doubles {
      let draft = drafts[number]
      let path = draft.path + places[number]
      ids[number] = draft.id.map { "\($0)@\(path)" } ?? path
    }
    // The name that was made may be the id that another one has.
    if !doubles.isEmpty {
      var taken: Set<String> = []
      for number in ids.indices {
        let id = ids[number]
        var twin = 1
        while !taken.insert(ids[number]).inserted {
          twin += 1
          ids[number] = "\(id) (\(twin))"
        }
      }
    }
    for number in drafts.indices {
      guard let id = drafts[number].id, id != ids[number] else { continue }
      notes.append(
        Skipped(
          path: drafts[number].path, line: drafts[number].recordLine,
          reason: "the id `\(id)` is given twice; this article is called `\(ids[number])`"))
    }
    return (ids, notes)
  }

  /// Where each article stands in a file of many: `:4` for its line, `#4` for its number in an array
  /// that has several on one line; empty where it has the file for itself.
  private static func places(of drafts: [ArticleDraft]) -> [String] {
    struct Line: Hashable {
      let path: String
      let line: Int
    }
    var counts: [Line: Int] = [:]
    for draft in drafts {
      guard draft.element != nil, let line = draft.recordLine else { continue }
      counts[Line(path: draft.path, line: line), default: 0] += 1
    }
    return drafts.map { draft in
      guard draft.isOneOfMany else { return "" }
      let line = draft.recordLine ?? 1
      guard let element = draft.element, counts[Line(path: draft.path, line: line)] ?? 0 > 1
      else { return ":\(line)" }
      return "#\(element)"
    }
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
