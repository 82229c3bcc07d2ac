/// Of what time a sentence tells.
extension [Fact] {
  /// Days before its publication that an article still tells of as of the event.
  private static var recent: Double { 60 }

  /// Whether the only time that a sentence with these facts names lies long before the article's
  /// publication.
  func areLongAgo(in document: Document) -> Bool {
    guard let published = document.article.published else { return false }
    var isDated = false
    for at in indices where self[at].type == .date || self[at].type == .interval {
      guard self[at].isResolved,
        self[at].bounds.high ?? .infinity < Double(published.day.serial) - Self.recent
      else { return false }
      isDated = true
    }
    return isDated
  }
}
