extension Rule {
  /// The rules of all files, in their order.
  ///
  /// - Throws: `SourceErrors` with every mistake, an id that stands twice among them.
  public static func readAll(_ sources: [RuleSource], lexicons: Lexicons) throws -> [Rule] {
    var rules: [Rule] = []
    var errors: [SourceError] = []
    for source in sources {
      do {
        rules += try read(source, lexicons: lexicons)
      } catch let error as SourceErrors {
        errors += error.errors
      } catch let error as SourceError {
        errors.append(error)
      }
    }
    var first: [String: Rule] = [:]
    for rule in rules {
      if let other = first[rule.id] {
        errors.append(
          SourceError(
            path: rule.path, line: rule.line, column: 1,
            message: "the id \(rule.id) is taken by \(other.path):\(other.line)"))
      }
      first[rule.id] = rule
    }
    guard errors.isEmpty else { throw SourceErrors(errors) }
    return rules
  }
}
