/// The files that a guide shows: fenced blocks whose first line is a comment with the path.
struct GuideFiles {
  private(set) var yaml: [(path: String, text: String)] = []

  /// - Throws: `NoFiles` when the guide shows none.
  init(_ guide: String) throws {
    var lines: [Substring] = []
    var isInside = false
    for line in guide.split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```yaml" {
        (isInside, lines) = (true, [])
      } else if line == "```", isInside {
        isInside = false
        if let first = lines.first, first.hasPrefix("# "), first.hasSuffix(".yml") {
          yaml.append((String(first.dropFirst(2)), lines.joined(separator: "\n") + "\n"))
        }
      } else if isInside {
        lines.append(line)
      }
    }
    guard !yaml.isEmpty else { throw NoFiles() }
  }

  struct NoFiles: Error {}
}
