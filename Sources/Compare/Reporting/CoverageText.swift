extension Coverage {
  /// What reports for people say of articles that were not looked at whole; `nil` where all were.
  public var curtailedText: String? { Self.curtailedText(curtailed) }

  public static func curtailedText(_ count: Int) -> String? {
    guard count > 0 else { return nil }
    let articles =
      count == 1
      ? "1 article, which is so long or shares" : "\(count) articles, which are so long or share"
    return "Not looked at whole: \(articles) so much with so many others."
  }

  /// Facts are read of articles that were compared with another: none need not mean that none are
  /// there.
  var factsText: String {
    switch facts {
    case 0: "0 facts of compared articles"
    case 1: "1 fact"
    default: "\(facts) facts"
    }
  }
}
