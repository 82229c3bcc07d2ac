/// `check --format github`: annotations in the log of a GitHub workflow.
///
/// GitHub shows ten of a step: nine conflicts, those that count first, and one that says how many
/// there are more.
public struct GitHubReporter: Reporter {
  static let mostAnnotations = 9

  let options: ReportOptions
  private let places: ReportPlaces

  public init(_ options: ReportOptions) {
    self.options = options
    places = ReportPlaces(working: options.workingDirectory)
  }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    let open = findings.conflicts.filter { $0.status != .known }
    let counting = open.filter(options.threshold.counts)
    let others = open.filter { !options.threshold.counts($0) }
    let sorted =
      Severity.allCases.reversed().flatMap { severity in
        counting.filter { $0.severity == severity }
      } + others
    for conflict in sorted.prefix(Self.mostAnnotations) {
      output.write(annotation(conflict, of: findings) + "\n")
    }
    let more = sorted.count - Self.mostAnnotations
    if more > 0 {
      output.write("::notice title=compare::\(more) more: see the summary of this job.\n")
    }
    let skipped = findings.coverage.skipped
    if let first = skipped.first {
      output.write(
        "::error title=compare could not read everything::\(skipped.count) not analysed, the "
          + "first: \(WorkflowText.data(first.description))\n")
    }
    if let curtailed = findings.coverage.curtailedText {
      output.write("::warning title=compare::\(WorkflowText.data(curtailed))\n")
    }
    let known = findings.conflicts.count - open.count
    output.write(
      "Articles: \(findings.coverage.articles). Conflicts that count: \(counting.count), others: "
        + "\(others.count), known: \(known).\n")
  }

  private func annotation(_ conflict: Conflict, of findings: Findings) -> String {
    let sides = OrderedSides(conflict, in: findings.documents)
    let article = findings.documents[sides.first.document].article
    let place = places.place(sides.first, in: findings.documents)
    var properties = ["file=\(WorkflowText.property(places.path(article)))", "line=\(place.line)"]
    if let column = place.column, let endLine = place.endLine, let endColumn = place.endColumn {
      // Columns are shown only where begin and end are on one line.
      properties.append("endLine=\(endLine)")
      if endLine == place.line { properties.append("col=\(column),endColumn=\(endColumn)") }
    }
    let status = findings.baseline == nil ? "" : " (\(conflict.status.rawValue))"
    properties.append("title=\(WorkflowText.property(conflict.rule + status))")
    let other = findings.documents[sides.other.document].article
    let otherLine = places.place(sides.other, in: findings.documents).line
    let doubt = conflict.match == .suggested ? "Only suggested: " : ""
    let message =
      "\(doubt)\(conflict.sentences) The other side: \(places.path(other)):\(otherLine)"
    return "::\(level(conflict)) \(properties.joined(separator: ","))::"
      + WorkflowText.data(message)
  }

  private func level(_ conflict: Conflict) -> String {
    guard conflict.match == .confirmed else { return "notice" }
    switch conflict.severity {
    case .error: return "error"
    case .warning: return "warning"
    case .note: return "notice"
    }
  }
}
