/// One step of the way from one run of tokens to another.
public struct Edit: Sendable, Equatable {
  /// Tokens of the first text; empty for an insertion.
  public let a: Range<Int>
  /// Tokens of the second text; empty for a deletion.
  public let b: Range<Int>
  public let isMatch: Bool

  public init(a: Range<Int>, b: Range<Int>, isMatch: Bool) {
    (self.a, self.b, self.isMatch) = (a, b, isMatch)
  }
}

/// Word-level alignment of two runs of tokens.
public enum EditScript {
  /// Matches and differences in order; neighbouring steps of one sort are one step.
  ///
  /// The longest common subsequence of the tokens' normal forms, quotation marks of any shape
  /// being alike, with runs shifted so that differences are as compact as can be.
  ///
  /// - Complexity: O(a.count × b.count / 64) time and space.
  public static func edits(
    _ a: ArraySlice<Token>, _ b: ArraySlice<Token>
  ) -> [Edit] {
    let left = a.map(key)
    let right = b.map(key)
    var prefix = 0
    while prefix < left.count, prefix < right.count, left[prefix] == right[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < left.count - prefix, suffix < right.count - prefix,
      left[left.count - 1 - suffix] == right[right.count - 1 - suffix]
    {
      suffix += 1
    }
    let rows = left.count - prefix - suffix
    let columns = right.count - prefix - suffix
    let steps = CommonSteps(left[prefix..<prefix + rows], right[prefix..<prefix + columns])
    var script = Script(a: a.startIndex, b: b.startIndex)
    script.match(prefix)
    var i = 0
    var j = 0
    while i < rows || j < columns {
      var same = 0
      while i < rows, j < columns, left[prefix + i] == right[prefix + j] {
        (same, i, j) = (same + 1, i + 1, j + 1)
      }
      script.match(same)
      guard i < rows || j < columns else { break }
      if i < rows, j == columns || steps.canPass(i, at: j) {
        script.differ(a: 1, b: 0)
        i += 1
      } else {
        script.differ(a: 0, b: 1)
        j += 1
      }
    }
    script.match(suffix)
    return script.edits
  }

  /// What makes two tokens the same word: the normal form, or being a double quotation mark.
  private static func key(_ token: Token) -> UInt64 {
    switch token.kind {
    case .straightQuote, .openQuote, .closeQuote: 1
    case .dash: 2
    default: token.hash
    }
  }

  private struct Script {
    private var done: [Edit] = []
    /// Where the step under way began, and how far it went.
    private var start: (a: Int, b: Int)
    private var end: (a: Int, b: Int)
    private var isMatch = true

    init(a: Int, b: Int) { (start, end) = ((a, b), (a, b)) }

    mutating func match(_ count: Int) {
      if count > 0 { add(a: count, b: count, isMatch: true) }
    }

    mutating func differ(a: Int, b: Int) { add(a: a, b: b, isMatch: false) }

    @inline(__always)
    private mutating func add(a: Int, b: Int, isMatch: Bool) {
      if isMatch != self.isMatch { close(before: isMatch) }
      end = (end.a + a, end.b + b)
    }

    private mutating func close(before isMatch: Bool) {
      if start != end {
        done.append(Edit(a: start.a..<end.a, b: start.b..<end.b, isMatch: self.isMatch))
      }
      (start, self.isMatch) = (end, isMatch)
    }

    var edits: [Edit] {
      mutating get {
        close(before: isMatch)
        return done
      }
    }
  }
}
