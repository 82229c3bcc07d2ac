extension TextReporter {
  /// Disputes that the baseline has, a line each: they were looked at before.
  func writeKnown(_ groups: [DisputeGroup], to output: inout some TextOutputStream) {
    guard !groups.isEmpty else { return }
    output.write(style.strong("Known:") + "\n")
    for group in groups {
      let about = group.dispute.about.isEmpty ? group.dispute.kind.rawValue : group.dispute.about
      let acceptance = group.conflicts.first?.acceptance
      let words = [acceptance?.reason, acceptance?.by, acceptance?.note].compactMap { $0 }
      let reason = words.isEmpty ? "" : ": " + words.joined(separator: "; ")
      output.write("   " + TerminalText.line("\(about), \(group.dispute.kind)\(reason)") + "\n")
    }
    output.write("\n")
  }

  func write(
    _ baseline: BaselineSummary?, of conflicts: [Conflict], to output: inout some TextOutputStream
  ) {
    guard let baseline else { return }
    let counts = [Status.new, .changed, .known].map { status in
      "\(conflicts.count { $0.status == status }) \(status.rawValue)"
    }
    var text = "Conflicts against \(baseline.path): \(counts.joined(separator: ", "))"
    if !baseline.stale.isEmpty { text += ", \(baseline.stale.count) gone" }
    if !baseline.expired.isEmpty { text += ", \(baseline.expired.count) run out" }
    if !baseline.unseen.isEmpty { text += ", \(baseline.unseen.count) not looked at" }
    output.write(TerminalText.line(text) + ".\n")
    for entry in baseline.stale {
      output.write(TerminalText.line("Gone: \(entry.fingerprint) \(entry.description)") + "\n")
    }
  }
}

extension DisputeGroup {
  /// Whether the baseline has all of it.
  var isKnown: Bool { conflicts.allSatisfy { $0.status == .known } }

  /// How the first conflict that counts stands against the baseline; nothing where there is none.
  fileprivate var isOfInterest: Conflict? {
    conflicts.first { $0.status == .changed }
      ?? conflicts.first { $0.status == .new && $0.acceptance != nil }
  }

  /// What to say of it behind the title.
  var statusText: String {
    guard let conflict = isOfInterest else { return "" }
    let what = conflict.status == .changed ? "changed" : conflict.acceptance?.decision.rawValue
    return [", " + (what ?? ""), conflict.acceptance?.note].compactMap { $0 }
      .map(TerminalText.line).joined(separator: ": ")
  }
}
