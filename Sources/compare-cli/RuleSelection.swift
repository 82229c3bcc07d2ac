import Compare

/// Which rules and language data a run uses.
struct RuleSelection {
  /// The conflict rules.
  let conflicts: [RuleSource]
  /// Lexicons, patterns and normalisation, by ISO 639-1 code.
  private let data: [String: [RuleSource]]

  /// The language that conflict rules are written for.
  private static let main = "en"
  private static let folders: [Substring] = ["lexicons", "patterns", "normalization"]

  /// The built-in rules, or those at `paths` in their place.
  ///
  /// A lexicon takes the place of the built-in one of its name (`Lexicons` sees to that), a file of
  /// patterns or normalisation that of the built-in file of its name, in the same language; all others
  /// stay, since rules can't do without them.
  ///
  /// - Throws: `SourceError` when there is nothing at a path.
  init(_ paths: [String]) throws {
    let given = try paths.filter { $0 != RuleSource.builtInName }.flatMap {
      try RuleSource.load($0)
    }
    var ownRules: [RuleSource] = []
    var own: [String: [RuleSource]] = [:]
    for source in given {
      if let name = Self.name(of: source) {
        let code = Self.code(of: source)
        own[code, default: []].append(
          RuleSource(path: source.path, place: "\(code)/\(name)", text: source.text))
      } else {
        ownRules.append(source)
      }
    }
    let builtIn = RuleSource.builtIn()
    var data = own
    for code in Set(own.keys).union([Self.main]) {
      let own = own[code] ?? []
      let replaced = Set(own.map(\.place).filter { !$0.contains("/lexicons/") })
      data[code] =
        builtIn.filter {
          $0.place.hasPrefix("\(code)/") && Self.name($0.place) != nil
            && !replaced.contains($0.place)
        } + own
    }
    self.data = data
    let keepsBuiltIn = ownRules.isEmpty || paths.contains(RuleSource.builtInName)
    conflicts =
      (keepsBuiltIn
        ? builtIn.filter { $0.place.hasPrefix("\(Self.main)/") && Self.name($0.place) == nil } : [])
      + ownRules
  }

  /// - Parameter eagerly: whether built-in files are all read and checked at once, too.
  /// - Throws: `SourceError` or `SourceErrors` for mistakes in the files.
  func language(eagerly: Bool = true) throws -> Language {
    try Language(
      data[Self.main] ?? [], conflicts: conflicts, code: Self.main, eagerly: eagerly)
  }

  /// The other languages that have files among those that were named, sorted by code.
  ///
  /// - Throws: `SourceError` or `SourceErrors` for mistakes in the files.
  func others(eagerly: Bool = true) throws -> [Language] {
    try data.keys.sorted().filter { $0 != Self.main }.map { code in
      try Language(data[code] ?? [], conflicts: [], code: code, eagerly: eagerly)
    }
  }

  /// The path of a file of language data from its kind's folder on; `nil` for a file of rules.
  ///
  /// Only what was named counts, with the folder that a file lies in: folders above it may be called
  /// anything.
  private static func name(of source: RuleSource) -> String? {
    let named = parts(source.place).count + 1
    return name(parts(source.path).suffix(named).joined(separator: "/"))
  }

  private static func name(_ path: String) -> String? {
    let parts = parts(path)
    guard let start = folder(in: parts) else { return nil }
    return parts[start...].joined(separator: "/")
  }

  /// The language whose folder holds the data: `de` for `Rules/de/lexicons/months.yml`.
  private static func code(of source: RuleSource) -> String {
    let parts = parts(source.path)
    guard let at = folder(in: parts), at > 0 else { return main }
    let code = String(parts[at - 1])
    return RuleSource.builtInLanguages.contains(code) ? code : main
  }

  /// The folder of language data that a path leads through.
  private static func folder(in parts: [Substring]) -> Int? {
    parts.dropLast().lastIndex(where: folders.contains)
  }

  private static func parts(_ path: String) -> [Substring] {
    path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
  }
}
