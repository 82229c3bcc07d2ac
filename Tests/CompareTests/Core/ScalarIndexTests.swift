import Testing

@testable import Compare

@Suite struct ScalarIndexTests {
  /// Held against a count scalar by scalar, at every boundary.
  @Test(arguments: ["", "plain", "line\nline\r\nline\rline\n", "é二🙂"])
  func offsetsAndLinesAreThoseOfTheScalars(piece: String) {
    let text = String(repeating: piece + "a", count: 150)
    let bytes = Array(text.utf8)
    let index = ScalarIndex(bytes)
    var (offset, count, line, column) = (0, 0, 1, 1)
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if let last, last == "\n" || (last == "\r" && scalar != "\n") {
        (line, column) = (line + 1, 1)
      }
      #expect(index.scalar(at: offset, in: bytes) == count)
      #expect(index.place(of: offset, in: bytes) == (line, column))
      offset += UTF8.width(scalar)
      count += 1
      column += 1
      last = scalar
    }
    #expect(index.scalar(at: bytes.count, in: bytes) == count)
  }
}
