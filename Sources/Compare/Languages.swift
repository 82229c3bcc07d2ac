internal import Synchronization

/// The languages besides the run's own: those that were given, and the built-in ones, each compiled
/// when the first article in it comes.
final class Languages: Sendable {
  private let known: Mutex<[String: Language?]>

  init(_ given: [Language] = []) {
    known = Mutex(Dictionary(given.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// The language of that ISO 639-1 code; `nil` when it is neither given nor built in.
  subscript(code: String) -> Language? {
    known.withLock { known in
      if let language = known[code] { return language }
      let isBuiltIn = RuleSource.builtInLanguages.contains(code)
      let language = isBuiltIn ? Self.builtIn(code) : nil
      known[code] = .some(language)
      return language
    }
  }

  private static func builtIn(_ code: String) -> Language {
    do { return try Language.builtIn(code, conflicts: []) } catch { RuleSource.isBroken(error) }
  }
}
