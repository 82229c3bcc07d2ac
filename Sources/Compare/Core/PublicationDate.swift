/// When an article says it was published: ISO 8601, a day or a day with time and offset.
public struct PublicationDate: Hashable, Sendable {
  /// The day in the offset that the article gives: "Tuesday" means its local Tuesday.
  public let day: CivilDate
  /// Minutes after local midnight, if given.
  public let minutes: Int?
  /// Minutes east of UTC, if given.
  public let offset: Int?
  /// As written.
  public let text: String

  /// `nil` unless `text` is `YYYY-MM-DD`, optionally with `T` or a space, `HH:MM[:SS[.fff]]`
  /// and `Z` or `±HH[:]MM`.
  public init?(_ text: String) {
    var rest = Substring(text)
    func digits(_ count: Int) -> Int? {
      let head = rest.utf8.prefix(count)
      guard head.count == count, head.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      rest = rest.dropFirst(count)
      return head.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    func skip(_ characters: String) -> Bool {
      guard let next = rest.first, characters.contains(next) else { return false }
      rest = rest.dropFirst()
      return true
    }
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"),
      let dayNumber = digits(2),
      let day = CivilDate(year: year, month: month, day: dayNumber)
    else { return nil }
    var minutes: Int?
    var offset: Int?
    if skip("Tt ") {
      guard let hour = digits(2), skip(":"), let minute = digits(2), hour < 24, minute < 60 else {
        return nil
      }
      minutes = hour * 60 + minute
      if skip(":") {
        guard let second = digits(2), second <= 60 else { return nil }
        if skip(".,") { while digits(1) != nil {} }
      }
      _ = skip(" ")
      if skip("Zz") {
        offset = 0
      } else if let sign = rest.first, sign == "+" || sign == "-" {
        rest = rest.dropFirst()
        guard let hours = digits(2), hours < 24 else { return nil }
        _ = skip(":")
        let minute = digits(2) ?? 0
        guard minute < 60 else { return nil }
        offset = (hours * 60 + minute) * (sign == "-" ? -1 : 1)
      }
    }
    guard rest.isEmpty else { return nil }
    (self.day, self.minutes, self.offset, self.text) = (day, minutes, offset, text)
  }

  /// Seconds since 1970-01-01T00:00Z, for ordering; noon when no time is given.
  public var order: Int {
    day.serial * 86_400 + ((minutes ?? 720) - (offset ?? 0)) * 60
  }
}
