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
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: a.count + b.count) { keys in
      for (at, token) in a.enumerated() { keys[at] = key(token) }
      for (at, token) in b.enumerated() { keys[a.count + at] = key(token) }
      var script = Script(a: a.startIndex, b: b.startIndex)
      script.read(
        UnsafeBufferPointer(rebasing: keys[..<a.count]),
        UnsafeBufferPointer(rebasing: keys[a.count...]))
      return script.edits
    }
  }

  /// What makes two tokens the same word: the normal form, or being a double quotation mark.
  ///
  /// Never 0, which marks the empty places of `CommonSteps`.
  private static func key(_ token: Token) -> UInt64 {
    switch token.kind {
    case .straightQuote, .openQuote, .closeQuote: 1
    case .dash: 2
    default: max(token.hash, 3)
    }
  }

  private struct Script {
    private var done: [Edit] = []
    /// Where the step under way began, and how far it went.
    private var start: (a: Int, b: Int)
    private var end: (a: Int, b: Int)
    private var isMatch = true

    init(a: Int, b: Int) {
      (start, end) = ((a, b), (a, b))
      done.reserveCapacity(16)
    }

    /// Goes the whole way from `left` to `right`.
    mutating func read(_ left: UnsafeBufferPointer<UInt64>, _ right: UnsafeBufferPointer<UInt64>) {
      var prefix = 0
      while prefix < left.count, prefix < right.count, left[prefix] == right[prefix] { prefix += 1 }
      var suffix = 0
      while suffix < left.count - prefix, suffix < right.count - prefix,
        left[left.count - 1 - suffix] == right[right.count - 1 - suffix]
      {
        suffix += 1
      }
      match(prefix)
      differ(
        UnsafeBufferPointer(rebasing: left[prefix..<left.count - suffix]),
        UnsafeBufferPointer(rebasing: right[prefix..<right.count - suffix]))
      match(suffix)
    }

    /// Goes from one text to another that share neither their beginning nor their end.
    private mutating func differ(
      _ left: UnsafeBufferPointer<UInt64>, _ right: UnsafeBufferPointer<UInt64>
    ) {
      CommonSteps.with(left, right) { steps in
        var (i, j) = (0, 0)
        while i < left.count || j < right.count {
          var same = 0
          while i < left.count, j < right.count, left[i] == right[j] {
            (same, i, j) = (same + 1, i + 1, j + 1)
          }
          match(same)
          guard i < left.count || j < right.count else { break }
          if i < left.count, j == right.count || steps.canPass(i, at: j) {
            differ(a: 1, b: 0)
            i += 1
          } else {
            differ(a: 0, b: 1)
            j += 1
          }
        }
      }
    }

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
