extension Int {
  /// Calls `body` with the decimal digits in ASCII, a minus sign before them where it is needed.
  ///
  /// - Parameter width: digits at least, by leading zeros; 20 at most.
  @inline(__always)
  func withDecimal<Result>(
    width: Int = 1, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 21) { digits in
      let first = digits.count - Swift.min(width, 20)
      var start = digits.count
      var rest = magnitude
      while rest > 0 || start > first {
        start -= 1
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
        digits.initializeElement(at: start, to: UInt8(ascii: "0") + UInt8(remainder))
        rest = quotient
      }
      if self < 0 {
        start -= 1
        digits.initializeElement(at: start, to: UInt8(ascii: "-"))
      }
      return body(UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }

  /// Decimal digits, with leading zeros up to `width`.
  package func padded(_ width: Int) -> String {
    withDecimal(width: width) { String(decoding: $0, as: UTF8.self) }
  }
}

extension CivilDate: CustomStringConvertible {
  /// ISO 8601, `2025-03-18`.
  public var description: String {
    String(unsafeUninitializedCapacity: 64) { text in
      var end = 0
      func append(_ number: Int, width: Int, after sign: StaticString = "") {
        for at in 0..<sign.utf8CodeUnitCount {
          text[end] = sign.utf8Start[at]
          end += 1
        }
        number.withDecimal(width: width) {
          for digit in $0 {
            text[end] = digit
            end += 1
          }
        }
      }
      append(year, width: 4)
      append(month, width: 2, after: "-")
      append(day, width: 2, after: "-")
      return end
    }
  }
}
