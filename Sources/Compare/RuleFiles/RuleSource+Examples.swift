extension RuleSource {
  /// The root of the file, or `nil` for a file with no content.
  ///
  /// - Parameter isShown: whether the examples are read, too. They are more than half of a file,
  ///   and a built-in file's are only of use to those who ask for them.
  /// - Throws: `SourceError`.
  func reader(isShown: Bool) throws -> YAMLReader? {
    try withBytes { text in
      guard !isShown else { return try YAMLReader.parse(text, path: path) }
      return try Self.withoutExamples(text).withUnsafeBufferPointer {
        try YAMLReader.parse($0, path: path)
      }
    }
  }

  /// The text without what is under `examples:` and `none:`, in block style as built-in files have
  /// it; the lines stay the lines they were.
  static func withoutExamples(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var kept: [UInt8] = []
    kept.reserveCapacity(text.count)
    // How far the key is indented under which all is left out.
    var leftOut: Int?
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) ?? text.count
      let line = text[start..<end]
      let words = line.drop { $0 == UInt8(ascii: " ") }
      let indent = line.count - words.count
      if let key = leftOut, let first = words.first,
        indent < key || indent == key && first != UInt8(ascii: "-")
      {
        leftOut = nil
      }
      if leftOut == nil, isExamples(words) { leftOut = indent }
      if leftOut == nil { kept += line }
      kept.append(UInt8(ascii: "\n"))
      start = end + 1
    }
    return kept
  }

  private static func isExamples(_ words: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    words.last == UInt8(ascii: ":")
      && (words.elementsEqual("examples:".utf8) || words.elementsEqual("none:".utf8))
  }
}
