/// `check --format csv` and `csv-excel`: RFC 4180, a row a conflict.
public struct CSVReporter: Reporter {
  /// What spreadsheets can hold in a cell is 32,767 UTF-16 units; this leaves room.
  static let excelCell = 32_000

  let version: String
  /// Put `'` before text that a spreadsheet would take for a formula (OWASP, CSV injection).
  let isGuarded: Bool
  /// With a byte order mark, and cells cut to what Excel can hold.
  let isForExcel: Bool

  public init(version: String, isGuarded: Bool = true, isForExcel: Bool = false) {
    (self.version, self.isGuarded, self.isForExcel) = (version, isGuarded, isForExcel)
  }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    if isForExcel { output.write("\u{FEFF}") }
    output.write(Self.columns.map(\.name).joined(separator: ",") + "\r\n")
    let groups = Dictionary(
      DisputeGroup.groups(of: findings).map { ($0.dispute.id, $0) },
      uniquingKeysWith: { first, _ in first })
    for conflict in findings.conflicts {
      let row = Row(
        conflict: conflict, a: findings.documents[conflict.a.document].article,
        b: findings.documents[conflict.b.document].article,
        outlets: groups[conflict.dispute]?.outlets.count ?? 0,
        voices: groups[conflict.dispute]?.voiceCount ?? 0, version: version)
      output.write(Self.columns.map { cell($0.value(row)) }.joined(separator: ",") + "\r\n")
    }
  }

  // MARK: Cells

  enum Value {
    case text(String?)
    /// What a program wrote: never guarded.
    case number(String)
  }

  /// The value as it stands in a row, quoted and guarded.
  func cell(_ value: Value) -> String {
    switch value {
    case .number(let digits): return digits
    case .text(nil): return ""
    case .text(let text?):
      var scalars = Self.plain(text)
      if isGuarded, let first = text.unicodeScalars.first,
        "=+-@\t\r".unicodeScalars.contains(first)
      {
        scalars.insert("'", at: scalars.startIndex)
      }
      if isForExcel { Self.cut(&scalars) }
      return Self.quoted(scalars)
    }
  }

  /// Without control characters, and with one kind of line end: spreadsheets make LF of CRLF and
  /// CR, other programs keep them.
  private static func plain(_ text: String) -> String.UnicodeScalarView {
    var plain = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\r": plain.append("\n")
      case "\n": if !isAfterReturn { plain.append("\n") }
      case "\t": plain.append("\t")
      default: if !TerminalText.isControl(scalar) { plain.append(scalar) }
      }
      isAfterReturn = scalar == "\r"
    }
    return plain
  }

  private static func cut(_ scalars: inout String.UnicodeScalarView) {
    var units = 0
    for index in scalars.indices {
      units += UTF16.width(scalars[index])
      if units > excelCell { return scalars.removeSubrange(index...) }
    }
  }

  private static func quoted(_ scalars: String.UnicodeScalarView) -> String {
    let hasSigns = scalars.contains { "\",\n".unicodeScalars.contains($0) }
    guard hasSigns || isLikeNumber(scalars) else { return String(scalars) }
    var quoted: String.UnicodeScalarView = .init(["\""])
    for scalar in scalars {
      if scalar == "\"" { quoted.append("\"") }
      quoted.append(scalar)
    }
    quoted.append("\"")
    return String(quoted)
  }

  /// Whether a spreadsheet might take the text for a number, a time or a day, as `0012` or `9/11`.
  ///
  /// It would write it in another way. In quotation marks it can be told to leave it alone.
  private static func isLikeNumber(_ scalars: String.UnicodeScalarView) -> Bool {
    func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
    guard scalars.contains(where: isDigit) else { return false }
    let parts = scalars.split(separator: ".", omittingEmptySubsequences: false)
    let isExact =
      parts.count <= 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy(isDigit) }
      && scalars.count <= 15 && (parts[0].first != "0" || parts[0].count == 1)
      && (parts.count == 1 || parts[1].last != "0")
    return !isExact
  }
}
