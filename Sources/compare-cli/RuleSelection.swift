import Compare

/// Which rules and language data a run uses.
struct RuleSelection {
  /// The conflict rules.
  let conflicts: [RuleSource]
  /// Lexicons, patterns and normalisation.
  let data: [RuleSource]

  private static let folders: [Substring] = ["lexicons", "patterns", "normalization"]

  /// The built-in rules, or those at `paths` in their place.
  ///
  /// A file of language data below `paths` takes the place of the built-in one of the same name;
  /// the others stay, since rules can't do without them.
  ///
  /// - Throws: `SourceError` when there is nothing at a path.
  init(_ paths: [String]) throws {
    let builtIn = RuleSource.builtIn().filter { $0.place.hasPrefix("en/") }
    let given = try paths.filter { $0 != RuleSource.builtInName }.flatMap {
      try RuleSource.load($0)
    }.map(
      Self.placed)
    let ownData = given.filter { Self.folder($0.place) != nil }
    let ownRules = given.filter { Self.folder($0.place) == nil }
    let replaced = Set(ownData.compactMap { Self.name($0.place) })
    data =
      builtIn.filter { source in
        Self.name(source.place).map { !replaced.contains($0) } ?? false
      } + ownData
    let keepsBuiltIn = ownRules.isEmpty || paths.contains(RuleSource.builtInName)
    conflicts =
      (keepsBuiltIn ? builtIn.filter { Self.folder($0.place) == nil } : []) + ownRules
  }

  /// - Parameter eagerly: whether built-in files are all read and checked at once, too.
  /// - Throws: `SourceError` or `SourceErrors` for mistakes in the files.
  func language(eagerly: Bool = true) throws -> Language {
    try Language(data, conflicts: conflicts, eagerly: eagerly)
  }

  /// A file that was named outright keeps the folder it lies in.
  private static func placed(_ source: RuleSource) -> RuleSource {
    guard folder(source.place) == nil, let name = name(source.path) else { return source }
    return RuleSource(path: source.path, place: "en/\(name)", text: source.text)
  }

  /// The folder of language data that a path leads through.
  private static func folder(_ path: String) -> Substring? {
    parts(path).dropLast().last { folders.contains($0) }
  }

  /// The path from that folder on.
  private static func name(_ path: String) -> String? {
    let parts = parts(path)
    guard let start = parts.dropLast().lastIndex(where: folders.contains) else { return nil }
    return parts[start...].joined(separator: "/")
  }

  private static func parts(_ path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
  }
}
