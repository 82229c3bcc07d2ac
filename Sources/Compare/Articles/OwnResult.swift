/// Knows the program's own results again, so that a report that lies beside the articles is not
/// taken for one of them.
enum OwnResult {
  /// - Parameter text: of a file of the given kind, or of its first line; UTF-8.
  static func isOne(_ text: [UInt8], kind: ArticleKind?) -> Bool {
    switch kind {
    case .html: isPage(text)
    case .json, .jsonLines: isData(text)
    case .text: isText(text)
    case nil: false
    }
  }

  /// A page of the HTML report names its generator.
  private static func isPage(_ text: [UInt8]) -> Bool {
    String(decoding: text.prefix(1024), as: UTF8.self)
      .contains("<meta name=\"generator\" content=\"compare\">")
  }

  /// Keys that begin an object of ours, in the order in which they are written; no article has
  /// them.
  private static let heads = [
    [#"{"schema":1,"tool":{"name":"compare""#],
    [#"{"$schema":"#, #""tool":{"driver":{"name":"compare""#],
    [#"{"fingerprint":"#, #","dispute":"#],
    [#"{"document":"#, #","start":"#, #","end":"#],
    [#"{"a":{"document":"#, #","start":"#, #","end":"#],
    [#"{"id":"#, #","label":"#, #","kinds":["#],
  ]

  private static func isData(_ text: [UInt8]) -> Bool {
    let plain = text.prefix(4096).filter { $0 > 0x20 }
    let start = String(decoding: plain.drop { $0 == UInt8(ascii: "[") }, as: UTF8.self)
    return heads.contains { keys in
      guard start.hasPrefix(keys[0]) else { return false }
      var rest = start[...]
      return keys.allSatisfy { key in
        guard let found = rest.firstRange(of: key) else { return false }
        rest = rest[found.upperBound...]
        return true
      }
    }
  }

  /// The first line of Markdown; what the last lines of text say.
  private static func isText(_ text: [UInt8]) -> Bool {
    if text.starts(with: "### compare: ".utf8) { return true }
    let last = lastLine(of: text).drop { $0 == 0x20 }
    if let first = last.first, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first) {
      let line = String(decoding: last, as: UTF8.self)
      return line.wholeMatch(of: /\d+ facts?, \d+ unresolved/) != nil
        || line.wholeMatch(of: /\d+ alignments?\./) != nil
    }
    guard closings.contains(where: { last.starts(with: $0.utf8) }) else { return false }
    return String(decoding: text, as: UTF8.self).split(separator: "\n").contains {
      $0.hasPrefix("Looked at ") && $0.contains(" passage") && $0.contains(" skipped")
    }
  }

  /// With what the last line of a report may begin.
  private static let closings = [
    "Looked at ", "Not looked at ", "Skipped ", "Conflicts against ", "Gone: ",
  ]

  /// The last line that is not empty.
  private static func lastLine(of text: [UInt8]) -> ArraySlice<UInt8> {
    let end = text.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
    let start = text[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    return text[start..<end]
  }
}
