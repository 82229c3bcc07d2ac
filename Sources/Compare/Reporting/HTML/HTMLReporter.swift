/// `check --format html`: one file that holds all it needs and works from a disk or a mail.
///
/// Articles get into it as JSON in a `script` element that is data, and as escaped text in the
/// plain list for readers without scripts.
public struct HTMLReporter: Reporter {
  let version: String

  public init(version: String) { self.version = version }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    write(findings, for: .report, to: &output)
  }

  func write<Output: TextOutputStream>(
    _ findings: Findings, for use: HTMLPage.Use, to output: inout Output
  ) {
    let all = DisputeGroup.groups(of: findings)
    let groups = all.filter { $0.match == .confirmed } + all.filter { $0.match != .confirmed }
    let headline = Self.headline(groups, findings.coverage)
    HTMLPage.write(to: &output) { name, output in
      switch name {
      case "policy": output.write(HTMLPage.policy(for: use))
      case "title": output.write(HTMLText.escaped("\(headline) – compare"))
      case "headline": output.write(HTMLText.escaped(headline))
      case "version": output.write(HTMLText.escaped(version))
      case "coverage": output.write(HTMLText.escaped(Self.coverage(findings.coverage)))
      case "notices": HTMLNotices.write(findings, to: &output)
      case "list": HTMLPlainList.write(groups, of: findings.documents, to: &output)
      case "data":
        var stream = ScriptDataStream(target: output)
        HTMLData.value(of: findings, groups: groups, use: use).write(to: &stream)
        output = stream.target
      default: break
      }
    }
  }

  private static func headline(_ groups: [DisputeGroup], _ coverage: Coverage) -> String {
    let articles = count(coverage.articles, "article")
    guard !groups.isEmpty else { return "No disputes in \(articles)" }
    let suggested = groups.count { $0.match == .suggested }
    let note = suggested == 0 ? "" : ", \(suggested) of them only suggested"
    return "\(count(groups.count, "dispute")) in \(articles)\(note)"
  }

  private static func coverage(_ coverage: Coverage) -> String {
    "Looked at \(count(coverage.passages, "passage")), \(coverage.factsText) "
      + "(\(coverage.unresolved) unresolved) and \(count(coverage.alignments, "aligned passage"))."
      + (coverage.curtailedText.map { " \($0)" } ?? "")
  }

  static func count(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
  }
}
