/// Writes findings in one format.
///
/// To add a format: a file with a reporter, and its case in `ReportFormat`.
public protocol Reporter: Sendable {
  func write(_ findings: Findings, to output: inout some TextOutputStream)
}

/// The formats of `check`.
public enum ReportFormat: String, Sendable, CaseIterable {
  case text, csv
  case csvExcel = "csv-excel"
  case json, jsonl
  case html
  case sarif, junit, github, markdown

  public func reporter(_ options: ReportOptions) -> any Reporter {
    switch self {
    case .text: TextReporter(usesColor: options.usesColor)
    case .csv: CSVReporter(version: options.version, isGuarded: options.csvGuard)
    case .csvExcel:
      CSVReporter(version: options.version, isGuarded: options.csvGuard, isForExcel: true)
    case .json: JSONReporter(version: options.version)
    case .jsonl: JSONLinesReporter()
    case .html: HTMLReporter(version: options.version)
    case .sarif: SARIFReporter(options)
    case .junit: JUnitReporter(options)
    case .github: GitHubReporter(options)
    case .markdown: MarkdownReporter(options)
    }
  }
}

/// What reporters can be told.
public struct ReportOptions: Sendable {
  /// Of the program, for formats that name it.
  public var version: String
  /// Mark with colours instead of brackets.
  public var usesColor = false
  /// Protect spreadsheets from cells that look like formulas.
  public var csvGuard = true
  /// What counts at the gate.
  public var threshold = Threshold()
  /// The rules that ran, for formats that list them.
  public var rules: [Rule] = []
  /// An absolute path that paths are told from, for formats whose paths must be relative.
  public var workingDirectory = ""

  public init(version: String) { self.version = version }
}
