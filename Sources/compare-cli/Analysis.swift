import Compare

/// The articles of a run and what was found in them.
struct Analysis: Sendable {
  let sets: [ArticleSet]
  let findings: Findings
  let rules: [Rule]
  let disabled: Set<String>

  init(_ comparison: Comparison, input: InputOptions, common: CommonOptions, gate: GateSettings)
    throws
  {
    try common.expectOutput(isNot: gate.path)
    sets = try input.read(common, excluding: gate.path.map { [$0] } ?? [])
    rules = comparison.language.judge.rules
    disabled = comparison.language.judge.disabled
    var comparison = comparison
    comparison.within = gate.within
    findings = comparison.findings(in: sets)
    if !common.quiet { Console.note(curtailed: findings.coverage.curtailed) }
  }

  var rulesThatRan: [Rule] { rules.filter { !disabled.contains($0.id) } }

  func held(against opened: GateSettings.Opened) -> Gate.Result {
    Gate(opened.baseline, path: opened.path, paths: opened.paths, today: opened.today)
      .result(for: findings, rules: rules, disabled: disabled)
  }
}
