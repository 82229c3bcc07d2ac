import Compare

/// The conflict that `check --explain` names, and the way to it.
struct Explained {
  private let explanation: Explanation

  /// - Parameter digits: the first ones of the fingerprint, in either case.
  /// - Throws: `Failure` when no conflict, or more than one, has such a fingerprint.
  init(_ digits: String, _ comparison: Comparison, _ findings: Findings) throws {
    let prefix = digits.lowercased()
    let named = findings.conflicts.filter { !prefix.isEmpty && $0.fingerprint.hasPrefix(prefix) }
    guard let conflict = named.first else {
      throw Failure(
        "no conflict has a fingerprint that begins with `\(digits)`; "
          + "the report shows the fingerprints, `compare check --format json` whole")
    }
    guard named.count == 1 else {
      let some = named.prefix(3).map(\.fingerprint).joined(separator: ", ")
      throw Failure(
        "\(named.count) conflicts have a fingerprint that begins with `\(digits)` (\(some)\(named.count > 3 ? "…" : "")); give more digits"
      )
    }
    explanation = comparison.explanation(of: conflict, in: findings)
  }

  func write(to output: inout some TextOutputStream) throws {
    for (number, section) in explanation.sections.enumerated() {
      if number > 0 { output.write("\n") }
      output.write(TerminalText.line(section.title) + "\n")
      for line in section.lines { output.write("   " + TerminalText.line(line) + "\n") }
    }
  }
}
