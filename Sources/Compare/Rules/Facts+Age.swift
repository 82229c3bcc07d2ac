/// Of what time a sentence tells.
extension [Fact] {
  /// Days before its publication that an article still tells of as of the event.
  private static var recent: Double { 60 }

  /// Whether the only time that a sentence with these facts names lies long before the article's
  /// publication.
  func areLongAgo(in document: Document) -> Bool {
    let days = filter { $0.type == .date || $0.type == .interval }
    guard let published = document.article.published, !days.isEmpty else { return false }
    return days.allSatisfy {
      $0.isResolved && ($0.bounds.high ?? .infinity) < Double(published.day.serial) - Self.recent
    }
  }
}
