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

  /// Counting on from a place that is known gives the same, be it near, far or behind.
  @Test(arguments: ["plain", "é二🙂"])
  func countingOnGivesTheSame(piece: String) {
    let bytes = Array(String(repeating: piece + "a", count: 100).utf8)
    let index = ScalarIndex(bytes)
    let starts = bytes.indices.filter { bytes[$0] & 0xC0 != 0x80 } + [bytes.count]
    for known in starts {
      let place = (known, index.scalar(at: known, in: bytes))
      for offset in starts {
        let scalar = index.scalar(at: offset, in: bytes)
        #expect(index.scalar(at: offset, from: place, in: bytes) == scalar)
      }
    }
  }
}
