import Testing

@testable import Compare

@Suite struct TerminalTextTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a[31mb"), ("a\u{9B}1mb", "a1mb"), ("x\u{7F}\u{0}\u{8}y", "xy"),
    ("\u{1B}]8;;http://x\u{7}l\u{1B}]8;;\u{7}", "]8;;http://xl]8;;"),
    ("ab\u{202E}cd\u{2066}ef\u{2069}", "abcdef"), ("  a \n\t b\u{2028}c\r\n", "a b c"),
    ("👩‍👩‍👧 e\u{301}", "👩‍👩‍👧 e\u{301}"),
  ])
  func leavesOnlyWhatIsHarmless(text: String, expected: String) {
    #expect(TerminalText.line(text) == expected)
  }
}
