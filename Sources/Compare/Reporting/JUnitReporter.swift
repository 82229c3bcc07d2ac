/// `check --format junit`: a test case a conflict, as CI servers read it.
///
/// What counts at the gate is a failure; what does not (known, only suggested, below the
/// threshold) is skipped, with the reason. An article that could not be read is an error. With
/// nothing to tell there is one test case that passed.
public struct JUnitReporter: Reporter {
  let options: ReportOptions
  private let places: ReportPlaces

  public init(_ options: ReportOptions) {
    self.options = options
    places = ReportPlaces(working: options.workingDirectory)
  }

  public func write(_ findings: Findings, to output: inout some TextOutputStream) {
    let failures = findings.conflicts.count(where: options.threshold.counts)
    let skipped = findings.conflicts.count - failures
    let errors = findings.coverage.skipped.count
    let tests = max(1, findings.conflicts.count + errors)
    let totals =
      "tests=\"\(tests)\" failures=\"\(failures)\" errors=\"\(errors)\" skipped=\"\(skipped)\""
    output.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    output.write("<testsuites name=\"compare\" \(totals)>\n")
    output.write(" <testsuite name=\"compare\" \(totals)>\n")
    write(findings.coverage, to: &output)
    for skipped in findings.coverage.skipped {
      output.write(
        "  <testcase classname=\"input\" name=\"\(Self.attribute(skipped.path))\">\n"
          + "   <error message=\"\(Self.attribute(skipped.description))\" type=\"unreadable\"/>\n"
          + "  </testcase>\n")
    }
    for conflict in findings.conflicts { write(conflict, of: findings, to: &output) }
    if findings.conflicts.isEmpty, errors == 0 {
      output.write("  <testcase classname=\"compare\" name=\"no conflicts\"/>\n")
    }
    output.write(" </testsuite>\n</testsuites>\n")
  }

  private func write(_ coverage: Coverage, to output: inout some TextOutputStream) {
    output.write("  <properties>\n")
    let counts = [
      ("version", options.version), ("articles", String(coverage.articles)),
      ("passages", String(coverage.passages)), ("alignments", String(coverage.alignments)),
      ("curtailed", String(coverage.curtailed)), ("facts", String(coverage.facts)),
      ("unresolved", String(coverage.unresolved)),
    ]
    for (name, value) in counts {
      output.write("   <property name=\"\(name)\" value=\"\(Self.attribute(value))\"/>\n")
    }
    output.write("  </properties>\n")
  }

  private func write(
    _ conflict: Conflict, of findings: Findings, to output: inout some TextOutputStream
  ) {
    let documents = findings.documents
    let sides = OrderedSides(conflict, in: documents)
    let path = places.path(documents[sides.first.document].article)
    let line = places.place(sides.first, in: documents).line
    let about = conflict.about.isEmpty ? conflict.kind.rawValue : conflict.about
    // Servers tell test cases apart by class, name and file: the fingerprint makes it unique.
    let name = "\(about) (\(conflict.fingerprint.prefix(8)))"
    output.write(
      "  <testcase classname=\"\(Self.attribute(conflict.rule))\" name=\"\(Self.attribute(name))\" "
        + "file=\"\(Self.attribute(path))\" line=\"\(line)\">\n")
    let message = Self.attribute(conflict.message)
    if options.threshold.counts(conflict) {
      let type = findings.baseline == nil ? conflict.kind.rawValue : conflict.status.rawValue
      output.write("   <failure message=\"\(message)\" type=\"\(Self.attribute(type))\">")
      output.write(Self.escaped(detail(conflict, in: documents)))
      output.write("</failure>\n")
    } else {
      output.write("   <skipped message=\"\(Self.attribute(why(conflict)))\"/>\n")
      output.write(
        "   <system-out>\(Self.escaped(detail(conflict, in: documents)))</system-out>\n")
    }
    output.write("  </testcase>\n")
  }

  private func why(_ conflict: Conflict) -> String {
    if conflict.status == .known {
      return ["known", conflict.acceptance?.reason, conflict.acceptance?.note]
        .compactMap { $0 }.joined(separator: ": ")
    }
    return conflict.match < options.threshold.match
      ? "only suggested" : "\(conflict.severity.rawValue), below the threshold"
  }

  private func detail(_ conflict: Conflict, in documents: [Document]) -> String {
    var lines = ["\(conflict.rule): \(conflict.reason)"]
    if let note = conflict.acceptance?.note { lines.append(note) }
    for side in [conflict.a, conflict.b] {
      let article = documents[side.document].article
      let place = places.place(side, in: documents)
      let column = place.column.map { ":\($0)" } ?? ""
      let source = side.attribution.map { ", citing \($0)" } ?? ""
      lines.append("\(places.path(article)):\(place.line)\(column) \(article.sourceText)\(source)")
      lines.append(article.string(side.passage))
    }
    lines.append("fingerprint \(conflict.fingerprint)")
    return lines.map(TerminalText.line).joined(separator: "\n")
  }

  // MARK: XML

  private static func attribute(_ text: String) -> String { escaped(TerminalText.line(text)) }

  /// Character data without what XML 1.0 forbids.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      if let entity = MarkupText.entity(scalar) {
        escaped += entity
        continue
      }
      switch scalar {
      case "\u{FFFE}", "\u{FFFF}": continue
      // On a line of a log these would begin a command to a GitHub runner.
      case ":" where escaped.utf8.last == UInt8(ascii: ":"): escaped += "&#58;"
      case "[" where escaped.utf8.suffix(2).elementsEqual("##".utf8): escaped += "&#91;"
      default:
        if scalar == "\n" || !TerminalText.isControl(scalar) {
          escaped.unicodeScalars.append(scalar)
        }
      }
    }
    return escaped
  }
}
