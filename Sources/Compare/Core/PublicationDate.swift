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
    var copy = text
    let parts = copy.withUTF8 { bytes in
      var reader = Reader(rest: bytes[...])
      return reader.parts()
    }
    guard let (day, minutes, offset) = parts else { return nil }
    (self.day, self.minutes, self.offset, self.text) = (day, minutes, offset, text)
  }

  private struct Reader {
    var rest: Slice<UnsafeBufferPointer<UInt8>>

    private mutating func digits(_ count: Int) -> Int? {
      guard rest.count >= count else { return nil }
      var number = 0
      for byte in rest.prefix(count) {
        guard 0x30...0x39 ~= byte else { return nil }
        number = number * 10 + Int(byte - 0x30)
      }
      rest = rest.dropFirst(count)
      return number
    }

    private mutating func skip(_ bytes: StaticString) -> Bool {
      guard let next = rest.first else { return false }
      for at in 0..<bytes.utf8CodeUnitCount where bytes.utf8Start[at] == next {
        rest = rest.dropFirst()
        return true
      }
      return false
    }

    mutating func parts() -> (day: CivilDate, minutes: Int?, offset: Int?)? {
      guard let year = digits(4), skip("-"), let month = digits(2), skip("-"),
        let dayNumber = digits(2),
        let day = CivilDate(year: year, month: month, day: dayNumber)
      else { return nil }
      var minutes: Int?
      var offset: Int?
      if skip("Tt ") {
        guard let hour = digits(2), skip(":"), let minute = digits(2), hour < 24, minute < 60
        else { return nil }
        minutes = hour * 60 + minute
        if skip(":") {
          guard let second = digits(2), second <= 60 else { return nil }
          if skip(".,") { while digits(1) != nil {} }
        }
        _ = skip(" ")
        if skip("Zz") {
          offset = 0
        } else if let sign = rest.first, skip("+-") {
          guard let hours = digits(2), hours < 24 else { return nil }
          _ = skip(":")
          let minute = digits(2) ?? 0
          guard minute < 60 else { return nil }
          offset = (hours * 60 + minute) * (sign == UInt8(ascii: "-") ? -1 : 1)
        }
      }
      return rest.isEmpty ? (day, minutes, offset) : nil
    }
  }

  /// Seconds since 1970-01-01T00:00Z, for ordering; noon when no time is given.
  public var order: Int {
    day.serial * 86_400 + ((minutes ?? 720) - (offset ?? 0)) * 60
  }
}
