import Compare

/// Which rules and language data a run uses.
enum RuleSelection {
  private static let data: Set<Substring> = ["lexicons", "patterns", "normalization"]

  /// The built-in language, with the conflict rules at `paths` if there are any.
  ///
  /// Folders of language data below `paths` take the place of the built-in ones as well.
  static func language(_ paths: [String]) throws -> Language {
    guard !paths.isEmpty else { return try Language.builtIn() }
    let given = try paths.flatMap { try RuleSource.load($0) }
    let replaced = Set(given.compactMap(folder))
    let kept = RuleSource.builtIn().filter { source in
      source.place.hasPrefix("en/") && folder(source).map { !replaced.contains($0) } ?? false
    }
    return try Language(
      kept + given.filter { folder($0) != nil }, conflicts: given.filter { folder($0) == nil })
  }

  /// The folder of language data that a file belongs to.
  private static func folder(_ source: RuleSource) -> Substring? {
    source.place.split(separator: "/").dropLast().first { data.contains($0) }
  }
}
