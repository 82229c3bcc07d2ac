/// Paths as they are written to files that others read on other machines: relative, with `/`.
public struct RelativePath: Sendable {
  private let folder: [Substring]
  private let working: String

  /// - Parameters:
  ///   - folder: absolute, or relative to `working`; what paths are told from.
  ///   - working: the absolute path of the working directory.
  public init(from folder: String, working: String) {
    self.working = working
    self.folder = Self.parts(folder, working: working)
  }

  /// `path` as told from the folder, with `..` where it leads out of it; `-` stays as it is.
  public func of(_ path: String) -> String {
    guard path != "-" else { return path }
    let parts = Self.parts(path, working: working)
    let shared = zip(parts, folder).prefix { $0 == $1 }.count
    let steps =
      Array(repeating: "..", count: folder.count - shared) + parts[shared...].map(String.init)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }

  private static func parts(_ path: String, working: String) -> [Substring] {
    let whole = path.hasPrefix("/") ? path : "\(working)/\(path)"
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return parts
  }
}
