/// What a reader must know before the disputes: inputs that were skipped, and how things stand
/// against the baseline.
enum HTMLNotices {
  /// Entries named in one notice.
  private static let shown = 200

  static func write(_ findings: Findings, to output: inout some TextOutputStream) {
    let skipped = findings.coverage.skipped.map(\.description)
    notice(
      "\(HTMLReporter.count(skipped.count, "input")) could not be analysed", skipped, isOpen: true,
      to: &output)
    guard let baseline = findings.baseline else { return }
    let expired = findings.conflicts.filter { baseline.expired.contains($0.fingerprint) }
    notice(
      "\(HTMLReporter.count(expired.count, "accepted conflict")) open again: past the agreed day",
      expired.map(\.message), isOpen: false, to: &output)
    notice(
      "\(HTMLReporter.count(baseline.stale.count, "entry of the baseline", "entries of the baseline")) "
        + "no longer found", baseline.stale.map(\.description), isOpen: false, to: &output)
    notice("About the baseline", baseline.notes, isOpen: false, to: &output)
  }

  private static func notice(
    _ title: String, _ lines: [String], isOpen: Bool, to output: inout some TextOutputStream
  ) {
    guard !lines.isEmpty else { return }
    output.write(
      "<details class=\"skipped\"\(isOpen ? " open" : "")><summary>\(HTMLText.escaped(title))"
        + "</summary><ul>")
    for line in lines.prefix(shown) { output.write("<li>\(HTMLText.escaped(line))</li>") }
    if lines.count > shown { output.write("<li>… and \(lines.count - shown) more</li>") }
    output.write("</ul></details>\n")
  }
}
