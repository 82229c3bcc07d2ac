internal import CReport

/// The page of the HTML report: a template, a style sheet and a script that are built in.
///
/// What is filled in comes last and is never looked at again, so that no text of an article can
/// stand for a placeholder.
struct HTMLPage {
  /// What the page may do beyond showing itself.
  enum Use {
    /// A file that is opened from a disk or a mail: no connection at all.
    case report
    /// Served by `compare review`: it may talk to the server it came from.
    /// `by` is who decides, if that is known.
    case review(by: String?)

    var isReview: Bool { if case .review = self { true } else { false } }
  }

  /// The Content-Security-Policy of the page, as the page itself can state it.
  static func policy(for use: Use) -> String {
    let style = hash(compare_report_style())
    let script = hash(compare_report_script())
    let connect = use.isReview ? " connect-src 'self';" : ""
    return "default-src 'none'; script-src '\(script)'; style-src '\(style)';\(connect)"
      + " base-uri 'none'; form-action 'none'"
  }

  /// - Parameter fill: writes what stands for the placeholder with a name.
  static func write<Output: TextOutputStream>(
    to output: inout Output, fill: (String, inout Output) -> Void
  ) {
    var rest = text(compare_report_template())[...]
    while let open = rest.firstRange(of: "{{"),
      let close = rest[open.upperBound...].firstRange(of: "}}")
    {
      output.write(String(rest[..<open.lowerBound]))
      switch rest[open.upperBound..<close.lowerBound] {
      case "style": output.write(text(compare_report_style()))
      case "script": output.write(text(compare_report_script()))
      case let name: fill(String(name), &output)
      }
      rest = rest[close.upperBound...]
    }
    output.write(String(rest))
  }

  private static func text(_ part: compare_report_part) -> String {
    String(decoding: UnsafeBufferPointer(start: part.bytes, count: part.count), as: UTF8.self)
  }

  private static func hash(_ part: compare_report_part) -> String { String(cString: part.hash) }
}
