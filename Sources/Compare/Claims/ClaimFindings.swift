/// What a passage is to a statement.
public enum Bearing: String, Sendable, CaseIterable {
  /// The two can't both be true, by a rule.
  case conflicts
  /// It says the same.
  case supports
  /// It is about the same thing, and neither of the above is sure.
  case related
}

/// A sentence of an article that bears on a statement.
public struct ClaimPassage: Sendable {
  public let bearing: Bearing
  /// Position of the document in the findings; the statement itself is document 0.
  public let document: Int
  public let range: TextRange
  /// How much of the statement the sentence holds, 0 to 1.
  public let similarity: Double
  /// Whom the article gives as its source, if anyone.
  public let attribution: String?
  /// The statement is side a, the passage side b; empty unless the bearing is `conflicts`.
  public let conflicts: [Conflict]

  /// How sure the conflicts are.
  public var match: Match? { conflicts.map(\.match).max() }
}

/// All that bears on one statement in a set of articles.
public struct ClaimFindings: Sendable {
  /// The statement as a document of its own, then the articles in input order.
  public let documents: [Document]
  /// The most similar first; ties stand in input order.
  public let passages: [ClaimPassage]
  public let coverage: Coverage

  /// The statement.
  public var statement: Article { documents[0].article }

  public func count(_ bearing: Bearing) -> Int { passages.count { $0.bearing == bearing } }
}

extension Article {
  /// A statement as an article of its own, of the outlet "claim".
  ///
  /// - Parameter published: what relative dates in it count from.
  public static func claim(_ text: String, published: PublicationDate? = nil) -> Article {
    Article(
      id: "claim", outlet: "claim", published: published, path: "claim", text: Array(text.utf8))
  }
}
