internal import Foundation

/// The kinds of files that hold articles, by extension.
enum ArticleKind: Sendable {
  case text, jsonLines, json, html

  /// What people are told when a file is of another kind.
  static let known = ".txt, .md, .jsonl, .json, .html, .htm"

  init?(path: String) {
    let name = path.split(separator: "/").last ?? ""
    guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return nil }
    switch name[name.index(after: dot)...].lowercased() {
    case "txt", "md": self = .text
    case "jsonl": self = .jsonLines
    case "json": self = .json
    case "html", "htm": self = .html
    default: return nil
    }
  }
}

/// A place that the user named does not exist.
public struct MissingInput: Error, CustomStringConvertible {
  public let path: String
  public var description: String {
    "\(path): no such file or folder; name files or folders that exist"
  }
}

/// The result of a run would take the place of an article.
public struct ReplacedInput: Error, CustomStringConvertible {
  public let path: String
  public var description: String {
    "\(path): holds an article, which the result would replace; write it elsewhere"
  }
}

/// Finds the files that hold articles.
struct ArticleFinder {
  struct File: Sendable, Equatable {
    /// As the user named it, with what the walk found below.
    let path: String
    let kind: ArticleKind?
    /// Whether the user named it, not only a folder above.
    var isNamed = false

    /// The folder that holds it; empty for standard input.
    var folder: String {
      guard let slash = path.lastIndex(of: "/") else { return path == "-" ? "" : "." }
      return slash == path.startIndex ? "/" : String(path[..<slash])
    }
  }

  /// What a run reads or writes beside articles.
  static let ownNames: Set<String> = ["compare-baseline.jsonl"]

  private(set) var files: [File] = []
  private(set) var skipped: [Skipped] = []
  /// The file that the output takes the place of, where a walk came upon it.
  private(set) var replaced: File?
  /// Files and folders by their places on the disk.
  private var seen: Set<String> = []
  private let excluded: Set<String>
  private let output: String?

  /// - Parameters:
  ///   - excluded: files to leave out of walks, such as the baseline of the run.
  ///   - output: where the run writes, left out of walks as well.
  init(excluding excluded: [String] = [], output: String? = nil) {
    self.excluded = Set(excluded.map(Self.canonical))
    self.output = output == "-" ? nil : output.map(Self.canonical)
  }

  /// Adds a file, all files of a folder in sorted order, or `-`.
  ///
  /// A file or folder that two paths lead to is read once.
  ///
  /// - Throws: `MissingInput`; `ReplacedInput` for the output of the run.
  mutating func add(_ path: String) throws {
    if path == "-" {
      if seen.insert("-").inserted {
        files.append(File(path: "-", kind: .jsonLines, isNamed: true))
      }
      return
    }
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw MissingInput(path: path)
    }
    if isFolder.boolValue { return walk(path) }
    let real = Self.canonical(path)
    guard real != output else { throw ReplacedInput(path: path) }
    if seen.insert(real).inserted {
      files.append(File(path: path, kind: ArticleKind(path: path), isNamed: true))
    }
  }

  /// Linked folders are walked like others; each only once, so that a link back is no endless walk.
  private mutating func walk(_ folder: String) {
    guard seen.insert(Self.canonical(folder)).inserted else { return }
    let names: [String]
    do {
      names = try FileManager.default.contentsOfDirectory(atPath: folder)
    } catch {
      skipped.append(Skipped(path: folder, reason: "the folder can't be read"))
      return
    }
    let base = folder.hasSuffix("/") ? folder : folder + "/"
    for name in names.sorted() where !name.hasPrefix(".") && !Self.ownNames.contains(name) {
      let path = base + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        if ArticleKind(path: path) != nil {
          skipped.append(Skipped(path: path, reason: "a link that leads nowhere"))
        }
        continue
      }
      if isFolder.boolValue {
        walk(path)
        continue
      }
      let real = Self.canonical(path)
      guard let kind = ArticleKind(path: path), !excluded.contains(real) else { continue }
      guard real != output else {
        replaced = File(path: path, kind: kind)
        continue
      }
      if seen.insert(real).inserted { files.append(File(path: path, kind: kind)) }
    }
  }

  static func canonical(_ path: String) -> String {
    URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }
}
