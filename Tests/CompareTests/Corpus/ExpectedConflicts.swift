import Foundation
import Testing

@testable import Compare

/// What a set of the corpus expects, read from its `expected.yml`.
struct ExpectedConflicts {
  struct Place {
    let article: String
    let context: String
    let text: String
  }

  struct Entry {
    let kind: String
    let binding: String?
    let isKnownMiss: Bool
    let a: Place
    let b: Place
  }

  let conflicts: [Entry]
  let silences: [Entry]
  let mayReport: [Entry]

  init(_ path: String) throws {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    let root = try #require(try YAMLReader.parse(text, path: path))
    func entries(_ key: String) throws -> [Entry] {
      try (root.optional(key)?.list() ?? []).map { reader in
        func place(_ side: String) throws -> Place {
          let place = try reader.required(side)
          return Place(
            article: try place.required("article").string(),
            context: try place.required("in").string(), text: try place.required("text").string())
        }
        return Entry(
          kind: try reader.required("kind").string(),
          binding: try reader.optional("binding")?.string(),
          isKnownMiss: try reader.optional("missed")?.boolean() ?? false, a: try place("a"),
          b: try place("b"))
      }
    }
    conflicts = try entries("conflicts")
    silences = try entries("silences")
    mayReport = try entries("may_report")
  }
}

/// The findings of one set, asked by places of `expected.yml`.
struct CorpusFindings {
  let findings: Findings

  init(_ folder: String, language: Language) throws {
    let set = try #require(try ArticleSet.read([folder]).first)
    #expect(set.skipped.isEmpty)
    findings = Comparison(language: language).findings(in: set.articles)
  }

  private func range(_ place: ExpectedConflicts.Place) -> (Int, TextRange)? {
    for document in findings.documents
    where document.article.path.hasSuffix("/\(place.article).txt") {
      let text = String(decoding: document.article.text, as: UTF8.self)
      guard let context = text.range(of: place.context),
        let found = text.range(of: place.text, range: context)
      else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: found.lowerBound)
      return (document.number, TextRange(start, start + place.text.utf8.count))
    }
    return nil
  }

  /// The conflicts whose two sides lie at the two places.
  func conflicts(at entry: ExpectedConflicts.Entry) -> [Conflict] {
    guard let first = range(entry.a), let second = range(entry.b) else {
      Issue.record("no such place: \(entry.a) / \(entry.b)")
      return []
    }
    func touches(_ side: Side, _ place: (Int, TextRange)) -> Bool {
      side.document == place.0 && side.range.overlaps(place.1)
    }
    return findings.conflicts.filter { conflict in
      (touches(conflict.a, first) && touches(conflict.b, second))
        || (touches(conflict.a, second) && touches(conflict.b, first))
    }
  }

  func describe(_ conflict: Conflict) -> String {
    func side(_ side: Side) -> String {
      let article = findings.documents[side.document].article
      return "\(article.outlet) [\(article.string(side.range))] \(article.string(side.passage))"
    }
    return "\(conflict.rule) \(conflict.match)\n    \(side(conflict.a))\n    \(side(conflict.b))"
  }
}
