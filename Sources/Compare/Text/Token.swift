/// What a token is made of.
public enum TokenKind: UInt8, Sendable {
  /// Letters, with apostrophes inside; an initialism ("U.S.") with its full stops.
  case word
  /// Digits, with separators inside ("1,375", "5.7").
  case number
  /// A possessive `'s` or `'`.
  case possessive
  /// `.`
  case fullStop
  /// `!` or `?`
  case exclamation
  /// `,` `;` `:` brackets, and whatever else is no word.
  case punctuation
  /// `-` and the Unicode hyphens.
  case hyphen
  /// En and em dash, `--`.
  case dash
  /// `…`, `...`
  case ellipsis
  case openQuote
  case closeQuote
  /// `"`, which opens or closes by its place.
  case straightQuote
  /// Currency signs, `%`, `°`, `#`, `&`, emoji…
  case symbol
  /// A web address.
  case address
}

/// One token: where it is, and the hash of its normal form.
///
/// The normal form is lower case, without accents or combining marks, apostrophes straight,
/// digits without thousands commas, initialisms without full stops: "U.S." and "US" are `us`,
/// "Café" and its decomposed spelling are `cafe`, "1,375" is `1375`. 16 bytes.
public struct Token: Sendable {
  /// Byte offset in the article's text.
  public let start: UInt32
  /// Bytes; at most 65,535 (longer runs are cut).
  public let length: UInt16
  public let kind: TokenKind
  public let flags: Flags
  /// XXH3 of the normal form.
  public let hash: UInt64

  public struct Flags: OptionSet, Sendable {
    public let rawValue: UInt8
    public init(rawValue: UInt8) { self.rawValue = rawValue }
    /// White space stands before it.
    public static let spaceBefore = Flags(rawValue: 1)
    /// A line break stands before it.
    public static let lineBefore = Flags(rawValue: 2)
    /// An empty line stands before it.
    public static let blankLineBefore = Flags(rawValue: 4)
    /// Its first letter is upper case.
    public static let capitalised = Flags(rawValue: 8)
    /// All letters are upper case, at least two of them.
    public static let allCaps = Flags(rawValue: 16)
    /// An initialism written with full stops.
    public static let dotted = Flags(rawValue: 32)
  }

  public var range: TextRange { TextRange(Int(start), Int(start) + Int(length)) }
  public var end: Int { Int(start) + Int(length) }
  /// A word or a number: what shingles and word alignment are made of.
  @inlinable public var isWord: Bool { kind == .word || kind == .number }
  /// Whether it can neither end a sentence nor begin a paragraph, as most tokens.
  @inline(__always) var isMidSentence: Bool {
    guard flags.isDisjoint(with: [.lineBefore, .blankLineBefore, .dotted]) else { return false }
    switch kind {
    case .fullStop, .exclamation, .ellipsis: return false
    default: return true
    }
  }
}
